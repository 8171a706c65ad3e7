using Conform.Cases;
using Conform.Reporting;

namespace Conform.Commands;

/// <summary>The file of a target's known failures.</summary>
/// <param name="Path">Where it is; null where none was named.</param>
/// <param name="Text">Its text; empty where it is not there yet.</param>
/// <param name="List">What it says.</param>
internal sealed record DeviationFile(string? Path, string Text, DeviationList List)
{
    /// <summary>Reads the file.</summary>
    /// <param name="path">Where it is; null for none.</param>
    /// <param name="updates">Whether it will be written anew: then it need not be there, and names of cases that are gone are dropped.</param>
    /// <param name="catalogue">The cases that it may name.</param>
    /// <exception cref="UsageException">It cannot be read, or names what there is not; the message has file and line.</exception>
    public static DeviationFile Read(string? path, bool updates, Catalogue catalogue)
    {
        if (path is null)
            return updates ? throw new UsageException("--update-deviations needs a file: --deviations FILE") : new DeviationFile(null, string.Empty, DeviationList.Empty);
        if (updates && !File.Exists(path)) return new DeviationFile(path, string.Empty, DeviationList.Empty);
        var text = KnownCases.ReadText("--deviations", path);
        var list = DeviationList.Parse(text, path);
        var unknown = list.Unknown(new KnownCases(catalogue).Has);
        if (unknown.Count == 0) return new DeviationFile(path, text, list);
        return updates
            ? new DeviationFile(path, text, new DeviationList([.. list.Entries.Except(unknown)]))
            : throw new UsageException(KnownCases.Missing(unknown));
    }

    /// <summary>Writes the file anew out of a run.</summary>
    /// <param name="target">The target's name.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public Func<Assessment, DeviationList> Update(string target) => assessment =>
    {
        var text = DeviationUpdate.Apply(Text, assessment, List, target);
        try
        {
            File.WriteAllText(Path!, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--update-deviations: cannot write {Path}: {e.Message}");
        }

        return DeviationList.Parse(text, Path!);
    };
}

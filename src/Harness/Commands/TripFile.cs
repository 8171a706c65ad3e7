using Conform.Cases;
using Conform.Judging.Defects;

namespace Conform.Commands;

/// <summary>The file that says for each case which defect trips it.</summary>
/// <param name="path">Where it is; it need not be there yet.</param>
internal sealed class TripFile(string path)
{
    private readonly TripList _list = Read(path);

    /// <summary>Writes what a run showed.</summary>
    /// <param name="matrix">What was run.</param>
    /// <param name="catalogue">The cases that there are.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public void Keep(DefectMatrix matrix, Catalogue catalogue)
    {
        try
        {
            File.WriteAllText(path, _list.With(matrix, catalogue).ToString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--keep: cannot write {path}: {e.Message}");
        }
    }

    private static TripList Read(string path)
    {
        try
        {
            return !File.Exists(path) ? new TripList(new Dictionary<string, string>(StringComparer.Ordinal))
                : TripList.TryParse(File.ReadAllText(path), out var list, out var problem) ? list : throw new UsageException($"{path}:{problem}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--keep: cannot read {path}: {e.Message}");
        }
    }
}

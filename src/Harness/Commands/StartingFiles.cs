namespace Conform.Commands;

/// <summary>The files of <c>conform init</c>.</summary>
/// <param name="folder">Where the target's files go.</param>
/// <param name="name">What the server is called.</param>
/// <param name="command">What starts it.</param>
/// <param name="ci">Whose file is written for CI.</param>
internal sealed class StartingFiles(string folder, string name, string command, string ci)
{
    public const string GitHub = "github";
    public const string GitLab = "gitlab";
    public const string None = "none";

    /// <summary>The folder, with forward slashes and none at its end.</summary>
    public string Folder { get; } = folder.Replace('\\', '/').TrimEnd('/') is { Length: > 0 } path ? path : throw new UsageException("FOLDER: say where the files go");

    /// <summary>How the server is started.</summary>
    public string Target => $"{Folder}/target.yaml";

    /// <summary>What is known of it.</summary>
    public string Deviations => $"{Folder}/deviations.txt";

    /// <summary>The CI job; null where none is wanted.</summary>
    public string? Ci => ci switch
    {
        GitHub => ".github/workflows/conformance.yml",
        GitLab => $"{Folder}/gitlab-ci.yml",
        _ => null,
    };

    /// <summary>Paths and texts.</summary>
    public IEnumerable<(string Path, string Text)> All
    {
        get
        {
            yield return (Target, Fill("target.yaml"));
            yield return (Deviations, Fill("deviations.txt"));
            if (Ci is { } path) yield return (path, Fill($"ci.{ci}"));
        }
    }

    private string Fill(string file) => ProgramFiles.Read(file).Replace("{folder}", Folder, StringComparison.Ordinal).Replace("{name}", name, StringComparison.Ordinal)
        .Replace("{command}", command, StringComparison.Ordinal).Replace("{ci}", Ci, StringComparison.Ordinal);
}

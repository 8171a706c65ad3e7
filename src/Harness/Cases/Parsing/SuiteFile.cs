namespace Conform.Cases.Parsing;

internal enum SuiteFileKind
{
    Cases,
    Requirements,
    Other,
}

/// <summary>A file of a suites folder.</summary>
/// <param name="Path">As diagnostics name it.</param>
/// <param name="Relative">As it stands in the suites folder, with forward slashes.</param>
/// <param name="Text">What it says.</param>
internal sealed record SuiteFile(string Path, string Relative, string Text)
{
    public SuiteFileKind Kind => KindOf(Relative);

    /// <summary>Folder and file, which begin the ids of its cases.</summary>
    public string Id => Relative[..^3];

    public static SuiteFileKind KindOf(string relative)
    {
        if (!relative.EndsWith(".md", StringComparison.Ordinal)) return SuiteFileKind.Other;
        var name = relative[(relative.LastIndexOf('/') + 1)..];
        if (name == "README.md" || relative.StartsWith("targets/", StringComparison.Ordinal)) return SuiteFileKind.Other;
        return relative.StartsWith("requirements/", StringComparison.Ordinal) ? SuiteFileKind.Requirements : SuiteFileKind.Cases;
    }
}

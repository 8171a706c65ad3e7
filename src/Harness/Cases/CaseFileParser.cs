using Conform.Cases.Parsing;

namespace Conform.Cases;

/// <summary>Reads a Markdown file into cases.</summary>
public static class CaseFileParser
{
    /// <summary>Reads one file. What concerns several files, such as an id that is there twice, is found by the catalogue.</summary>
    /// <param name="path">Where it stands, for diagnostics.</param>
    /// <param name="id">Folder and file without extension.</param>
    /// <param name="text">What it says.</param>
    /// <param name="requirements">The requirements that its cases may name.</param>
    public static CaseFile Parse(string path, string id, string text, IEnumerable<Requirement> requirements) =>
        Parse(path, id, text, new RequirementIndex(requirements));

    internal static CaseFile Parse(string path, string id, string text, RequirementIndex requirements) =>
        new CaseFileReader(path, id, text, requirements).Read();
}

using System.Collections.Frozen;
using Conform.Cases.Parsing;

namespace Conform.Cases;

/// <summary>All cases and requirements, and what is wrong with their files.</summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, Case> _cases;
    private readonly RequirementIndex _requirements;

    internal Catalogue(
        IReadOnlyList<CaseFile> files, IReadOnlyList<RequirementFile> tables, IReadOnlyList<Requirement> requirements, IReadOnlyList<Diagnostic> diagnostics, string digest)
    {
        (Files, Tables, Requirements, Diagnostics, Digest) = (files, tables, requirements, diagnostics, digest);
        Cases = [.. files.SelectMany(f => f.Cases).DistinctBy(c => c.Id, StringComparer.Ordinal)];
        _cases = Cases.ToFrozenDictionary(c => c.Id, StringComparer.Ordinal);
        _requirements = new RequirementIndex(requirements);
    }

    /// <summary>The case files in ordinal order of their paths.</summary>
    public IReadOnlyList<CaseFile> Files { get; }

    /// <summary>The cases in the order of their files.</summary>
    public IReadOnlyList<Case> Cases { get; }

    /// <summary>The requirement files, its own or, where it has none, those inside the program.</summary>
    public IReadOnlyList<RequirementFile> Tables { get; }

    /// <summary>
    /// Whether it holds all cases that there are for its requirements, so that one without a case can be told: what is inside the program, or a whole
    /// suites folder with tables of its own.
    /// </summary>
    public bool IsWhole { get; init; }

    /// <summary>The requirements, also those that no case names.</summary>
    public IReadOnlyList<Requirement> Requirements { get; }

    /// <summary>What is wrong, by file and line. A catalogue with diagnostics is not run.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>SHA-256 over the paths and texts of all files, lower-case hex: two runs with the same digest ran the same cases.</summary>
    public string Digest { get; }

    /// <summary>Finds a case.</summary>
    /// <param name="id">Its id, without a draw's index.</param>
    public Case? FindCase(string id) => _cases.GetValueOrDefault(id);

    /// <summary>Finds a requirement.</summary>
    /// <param name="id">Its id.</param>
    public Requirement? FindRequirement(string id) => _requirements.Find(id);

    /// <summary>Whether an id, perhaps with a draw's index, names a case.</summary>
    /// <param name="id">The id.</param>
    public bool Knows(string id) => _cases.ContainsKey(id) || (DrawnId.TryParse(id) is { } drawn && FindCase(drawn.Id) is { IsDrawn: true } found && drawn.Index < found.Repeat);

    /// <summary>Selects cases: exact ids, <c>ID[3]</c>, folders and files, globs with <c>*</c> and <c>?</c>; all where there is no word.</summary>
    /// <param name="words">What is selected, one or the other.</param>
    public Selected Select(IReadOnlyList<string> words) => CaseSelection.Of(this, words);
}

using System.IO.Enumeration;
using Conform.Cases;

namespace Conform.Judging.Coverage;

/// <summary>The requirements that words select.</summary>
/// <param name="Rows">In the order of their tables.</param>
/// <param name="IsNarrow">Whether less than whole specifications was asked for, so that each requirement is of interest.</param>
/// <param name="Unmatched">For each word that selects nothing, a sentence that says so.</param>
public sealed record CoverageSelection(IReadOnlyList<CoveredRequirement> Rows, bool IsNarrow, IReadOnlyList<string> Unmatched)
{
    /// <summary>
    /// Selects by specifications (<c>RFC 9112</c>, <c>rfc9112</c>), folders of cases, which stand for the specification that most of their cases are about,
    /// sections (<c>rfc9112-6.3</c>, with those below), requirements, and globs of these; everything where there is no word.
    /// </summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="rows">Its requirements.</param>
    /// <param name="words">The words.</param>
    public static CoverageSelection Of(Catalogue catalogue, IReadOnlyList<CoveredRequirement> rows, IReadOnlyList<string> words)
    {
        if (words.Count == 0) return new CoverageSelection(rows, false, []);
        var chosen = new HashSet<CoveredRequirement>(ReferenceEqualityComparer.Instance);
        var unmatched = new List<string>();
        var narrow = true;
        foreach (var word in words)
        {
            var specification = rows.Select(r => r.Requirement.Specification).FirstOrDefault(s => Folded(s) == Folded(word)) ?? OfFolder(catalogue, word);
            var found = rows.Where(r => specification is null ? Names(word, r.Requirement) : r.Requirement.Specification == specification).ToList();
            if (found.Count == 0) unmatched.Add($"no requirement is selected by {word}; a specification, a folder of cases, a section such as rfc9112-6.3, or a requirement's id");
            narrow &= specification is null;
            chosen.UnionWith(found);
        }

        return new CoverageSelection([.. rows.Where(chosen.Contains)], narrow, unmatched);
    }

    private static string? OfFolder(Catalogue catalogue, string word) => catalogue.Cases.Where(c => c.Id.StartsWith(word.TrimEnd('/') + "/", StringComparison.Ordinal))
        .GroupBy(c => c.Requirement.Specification, StringComparer.Ordinal).MaxBy(g => g.Count())?.Key;

    private static bool Names(string word, Requirement requirement) =>
        FileSystemName.MatchesSimpleExpression(word, requirement.Id, ignoreCase: false)
        || word == Section(requirement) || Section(requirement).StartsWith(word + ".", StringComparison.Ordinal);

    private static string Section(Requirement requirement) => $"{Folded(requirement.Specification)}-{requirement.Section}";

    private static string Folded(string specification) => specification.Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant();
}

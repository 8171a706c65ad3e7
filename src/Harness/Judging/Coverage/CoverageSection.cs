namespace Conform.Judging.Coverage;

/// <summary>A section of a specification, and what becomes of its requirements.</summary>
/// <param name="Specification">Such as <c>RFC 9112</c>.</param>
/// <param name="Name">Such as <c>6.3</c>.</param>
/// <param name="Rows">Its requirements.</param>
public sealed record CoverageSection(string Specification, string Name, IReadOnlyList<CoveredRequirement> Rows)
{
    /// <summary>The sections in the order in which the tables begin them; one that is spread over a table is told once.</summary>
    /// <param name="rows">The requirements.</param>
    public static IReadOnlyList<CoverageSection> Of(IEnumerable<CoveredRequirement> rows) =>
        [.. rows.GroupBy(r => (r.Requirement.Specification, r.Requirement.Section)).Select(g => new CoverageSection(g.Key.Specification, g.Key.Section, [.. g]))];
}

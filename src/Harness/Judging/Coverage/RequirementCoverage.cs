using Conform.Cases;
using Conform.Judging.Lint;

namespace Conform.Judging.Coverage;

/// <summary>Finds for each requirement what shows whether a server keeps it.</summary>
public static class RequirementCoverage
{
    /// <summary>All requirements of a catalogue's tables, in their order.</summary>
    /// <param name="catalogue">The catalogue.</param>
    public static IReadOnlyList<CoveredRequirement> Of(Catalogue catalogue)
    {
        var cases = catalogue.Cases.ToLookup(c => c.Requirement.Id, c => c.Id, StringComparer.Ordinal);
        var lines = catalogue.Cases.SelectMany(c => LinesOf(c).Select(r => (Requirement: r.Id, Case: c.Id))).Distinct()
            .ToLookup(l => l.Requirement, l => l.Case, StringComparer.Ordinal);
        var rules = LintRules.All.ToLookup(r => r.Requirement, r => r.Name, StringComparer.Ordinal);
        return [.. catalogue.Tables.SelectMany(t => t.Requirements).Select(row => new CoveredRequirement(
            row.Requirement, row.Location, [.. cases[row.Requirement.Id]], [.. lines[row.Requirement.Id]], [.. rules[row.Requirement.Id]]))];
    }

    /// <summary>What is wrong with the tables of a catalogue that is whole: rows that nothing shows, and reasons that no longer hold.</summary>
    /// <param name="catalogue">The catalogue; of one that is not whole nothing is told.</param>
    public static IEnumerable<Diagnostic> Problems(Catalogue catalogue) => catalogue.IsWhole ? Of(catalogue).SelectMany(Problems) : [];

    private static IEnumerable<Diagnostic> Problems(CoveredRequirement row)
    {
        if (row.IsStale)
        {
            var shown = row.Cases.Concat(row.Lines).FirstOrDefault() ?? "lint/" + row.Rules[0];
            yield return new Diagnostic(row.Location, $"{row.Requirement.Id} is said not to be observable, but {shown} shows it", "say how it is observed, or take the case away");
        }

        if (row.State == CoverageState.Open)
            yield return new Diagnostic(row.Location, $"no case is about {row.Requirement.Id}", $"write one, or give the reason behind {RequirementWords.Not}");
    }

    private static IEnumerable<Requirement> LinesOf(Case subject) =>
        subject.Steps.OfType<ExpectStep>().SelectMany(s => s.Expectations).Select(e => e.Requirement).OfType<Requirement>().Where(r => r.Id != subject.Requirement.Id);
}

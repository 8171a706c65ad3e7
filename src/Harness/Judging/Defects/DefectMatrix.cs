using Conform.Cases;
using Conform.Judging.Coverage;
using Conform.Judging.Lint;

namespace Conform.Judging.Defects;

/// <summary>Which cases catch which defects, and where there are holes: each check has to be seen to fail once.</summary>
/// <param name="Findings">What came of each defect, in the order of the catalogue of defects.</param>
public sealed record DefectMatrix(IReadOnlyList<DefectFinding> Findings)
{
    /// <summary>Defects that break a plain GET, or name a requirement that there is not.</summary>
    public IReadOnlyList<DefectFinding> Unfit { get; private init; } = [];

    /// <summary>Defects that nothing catches.</summary>
    public IReadOnlyList<DefectFinding> Uncaught { get; private init; } = [];

    /// <summary>Defects that fail so many cases about something else that they count for none.</summary>
    public IReadOnlyList<DefectFinding> TooWide { get; private init; } = [];

    /// <summary>Cases that no defect trips.</summary>
    public IReadOnlyList<string> Untripped { get; private init; } = [];

    /// <summary>Requirements of MUST or SHOULD that cases show, and that no defect is about. What a rule of the lint checks has its canned bad answers.</summary>
    public IReadOnlyList<CoveredRequirement> WithoutDefect { get; private init; } = [];

    /// <summary>Such requirements that have defects, none of which is caught by what shows the requirement.</summary>
    public IReadOnlyList<CoveredRequirement> CaughtElsewhere { get; private init; } = [];

    /// <summary>Rules of the lint that no defect breaks, so that only canned answers show that they can.</summary>
    public IReadOnlyList<string> OnlyCanned { get; private init; } = [];

    /// <summary>Whether anything is missing.</summary>
    public bool HasHoles => Unfit.Count + Uncaught.Count + TooWide.Count + Untripped.Count + WithoutDefect.Count + CaughtElsewhere.Count > 0;

    /// <summary>Puts the findings together. What can only be said of all cases, or of all defects, is left out where some were not run.</summary>
    /// <param name="findings">What came of each defect.</param>
    /// <param name="catalogue">The cases and requirements.</param>
    /// <param name="cases">The ids of the cases that were run; null for all.</param>
    /// <param name="allDefects">Whether every defect was run.</param>
    public static DefectMatrix Of(IReadOnlyList<DefectFinding> findings, Catalogue catalogue, IReadOnlySet<string>? cases, bool allDefects)
    {
        var tripped = findings.SelectMany(f => f.Tripped).ToHashSet(StringComparer.Ordinal);
        var rows = allDefects ? Binding(catalogue, cases) : [];
        var own = findings.ToLookup(f => f.Requirement, StringComparer.Ordinal);
        var caught = findings.SelectMany(f => f.Caught).ToHashSet(StringComparer.Ordinal);
        return new DefectMatrix(findings)
        {
            Unfit = [.. findings.Where(f => f.BaselineProblem is not null || catalogue.FindRequirement(f.Requirement) is null)],
            Uncaught = cases is null ? [.. findings.Where(f => f.BaselineProblem is null && f.Caught.Count == 0)] : [],
            TooWide = [.. findings.Where(f => f.IsTooWide)],
            Untripped = allDefects ? [.. catalogue.Cases.Select(c => c.Id).Where(id => cases?.Contains(id) != false && !tripped.Contains(id))] : [],
            WithoutDefect = [.. rows.Where(r => r.Rules.Count == 0 && !own.Contains(r.Requirement.Id))],
            CaughtElsewhere = cases is null ? [.. rows.Where(r => own.Contains(r.Requirement.Id) && !own[r.Requirement.Id].Any(f => IsCaughtBy(f, r)))] : [],
            OnlyCanned = allDefects && cases is null ? [.. LintRules.All.Select(r => r.Name).Where(name => !caught.Contains("lint/" + name))] : [],
        };
    }

    private static IReadOnlyList<CoveredRequirement> Binding(Catalogue catalogue, IReadOnlySet<string>? cases) =>
        [.. RequirementCoverage.Of(catalogue).Where(r => r.State == CoverageState.ByCase && r.Requirement.Weight != Weight.Note
            && (cases is null || r.Cases.Concat(r.Lines).Any(cases.Contains)))];

    private static bool IsCaughtBy(DefectFinding finding, CoveredRequirement row) =>
        finding.Caught.Intersect([.. row.Cases, .. row.Lines, .. row.Rules.Select(r => "lint/" + r)], StringComparer.Ordinal).Any();
}

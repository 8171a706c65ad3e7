using Conform.Cases;
using Conform.Judging.Coverage;
using Conform.Judging.Defects;
using Conform.Reporting.Terminal;
using Spectre.Console;

namespace Conform.Reporting.Defects;

/// <summary>Which cases catch which defects, for a terminal.</summary>
/// <param name="console">Where to write.</param>
/// <param name="requirements">Finds a requirement by its id.</param>
public sealed class DefectsText(IAnsiConsole console, Func<string, Requirement?> requirements)
{
    private const string Broken = "Defects that break a plain GET, or a requirement that there is not";

    private readonly Page _page = new(console);

    /// <summary>A defect without what became of it.</summary>
    /// <param name="defect">The defect.</param>
    public void WriteHead(DefectFinding defect)
    {
        _page.Line(defect.Defect, Page.Strong);
        _page.Labelled("  ", defect.Summary);
        var requirement = requirements(defect.Requirement);
        _page.Labelled("  breaks   ", requirement is null ? $"{defect.Requirement}, which there is not" : $"{defect.Requirement} ({requirement.Level.Describe()})", Page.Dim, requirement is null ? Page.Bad : Page.Plain);
    }

    /// <summary>A defect and what catches it.</summary>
    /// <param name="finding">What came of it.</param>
    public void Write(DefectFinding finding)
    {
        WriteHead(finding);
        if (finding.BaselineProblem is { } problem) _page.Labelled("  baseline ", problem, Page.Dim, Page.Bad);
        else if (finding.Caught.Count == 0) _page.Line("  nothing catches it", Page.Bad);
        WriteList("  trips    ", finding.Tripped);
        WriteList("  fails    ", [.. finding.Caught.Except(finding.Tripped, StringComparer.Ordinal)]);
        if (finding.Reservation is { } reservation) _page.Labelled("  but      ", reservation, Page.Dim, Page.Odd);
        _page.Blank();
    }

    /// <summary>How many cases of other parts of the specifications a defect fails, and which, where they are too many.</summary>
    /// <param name="finding">What came of it.</param>
    public void WriteWidth(DefectFinding finding)
    {
        _page.Line($"{finding.Outside.Count,4}  {finding.Defect}", finding.IsTooWide ? Page.Bad : Page.Plain);
        if (finding.IsTooWide) WriteList("      ", finding.Outside);
    }

    /// <summary>Whether every defect is narrow, in one line.</summary>
    /// <param name="matrix">The matrix.</param>
    public void WriteWidthEnd(DefectMatrix matrix)
    {
        WriteHole(Broken, matrix.Unfit.Select(f => f.Defect));
        _page.Blank();
        var isNarrow = matrix.Unfit.Count + matrix.TooWide.Count == 0;
        var style = isNarrow ? Page.Good : Page.Bad;
        _page.Labelled(
            isNarrow ? "✓ " : "✗ ",
            $"{Quantity.Count(matrix.Findings.Count, "defect")}; fail more than {DefectTally.MostOutside} cases about something else: {matrix.TooWide.Count}", style, style);
    }

    /// <summary>The holes, and what it all comes to.</summary>
    /// <param name="matrix">The matrix.</param>
    public void WriteEnd(DefectMatrix matrix)
    {
        WriteHole(Broken, matrix.Unfit.Select(f => f.Defect));
        WriteHole("Defects that nothing catches", matrix.Uncaught.Select(f => f.Defect));
        WriteHole($"Defects that fail more than {DefectTally.MostOutside} cases about something else", matrix.TooWide.Select(f => $"{f.Defect}: {f.Outside.Count}"));
        WriteHole("Cases that no defect trips", matrix.Untripped);
        WriteHole("Requirements that cases show and no defect is about", matrix.WithoutDefect.Select(Told));
        WriteHole("Requirements whose own defects are caught by cases of others only", matrix.CaughtElsewhere.Select(Told));
        if (matrix.OnlyCanned.Count > 0)
        {
            _page.Heading($"Rules of the lint that no defect breaks ({matrix.OnlyCanned.Count}); the tests break each with a canned answer", Page.Plain);
            _page.Labelled("  ", string.Join(", ", matrix.OnlyCanned), style: Page.Dim);
        }

        _page.Blank();
        var style = matrix.HasHoles ? Page.Bad : Page.Good;
        _page.Labelled(matrix.HasHoles ? "✗ " : "✓ ", Line(matrix), style, style);
    }

    /// <summary>What it comes to, in one line.</summary>
    /// <param name="matrix">The matrix.</param>
    internal static string Line(DefectMatrix matrix)
    {
        var tripped = matrix.Findings.SelectMany(f => f.Tripped).Distinct(StringComparer.Ordinal).Count();
        var rules = matrix.Findings.SelectMany(f => f.Caught).Where(CaseName.IsLint).Distinct(StringComparer.Ordinal).Count();
        return $"{Quantity.Count(matrix.Findings.Count, "defect")} trip {Quantity.Count(tripped, "case")} and break {Quantity.Count(rules, "rule")} of the lint; not caught: {matrix.Uncaught.Count}, "
            + $"too wide: {matrix.TooWide.Count}, not tripped: {matrix.Untripped.Count}, requirements without a defect that their cases catch: {matrix.WithoutDefect.Count + matrix.CaughtElsewhere.Count}";
    }

    private static string Told(CoveredRequirement row) => $"{row.Requirement.Id} ({row.Requirement.Level.Describe()})";

    private void WriteHole(string heading, IEnumerable<string> names)
    {
        var all = names.ToList();
        if (all.Count == 0) return;
        _page.Heading($"{heading} ({all.Count})", Page.Bad);
        foreach (var name in all) _page.Labelled("  ", name);
    }

    private void WriteList(string label, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++) _page.Labelled(i == 0 ? label : new string(' ', label.Length), names[i], Page.Dim);
    }
}

using Conform.Cases;
using Conform.Judging.Coverage;
using Conform.Reporting.Terminal;
using Spectre.Console;

namespace Conform.Reporting.Coverage;

/// <summary>What becomes of the requirements, for a terminal.</summary>
/// <param name="console">Where to write.</param>
public sealed class CoverageText(IAnsiConsole console)
{
    private readonly Page _page = new(console);

    private static readonly (string Heading, Weight Weight)[] _levels = [("MUST", Weight.Violation), ("SHOULD", Weight.Warning), ("other", Weight.Note)];

    /// <summary>A table a specification: a line a section, how many of what could be shown is shown at each level, by what, and what is open.</summary>
    /// <param name="rows">The requirements.</param>
    public void WriteTables(IReadOnlyList<CoveredRequirement> rows)
    {
        var first = true;
        foreach (var specification in rows.GroupBy(r => r.Requirement.Specification))
        {
            if (!first) _page.Blank();
            first = false;
            var all = CoverageTally.Of(specification);
            _page.Line($"{specification.Key}: {Quantity.Count(all.All, "requirement")}", Page.Strong);
            _page.Blank();
            var sections = CoverageSection.Of(specification);
            var name = Math.Min(_page.Width - 54, sections.Max(s => s.Name.Length));
            name = Math.Max(name, "section".Length);
            _page.Line($"{"section".PadRight(name)}{string.Concat(_levels.Select(l => l.Heading.PadLeft(8)))}  cases  lint  left out  open", Page.Dim);
            foreach (var section in sections) WriteLine(Shortened(section.Name, name), section.Rows);
            if (sections.Count > 1) WriteLine("all".PadRight(name), [.. specification]);
            WriteReasons([.. specification]);
        }

        var open = rows.Count(r => r.State == CoverageState.Open);
        _page.Blank();
        _page.Labelled(open == 0 ? "✓ " : "✗ ", $"{Line(CoverageTally.Of(rows))}{(open == 0 ? string.Empty : "; conform coverage --open lists what is open")}", open == 0 ? Page.Good : Page.Bad);
    }

    /// <summary>Each requirement with everything that shows it.</summary>
    /// <param name="rows">The requirements.</param>
    public void WriteRows(IReadOnlyList<CoveredRequirement> rows)
    {
        foreach (var row in rows)
        {
            _page.Line($"{row.Requirement.Id}  {row.Requirement.Level.Describe()}", Page.Strong);
            _page.Labelled("  ", row.Requirement.Text);
            _page.Labelled("  asked    ", $"{row.Requirement.Reference}, of {Role(row.Requirement.Role)}; {row.Location}", Page.Dim, Page.Dim);
            if (row.Requirement.LeftOut is { } reason) _page.Labelled("  left out ", reason, Page.Dim);
            else _page.Labelled("  seen     ", row.Requirement.Observed, Page.Dim);
            WriteList("  cases    ", row.Cases);
            WriteList("  lines in ", row.Lines);
            WriteList("  lint     ", [.. row.Rules.Select(r => "lint/" + r)]);
            if (row.State == CoverageState.Open) _page.Line("  open     nothing shows it", Page.Bad);
            _page.Blank();
        }

        _page.Line(Line(CoverageTally.Of(rows)));
    }

    /// <summary>What nothing shows yet, one requirement a line.</summary>
    /// <param name="rows">The requirements.</param>
    public void WriteOpen(IReadOnlyList<CoveredRequirement> rows)
    {
        var open = rows.Where(r => r.State == CoverageState.Open).ToList();
        foreach (var row in open)
        {
            _page.Labelled($"{row.Requirement.Level.Describe(),-11} ", row.Requirement.Id, Page.Dim);
            _page.Labelled(new string(' ', 12), row.Requirement.Text, style: Page.Dim);
        }

        if (open.Count > 0) _page.Blank();
        _page.Line(Line(CoverageTally.Of(rows)), open.Count == 0 ? Page.Good : Page.Bad);
    }

    /// <summary>The numbers in one line.</summary>
    /// <param name="tally">The numbers.</param>
    internal static string Line(CoverageTally tally) =>
        $"{Quantity.Count(tally.All, "requirement")}: {tally.ByCase} by cases, {tally.ByLint} by the lint alone, {tally.LeftOut} left out, {tally.Open} open";

    private void WriteLine(string name, IReadOnlyList<CoveredRequirement> rows)
    {
        var line = new Paragraph();
        line.Append(name, Page.Plain);
        foreach (var (_, weight) in _levels)
        {
            var tally = CoverageTally.Of(rows.Where(r => r.Requirement.Weight == weight));
            var text = tally.Observable == 0 ? "·" : $"{tally.Covered}/{tally.Observable}";
            line.Append(text.PadLeft(8), tally.Observable == 0 ? Page.Dim : tally.Open > 0 ? Page.Odd : Page.Plain);
        }

        var all = CoverageTally.Of(rows);
        foreach (var (count, width, style) in new[] { (all.ByCase, 7, Page.Plain), (all.ByLint, 6, Page.Plain), (all.LeftOut, 10, Page.Plain), (all.Open, 6, Page.Bad) })
            line.Append((count == 0 ? "·" : $"{count}").PadLeft(width), count == 0 ? Page.Dim : style);
        _page.Console.Write(line);
        _page.Blank();
    }

    private void WriteReasons(IReadOnlyList<CoveredRequirement> rows)
    {
        var reasons = CoverageTally.Reasons(rows);
        if (reasons.Count == 0) return;
        _page.Heading($"left out of {rows[0].Requirement.Specification}, and why", Page.Plain);
        foreach (var (reason, count) in reasons) _page.Labelled($"{count,5}  ", reason);
    }

    private void WriteList(string label, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++) _page.Labelled(i == 0 ? label : new string(' ', label.Length), names[i], Page.Dim);
    }

    private static string Role(string role) => role == "any-server" ? "any server" : role;

    private static string Shortened(string name, int width) => name.Length <= width ? name.PadRight(width) : $"{name[..(width - 1)]}…";
}

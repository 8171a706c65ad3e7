using Conform.Judging;
using Conform.Reporting.Records;
using Conform.Reporting.Terminal;
using Spectre.Console;

namespace Conform.Reporting.Matrix;

/// <summary>A matrix for a terminal.</summary>
/// <param name="console">Where it is written.</param>
public sealed class MatrixText(IAnsiConsole console)
{
    private const int MostChanges = 60;
    private static readonly Outcome[] Counted = [Outcome.Pass, Outcome.Lenient, Outcome.Fail, Outcome.Inconclusive, Outcome.NotObservable, Outcome.Error, Outcome.Skip];
    private readonly Page _page = new(console);

    /// <summary>Writes it.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="changes">What changed against an earlier one; null where none was named.</param>
    /// <param name="all">Whether every case is listed, and not only those in which servers differ.</param>
    public void Write(ServerMatrix matrix, MatrixChanges? changes, bool all)
    {
        var names = MatrixNames.Of(matrix, _page.Width);
        WriteServers(matrix, names);
        WriteRows(matrix, names, all);
        if (matrix.Servers.Count > 1) WriteAgreement(matrix, names);
        if (changes is not null) WriteChanges(changes);
        foreach (var reservation in matrix.Reservations) _page.Labelled("! ", $"not quite comparable: {reservation}", Page.Odd, Page.Odd);
    }

    internal static (string Mark, Style Style) Mark(MatrixCell? cell) => cell?.Outcome switch
    {
        Outcome.Pass => ("✓", Page.Good),
        Outcome.Lenient => ("~", Page.Good),
        Outcome.Fail when cell.Weight == Cases.Weight.Violation => ("✗", Page.Worst),
        Outcome.Fail => ("▽", Page.Odd),
        Outcome.Inconclusive => ("?", Page.Bad),
        Outcome.Error => ("!", Page.Worst),
        Outcome.NotObservable => ("–", Page.Dim),
        Outcome.Skip => ("»", Page.Dim),
        _ => (" ", Page.Dim),
    };

    private void WriteServers(ServerMatrix matrix, MatrixNames names)
    {
        var counted = Counted.Where(o => matrix.Servers.Any(s => s.Cells.Values.Any(c => c.Outcome == o))).ToList();
        var width = matrix.Servers.Max(s => s.Name.Length + s.ShortVersion.Length + 1);
        _page.Line($"{string.Empty.PadRight(names.KeyWidth)}{"server".PadRight(width)}   cases{string.Concat(counted.Select(o => $"   {Short(o)}"))}", Page.Dim);
        foreach (var (i, server) in matrix.Servers.Index())
        {
            var line = new Paragraph();
            line.Append($"{names.Key(i).PadRight(names.KeyWidth)}", Page.Dim);
            line.Append($"{$"{server.Name} {server.ShortVersion}".PadRight(width)}   {server.Cells.Count,5}", Page.Plain);
            foreach (var outcome in counted)
            {
                var count = server.Cells.Values.Count(c => c.Outcome == outcome);
                line.Append($"   {(count == 0 ? "·" : $"{count}").PadLeft(Short(outcome).Length)}", count == 0 ? Page.Dim : outcome == Outcome.Fail ? Page.Bad : Page.Plain);
            }

            console.Write(line);
            _page.Blank();
        }
    }

    private void WriteRows(ServerMatrix matrix, MatrixNames names, bool all)
    {
        var rows = MatrixLines.Of(all ? matrix.Rows : matrix.Rows.Where(r => r.Differs));
        _page.Heading(all ? $"All cases ({matrix.Rows.Count:N0})" : $"Cases in which servers differ ({matrix.Rows.Count(r => r.Differs):N0} of {matrix.Rows.Count:N0})");
        if (rows.Count == 0) return;
        var room = _page.Width - names.ColumnsWidth - 1;
        var width = Math.Min(room, rows.Max(r => r.Name.Length));
        _page.Line($"{string.Empty.PadRight(width)} {names.Heading}", Page.Dim);
        foreach (var (name, cells) in rows)
        {
            foreach (var part in Page.Wrap(name, width).SkipLast(1)) _page.Line(part);
            var line = new Paragraph();
            line.Append(Page.Wrap(name, width).Last().PadRight(width) + " ", Page.Plain);
            foreach (var (i, cell) in cells.Index())
            {
                var (mark, style) = Mark(cell);
                line.Append(names.Centred(i, mark), style);
            }

            console.Write(line);
            _page.Blank();
        }

        _page.Line("✓ pass  ~ lenient  ✗ fail  ▽ fails a SHOULD or less  ? inconclusive  – not observable", Page.Dim);
    }

    private void WriteAgreement(ServerMatrix matrix, MatrixNames names)
    {
        _page.Heading("Who agrees with whom: same outcome, and same behaviour, in percent of the cases that both decide");
        var width = matrix.Servers.Max(s => s.Name.Length);
        var cell = Math.Max(8, names.Widest + 2);
        _page.Line($"{string.Empty.PadRight(width)}{string.Concat(matrix.Servers.Select((_, i) => names.Short(i).PadLeft(cell)))}", Page.Dim);
        foreach (var (a, server) in matrix.Servers.Index())
        {
            var cells = matrix.Servers.Select((_, b) => a == b ? "·" : matrix.Agreement(a, b) is { OutcomePercent: { } same } found ? $"{same}/{found.BehaviourPercent}" : "–");
            _page.Line($"{server.Name.PadRight(width)}{string.Concat(cells.Select(c => c.PadLeft(cell)))}");
        }
    }

    private void WriteChanges(MatrixChanges changes)
    {
        _page.Heading($"Changed since: {Quantity.Count(changes.Changes.Count(c => c.IsOfOutcome), "outcome")}, {Quantity.Count(changes.Changes.Count(c => !c.IsOfOutcome), "behaviour")} besides");
        foreach (var server in changes.Servers) _page.Labelled("  ", server);
        foreach (var change in changes.Changes.OrderByDescending(c => c.IsWorse).ThenByDescending(c => c.IsOfOutcome).Take(MostChanges))
            _page.Labelled($"{(change.IsWorse ? "✗" : change.IsOfOutcome ? "✓" : "·")} ", $"{change.Server}: {change.Case}: {change.Told}", change.IsWorse ? Page.Bad : Page.Plain);
        if (changes.Changes.Count > MostChanges) _page.Labelled("  ", $"… and {changes.Changes.Count - MostChanges:N0} more; --format json or html has them all", style: Page.Dim);
        if (changes.NewCases.Count > 0) _page.Labelled("  ", $"{Quantity.Count(changes.NewCases.Count, "new case")}, such as {changes.NewCases[0]}", style: Page.Dim);
        if (changes.GoneCases.Count > 0) _page.Labelled("  ", $"{Quantity.Count(changes.GoneCases.Count, "case")} gone, such as {changes.GoneCases[0]}", style: Page.Dim);
    }

    private static string Short(Outcome outcome) => outcome switch { Outcome.NotObservable => "n/obs.", Outcome.Inconclusive => "incon.", _ => Names.Of(outcome).PadLeft(4) };
}

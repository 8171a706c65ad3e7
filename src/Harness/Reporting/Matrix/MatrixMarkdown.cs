using System.Text;
using Conform.Judging;
using Conform.Reporting.Formats;
using Conform.Reporting.Records;

namespace Conform.Reporting.Matrix;

/// <summary>A matrix as a page that fits a job summary.</summary>
internal static class MatrixMarkdown
{
    private const int MostOctets = 1000 * 1024;
    private const int RoomForTheEnd = 4 * 1024;

    public static string Render(ServerMatrix matrix, MatrixChanges? changes, bool all)
    {
        var page = new MarkdownPage(MostOctets, RoomForTheEnd);
        page.Add($"# {matrix.Servers.Count} servers, {Quantity.Count(matrix.Rows.Count, "case")}\n\n{Servers(matrix)}");
        if (matrix.Reservations.Count > 0) page.Add($"\nNot quite comparable: {Markdown.Text(string.Join("; ", matrix.Reservations))}.\n");
        if (matrix.Servers.Count > 1) page.Add($"\n## Who agrees with whom\n\nSame outcome / same behaviour, in percent of the cases that both decide.\n\n{Agreement(matrix)}");
        if (changes is not null) WriteChanges(page, changes);
        var rows = MatrixLines.Of(all ? matrix.Rows : matrix.Rows.Where(r => r.Differs));
        page.AddAll(
            $"\n## {(all ? "All cases" : $"Cases in which servers differ ({matrix.Rows.Count(r => r.Differs):N0} of {matrix.Rows.Count:N0})")}\n\n✅ pass · 🟢 lenient · ❌ fail · 🔶 fails a SHOULD or less · ❔ inconclusive · ➖ not observable\n\n"
            + $"| case | {string.Join(" | ", matrix.Servers.Select(s => Markdown.Text(s.Name)))} |\n|---|{string.Concat(matrix.Servers.Select(_ => ":-:|"))}\n",
            rows.Select(r => $"| {Markdown.Text(r.Name)} | {string.Join(" | ", r.Cells.Select(Mark))} |\n"));
        return page.Finish();
    }

    private static string Servers(ServerMatrix matrix)
    {
        var text = new StringBuilder("| server | version | pass | lenient | fail | inconclusive | not observable | run |\n|---|---|--:|--:|--:|--:|--:|---|\n");
        foreach (var server in matrix.Servers)
        {
            var counts = server.Cells.Values.CountBy(c => c.Outcome).ToDictionary();
            text.Append($"| {Markdown.Text(server.Name)} | {Markdown.Text(server.Version)} "
                + string.Concat(new[] { Outcome.Pass, Outcome.Lenient, Outcome.Fail, Outcome.Inconclusive, Outcome.NotObservable }.Select(o => $"| {counts.GetValueOrDefault(o):N0} "))
                + $"| conform {server.Tool}, seed {server.Seed}, {server.Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC |\n");
        }

        return text.ToString();
    }

    private static string Agreement(ServerMatrix matrix)
    {
        var text = new StringBuilder($"| | {string.Join(" | ", matrix.Servers.Select(s => Markdown.Text(s.Name)))} |\n|---|{string.Concat(matrix.Servers.Select(_ => ":-:|"))}\n");
        foreach (var (a, server) in matrix.Servers.Index())
        {
            var cells = matrix.Servers.Select((_, b) => a == b ? "·" : matrix.Agreement(a, b) is { OutcomePercent: { } same } found ? $"{same} / {found.BehaviourPercent}" : "–");
            text.Append($"| **{Markdown.Text(server.Name)}** | {string.Join(" | ", cells)} |\n");
        }

        return text.ToString();
    }

    private static void WriteChanges(MarkdownPage page, MatrixChanges changes)
    {
        page.List("Servers that changed", [.. changes.Servers.Select(Markdown.Text)]);
        page.List("Outcomes that changed", [.. changes.Changes.Where(c => c.IsOfOutcome).OrderByDescending(c => c.IsWorse)
            .Select(c => $"{(c.IsWorse ? "❌" : "✅")} {Markdown.Text(c.Server)}: {Markdown.Text(c.Case)}: {Markdown.Text(c.Told)}")]);
        page.List("Behaviour that changed within what is allowed", [.. changes.Changes.Where(c => !c.IsOfOutcome).Select(c => $"{Markdown.Text(c.Server)}: {Markdown.Text(c.Case)}: {Markdown.Text(c.Told)}")]);
        page.List("New cases", [.. changes.NewCases.Select(Markdown.Text)]);
        page.List("Cases that are gone", [.. changes.GoneCases.Select(Markdown.Text)]);
        if (changes.Changes.Count == 0 && changes.Servers.Count == 0) page.Add("\nNothing changed since the earlier matrix.\n");
    }

    private static string Mark(MatrixCell? cell) => cell?.Outcome switch
    {
        Outcome.Pass => "✅",
        Outcome.Lenient => "🟢",
        Outcome.Fail => cell.Weight == Cases.Weight.Violation ? "❌" : "🔶",
        Outcome.Inconclusive or Outcome.Error => "❔",
        Outcome.NotObservable or Outcome.Skip => "➖",
        _ => " ",
    };
}

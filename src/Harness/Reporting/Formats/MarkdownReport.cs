using System.Text;
using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting.Formats;

/// <summary>
/// A page that fits a job summary of GitHub, which takes 1 MiB: the outcome, what is unexpected in full, the rest in tables. What does not fit is counted.
/// </summary>
internal static class MarkdownReport
{
    private const int MostOctets = 1000 * 1024;
    private const int RoomForTheEnd = 4 * 1024;

    public static void Render(FinishedRun run, TextWriter output)
    {
        var page = new MarkdownPage(MostOctets, RoomForTheEnd);
        var header = run.Header;
        page.Add($"# {(run.Summary.ExitCode == ExitCode.Ok ? "✅" : "❌")} {Markdown.Text(RunTitle.Target(header.Target))}: {Markdown.Text(RunTitle.Outcome(run.Summary))}\n\n");
        page.Add($"{Counts(run)}\n\n");
        page.Add($"conform {header.ToolVersion} against {Markdown.Code(header.Target.Url)}, seed {header.Seed}, deliveries {string.Join(' ', header.Deliveries)}"
            + $"{(header.Shard is { } shard ? $", shard {shard}" : string.Empty)}, {header.Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC"
            + $"{(run.Summary.Duration > TimeSpan.Zero ? $", {Quantity.Time(run.Summary.Duration)}" : string.Empty)}\n");
        if (run.Summary.TargetDown is { } down) page.Add($"\n> [!CAUTION]\n{string.Concat(down.Split('\n').Select(l => $"> {Markdown.Text(l)}\n"))}");
        MarkdownFailures.Write(page, run);
        WriteLists(page, run.Summary);
        WriteFiles(page, run);
        MarkdownFailures.WriteBriefly(page, run, "Known deviations", ResultState.Known, r => r.Standing.Because ?? string.Empty);
        MarkdownFailures.WriteBriefly(page, run, "Listed as flaky, and of no weight", ResultState.Flaky, r => r.Standing.Because ?? string.Empty);
        MarkdownFailures.WriteBriefly(page, run, "Failures too light for --fail-on", ResultState.Below, r => $"expected {r.Result.Verdict.Expected}; observed {r.Result.Verdict.Observed}");
        WriteReasons(page, run);
        output.Write(page.Finish());
    }

    private static string Counts(FinishedRun run)
    {
        var cases = run.Cases.Where(c => !CaseName.IsLint(c.Key)).ToList();
        var lint = run.Cases.Count - cases.Count;
        var counts = ResultStates.All.Select(w => (w.Word, Count: cases.Count(c => c.Value == w.State))).Where(c => c.Count > 0).Select(c => $"**{c.Count:N0}** {c.Word}");
        return $"{Quantity.Count(cases.Count, "case")}: {string.Join(" · ", counts)}"
            + (lint > 0 ? $"; lint of every response, {Quantity.Count(lint, "rule")}: {run.Cases.Count(c => CaseName.IsLint(c.Key) && c.Value is ResultState.Pass):N0} pass" : string.Empty);
    }

    private static void WriteLists(MarkdownPage page, RunSummary summary)
    {
        page.List("Expired lines: their day has passed", [.. summary.Expired.Select(e => $"{Markdown.Code(e.Location)} {Markdown.Text(e.ToString()!)}")]);
        page.List("Stale deviations: listed, but they do not deviate so any more", [.. summary.Stale.Select(s => $"{Markdown.Code(s.Location)} {Markdown.Code(s.Subject)} {Names.Of(s.Outcome)}")]);
        page.List("Snapshots that differ", [.. summary.Differences.Select(d => $"{Markdown.Code(d.Name)}\n\n{Markdown.Fenced("diff", d.Text.TrimEnd('\n').Split('\n'), "  ")}")]);
    }

    private static void WriteFiles(MarkdownPage page, FinishedRun run)
    {
        var files = run.Cases.GroupBy(c => CaseName.File(c.Key), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var states = ResultStates.All.Where(w => run.Cases.Any(c => c.Value == w.State)).ToList();
        var text = new StringBuilder($"\n<details><summary>All {Quantity.Count(files.Count, "file")}</summary>\n\n| file | cases | {string.Join(" | ", states.Select(s => s.Word))} |\n|---|--:|{string.Concat(states.Select(_ => "--:|"))}\n");
        foreach (var file in files)
        {
            var cells = states.Select(s => file.Count(c => c.Value == s.State)).Select(n => n == 0 ? "·" : $"{n:N0}");
            text.Append($"| {Markdown.Text(file.Key)} | {file.Count():N0} | {string.Join(" | ", cells)} |\n");
        }

        page.Add(text.Append("\n</details>\n").ToString());
    }

    private static void WriteReasons(MarkdownPage page, FinishedRun run)
    {
        var reasons = run.Results.Where(r => r.Result.Outcome is Outcome.NotObservable or Outcome.Skip).GroupBy(r => Reasons.Of(r.Result), StringComparer.Ordinal)
            .Select(g => (g.Key, Count: g.Select(r => r.Result.Case).Distinct().Count())).OrderByDescending(r => r.Count).ToList();
        if (reasons.Count == 0) return;
        page.Add("\n<details><summary>Not observable, or left out</summary>\n\n| cases | why |\n|--:|---|\n"
            + string.Concat(reasons.Select(r => $"| {r.Count:N0} | {Markdown.Cell(r.Key)} |\n")) + "\n</details>\n");
    }
}

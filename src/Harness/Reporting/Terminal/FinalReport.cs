using Conform.Judging;
using Conform.Observations;
using Conform.Reporting.Records;
using Spectre.Console;

namespace Conform.Reporting.Terminal;

/// <summary>The report at the end of a run: the table, what is unexpected in full, the rest in a line each, and the sum.</summary>
internal static class FinalReport
{
    private const int MostIds = 8;

    public static void WriteHeader(Page page, RunHeader header)
    {
        var target = header.Target;
        var version = target.Version is { Length: > 0 } known && !target.Name.Contains(known, StringComparison.Ordinal) ? $" {known}" : string.Empty;
        var place = target.Name == target.Url ? target.Url : $"{target.Name}{version} at {target.Url}";
        page.Labelled($"conform {header.ToolVersion}  ", place, Page.Strong);
        var shard = header.Shard is { } part ? $" · shard {part}" : string.Empty;
        page.Labelled(string.Empty, $"seed {header.Seed} · deliveries {string.Join(' ', header.Deliveries)}{shard}", style: Page.Dim);
    }

    public static void Write(
        Page page, RunHeader header, Ledger ledger, RunSummary summary, Func<Transcript, Observation> read, bool verbose)
    {
        page.Blank();
        FileTable.Write(page, ledger.Cases);
        if (verbose) WritePassing(page, ledger);
        var block = new FailureBlock(page, header, read);
        var bad = ledger.Kept.Where(r => r.Standing.Kind is StandingKind.Unexpected or StandingKind.Error).ToList();
        WriteBlocks(page, block, "Unexpected failures", bad.Where(r => r.Result.Outcome == Outcome.Fail && !CaseName.IsLint(r.Result.Case)));
        WriteBlocks(page, block, "Unexpected findings of the lint", bad.Where(r => r.Result.Outcome == Outcome.Fail && CaseName.IsLint(r.Result.Case)));
        WriteBlocks(page, block, "Errors of the harness", bad.Where(r => r.Standing.Kind == StandingKind.Error));
        WriteReasons(page, "Inconclusive", Page.Bad, bad.Where(r => r.Result.Outcome == Outcome.Inconclusive), ids: true);
        WriteBelow(page, [.. ledger.Kept.Where(r => r.Result.Outcome == Outcome.Fail && r.Standing.Kind == StandingKind.Expected)]);
        WriteKnown(page, [.. ledger.Kept.Where(r => r.Standing.Kind == StandingKind.Known)]);
        WriteReasons(page, "Not observable on this target", Page.Plain, ledger.Kept.Where(r => r.Result.Outcome == Outcome.NotObservable), ids: false);
        WriteReasons(page, "Left out", Page.Plain, ledger.Kept.Where(r => r.Result.Outcome == Outcome.Skip), ids: false);
        WriteStale(page, summary.Stale);
        WriteDifferences(page, summary.Differences);
        WriteSum(page, ledger, summary);
    }

    private static void WritePassing(Page page, Ledger ledger)
    {
        page.Heading("Passing");
        foreach (var (id, column) in ledger.Cases.Where(c => c.Value is CaseColumn.Pass or CaseColumn.Lenient).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            page.Labelled(column == CaseColumn.Pass ? "✓ " : "~ ", column == CaseColumn.Pass ? id : $"{id} (lenient)", Page.Good);
        }
    }

    private static void WriteBlocks(Page page, FailureBlock block, string heading, IEnumerable<AssessedResult> results)
    {
        var groups = FailureGroup.Of(results);
        if (groups.Count == 0) return;
        page.Heading($"{heading} ({groups.Count})", Page.Strong);
        foreach (var group in groups) block.Write(group);
    }

    private static void WriteBelow(Page page, IReadOnlyList<AssessedResult> results)
    {
        var groups = FailureGroup.Of(results);
        if (groups.Count == 0) return;
        page.Heading($"Below what fails this run ({groups.Count})");
        foreach (var group in groups)
        {
            var requirement = Assessment.Decisive(group.First.Result);
            page.Labelled(
                "- ", $"{group.First.Result.Case}: {requirement.Reference} {Names.Of(requirement.Level)}; expected {group.First.Result.Verdict.Expected}, observed {group.First.Result.Verdict.Observed}",
                Page.Odd);
        }
    }

    private static void WriteKnown(Page page, IReadOnlyList<AssessedResult> results)
    {
        if (results.Count == 0) return;
        var deviations = results.Select(r => r.Standing.Deviation!).Distinct().ToList();
        page.Heading($"Known deviations ({deviations.Count})");
        foreach (var known in deviations) page.Labelled("- ", $"{known.Subject}: {known.Reason}", Page.Odd);
    }

    private static void WriteReasons(Page page, string heading, Style style, IEnumerable<AssessedResult> results, bool ids)
    {
        var reasons = results.GroupBy(r => Reasons.Of(r.Result)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (reasons.Count == 0) return;
        page.Heading(heading);
        foreach (var reason in reasons)
        {
            var cases = reason.Select(r => r.Result.Case).Distinct().ToList();
            page.Labelled($"{cases.Count,5}  ", reason.Key, style, style);
            if (!ids) continue;
            foreach (var id in cases.Take(MostIds)) page.Labelled("       ", id, style: Page.Dim);
            if (cases.Count > MostIds) page.Labelled("       ", $"… and {cases.Count - MostIds} more", style: Page.Dim);
        }
    }

    private static void WriteStale(Page page, IReadOnlyList<Deviation> stale)
    {
        if (stale.Count == 0) return;
        page.Heading($"Stale deviations ({stale.Count}): listed, but they do not deviate so any more", Page.Worst);
        foreach (var entry in stale) page.Labelled("✗ ", $"{entry.Location}: {entry.Subject}  {Names.Of(entry.Outcome)}", Page.Bad);
    }

    private static void WriteDifferences(Page page, IReadOnlyList<SnapshotDifference> differences)
    {
        if (differences.Count == 0) return;
        page.Heading($"Snapshots that differ ({differences.Count}); conform accept takes them over", Page.Worst);
        foreach (var difference in differences)
        {
            page.Blank();
            page.Labelled("✗ ", difference.Name, Page.Bad, Page.Bad);
            foreach (var line in difference.Text.TrimEnd('\n').Split('\n'))
            {
                page.Labelled("  ", line.TrimEnd(), style: line.StartsWith('+') ? Page.Good : line.StartsWith('-') ? Page.Bad : Page.Dim);
            }
        }
    }

    private static void WriteSum(Page page, Ledger ledger, RunSummary summary)
    {
        page.Blank();
        if (summary.TargetDown is { } down) page.Labelled("✗ ", $"the target is down: {down}", Page.Worst, Page.Worst);
        var time = summary.Duration > TimeSpan.Zero ? $" in {Quantity.Time(summary.Duration)}" : string.Empty;
        page.Labelled(string.Empty, $"{Quantity.Count(ledger.Cases.Keys.Count(c => !CaseName.IsLint(c)), "case")}, {Quantity.Count(summary.Total, "result")}{time}: {Ledger.Line(summary.Counts)}");
        var code = summary.ExitCode;
        var parts = new[]
        {
            (summary.UnexpectedResults, "unexpected result"), (summary.Stale.Count, "stale deviation"), (summary.Differences.Count, "snapshot difference"),
        };
        var unexpected = string.Join(", ", parts.Where(p => p.Item1 > 0).Select(p => Quantity.Count(p.Item1, p.Item2)));
        page.Labelled(
            code == ExitCode.Ok ? "✓ " : "✗ ",
            $"{ExitCodes.Meaning(code)}{(unexpected.Length > 0 ? $": {unexpected}" : string.Empty)} (exit {(int)code})",
            code == ExitCode.Ok ? Page.Good : Page.Worst, code == ExitCode.Ok ? Page.Good : Page.Worst);
    }
}

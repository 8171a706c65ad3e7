using Conform.Judging;
using Conform.Reporting.Records;
using Spectre.Console;

namespace Conform.Reporting.Terminal;

/// <summary>The report at the end of a run: the table, what is unexpected in full, the rest in a line each, and the sum.</summary>
internal static class FinalReport
{
    public static void Write(Page page, RunHeader header, Ledger ledger, RunSummary summary, bool verbose)
    {
        page.Blank();
        FileTable.Write(page, ledger.Cases);
        if (verbose) WritePassing(page, ledger);
        var block = new FailureBlock(page, header);
        var kept = FinishedRun.InOrder(header, ledger.Kept);
        var bad = kept.Where(r => r.Standing.Kind is StandingKind.Unexpected or StandingKind.Error).ToList();
        WriteBlocks(page, block, "Unexpected failures", bad.Where(r => r.Result.Outcome == Outcome.Fail && !CaseName.IsLint(r.Result.Case)));
        WriteBlocks(page, block, "Unexpected findings of the lint, which looks at every response", bad.Where(r => r.Result.Outcome == Outcome.Fail && CaseName.IsLint(r.Result.Case)));
        WriteBlocks(page, block, "Errors of the harness", bad.Where(r => r.Standing.Kind == StandingKind.Error));
        ReasonList.Write(page, "Inconclusive, and unexpectedly so", Page.Bad, bad.Where(r => r.Result.Outcome == Outcome.Inconclusive), ids: true);
        WriteBelow(page, [.. kept.Where(r => r.Result.Outcome == Outcome.Fail && r.Standing.Kind == StandingKind.Expected)]);
        WriteKnown(page, [.. kept.Where(r => r.Standing.Kind == StandingKind.Known)]);
        WriteFlaky(page, [.. kept.Where(r => r.Standing.Kind == StandingKind.Flaky)]);
        WriteNotObservable(page, header, [.. kept.Where(r => r.Result.Outcome == Outcome.NotObservable)]);
        ReasonList.Write(page, "Left out", Page.Plain, kept.Where(r => r.Result.Outcome == Outcome.Skip), ids: false);
        WriteStale(page, summary.Stale);
        WriteExpired(page, summary.Expired);
        WriteDifferences(page, summary.Differences);
        RunSum.Write(page, ledger, summary);
    }

    private static void WritePassing(Page page, Ledger ledger)
    {
        page.Heading("Passing");
        foreach (var (id, column) in ledger.Cases.Where(c => c.Value is ResultState.Pass or ResultState.Lenient).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            page.Labelled(column == ResultState.Pass ? "✓ " : "~ ", column == ResultState.Pass ? id : $"{id} (lenient)", Page.Good);
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
        page.Heading($"Failures too light for --fail-on ({groups.Count})");
        foreach (var group in groups)
        {
            var result = group.First.Result;
            var requirement = Assessment.Decisive(result);
            var draws = group.OtherDraws.Count > 0 ? $", and {Quantity.Count(group.OtherDraws.Count, "more draw")}" : string.Empty;
            page.Labelled("- ", $"{result.Case}{draws}: {requirement.Reference} {Names.Of(requirement.Level)}", Page.Odd);
            page.Labelled("  ", $"expected {result.Verdict.Expected}; observed {result.Verdict.Observed}", style: Page.Dim);
        }
    }

    private static void WriteNotObservable(Page page, RunHeader header, IReadOnlyList<AssessedResult> results)
    {
        ReasonList.Write(page, "Not observable on this target", Page.Plain, results, ids: false);

        // Nothing was sent where the target lacks something; it may only be unsaid that it is there.
        if (header.Target.Arguments.Count > 0 && results.Any(r => r.Result.Evidence is null))
            page.Labelled("       ", "what a target has is said with --echo, --static, --stream, --understood, --app, or in its target.yaml", style: Page.Dim);
    }

    private static void WriteKnown(Page page, IReadOnlyList<AssessedResult> results)
    {
        if (results.Count == 0) return;
        var deviations = results.Select(r => r.Standing.Deviation!).Distinct().ToList();
        page.Heading($"Known deviations ({deviations.Count})");
        foreach (var known in deviations)
        {
            page.Labelled("- ", $"{known.Subject}  {Names.Of(known.Outcome)}", Page.Odd);
            page.Labelled("  ", known.Because, style: Page.Dim);
        }
    }

    private static void WriteFlaky(Page page, IReadOnlyList<AssessedResult> results)
    {
        if (results.Count == 0) return;
        page.Heading($"Listed as flaky, and of no weight ({results.Select(r => r.Result.Case).Distinct().Count()})");
        foreach (var group in FailureGroup.Of(results))
        {
            page.Labelled("- ", $"{group.First.Result.Case}  {Names.Of(group.First.Result.Outcome)}", Page.Odd);
            page.Labelled("  ", group.First.Standing.Because ?? string.Empty, style: Page.Dim);
        }
    }

    private static void WriteStale(Page page, IReadOnlyList<Deviation> stale)
    {
        if (stale.Count == 0) return;
        page.Heading($"Stale deviations ({stale.Count}): listed, but they do not deviate so any more", Page.Worst);
        foreach (var entry in stale) page.Labelled("✗ ", $"{entry.Location}: {entry.Subject}  {Names.Of(entry.Outcome)}", Page.Bad);
    }

    private static void WriteExpired(Page page, IReadOnlyList<ListedCase> expired)
    {
        if (expired.Count == 0) return;
        page.Heading($"Expired lines ({expired.Count}): their day has passed; mend the server, or give them a new day", Page.Worst);
        foreach (var entry in expired) page.Labelled("✗ ", $"{entry.Location}: {entry}", Page.Bad);
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
}

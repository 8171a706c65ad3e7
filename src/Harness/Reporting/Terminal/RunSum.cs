using Conform.Reporting.Records;

namespace Conform.Reporting.Terminal;

/// <summary>The first and the last lines of a report: what is run against what, and what it came to.</summary>
internal static class RunSum
{
    public static void WriteHeader(Page page, RunHeader header)
    {
        page.Labelled($"conform {header.ToolVersion}  ", Place(header.Target), Page.Strong);
        var parts = new List<string> { $"seed {header.Seed}", $"deliveries {string.Join(' ', header.Deliveries)}" };
        if (header.Shard is { } shard) parts.Add($"shard {shard}");
        if (header.Jobs is { } jobs) parts.Add(Quantity.Count(jobs, "job"));
        if (header.Evidence is { } found) parts.Add($"deadline {Quantity.Time(found.Deadline)}");
        parts.Add($"host {header.Target.Host}");
        page.Labelled(string.Empty, string.Join(" · ", parts.Select(p => p.Replace(' ', Page.Together))), style: Page.Dim);
    }

    public static void Write(Page page, Ledger ledger, RunSummary summary)
    {
        page.Blank();
        var cases = ledger.Cases.Keys.Count(c => !CaseName.IsLint(c));
        var time = summary.Duration > TimeSpan.Zero ? $" in {Quantity.Time(summary.Duration)}" : string.Empty;
        page.Labelled(string.Empty, $"{Quantity.Count(cases, "case")}, {Quantity.Count(ledger.Conversations.Values.Sum(), "result")}{time}: {Ledger.Line(ledger.Conversations)}");
        if (ledger.Lint.Count > 0) page.Labelled(string.Empty, $"lint of every response, {Quantity.Count(ledger.Lint.Values.Sum(), "rule")}: {Ledger.Line(ledger.Lint)}");
        if (summary.TargetDown is { } down)
        {
            foreach (var line in down.Split('\n')) page.Labelled("✗ ", line, Page.Worst, Page.Worst);
        }

        var code = summary.ExitCode;
        var style = code == ExitCode.Ok ? Page.Good : Page.Worst;
        page.Labelled(code == ExitCode.Ok ? "✓ " : "✗ ", $"exit {(int)code}: {ExitCodes.Meaning(code)}{Unexpected(summary)}", style, style);
    }

    private static string Unexpected(RunSummary summary)
    {
        var parts = new[]
        {
            (summary.UnexpectedResults, "unexpected result"), (summary.Stale.Count, "stale deviation"), (summary.Expired.Count, "expired line"), (summary.Differences.Count, "snapshot difference"),
        };
        var text = string.Join(", ", parts.Where(p => p.Item1 > 0).Select(p => Quantity.Count(p.Item1, p.Item2)));
        return text.Length > 0 ? $" ({text})" : string.Empty;
    }

    private static string Place(RunTarget target) => target.Name == target.Url ? target.Url : $"{RunTitle.Target(target)} at {target.Url}";
}

using Conform.Reporting.Records;

namespace Conform.Reporting.Html;

/// <summary>One page that opens offline and shows every result with its exchange. It asks for nothing from elsewhere.</summary>
internal static class HtmlReport
{
    public static void Render(FinishedRun run, TextWriter output)
    {
        var details = HtmlDetails.Of(run);
        var model = Model(run);
        model["leftOut"] = details.LeftOut == 0 ? null : $"{details.LeftOut:N0}";
        model["data"] = HtmlData.Of(run, details).ToJsonString(HtmlData.Json);
        model["details"] = $"[{string.Join(",\n", details.Texts)}]";
        output.Write(HtmlTemplates.Fill("report", model));
    }

    private static Dictionary<string, object?> Model(FinishedRun run)
    {
        var (header, summary) = (run.Header, run.Summary);
        var cases = run.Cases.Values.ToList();
        return new Dictionary<string, object?>
        {
            ["title"] = RunTitle.Target(header.Target),
            ["good"] = summary.ExitCode == ExitCode.Ok,
            ["outcome"] = RunTitle.Outcome(summary),
            ["exit"] = (int)summary.ExitCode,
            ["tool"] = header.ToolVersion,
            ["total"] = $"{cases.Count:N0}",
            ["facts"] = Facts(run).Select(f => new Dictionary<string, object?> { ["name"] = f.Name, ["value"] = f.Value }).ToList(),
            ["states"] = ResultStates.All.Select(s => (Word: s, Count: cases.Count(c => c == s.State))).Where(s => s.Count > 0)
                .Select(s => new Dictionary<string, object?>
                {
                    ["word"] = s.Word.Word, ["meaning"] = s.Word.Meaning, ["count"] = $"{s.Count:N0}", ["weight"] = s.Count,
                }).ToList(),
            ["down"] = summary.TargetDown,
            ["lists"] = Lists(summary).Where(l => l.Items.Count > 0).Select(l => new Dictionary<string, object?>
            {
                ["heading"] = $"{l.Heading} ({l.Items.Count:N0})",
                ["items"] = l.Items.Select(i => new Dictionary<string, object?> { ["name"] = i.Name, ["text"] = i.Text }).ToList(),
            }).ToList(),
            ["unexpected"] = run.Groups(ResultState.Error, ResultState.Fail, ResultState.Inconclusive).Select(g => new Dictionary<string, object?>
            {
                ["case"] = g.Group.First.Result.Case, ["expected"] = g.Group.First.Result.Verdict.Expected, ["observed"] = g.Group.First.Result.Verdict.Observed,
            }).ToList(),
        };
    }

    private static IEnumerable<(string Name, string Value)> Facts(FinishedRun run)
    {
        var header = run.Header;
        yield return ("Target", header.Target.Url);
        if (header.Target.Version is { } version) yield return ("Version", version);
        if (header.Target.Command is { } command) yield return ("Command", command);
        yield return ("Host", header.Target.Host);
        yield return ("Started", $"{header.Started.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        if (run.Summary.Duration > TimeSpan.Zero) yield return ("Took", Quantity.Time(run.Summary.Duration));
        yield return ("Seed", $"{header.Seed}");
        yield return ("Deliveries", string.Join(' ', header.Deliveries));
        if (header.Shard is { } shard) yield return ("Shard", shard.ToString());
        yield return ("Results", $"{run.Results.Count:N0}");
        yield return ("Suite", header.SuiteDigest[..Math.Min(12, header.SuiteDigest.Length)]);
        yield return ("Tool", $"conform {header.ToolVersion}");
    }

    private static IEnumerable<(string Heading, List<(string Name, string Text)> Items)> Lists(RunSummary summary) =>
    [
        ("Expired lines: their day has passed", [.. summary.Expired.Select(e => (e.Location, e.ToString()!))]),
        ("Stale deviations: listed, but they do not deviate so any more", [.. summary.Stale.Select(s => (s.Location, $"{s.Subject}  {Names.Of(s.Outcome)}"))]),
        ("Snapshots that differ", [.. summary.Differences.Select(d => (d.Name, d.Text))]),
    ];
}

using Conform.Judging;
using Conform.Observations;
using Conform.Reporting.Records;

namespace Conform.Reporting.Formats;

/// <summary>
/// The Test Anything Protocol. What is known, flaky or too light is a TODO, which no reader counts as a failure; what could not be seen is skipped.
/// </summary>
internal static class TapReport
{
    /// <summary>Version 14.</summary>
    public static void Render(FinishedRun run, TextWriter output) => Render(run, output, 14);

    /// <summary>Version 13, for readers that know no other.</summary>
    public static void Render13(FinishedRun run, TextWriter output) => Render(run, output, 13);

    private static void Render(FinishedRun run, TextWriter output, int version)
    {
        var header = run.Header;
        var besides = Besides(run.Summary).ToList();
        output.Write($"TAP version {version}\n1..{run.Results.Count + besides.Count}\n");
        output.Write($"# conform {header.ToolVersion}, {Plain(RunTitle.Target(header.Target))} at {Plain(header.Target.Url)}, seed {header.Seed}\n");
        var number = 0;
        foreach (var assessed in run.Results) Write(output, ++number, assessed);
        foreach (var (what, why) in besides) output.Write($"not ok {++number} - {Plain(what)}\n  ---\n  message: {Quoted(why)}\n  ...\n");
        if (run.Summary.TargetDown is { } down) output.Write($"Bail out! {Plain(down.Split('\n')[0])}\n");
    }

    private static IEnumerable<(string What, string Why)> Besides(RunSummary summary) =>
    [
        .. summary.Stale.Select(s => ($"stale deviation {s.Subject}", $"{s.Location}: it is listed, and does not deviate so any more")),
        .. summary.Expired.Select(e => ($"expired line {e.Subject}", $"{e.Location}: {e}")),
        .. summary.Differences.Select(d => ($"snapshot {d.Name}", d.Text)),
    ];

    private static void Write(TextWriter output, int number, AssessedResult assessed)
    {
        var (result, standing) = assessed;
        var state = ResultStates.Of(assessed);
        var isGood = state is ResultState.Pass or ResultState.Lenient or ResultState.NotObservable or ResultState.Skip;
        var delivery = result.Delivery == "-" ? string.Empty : $" ({result.Delivery})";
        output.Write($"{(isGood ? "ok" : "not ok")} {number} - {Plain(result.Case)}{delivery}{Directive(state, result, standing)}\n");
        if (isGood) return;
        var requirement = Assessment.Decisive(result);
        output.Write("  ---\n");
        output.Write($"  message: {Quoted($"expected {result.Verdict.Expected}; observed {result.Verdict.Observed}")}\n");
        output.Write($"  severity: {state switch { ResultState.Error => "error", ResultState.Fail => "fail", _ => "todo" }}\n");
        output.Write($"  outcome: {Names.Of(result.Outcome)}\n");
        output.Write($"  requirement: {Quoted($"{requirement.Reference} {Names.Of(requirement.Level)} ({requirement.Id})")}\n");
        output.Write($"  asks: {Quoted(requirement.Text)}\n");
        output.Write($"  at: {Quoted(result.Location.ToString())}\n");
        foreach (var note in result.Verdict.Notes.Take(1)) output.Write($"  note: {Quoted(note)}\n");
        output.Write("  ...\n");
    }

    private static string Directive(ResultState state, Result result, Standing standing) => state switch
    {
        ResultState.NotObservable or ResultState.Skip => $" # SKIP {Plain(Reasons.Of(result))}",
        ResultState.Known => $" # TODO known: {Plain(standing.Because ?? string.Empty)}",
        ResultState.Flaky => $" # TODO flaky: {Plain(standing.Because ?? string.Empty)}",
        ResultState.Below => " # TODO too light for --fail-on",
        _ => string.Empty,
    };

    // A description ends where a directive begins, so a # of ours is escaped as version 14 asks.
    private static string Plain(string text) => OneLine(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("#", "\\#", StringComparison.Ordinal);

    private static string Quoted(string text) => $"'{OneLine(text).Replace("'", "''", StringComparison.Ordinal)}'";

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? Octets.Escape(c) : c.ToString()));
}

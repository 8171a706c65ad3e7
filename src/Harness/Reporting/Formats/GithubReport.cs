using Conform.Cases;
using Conform.Reporting.Records;

namespace Conform.Reporting.Formats;

/// <summary>
/// Annotations, as GitHub's workflow commands make them. Ten errors and ten warnings of a step are shown, so the worst come first and what is left
/// over is counted.
/// </summary>
internal static class GithubReport
{
    private const int Most = 10;

    public static void Render(FinishedRun run, TextWriter output)
    {
        var summary = run.Summary;
        var errors = new List<string>();
        if (summary.TargetDown is { } down) errors.Add(Command("error", string.Empty, "the target died, or could not be reached", down));
        errors.AddRange(run.Groups(ResultState.Error, ResultState.Fail, ResultState.Inconclusive).Select(g => Of("error", run, g.Group)));
        errors.AddRange(summary.Expired.Select(e => Listed(e, "expired", $"its last day was {ListedCase.Text(e.Until!.Value)}: {e}")));
        errors.AddRange(summary.Stale.Select(s => Listed(s, "stale deviation", $"it is listed, and does not deviate so any more: {s}")));
        errors.AddRange(summary.Differences.Select(d => Command("error", string.Empty, $"snapshot {d.Name} differs", d.Text)));
        var warnings = run.Groups(ResultState.Below).Where(g => Assessment.Decisive(g.Group.First.Result).Weight == Weight.Warning).Select(g => Of("warning", run, g.Group)).ToList();
        foreach (var line in Most < errors.Count ? [.. errors.Take(Most - 1), More("error", errors.Count - Most + 1)] : errors) output.Write(line);
        foreach (var line in Most < warnings.Count ? [.. warnings.Take(Most - 1), More("warning", warnings.Count - Most + 1)] : warnings) output.Write(line);
        output.Write(Command("notice", string.Empty, $"conform: {RunTitle.Target(run.Header.Target)}",
            $"{RunTitle.Outcome(summary)}; {Terminal.Ledger.Line(summary.Counts).Replace(Terminal.Page.Together, ' ')}"));
    }

    private static string More(string level, int count) => Command(level, string.Empty, "conform", $"and {count:N0} more, which the report in full has");

    private static string Of(string level, FinishedRun run, FinishedGroup group)
    {
        var result = group.First.Result;
        var requirement = Assessment.Decisive(result);
        var observed = result.Outcome == Judging.Outcome.Fail ? $"expected {result.Verdict.Expected}; observed {result.Verdict.Observed}" : Reasons.Of(result);
        var draws = group.OtherDraws.Count == 0 ? string.Empty : $" and {Quantity.Count(group.OtherDraws.Count, "more draw")}";
        var place = CaseName.IsLint(result.Case) ? string.Empty : $"file={Property(result.Location.File)},line={result.Location.Line},";
        return Command(level, place, $"{result.Case}{draws}: {Names.Of(result.Outcome)}",
            $"{requirement.Reference} {Names.Of(requirement.Level)}: {requirement.Text}\n{observed}\n{string.Join('\n', Reproduction.Command(run.Header, result, int.MaxValue))}");
    }

    private static string Listed(ListedCase entry, string title, string message) =>
        Command("error", $"file={Property(entry.File)},line={entry.Line},", $"{entry.Subject}: {title}", message);

    private static string Command(string level, string place, string title, string message) => $"::{level} {place}title={Property(title)}::{Data(message)}\n";

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}

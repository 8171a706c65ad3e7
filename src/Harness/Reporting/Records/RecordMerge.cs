using Conform.Judging;

namespace Conform.Reporting.Records;

/// <summary>Puts the shards of a run together again.</summary>
public static class RecordMerge
{
    /// <summary>Merges.</summary>
    /// <param name="shards">Each record and the name of its file.</param>
    /// <returns>The run as it would have been in one piece, results in order.</returns>
    /// <exception cref="FormatException">The records are not the shards of one run, or one is missing or broken; a line for each problem names the file.</exception>
    public static Recording Of(IReadOnlyList<(string File, Recording Record)> shards)
    {
        var problems = Problems(shards).ToList();
        if (problems.Count > 0) throw new FormatException(string.Join('\n', problems));
        var first = shards.MinBy(s => s.Record.Header.Shard!.Index).Record;
        var header = first.Header with
        {
            Shard = null, Started = shards.Min(s => s.Record.Header.Started), Planned = shards.Sum(s => s.Record.Header.Planned),
        };
        var all = shards.OrderBy(s => s.Record.Header.Shard!.Index).SelectMany(s => s.Record.Results).ToList();
        IEnumerable<Result> results = [.. all.Where(r => !CaseName.IsLint(r.Case)), .. all.Where(r => CaseName.IsLint(r.Case)).GroupBy(r => r.Case, StringComparer.Ordinal).Select(Together)];
        var ordered = FinishedRun.InOrder(header, results.Select(r => new AssessedResult(r, new Standing(StandingKind.Expected)))).Select(r => r.Result).ToList();
        return new Recording(header, ordered, End(header, ordered, [.. shards.Select(s => s.Record.End!)]));
    }

    private static IEnumerable<string> Problems(IReadOnlyList<(string File, Recording Record)> shards)
    {
        foreach (var (file, record) in shards)
        {
            if (record.Broken is { } broken) yield return $"{file}: {broken}";
            if (record.Header.Shard is null) yield return $"{file}: it is no shard; run with --shard I/N makes one";
        }

        if (shards.Any(s => s.Record.Header.Shard is null)) yield break;
        var (firstFile, first) = shards[0];
        foreach (var (file, record) in shards.Skip(1))
        {
            foreach (var (what, was, now) in Facts(first.Header).Zip(Facts(record.Header), (a, b) => (a.What, Was: a.Value, Now: b.Value)).Where(f => f.Was != f.Now))
                yield return $"{file}: {what} {now}, but {firstFile} has {was}: they are not of one run";
            if (Lines(first.End?.Memory) != Lines(record.End?.Memory)) yield return $"{file}: its deviations or --fail-on are not those of {firstFile}";
        }

        foreach (var twice in shards.GroupBy(s => s.Record.Header.Shard!.Index).Where(g => g.Count() > 1))
            yield return $"{string.Join(" and ", twice.Select(s => s.File))} are both shard {twice.First().Record.Header.Shard}";
        var count = first.Header.Shard!.Count;
        var missing = Enumerable.Range(1, count).Except(shards.Select(s => s.Record.Header.Shard!.Index)).ToList();
        if (missing.Count > 0) yield return $"of {count} shards these are missing: {string.Join(", ", missing.Select(i => $"{i}/{count}"))}";
        foreach (var twice in shards.SelectMany(s => s.Record.Results).Where(r => !CaseName.IsLint(r.Case)).GroupBy(r => (r.Case, r.Delivery)).Where(g => g.Count() > 1).Take(3))
            yield return $"{twice.Key.Case} ({twice.Key.Delivery}) is in more than one shard";
    }

    private static IEnumerable<(string What, string Value)> Facts(RunHeader header) =>
    [
        ("shards", $"{header.Shard!.Count}"), ("version of conform", header.ToolVersion), ("seed", $"{header.Seed}"), ("suite", header.SuiteDigest), ("target", header.Target.Name),
        ("version of the target", header.Target.Version ?? "unknown"), ("options", string.Join(' ', header.Target.Arguments)), ("deliveries", string.Join(' ', header.Deliveries)),
    ];

    private static string Lines(RunMemory? memory) => memory is null ? string.Empty : $"{memory.FailOn}\n{string.Join('\n', memory.Known.Lines.Select(l => l.ToString()))}";

    // A rule that one shard saw broken is broken; the counts are those of all.
    private static Result Together(IEnumerable<Result> rule)
    {
        var all = rule.ToList();
        var worst = all.MaxBy(r => r.Outcome switch { Outcome.Fail => 3, Outcome.Inconclusive => 2, Outcome.Pass or Outcome.Lenient => 1, _ => 0 })!;
        return worst with { Count = worst.Outcome == Outcome.Fail ? all.Where(r => r.Outcome == Outcome.Fail).Sum(r => r.Count) : worst.Count };
    }

    private static RunEnd End(RunHeader header, IReadOnlyCollection<Result> results, IReadOnlyList<RunEnd> ends)
    {
        var memory = ends[0].Memory ?? new RunMemory(Cases.Weight.Violation, TargetMemory.Empty);
        var down = ends.Select(e => e.TargetDown).OfType<string>().ToList();
        var assessment = Assessment.Of(results, memory.Known, memory.FailOn, DateOnly.FromDateTime(header.Started.UtcDateTime));
        return (RunSummary.Of(
            assessment, TimeSpan.FromTicks(ends.Sum(e => e.Duration.Ticks)), down.Count == 0 ? null : string.Join('\n', down), [.. ends.SelectMany(e => e.Differences)]) with { Memory = memory }).End;
    }
}

using System.Collections.Concurrent;
using Conform.Generation.Deliveries;
using Conform.Generation.Programs;
using Conform.Judging;

namespace Conform.Running;

/// <summary>
/// Makes the program of a failed draw as small as it fails with, so that a person sees what it takes. Each smaller one is a conversation of its own, with
/// target and reference; what is told in the end is one that was held and judged.
/// </summary>
/// <param name="seed">The run's seed.</param>
internal sealed class Shrinking(long seed)
{
    // What a drawn program has can mostly be cut in half as many.
    private const int MostRuns = 40;

    // A server that lets every smaller one wait too must not keep the run; the other draws say the same.
    private const int MostWaits = 12;

    private readonly ConcurrentDictionary<string, Lazy<Task<Shrunk>>> _whole = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _waiting = new(StringComparer.Ordinal);

    /// <summary>The failure with the smallest program, or the failure itself.</summary>
    /// <param name="item">What was done.</param>
    /// <param name="failed">What it came to.</param>
    /// <param name="run">Holds a conversation under a name of its own, and has it judged.</param>
    public async Task<Result> OfAsync(WorkItem item, Result failed, Func<WorkItem, string, Task<Result>> run)
    {
        if (failed.Outcome != Outcome.Fail || ProgramDraw.Of(item.Planned.Case, seed, item.Planned.Index) is not { } first) return failed;
        if (failed.Verdict.RestsOnDeadline && _waiting.GetOrAdd(item.Planned.Case.Id, item.ToString()) != item.ToString()) return failed;

        // What fails however the request is cut is found out once, by the delivery that takes least time.
        var whole = item with { Delivery = Delivery.Whole };
        var known = await _whole.GetOrAdd(item.Planned.Id, _ => new Lazy<Task<Shrunk>>(() => ShrinkAsync(whole, first, failed, run))).Value;
        if (known.Result is { } told && item.Delivery == Delivery.Whole) return told;
        if (known.Result is not null && await TryAsync(item, known.Smallest, failed, run) is { } same) return Telling(same, first, known.Runs + 1);
        return item.Delivery == Delivery.Whole ? Telling(failed, first, known.Runs) : (await ShrinkAsync(item, first, failed, run)).Result ?? failed;
    }

    private static async Task<Shrunk> ShrinkAsync(WorkItem item, DrawnProgram first, Result failed, Func<WorkItem, string, Task<Result>> run)
    {
        Result? least = null;
        var runs = 0;
        var smallest = first;
        try
        {
            await ProgramShrinker.ShrinkAsync(first, DisagreeAsync, failed.Verdict.RestsOnDeadline ? MostWaits : MostRuns);
        }
        catch (TargetGoneException)
        {
            // Whoever looks at the result finds out that the target is gone; what was found before holds.
        }

        return new Shrunk(smallest, runs, least is null ? null : Telling(least, first, runs));

        async Task<bool> DisagreeAsync(DrawnProgram program)
        {
            runs++;
            if (await TryAsync(item, program, failed, run) is not { } seen) return false;
            (least, smallest) = (seen, program);
            return true;
        }
    }

    // Null where it does not fail, or fails in another way.
    private static async Task<Result?> TryAsync(WorkItem item, DrawnProgram program, Result failed, Func<WorkItem, string, Task<Result>> run)
    {
        var subject = item.Planned.Case with { Program = program.Compile(item.Planned.Case.Location) };
        var seen = await run(item with { Planned = item.Planned with { Case = subject } }, $"{item.Delivery}\n{string.Join('\n', program.Lines)}");
        return seen.Outcome == Outcome.Fail && seen.Verdict.Decisive == failed.Verdict.Decisive && seen.Verdict.RestsOnDeadline == failed.Verdict.RestsOnDeadline ? seen : null;
    }

    private static Result Telling(Result least, DrawnProgram first, int runs) => least.Evidence is not { } evidence
        ? least
        : least with { Evidence = evidence with { Drawn = evidence.Drawn with { ShrunkFrom = first.Lines, Runs = runs } } };

    /// <summary>What shrinking came to.</summary>
    /// <param name="Smallest">The program.</param>
    /// <param name="Runs">How many were run.</param>
    /// <param name="Result">Its result; null where nothing could be cut.</param>
    private sealed record Shrunk(DrawnProgram Smallest, int Runs, Result? Result);
}

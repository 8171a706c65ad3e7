using Conform.Cases;
using Conform.Generation.Deliveries;
using Conform.Judging;
using Conform.Observations;
using Conform.Reporting;
using Conform.Reporting.Records;
using Conform.Running;

namespace Conform.Commands;

/// <summary>Hands what a run finds to all its reports, and knows what of it was unexpected.</summary>
internal sealed class RunReport(
    IReadOnlyList<IReportWriter> writers, TargetMemory memory, Weight failOn, RunHeader header, TimeProvider time) : IRunSink
{
    private readonly List<Result> _results = [];
    private readonly long _began = time.GetTimestamp();

    /// <summary>All results so far.</summary>
    public IReadOnlyList<Result> Results => _results;

    /// <inheritdoc/>
    public void Begin(TargetEvidence target, int jobs, int conversations)
    {
        var known = header with { Evidence = target, Planned = conversations, Jobs = jobs };
        foreach (var writer in writers) writer.Begin(known);
    }

    /// <inheritdoc/>
    public void Add(Result result)
    {
        // Of a cut that went well nobody asks for the octets again, and there may be hundreds of thousands of them.
        _results.Add(result.Outcome is Outcome.Pass or Outcome.Lenient && Delivery.TryParse(result.Delivery, out var delivery) && delivery.Kind == DeliveryKind.Cuts ? result with { Evidence = null } : result);
        var standing = Assessment.Of(result, memory, failOn);
        foreach (var writer in writers) writer.Add(result, standing);
    }

    /// <summary>Counts what was left out on purpose.</summary>
    /// <param name="skipped">The case.</param>
    /// <param name="deliveries">Under these deliveries.</param>
    public void AddSkipped(PlannedCase skipped, IReadOnlyList<Delivery> deliveries)
    {
        foreach (var delivery in deliveries)
            Add(CaseRunner.Told(new WorkItem(skipped, delivery), Outcome.Skip, "left out by --skip"));
    }

    /// <summary>Ends all reports.</summary>
    /// <param name="outcome">How the run ended.</param>
    /// <param name="target">For the last words of a server that died.</param>
    /// <param name="differences">What the snapshots show.</param>
    /// <param name="update">Brings the list of deviations up to date with the run; null where it stays as it is.</param>
    /// <returns>The exit code.</returns>
    public ExitCode End(RunOutcome outcome, ITarget target, IReadOnlyList<SnapshotDifference> differences, Func<Assessment, DeviationList>? update = null)
    {
        var down = outcome.Died.Count == 0 ? null : Obituary(outcome.Died, target.OutputTail);
        var today = DateOnly.FromDateTime(header.Started.UtcDateTime);
        var known = memory with { IsPart = memory.IsPart || header.Shard is not null };
        var assessment = Assessment.Of(_results, known, failOn, today);
        if (update is not null)
        {
            known = known with { Deviations = update(assessment) };
            assessment = Assessment.Of(_results, known, failOn, today);
        }

        var summary = RunSummary.Of(assessment, time.GetElapsedTime(_began), down, differences) with { Memory = new RunMemory(failOn, known with { IsPart = memory.IsPart }) };
        foreach (var writer in writers) writer.End(summary);
        return summary.ExitCode;
    }

    private static string Obituary(IReadOnlyList<string> died, string tail) =>
        $"the target died {string.Join("; ", died)}" + (tail.Length == 0 ? string.Empty : $"\nits last output:\n{tail}");
}

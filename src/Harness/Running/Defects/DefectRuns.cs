using Conform.Cases;
using Conform.Generation.Deliveries;
using Conform.Judging;
using Conform.Judging.Defects;
using Conform.ReferenceServer.Defects;
using Conform.Running.Targets;

namespace Conform.Running.Defects;

/// <summary>Runs cases against the embedded reference with one defect at a time, several defects at once.</summary>
public sealed class DefectRuns : IDisposable
{
    // What shows only where a read ends shows in nearly every case that is cut into octets, and counts for none of them.
    private const string ReadEnds = "read-ends-";

    private readonly Catalogue _catalogue;
    private readonly IReadOnlyList<PlannedCase> _cases;
    private readonly bool _everyCase;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _room;
    private readonly Lazy<Task<DefectReach>> _reach;

    /// <summary>Prepares the runs.</summary>
    /// <param name="catalogue">The cases.</param>
    /// <param name="cases">Those that are run, all draws of a case or none.</param>
    /// <param name="jobs">How many defects at once; most of a run is waiting, so that several times the processors are well used.</param>
    /// <param name="time">The clock.</param>
    /// <param name="everyCase">Whether those cases are run too in which the server never passes the place of the defect.</param>
    public DefectRuns(Catalogue catalogue, IReadOnlyList<PlannedCase> cases, int jobs, TimeProvider time, bool everyCase = false)
    {
        (_catalogue, _cases, _everyCase, _time, _room) = (catalogue, cases, everyCase, time, new SemaphoreSlim(jobs));
        _reach = new Lazy<Task<DefectReach>>(() => DefectReach.OfAsync(catalogue, cases, time, CancellationToken.None));
    }

    /// <summary>Runs the cases against one defect.</summary>
    /// <param name="defect">The defect.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task<DefectFinding> OfAsync(Defect defect, CancellationToken cancellation)
    {
        var reach = await _reach.Value;
        await _room.WaitAsync(cancellation);
        try
        {
            var finding = new DefectFinding(defect.Name, defect.Requirement, defect.Summary);
            var tally = new DefectTally(_catalogue.FindRequirement(defect.Requirement)?.Family, reach.Controls);
            var cases = DefectCatalogue.OverTls.Contains(defect) ? [.. _cases.Where(c => c.Case.Requires.HasFlag(Capabilities.Tls) && reach.Reaches(defect, c))]
                : _everyCase ? _cases : [.. _cases.Where(c => reach.Reaches(defect, c))];
            // Whether a plain GET survives the defect is shown wherever a case reaches it.
            if (cases.Count == 0) return finding;
            if (await RunAsync(defect, cases, Delivery.Whole, r => tally.Add(r, _catalogue), cancellation) is { } problem)
                return finding with { BaselineProblem = problem };
            if (defect.Name.StartsWith(ReadEnds, StringComparison.Ordinal))
                await RunAsync(defect, _cases, Delivery.Octets, r => tally.Add(r, _catalogue, counts: false), cancellation);
            return tally.Of(finding);
        }
        finally
        {
            _room.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _room.Dispose();

    private async Task<string?> RunAsync(
        Defect defect, IReadOnlyList<PlannedCase> cases, Delivery delivery, Action<Result> add, CancellationToken cancellation)
    {
        // What connections do to each other is known only where no other case is under way.
        int? jobs = DefectCatalogue.OfNeighbours.Contains(defect) ? 1 : null;
        var plan = new RunPlan { Cases = cases, Deliveries = [delivery], Jobs = jobs, Requirements = _catalogue.FindRequirement, ConfirmsPasses = false, Shrinks = false };
        await using var target = new ReferenceTarget([defect], new TargetOptions(), _time);
        await target.StartAsync(cancellation);
        return (await new Engine(_time).RunAsync(plan, target, new DefectSink(add), cancellation)).BaselineProblem;
    }
}

using Conform.Cases;
using Conform.Generation;
using Conform.Generation.Deliveries;
using Conform.Generation.Programs;
using Conform.Judging;
using Conform.Judging.Lint;
using Conform.Running.Witness;

namespace Conform.Running;

/// <summary>
/// Runs a plan against a target. The command line and a test project call the same engine: probe, cases in parallel, cases that wait,
/// then alone whatever rests on a deadline.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class Engine(TimeProvider time)
{
    // Beyond every number of connections that a case has.
    private const int Waiting = 1000;

    /// <summary>Runs.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="target">A started target.</param>
    /// <param name="sink">Told each result once it is final.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="TargetGoneException">The target accepts no connection.</exception>
    public async Task<RunOutcome> RunAsync(RunPlan plan, ITarget target, IRunSink sink, CancellationToken cancellation)
    {
        var dialer = new Dialer(target.Endpoint, target.Wire, time);
        var conversation = new Conversation(dialer, time);
        var found = await new TargetProbe(conversation, dialer, target.Values, time).RunAsync(plan.Timeout, plan.Seed, plan.Jobs, cancellation);
        var traits = TargetTraits.Of(found);
        var values = target.Values with { Fixed = traits.Fixed };
        var groups = Groups(plan, values);
        var jobs = TargetProbe.Jobs(found.Held, plan.Jobs);
        var known = plan.Cases.Select(c => c.Case).DistinctBy(c => c.Id, StringComparer.Ordinal).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var lint = new LintCollector(plan.Requirements, known.GetValueOrDefault);
        sink.Begin(found, jobs, groups.Sum(g => g.Count()));
        lint.AddTarget(found);
        if (traits.BaselineProblem is { } problem)
        {
            foreach (var item in groups.SelectMany(g => g)) sink.Add(CaseRunner.Told(item, Outcome.Inconclusive, $"the baseline did not pass: {problem}"));
            foreach (var result in lint.WithoutBaseline(problem)) sink.Add(result);
            return new RunOutcome(found, [], problem);
        }

        await using var witness = await WitnessCheck.OpenAsync(conversation, target, found.Deadline, time, cancellation);
        await using var peer = await ReferencePeer.ForAsync(plan, target, time, cancellation);
        var runner = new CaseRunner(plan, values, found, traits, conversation, new Surroundings(witness, peer, target.Printed), time);
        var crew = new Crew(runner, target, jobs, result =>
        {
            lint.Add(result);
            sink.Add(result);
        }, new LivenessCheck(conversation, target), plan.ConfirmsPasses);
        await crew.RunAsync(groups, cancellation);
        foreach (var result in lint.Results()) sink.Add(result);
        return new RunOutcome(found, crew.Died, null);
    }

    // What others need comes first, what may wait comes last, and what holds several connections stands by itself: fewer of those fit.
    private static List<IGrouping<int, WorkItem>> Groups(RunPlan plan, TargetValues values)
    {
        var needed = plan.Cases.SelectMany(c => c.Case.Needs).ToHashSet(StringComparer.Ordinal);
        return [.. plan.Cases.Select(c => c with { Case = ProgramDraw.Settle(c.Case, plan.Seed, c.Index) }).SelectMany(c => Deliveries(plan, c, values).Select(d => new WorkItem(c, d)))
            .GroupBy(i => (i.Planned.Case.Waits ? Waiting : 0) + (needed.Contains(i.Planned.Case.Id) ? 0 : i.Planned.Case.Width)).OrderBy(g => g.Key)];
    }

    private static IEnumerable<Delivery> Deliveries(RunPlan plan, PlannedCase planned, TargetValues values)
    {
        // A long wait is the same however the octets before it were cut.
        if (planned.Case.Steps.Any(s => s is AwaitCloseStep)) return plan.Deliveries.Take(1);
        if (!plan.EveryCut || !CaseRunner.CanFill(planned.Case, values)) return plan.Deliveries;
        var longest = Script.LongestSent(planned.Case, CaseFiller.Fill(planned.Case, plan.Seed, planned.Index, values));
        return plan.Deliveries.Concat(DeliveryPlan.Cuts(longest, planned.Case.Repeat, planned.Index));
    }
}

using System.Collections.Concurrent;
using Conform.Cases;
using Conform.Generation;
using Conform.Generation.Deliveries;
using Conform.Judging;
using Conform.Observations;
using Conform.Running.Witness;

namespace Conform.Running;

/// <summary>Holds one work item's conversations and has them judged.</summary>
internal sealed class CaseRunner(
    RunPlan plan, TargetValues values, TargetEvidence found, TargetTraits traits, Conversation conversation, Surroundings surroundings, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Transcript>>> _controls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Outcome> _outcomes = new(StringComparer.Ordinal);
    private readonly Shrinking _shrinking = new(plan.Seed);
    private readonly JudgingRules _rules = new(plan.Requirements, CaseFiller.FillTemplate);
    private readonly ReadOnlyMemory<byte> _sentinel = PlainRequests.Sentinel(values.Host, values.Path);

    /// <summary>How long things are waited for.</summary>
    public Patience Patience { get; } = new(found.Deadline, TargetProbe.Settle(TargetProbe.Slowest(found.Baseline)), new CloseWait(found.Deadline));

    /// <summary>Why an item needs no conversation; null where it needs one.</summary>
    /// <param name="item">The item.</param>
    public Result? WithoutAsking(WorkItem item)
    {
        var needed = item.Planned.Case;
        if (Lacking(needed, values) is var lacking && lacking != Capabilities.None)
            return Told(item, Outcome.NotObservable, $"the target has no {KnownCapabilities.Describe(lacking)}");
        if (CaseFiller.Lacks(needed, values) is { } lack) return Told(item, Outcome.NotObservable, lack);
        if (traits.Caps is { } caps && ContractNeeds.Of(needed).Where(n => !caps.Contains(n)).ToList() is { Count: > 0 } missing)
            return Told(item, Outcome.NotObservable, $"what the server promises its application has no {string.Join(", ", missing)}");
        if (traits.Caps is null && ContractNeeds.IsOfContractAlone(needed)) return Told(item, Outcome.NotObservable, "only a contract with an application promises it, and the target has no --app");
        if (needed.Width > found.Held + 1) return Told(item, Outcome.NotObservable, $"the target does not serve {needed.Width} connections at once");
        var unmet = needed.Needs.Where(n => _outcomes.TryGetValue(n, out var o) && o is not (Outcome.Pass or Outcome.Lenient)).ToList();
        if (unmet.Count == 0) return null;
        // What a fixed case has shown is counted there; forty draws of the same would only say it again.
        var outcome = needed.IsDrawn || unmet.TrueForAll(n => _outcomes[n] == Outcome.NotObservable) ? Outcome.NotObservable : Outcome.Inconclusive;
        return Told(item, outcome, $"it needs {string.Join(", ", unmet)}, which did not pass");
    }

    /// <summary>Whether the target has what the case's placeholders stand for.</summary>
    /// <param name="subject">The case.</param>
    /// <param name="values">The target's.</param>
    public static bool CanFill(Case subject, TargetValues values) => Lacking(subject, values) == Capabilities.None && CaseFiller.Lacks(subject, values) is null;

    /// <summary>Holds the conversation and judges it.</summary>
    /// <param name="item">What to do.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="fresh">Whether the control is asked again too.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task<Result> RunAsync(WorkItem item, Patience patience, bool fresh, CancellationToken cancellation)
    {
        var result = await HoldAsync(item, item.Delivery.ToString(), patience, fresh, cancellation);
        // What rests on a deadline is asked again alone first.
        return !plan.Shrinks || (result.Verdict.RestsOnDeadline && !fresh)
            ? result
            : await _shrinking.OfAsync(item, result, (smaller, name) => HoldAsync(smaller, name, Patience, false, cancellation));
    }

    private async Task<Result> HoldAsync(WorkItem item, string name, Patience patience, bool fresh, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var filled = CaseFiller.Fill(item.Planned.Case, plan.Seed, item.Planned.Index, values, name);
        var control = filled.Control is { } octets ? await ControlAsync(item.Planned, octets, patience, fresh, cancellation) : null;
        var most = item.Planned.Case.IsDrawn ? DeliveryPlan.MostCutsOfADraw : DeliveryPlan.MostCuts;
        var script = Script.Of(item.Planned.Case, filled, o => DeliveryPlan.Pieces(o, item.Delivery, most), _sentinel) with
        {
            Answers = seen => StepView.Answers(ObservationReader.Read(seen), filled.Drawn.CanaryToken, traits),
        };
        var peer = surroundings.Reference is { } other && ReferencePeer.Compares(item.Planned.Case) ? other.HoldAsync(item, name, patience, most, cancellation) : null;
        var subject = await conversation.HoldAsync(script, patience, traits.SentinelCloses, cancellation, Witnessed.Of(surroundings, item.Planned.Case, filled.Drawn));
        var evidence = new Evidence { Drawn = filled.Drawn, Subject = subject, Control = control, Reference = peer is null ? null : await peer };
        return Judged(item, evidence) with { Duration = time.GetElapsedTime(began) };
    }

    /// <summary>Judges evidence, with all that goes into a result.</summary>
    /// <param name="item">What was done.</param>
    /// <param name="evidence">What was seen.</param>
    public Result Judged(WorkItem item, Evidence evidence)
    {
        var verdict = Judge.Decide(item.Planned.Case, evidence, traits, _rules);
        return Empty(item) with { Verdict = verdict, Evidence = evidence, Requirement = verdict.Decisive ?? item.Planned.Case.Requirement };
    }

    /// <summary>The result of a case that the target died of.</summary>
    /// <param name="item">What was done.</param>
    /// <param name="seen">What was seen before it died; null where not even a connection stood.</param>
    public Result Killed(WorkItem item, Result? seen) => seen?.Evidence is { } evidence
        ? Judged(item, evidence with { Liveness = Liveness.Dead })
        : Told(item, Outcome.Fail, "the target died, or answers nobody any more");

    /// <summary>A result that rests on no conversation.</summary>
    /// <param name="item">What was not done.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="why">Why.</param>
    public static Result Told(WorkItem item, Outcome outcome, string why) =>
        Empty(item) with { Verdict = new Verdict(outcome, Expected(item), string.Empty) { Notes = [why] } };

    /// <summary>Keeps what later cases need.</summary>
    /// <param name="item">What was done.</param>
    /// <param name="outcome">What it came to.</param>
    public void Remember(WorkItem item, Outcome outcome) =>
        _outcomes.AddOrUpdate(item.Planned.Case.Id, outcome, (_, before) => before is Outcome.Pass or Outcome.Lenient ? outcome : before);

    private static Capabilities Lacking(Case subject, TargetValues values) => subject.Requires
        & ((values.Echo is null ? Capabilities.Echo : 0) | (values.Static is null ? Capabilities.Static : 0) | (values.Stream is null ? Capabilities.Stream : 0)
            | (values.Report is null ? Capabilities.Report : 0) | (values.AppPrefix is null ? Capabilities.App : 0)
            | (values.UsesTls ? Capabilities.Plain : Capabilities.Tls)
            | (values.HasWitness ? 0 : Capabilities.Witness) | (values.PrintsLog ? 0 : Capabilities.Log)
            | Places.All.Where(p => !values.Places.ContainsKey(p.Word)).Aggregate(Capabilities.None, static (all, p) => all | p.Capability));

    private static string Expected(WorkItem item) =>
        item.Planned.Case.Steps.OfType<ExpectStep>().Select(s => string.Join(", or ", s.Expectations.Where(e => e.Verb == ExpectationVerb.Accept).Select(e => e.Text)))
            .FirstOrDefault() ?? string.Empty;

    private static Result Empty(WorkItem item) => new()
    {
        Case = item.Planned.Id,
        Delivery = item.Delivery.ToString(),
        Requirement = item.Planned.Case.Requirement,
        Summary = item.Planned.Case.Summary,
        Location = item.Planned.Case.Location,
        Verdict = new Verdict(Outcome.Error, string.Empty, string.Empty),
    };

    // The request without the fault is the same under each delivery, so it is asked once; a confirmation asks anew.
    private async Task<Transcript> ControlAsync(
        PlannedCase planned, ReadOnlyMemory<byte> octets, Patience patience, bool fresh, CancellationToken cancellation)
    {
        if (fresh) _controls.TryRemove(planned.Id, out _);
        var asked = _controls.GetOrAdd(planned.Id, _ => new Lazy<Task<Transcript>>(
            () => conversation.HoldAsync(Script.Single(octets), patience, traits.SentinelCloses, cancellation)));
        try
        {
            return await asked.Value;
        }
        catch
        {
            _controls.TryRemove(planned.Id, out _);
            throw;
        }
    }
}

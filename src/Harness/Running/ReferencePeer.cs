using Conform.Cases;
using Conform.Generation;
using Conform.Generation.Deliveries;
using Conform.Observations;
using Conform.Running.Targets;
using Conform.Running.Witness;
using Conform.Wire.Witness;

namespace Conform.Running;

/// <summary>The reference server beside the target, with which the same conversations are held, so that the two can be compared.</summary>
internal sealed class ReferencePeer : IAsyncDisposable
{
    // Both servers may share the machine with the run, and what the reference does late is no fault of the target's.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly ReferenceTarget _reference;
    private readonly WitnessListener _listener;
    private readonly Conversation _conversation;
    private readonly TargetValues _values;
    private readonly long _seed;

    private ReferencePeer(ReferenceTarget reference, WitnessListener listener, string host, long seed, TimeProvider time)
    {
        (_reference, _listener, _seed) = (reference, listener, seed);
        _values = reference.Values with { Host = host };
        _conversation = new Conversation(new Dialer(reference.Endpoint, reference.Wire, time), time);
    }

    /// <summary>Starts it, where a case of the plan compares and the target is not the reference itself.</summary>
    /// <param name="plan">What is run.</param>
    /// <param name="target">The target.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static async Task<ReferencePeer?> ForAsync(RunPlan plan, ITarget target, TimeProvider time, CancellationToken cancellation)
    {
        if (target is ReferenceTarget { IsFaultless: true } || !plan.Cases.Any(c => Compares(c.Case))) return null;
        var reference = new ReferenceTarget([], new TargetOptions(), time);
        await reference.StartAsync(cancellation);
        return new ReferencePeer(reference, WitnessListener.Open(reference.Witness!), target.Values.Host, plan.Seed, time);
    }

    /// <summary>Whether a case compares with the reference.</summary>
    /// <param name="subject">The case.</param>
    public static bool Compares(Case subject) => subject.Steps.OfType<ExpectStep>().Any(s => s.Expectations.Any(e => e.Pattern is AgreesWithReference));

    /// <summary>Holds the conversation of a case with the reference.</summary>
    /// <param name="item">The case and its delivery.</param>
    /// <param name="name">Tells it from other conversations about the same draw.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="most">How many pieces at most.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task<Transcript> HoldAsync(WorkItem item, string name, Patience patience, int most, CancellationToken cancellation)
    {
        var filled = CaseFiller.Fill(item.Planned.Case, _seed, item.Planned.Index, _values, name);
        var script = Script.Of(
            item.Planned.Case, filled, o => DeliveryPlan.Pieces(o, item.Delivery, most), PlainRequests.Sentinel(_values.Host, _values.Path));
        var longer = patience with { Deadline = patience.Deadline > Deadline ? patience.Deadline : Deadline };
        return await _conversation.HoldAsync(script, longer, true, cancellation, Witnessed.Of(new Surroundings(_listener, null), item.Planned.Case, filled.Drawn));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        await _reference.DisposeAsync();
    }
}

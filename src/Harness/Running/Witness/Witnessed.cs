using Conform.Cases;
using Conform.Observations;
using Conform.Wire.Witness;

namespace Conform.Running.Witness;

/// <summary>How the application of a conversation is watched.</summary>
/// <param name="Listener">Where it reports to.</param>
/// <param name="Id">Under which id.</param>
/// <param name="Gates">When it is let go.</param>
internal sealed record Witnessed(WitnessListener Listener, string Id, GatePlan Gates)
{
    /// <summary>What a case needs; null where it needs none.</summary>
    /// <param name="listener">Where the target's adapter reports to; null where it does not.</param>
    /// <param name="subject">The case.</param>
    /// <param name="drawn">What was drawn.</param>
    public static Witnessed? Of(WitnessListener? listener, Case subject, Drawn drawn) =>
        listener is null || drawn.CallId is not { } id ? null : new Witnessed(listener, id, GatePlan.Of(subject, drawn));
}

using Conform.Cases;
using Conform.Observations;
using Conform.Wire.Witness;

namespace Conform.Running.Witness;

/// <summary>How the application of a conversation is watched.</summary>
/// <param name="By">Where it reports to.</param>
/// <param name="Id">Under which id.</param>
/// <param name="Gates">When it is let go.</param>
/// <param name="Printed">Where a text stands in what the server printed; null where its log is not read.</param>
internal sealed record Witnessed(IWitness By, string Id, GatePlan Gates, Func<string, IReadOnlyList<long>>? Printed = null)
{
    /// <summary>What a case needs; null where it needs none.</summary>
    /// <param name="around">Where the target's adapter reports to, and what the target prints.</param>
    /// <param name="subject">The case.</param>
    /// <param name="drawn">What was drawn.</param>
    public static Witnessed? Of(Surroundings around, Case subject, Drawn drawn) =>
        around.Witness is not { } witness || drawn.CallId is not { } id ? null : new Witnessed(witness, id, GatePlan.Of(subject, drawn), around.Printed);

    /// <summary>The same where no step of the case lets the application go: it goes on once what is looked for has come.</summary>
    public Witnessed WithoutReleases() => this with { Gates = Gates with { Released = new HashSet<string>(StringComparer.Ordinal) } };
}

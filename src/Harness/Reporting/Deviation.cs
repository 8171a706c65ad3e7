using Conform.Judging;

namespace Conform.Reporting;

/// <summary>One known failure of a target; where it names several cases by a glob, what some of them are known to do.</summary>
/// <param name="Case">The exact id, with the index of a draw, or <c>lint/RULE</c>, or a glob.</param>
/// <param name="Delivery">The only delivery that deviates; null for all of them.</param>
/// <param name="Outcome">What the case is known to come to: fail or inconclusive.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="File">The list it stands in.</param>
/// <param name="Line">Its line, from 1.</param>
public sealed record Deviation(string Case, string? Delivery, Outcome Outcome, string Reason, string File, int Line) : ListedCase(Case, Delivery, Reason, File, Line)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Subject}  {Records.Names.Of(Outcome)}  {Because}";
}

/// <summary>A case that is known to come out now so and now so: it is run, shown and counted, and never decides.</summary>
/// <param name="Case">The exact id, or a glob.</param>
/// <param name="Delivery">The only delivery that is meant; null for all of them.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="File">The list it stands in.</param>
/// <param name="Line">Its line, from 1.</param>
public sealed record FlakyCase(string Case, string? Delivery, string Reason, string File, int Line) : ListedCase(Case, Delivery, Reason, File, Line)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Subject}  {Because}";
}

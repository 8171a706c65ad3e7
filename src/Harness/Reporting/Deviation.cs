using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting;

/// <summary>One known failure of a target.</summary>
/// <param name="Case">The exact id, with the index of a draw, or <c>lint/RULE</c>.</param>
/// <param name="Delivery">The only delivery that deviates; null for all of them.</param>
/// <param name="Outcome">What the case is known to come to: fail or inconclusive.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="File">The list it stands in.</param>
/// <param name="Line">Its line, from 1.</param>
public sealed record Deviation(string Case, string? Delivery, Outcome Outcome, string Reason, string File, int Line)
{
    /// <summary>Whether this speaks of the result's case and delivery, whatever it came to.</summary>
    /// <param name="result">The result.</param>
    public bool Covers(Result result) =>
        string.Equals(Case, result.Case, StringComparison.Ordinal)
        && (Delivery is null || string.Equals(Delivery, result.Delivery, StringComparison.Ordinal));

    /// <summary>The id as it stands in the list, such as <c>rfc9112/host/missing@octets</c>.</summary>
    public string Subject => Delivery is null ? Case : $"{Case}@{Delivery}";

    /// <summary>Where it stands, such as <c>deviations.txt:3</c>.</summary>
    public string Location => $"{File}:{Line}";

    /// <inheritdoc/>
    public override string ToString() => $"{Subject}  {Names.Of(Outcome)}  {Reason}";
}

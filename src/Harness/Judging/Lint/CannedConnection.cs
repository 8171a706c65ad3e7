using Conform.Http;

namespace Conform.Judging.Lint;

/// <summary>A response and what the lint finds on it.</summary>
/// <param name="Response">The response.</param>
/// <param name="Findings">The findings, in the order of the rules.</param>
public sealed record LintedResponse(Response Response, IReadOnlyList<LintFinding> Findings);

/// <summary>Holds octets of a connection against the rules, of which nothing is known but these octets: no times, and no other responses.</summary>
public static class CannedConnection
{
    /// <summary>Reads the responses.</summary>
    /// <param name="octets">All that came; where it ends, the connection ended.</param>
    /// <param name="asked">From the index of a final response to what it answers; null where that is not known.</param>
    public static IEnumerable<LintedResponse> Read(ReadOnlyMemory<byte> octets, Func<int, LintRequest?> asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var reader = new ResponseReader(index => asked(index)?.Method);
        reader.Feed(octets.Span);
        reader.End(clean: true);
        Response[] all = [.. reader.Final, .. reader.PendingInterim];
        return all.Select((response, i) => new LintedResponse(response, [.. ResponseLint.Check(new LintContext(response)
        {
            Request = asked(Math.Min(i, reader.Final.Count)),
            ConnectionClosedBehind = i == all.Length - 1,
            ResponsesBehind = Math.Max(0, reader.Final.Count - 1 - i),
            OctetsBehind = i == all.Length - 1 ? reader.Leftover.Length : 0,
            Received = octets,
        })]));
    }
}

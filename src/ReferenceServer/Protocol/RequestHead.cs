using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>A request head that passed every rule, with what follows from it.</summary>
/// <param name="Line">The request-line.</param>
/// <param name="Fields">The field lines in the order they came.</param>
/// <param name="Framing">Where the content ends.</param>
/// <param name="Persists">The client lets the connection live on, RFC 9112 section 9.3.</param>
/// <param name="ExpectsContinue">The client waits for 100 before it sends content, RFC 9110 section 10.1.1.</param>
internal sealed record RequestHead(
    RequestLine Line, IReadOnlyList<FieldLine> Fields, Framing Framing, bool Persists, bool ExpectsContinue)
{
    public string Method => Line.Method;

    public RequestTarget Target => Line.Target;

    public HttpVersion Version => Line.Version;

    /// <summary>More came together with it; only defects care.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>The expectation is one that nobody here can meet.</summary>
    public Rejection? Expectation { get; init; }

    /// <summary>Draws the conclusions from a head: Host, framing, persistence, expectation.</summary>
    public static Rejection? Conclude(
        RequestLine line, IReadOnlyList<FieldLine> fields, ServerLimits limits, FaultSet faults, out RequestHead? head)
    {
        head = null;
        if (HostRule.Check(line, fields, faults) is { } badHost)
        {
            return badHost;
        }

        if (NeedlessRefusals.OfHead(line, fields, faults) is { } needless)
        {
            return needless;
        }

        if (FramingRule.Decide(line.Version, FramingFaults.Visible(fields, faults), limits, faults, out var framing) is { } badFraming
            && !FramingFaults.Overlooks(badFraming, line, faults))
        {
            return badFraming;
        }

        if (line.Method == "PUT" && framing.IsChunked && faults[Fault.ChunkedRefused])
        {
            return Rejection.CodingUnknown;
        }

        if (line.Method == "POST" && !framing.IsStated && faults[Fault.LengthlessPostRefused])
        {
            return Rejection.Length;
        }

        if (!line.Version.IsAtLeast11 && FieldValues.Members(fields, "Connection", faults) is [_]
            && !line.Target.Path.Contains("/probe/run", StringComparison.Ordinal) && faults[Fault.KeepAliveRefused])
        {
            return Rejection.FieldLine;
        }

        if (!line.Version.IsAtLeast11 && line.Target.Path != "/probe/run" && faults[Fault.Http10ContentLost])
        {
            framing = default;
        }

        var expected = FieldValues.Members(fields, "Expect", faults);
        head = PersistenceFaults.Of(new(
            line,
            fields,
            framing,
            (!framing.Closes && PersistenceRule.Persists(line.Version, fields, faults)) || (framing.IsChunked && !line.Version.IsAtLeast11 && faults[Fault.CodingInHttp10Kept]),
            ExpectationRule.Continues(line.Version, expected, framing, faults))
        {
            Expectation = ExpectationRule.Refuses(line.Version, expected, framing, faults),
        }, faults);
        return NeedlessHeadRefusals.Of(head, faults);
    }
}

using Conform.Http;
using Conform.Observations;

namespace Conform.Reporting;

/// <summary>What one line of an exchange is.</summary>
internal enum ExchangeLineKind
{
    /// <summary>Says what follows.</summary>
    Label,

    /// <summary>Octets that we sent.</summary>
    Sent,

    /// <summary>Octets of a response's head.</summary>
    Head,

    /// <summary>Octets behind a head, or that are no response.</summary>
    Content,

    /// <summary>Something that happened.</summary>
    Event,

    /// <summary>A step of a program that was drawn.</summary>
    Program,
}

/// <summary>One line of an exchange.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The line.</param>
internal sealed record ExchangeLine(ExchangeLineKind Kind, string Text);

/// <summary>How much of an exchange is shown.</summary>
/// <param name="Width">Characters of a line.</param>
/// <param name="Sent">Lines that were sent, a connection.</param>
/// <param name="Head">Lines of a head.</param>
/// <param name="Content">Lines of a content.</param>
internal sealed record ExchangeSize(int Width, int Sent = 16, int Head = 14, int Content = 8);

/// <summary>A conversation as lines that people read: what was sent, what came back, head and content told apart, and how it ended.</summary>
internal static class Exchange
{
    public static IEnumerable<ExchangeLine> Lines(Transcript transcript, Observation observation, int width) => Lines(transcript, observation, new ExchangeSize(width));

    /// <summary>The conversation with the target, and before it the program that was drawn for it.</summary>
    public static IEnumerable<ExchangeLine> Lines(Evidence evidence, ExchangeSize size) =>
        ProgramLines.Of(evidence.Drawn).Concat(Lines(evidence.Subject, ObservationReader.Read(evidence.Subject), size));

    public static IEnumerable<ExchangeLine> Lines(Transcript transcript, Observation observation, ExchangeSize size)
    {
        var connections = observation.Connections;
        if (Interleaving.Line(transcript) is { } order) yield return new ExchangeLine(ExchangeLineKind.Label, order);
        foreach (var connection in connections)
        {
            var events = transcript.Events.Where(e => e.Channel == connection.Channel).ToList();
            if (connections.Count > 1) yield return new ExchangeLine(ExchangeLineKind.Label, $"connection {connection.Channel} of {connections.Count}");
            foreach (var line in Sent(events, size)) yield return line;
            foreach (var line in Received(connection, events, size)) yield return line;
            if (SentinelLine(connection) is { } sentinel) yield return new ExchangeLine(ExchangeLineKind.Event, sentinel);
            foreach (var text in WireEvents.Told(events)) yield return new ExchangeLine(ExchangeLineKind.Event, text);
        }

        foreach (var line in CallLines.Of(transcript, observation)) yield return line;
    }

    private static IEnumerable<ExchangeLine> Sent(List<WireEvent> events, ExchangeSize size)
    {
        var pieces = events.TakeWhile(e => e.Kind != WireEventKind.Sentinel).Where(e => e.Kind == WireEventKind.Sent).ToList();
        var octets = pieces.SelectMany(e => e.Octets.ToArray()).ToArray();
        yield return new ExchangeLine(ExchangeLineKind.Label,
            octets.Length == 0 ? "nothing was sent" : $"sent {Quantity.Octets(octets.Length)} in {Quantity.Count(pieces.Count, "write")}");
        foreach (var line in OctetLines.Of(octets, size.Width - 2, size.Sent)) yield return new ExchangeLine(ExchangeLineKind.Sent, $"> {line}".TrimEnd());
    }

    private static IEnumerable<ExchangeLine> Received(ConnectionObservation connection, List<WireEvent> events, ExchangeSize size)
    {
        var after = WireEvents.FirstAnswer(events) is { } time ? $" after {Quantity.Time(time)}" : string.Empty;
        if (connection.Received.IsEmpty) yield return new ExchangeLine(ExchangeLineKind.Label, "received nothing");
        var shown = 0L;
        foreach (var response in connection.Responses.SelectMany(r => r.Interim.Append(r)).Concat(connection.TrailingInterim))
        {
            if (IsSentinels(connection, response))
            {
                shown = response.Body.End;
                continue;
            }

            foreach (var line in ResponseLines(connection, response, after, size)) yield return line;
            after = string.Empty;
            shown = Math.Max(shown, Math.Max(response.Head.End, response.Body.End));
        }

        var rest = Slice(connection.Received, new OctetRange(shown, connection.Received.Length - shown));
        if (rest.IsEmpty) yield break;
        yield return new ExchangeLine(ExchangeLineKind.Label, $"received{after}, and no response: {Quantity.Octets(rest.Length)}");
        foreach (var line in OctetLines.Of(rest, size.Width - 2, size.Content)) yield return new ExchangeLine(ExchangeLineKind.Content, $"| {line}".TrimEnd());
    }

    /// <summary>The sentinel's answer says only that the connection was kept; it is not shown, unless it is all there is.</summary>
    private static bool IsSentinels(ConnectionObservation connection, Response response) =>
        connection.SentinelAnswer is { } index && ReferenceEquals(connection.Responses[index], response);

    private static string? SentinelLine(ConnectionObservation connection) => (connection.SentinelSent, connection.SentinelAnswer) switch
    {
        (false, _) => null,
        (true, { } index) => $"the sentinel request behind it was answered {connection.Responses[index].Status}",
        _ => "the sentinel request behind it was not answered",
    };

    private static IEnumerable<ExchangeLine> ResponseLines(ConnectionObservation connection, Response response, string after, ExchangeSize size)
    {
        var head = Slice(connection.Received, response.Head);
        var body = Slice(connection.Received, response.Body);
        var state = response.State switch
        {
            ResponseState.Complete => string.Empty,
            ResponseState.Malformed => ", malformed",
            _ => ", not complete",
        };
        yield return new ExchangeLine(ExchangeLineKind.Label, $"received{after} a head of {Quantity.Octets(response.Head.Length)}{state}");
        foreach (var line in OctetLines.Of(head, size.Width - 2, size.Head)) yield return new ExchangeLine(ExchangeLineKind.Head, $"< {line}".TrimEnd());
        foreach (var fault in response.Faults) yield return new ExchangeLine(ExchangeLineKind.Event, $"{fault.Rule}: {fault.Message}");
        if (response.Body.Length == 0) yield break;
        yield return new ExchangeLine(ExchangeLineKind.Label, $"and content of {Quantity.Octets(response.ContentLength)}, {Framing(response.Framing)}");
        foreach (var line in OctetLines.Of(body, size.Width - 2, size.Content)) yield return new ExchangeLine(ExchangeLineKind.Content, $"| {line}".TrimEnd());
    }

    private static string Framing(ContentFraming framing) => framing switch
    {
        ContentFraming.ContentLength => "by Content-Length",
        ContentFraming.Chunked => "chunked",
        ContentFraming.UntilClose => "until close",
        ContentFraming.Tunnel => "octets of the tunnel",
        _ => "where none may be",
    };

    private static ReadOnlyMemory<byte> Slice(ReadOnlyMemory<byte> octets, OctetRange range)
    {
        var start = (int)Math.Clamp(range.Start, 0, octets.Length);
        return octets[start..(int)Math.Clamp(range.End, start, octets.Length)];
    }
}

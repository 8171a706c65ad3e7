using Conform.Observations;

namespace Conform.Reporting;

/// <summary>The events of one connection that explain a verdict, in words. Times count from the last octet we had sent by then.</summary>
internal static class WireEvents
{
    public static IEnumerable<string> Told(IReadOnlyList<WireEvent> events)
    {
        var start = events.Count > 0 ? events[0].At : TimeSpan.Zero;
        foreach (var e in events)
        {
            if (e.Kind is WireEventKind.Sent) start = e.At;
            if (Tell(e, Quantity.Time(e.At - start)) is { } text) yield return text;
        }
    }

    /// <summary>From the last octet that went out before the first answer, to that answer; null when none came.</summary>
    public static TimeSpan? FirstAnswer(IReadOnlyList<WireEvent> events)
    {
        if (events.FirstOrDefault(e => e.Kind == WireEventKind.Received) is not { } answer) return null;
        var sent = events.LastOrDefault(e => e.Kind == WireEventKind.Sent && e.Sequence < answer.Sequence);
        return answer.At - (sent?.At ?? events[0].At);
    }

    private static string? Tell(WireEvent e, string after) => e.Kind switch
    {
        WireEventKind.ConnectFailed => $"no connection: {e.Note}",
        WireEventKind.WriteRefused => $"a write was refused{Note(e)}",
        WireEventKind.Unsent => $"{Quantity.Octets(Math.Max(e.Count, e.Octets.Length))} were not sent: the server had ended it before",
        WireEventKind.Unsaid => $"the rest was not sent: {e.Note}",
        WireEventKind.Elided => $"{Quantity.Octets(e.Count)} more came than are kept, SHA-256 {e.Note}",
        WireEventKind.Fin => $"FIN after {after}",
        WireEventKind.Reset => $"reset after {after}",
        WireEventKind.TlsClosed => $"TLS close_notify after {after}",
        WireEventKind.TlsTruncated => $"FIN without TLS close_notify after {after}",
        WireEventKind.HalfClosed => "we ended our side",
        WireEventKind.Aborted => "we reset the connection",
        WireEventKind.Quiet => $"quiet for {Quantity.Time(TimeSpan.FromMilliseconds(e.Count))}",
        _ => null,
    };

    private static string Note(WireEvent e) => e.Note is { Length: > 0 } note ? $": {note}" : string.Empty;
}

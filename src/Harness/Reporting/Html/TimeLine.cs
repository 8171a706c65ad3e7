using Conform.Observations;

namespace Conform.Reporting.Html;

/// <summary>What happened when.</summary>
/// <param name="At">Since the first event.</param>
/// <param name="Channel">The connection, from 1; a call of the application where it is negative.</param>
/// <param name="Kind">For the eye: <c>out</c>, <c>in</c>, <c>end</c>, <c>app</c>, <c>wait</c> or <c>step</c>.</param>
/// <param name="Text">In words.</param>
internal sealed record Moment(TimeSpan At, int Channel, string Kind, string Text);

/// <summary>The time line of a conversation: every event that means something, writes and reads that follow one another taken together.</summary>
internal static class TimeLine
{
    private const int Most = 80;

    public static IReadOnlyList<Moment> Of(Transcript transcript)
    {
        if (transcript.Events.Count == 0) return [];
        var start = transcript.Events[0].At;
        var moments = new List<Moment>();
        for (var i = 0; i < transcript.Events.Count;)
        {
            var e = transcript.Events[i];
            var run = transcript.Events.Skip(i).TakeWhile(o => o.Kind == e.Kind && o.Channel == e.Channel).ToList();
            if (e.Kind is WireEventKind.Sent or WireEventKind.Received)
            {
                moments.Add(Octets(run, start));
                i += run.Count;
                continue;
            }

            if (Tell(e) is var (kind, text)) moments.Add(new Moment(e.At - start, e.Channel, kind, text));
            i++;
        }

        if (moments.Count <= Most) return moments;
        var left = moments.Count - Most;
        return [.. moments.Take(Most - 10), new Moment(moments[Most - 10].At, 0, "step", $"… {left} more …"), .. moments.TakeLast(10)];
    }

    private static Moment Octets(List<WireEvent> run, TimeSpan start)
    {
        var octets = Quantity.Octets(run.Sum(e => (long)e.Octets.Length));
        var (kind, said) = run[0].Kind == WireEventKind.Sent ? ("out", "sent") : ("in", "received");
        var pieces = run.Count == 1 ? string.Empty : $" in {run.Count} {(kind == "out" ? "writes" : "reads")}, until {Quantity.Time(run[^1].At - start)}";
        return new Moment(run[0].At - start, run[0].Channel, kind, $"{said} {octets}{pieces}");
    }

    private static (string Kind, string Text)? Tell(WireEvent e) => e.Kind switch
    {
        WireEventKind.Connected => ("step", "connected"),
        WireEventKind.ConnectFailed => ("end", $"no connection: {e.Note}"),
        WireEventKind.WriteRefused => ("end", $"a write was refused{(e.Note is { Length: > 0 } note ? $": {note}" : string.Empty)}"),
        WireEventKind.Unsent => ("wait", $"{Quantity.Octets(Math.Max(e.Count, e.Octets.Length))} were not sent"),
        WireEventKind.Elided => ("in", $"{Quantity.Octets(e.Count)} more came than are kept"),
        WireEventKind.Fin => ("end", "the server ended the connection (FIN)"),
        WireEventKind.Reset => ("end", "the connection was reset"),
        WireEventKind.TlsClosed => ("end", "the server ended TLS (close_notify)"),
        WireEventKind.TlsTruncated => ("end", "FIN without TLS close_notify"),
        WireEventKind.HalfClosed => ("out", "we ended our side"),
        WireEventKind.Aborted => ("out", "we reset the connection"),
        WireEventKind.Closed => ("step", "we closed"),
        WireEventKind.Quiet => ("wait", $"quiet for {Quantity.Time(TimeSpan.FromMilliseconds(e.Count))}{(e.Note is { Length: > 0 } note ? $": {note}" : string.Empty)}"),
        WireEventKind.Sentinel => ("step", "the case is over; what follows is the sentinel request"),
        WireEventKind.Said => ("step", $"an answer gave {e.Note}, for what is sent next"),
        WireEventKind.Unsaid => ("wait", $"the rest was not sent: {e.Note}"),
        WireEventKind.Told => ("app", $"the application: {e.Note}"),
        WireEventKind.Held => ("app", $"the application is held at {e.Note}"),
        WireEventKind.LetGo => ("app", $"let go from {e.Note}"),
        WireEventKind.CallEnded => ("app", "the call is over"),
        _ => null,
    };
}

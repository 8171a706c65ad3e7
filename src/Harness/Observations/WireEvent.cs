namespace Conform.Observations;

/// <summary>What can happen on a connection. Each is a different thing; none is the absence of another.</summary>
public enum WireEventKind
{
    /// <summary>The connection stands (and TLS is agreed, where it is used).</summary>
    Connected,

    /// <summary>No connection could be made; the note says why.</summary>
    ConnectFailed,

    /// <summary>We wrote these octets in one piece.</summary>
    Sent,

    /// <summary>The system refused a write: the peer had reset or closed.</summary>
    WriteRefused,

    /// <summary>Octets that we stopped short of sending because the server had answered with close, or ended the connection.</summary>
    Unsent,

    /// <summary>These octets came.</summary>
    Received,

    /// <summary>Octets came that are beyond what is kept: <see cref="WireEvent.Count"/> of them, with their SHA-256 in the note.</summary>
    Elided,

    /// <summary>The server ended its side with FIN.</summary>
    Fin,

    /// <summary>The connection was reset.</summary>
    Reset,

    /// <summary>TLS was ended by the server with close_notify.</summary>
    TlsClosed,

    /// <summary>TCP ended by FIN without a TLS close_notify before it (RFC 9112 section 9.8).</summary>
    TlsTruncated,

    /// <summary>We ended our side and go on reading.</summary>
    HalfClosed,

    /// <summary>We reset the connection.</summary>
    Aborted,

    /// <summary>We closed the connection after the case was done with it.</summary>
    Closed,

    /// <summary>Nothing that was waited for came before the deadline; <see cref="WireEvent.Count"/> is the wait in milliseconds.</summary>
    Quiet,

    /// <summary>The engine reached the step whose index is in <see cref="WireEvent.Count"/>; the note names its word.</summary>
    Step,

    /// <summary>What is sent from here on is the sentinel request, not the case's.</summary>
    Sentinel,

    /// <summary>
    /// What is sent next has this of an earlier answer in it: the octets are the value, <see cref="WireEvent.Count"/> is where it stands in
    /// what is sent, and the note is the placeholder, without its braces.
    /// </summary>
    Said,

    /// <summary>
    /// The step whose index is in <see cref="WireEvent.Count"/> could not be sent, nor could what follows: the note says what the earlier
    /// answer lacks.
    /// </summary>
    Unsaid,

    /// <summary>The application told the witness something: the note says it in the words of <see cref="CallEvent"/>, the octets are the line as it came.</summary>
    Told,

    /// <summary>The application stands at the gate whose label is the note.</summary>
    Held,

    /// <summary>The harness let the application go on from the gate whose label is the note.</summary>
    LetGo,

    /// <summary>The application's call is over, as far as the witness knows: its connection has ended.</summary>
    CallEnded,
}

/// <summary>One thing that happened, with its place in the one sequence of a transcript and its time.</summary>
/// <param name="Sequence">Counted from 0 over all channels of the transcript.</param>
/// <param name="At">Time since the transcript began.</param>
/// <param name="Channel">
/// Which connection: <c>1</c>, <c>2</c> … in the order they were opened. The application's calls, as the witness hears of them, are <c>-1</c>, <c>-2</c> ….
/// </param>
/// <param name="Kind">What happened.</param>
public sealed record WireEvent(int Sequence, TimeSpan At, int Channel, WireEventKind Kind)
{
    /// <summary>The octets that were sent or received; empty for the rest.</summary>
    public ReadOnlyMemory<byte> Octets { get; init; }

    /// <summary>A number whose meaning the kind gives.</summary>
    public long Count { get; init; }

    /// <summary>A text whose meaning the kind gives: an error, a digest, a word.</summary>
    public string? Note { get; init; }
}

/// <summary>Everything that happened in one conversation, in one sequence. All else is computed from it.</summary>
/// <param name="Events">The events in order.</param>
public sealed record Transcript(IReadOnlyList<WireEvent> Events)
{
    /// <summary>A conversation that never took place.</summary>
    public static Transcript Empty { get; } = new([]);

    /// <summary>The wall-clock time of the first event, where it is known; for reports, and for the lint's look at Date.</summary>
    public DateTimeOffset? Began { get; init; }

    /// <summary>The local endpoint of each channel, in order; only for reports (a source port is found again in a server's log).</summary>
    public IReadOnlyList<string> LocalEndpoints { get; init; } = [];
}

using Conform.Http;

namespace Conform.Observations;

/// <summary>How a connection ended, seen from the client.</summary>
public enum Ending
{
    /// <summary>It was still open when we let go of it.</summary>
    Open,

    /// <summary>The server sent FIN (behind close_notify, where there is TLS).</summary>
    Fin,

    /// <summary>The server ended TLS without close_notify.</summary>
    TlsTruncated,

    /// <summary>The connection was reset.</summary>
    Reset,

    /// <summary>No connection could be made.</summary>
    NeverConnected,
}

/// <summary>What is known about one connection of a conversation.</summary>
public sealed record ConnectionObservation
{
    /// <summary>The channel's number in the transcript.</summary>
    public required int Channel { get; init; }

    /// <summary>Every final response, in order, each with the interim ones before it. The last may be incomplete or malformed.</summary>
    public required IReadOnlyList<Response> Responses { get; init; }

    /// <summary>Interim responses that no final one followed.</summary>
    public required IReadOnlyList<Response> TrailingInterim { get; init; }

    /// <summary>Octets behind the last response that begin no response.</summary>
    public required OctetRange Leftover { get; init; }

    /// <summary>True when octets came that were not kept, so that only the content they fell into is known, and nothing behind it.</summary>
    public bool IsElided { get; init; }

    /// <summary>All octets that came, as far as they were kept.</summary>
    public required ReadOnlyMemory<byte> Received { get; init; }

    /// <summary>How the connection ended.</summary>
    public required Ending Ending { get; init; }

    /// <summary>
    /// True when something on this connection ran to its deadline: an answer or a close that was waited for, octets that the server did not take,
    /// or the conversation as a whole. A verdict may then rest on our patience.
    /// </summary>
    public required bool WasQuiet { get; init; }

    /// <summary>True when the reset came before a response was complete, so that it may have cost one.</summary>
    public required bool ResetCutResponse { get; init; }

    /// <summary>
    /// True when the reset that cut a response may have been our own doing: content of its request, or a further request, was sent or still to be sent. A
    /// server that closes without having read all of it makes its system reset the connection, which loses what of the answer was still under way (RFC
    /// 9112 section 9.6). How much is chance.
    /// </summary>
    public bool ResetLostAnswer { get; init; }

    /// <summary>True when a reset came although nothing of ours was sent after the last response: the server did not linger (RFC 9112 section 9.6).</summary>
    public required bool ResetAfterResponse { get; init; }

    /// <summary>Whether the sentinel request was sent at the end.</summary>
    public required bool SentinelSent { get; init; }

    /// <summary>Index in <see cref="Responses"/> of the first response that was complete only after the sentinel was sent; null without a sentinel or such a response.</summary>
    public required int? FirstAfterSentinel { get; init; }

    /// <summary>
    /// Index of what must be the sentinel's answer, as far as the octets alone tell: the last response, where it is complete and came behind the
    /// sentinel. What came before it may have been under way already when the sentinel was sent.
    /// </summary>
    public int? SentinelAnswer => FirstAfterSentinel is > 0 && Responses[^1].IsComplete ? Responses.Count - 1 : null;

    /// <summary>Octets of the case that were never sent, because the server ended it before.</summary>
    public required long Unsent { get; init; }

    /// <summary>For each expect step reached on this connection, in order: its step index, and how many final responses were complete by its end.</summary>
    public required IReadOnlyList<StepReach> Expects { get; init; }

    /// <summary>For each await step reached on this connection: whether any response head had come by its end.</summary>
    public required IReadOnlyList<StepReach> Awaits { get; init; }
}

/// <summary>How far a connection was when a step was done.</summary>
/// <param name="Step">Index of the step in the case.</param>
/// <param name="Responses">For an expect: final responses complete by then; for an await: response heads (interim too) that came since the await or expect before it.</param>
public readonly record struct StepReach(int Step, int Responses);

/// <summary>What one conversation shows: a pure function of its transcript.</summary>
/// <param name="Connections">In the order they were opened.</param>
public sealed record Observation(IReadOnlyList<ConnectionObservation> Connections)
{
    /// <summary>The application's calls that the witness heard of, in the order in which they began.</summary>
    public IReadOnlyList<CallObservation> Calls { get; init; } = [];

    /// <summary>The first connection that stood, since a connect that failed may have been tried again; where none did, the last attempt; null without any.</summary>
    public ConnectionObservation? First => Connections.FirstOrDefault(c => c.Ending != Ending.NeverConnected) ?? Connections.LastOrDefault();
}

using Conform.Http;
using Conform.Observations;

namespace Conform.Judging.Lint;

/// <summary>What the lint must know around each response of a connection, read from its events.</summary>
internal sealed class ConnectionContexts
{
    // Servers that read on behind an announced close do so for some five seconds.
    private const long LongerThanLingering = 6000;
    // A close so soon behind a response was decided with it; a later one may be a limit on idleness, which nobody can announce.
    private static readonly TimeSpan Directly = TimeSpan.FromMilliseconds(300);

    private readonly Transcript _transcript;
    private readonly ConnectionObservation _connection;
    private readonly List<WireEvent> _events;
    private readonly byte[] _sent;
    private readonly IReadOnlyList<SentRequest> _requests;
    // Where the sentinel was sent, if nothing came behind it; none where it is negative.
    private readonly int _inVain;

    public ConnectionContexts(Transcript transcript, ConnectionObservation connection)
    {
        (_transcript, _connection) = (transcript, connection);
        _events = [.. transcript.Events.Where(e => e.Channel == connection.Channel)];
        _sent = ObservationReader.Sent(_events);
        _requests = SentRequests.Find(_sent);
        _inVain = SentinelInVain();
        if (_inVain >= 0) _requests = [.. _requests.SkipLast(1)];
    }

    /// <summary>Whether anything was sent that looks like a request.</summary>
    public bool HasRequests => _requests.Count > 0;

    // Which request a response answers is only known where each request was read as one and got its answer.
    private bool IsPaired => _requests.Count == _connection.Responses.Count && BeginsWithRequest;

    // What stands before the first line that reads as a request may have been read as a request all the same.
    private bool BeginsWithRequest => _requests.Count > 0 && !_sent.AsSpan(0, _requests[0].Start).ContainsAnyExcept((byte)'\r', (byte)'\n');

    public LintContext Of(int index)
    {
        var response = _connection.Responses[index];
        var isLast = index == _connection.Responses.Count - 1;
        var isKnown = IsPaired || (index == 0 && BeginsWithRequest);
        return new LintContext(response)
        {
            Request = isKnown ? LintRequest.Read(_sent, _requests[index]) : null,
            ConnectionClosedBehind = isLast && _connection.Ending is Ending.Fin or Ending.TlsTruncated,
            ClosedOfItsOwn = isLast && IsPaired && ClosedDirectly(),
            StayedOpen = isLast && _connection.Ending == Ending.Open && _events.FindLast(e => e.Kind == WireEventKind.Quiet)?.Count >= LongerThanLingering,
            ResponsesBehind = _connection.Responses.Count - 1 - index + _connection.TrailingInterim.Count,
            OctetsBehind = isLast ? _connection.Leftover.Length : 0,
            Arrived = Arrived(response),
            Received = _connection.Received,
        };
    }

    // A close crosses the sentinel now and then, and which of them was first must make no difference.
    private int SentinelInVain()
    {
        var at = _events.FindIndex(e => e.Kind == WireEventKind.Sentinel);
        return at >= 0 && _requests is [.., var last] && last.Start == ObservationReader.Sent(_events.Take(at)).Length
            && _events.FindIndex(at, e => e.Kind is WireEventKind.Received or WireEventKind.Elided) < 0 ? at : -1;
    }

    // Only the octets of the last request came before it, and nothing of ours but the sentinel, or of a request that was not read as one.
    private bool ClosedDirectly()
    {
        var received = _events.FindLastIndex(e => e.Kind == WireEventKind.Received);
        // A close that the sentinel meets is answered with a reset.
        var end = _events.FindIndex(e => e.Kind is WireEventKind.Fin or WireEventKind.TlsClosed || (e.Kind == WireEventKind.Reset && _inVain >= 0));
        var last = _inVain >= 0 && _inVain < end ? _inVain : end;
        return received >= 0 && last > received && _events[end].At - _events[received].At <= Directly
            && !_events.Take(last).Any(e => e.Kind is WireEventKind.HalfClosed or WireEventKind.Aborted or WireEventKind.Unsent or WireEventKind.WriteRefused)
            && !_events.Skip(received).Take(last - received).Any(e => e.Kind == WireEventKind.Sent);
    }

    private DateTimeOffset? Arrived(Response response)
    {
        if (_transcript.Began is not { } began || !response.HeadEnded) return null;
        var seen = 0L;
        foreach (var e in _events.Where(e => e.Kind == WireEventKind.Received))
        {
            seen += e.Octets.Length;
            if (seen >= response.Head.End) return began + e.At;
        }

        return null;
    }
}

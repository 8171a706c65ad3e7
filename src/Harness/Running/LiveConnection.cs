using Conform.Http;
using Conform.Observations;
using Conform.Wire;

namespace Conform.Running;

/// <summary>A connection together with what has been read on it so far; the reading only steers, verdicts are read from the transcript.</summary>
internal sealed class LiveConnection : IWireObserver, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly ResponseReader _reader;
    private IReadOnlyList<SentRequest> _requests;
    private WireConnection? _wire;

    /// <summary>Begins to read.</summary>
    /// <param name="requests">What will be sent on the connection.</param>
    public LiveConnection(IReadOnlyList<SentRequest> requests)
    {
        _requests = requests;
        _reader = new ResponseReader(i => i < _requests.Count ? _requests[i].Method : null);
    }

    /// <summary>The connection itself.</summary>
    public WireConnection Wire => _wire ?? throw new InvalidOperationException("not connected");

    /// <summary>Final responses that are there as a whole.</summary>
    public int CompleteFinal => Ask(r => r.CompleteFinal);

    /// <summary>Heads of responses, interim ones too.</summary>
    public int HeadsSeen => Ask(r => r.HeadsSeen);

    /// <summary>Whether the server said that it will close, or broke off what can be read.</summary>
    public bool SaysClose => Ask(r => r.SaysClose);

    /// <summary>Whether what came cannot be read on, or there is more than is ever read.</summary>
    public bool Broken => Ask(r => r.Broken || r.HeadsSeen >= ObservationReader.MostHeads);

    /// <summary>Whether these octets have come in the content of a response.</summary>
    /// <param name="text">The octets.</param>
    public bool HasContent(ReadOnlyMemory<byte> text) => Ask(r => r.Final.Any(f => f.Content.Span.IndexOf(text.Span) >= 0));

    /// <summary>Whether we ended our side.</summary>
    public bool HalfClosed { get; private set; }

    /// <summary>Says what will be sent, where that was not known from the first.</summary>
    /// <param name="requests">All that is sent on the connection.</param>
    public void WillAnswer(IReadOnlyList<SentRequest> requests)
    {
        lock (_gate) _requests = requests;
    }

    /// <summary>Connects.</summary>
    /// <param name="dialer">Opens connections.</param>
    /// <param name="recorder">Where the events go.</param>
    /// <param name="requests">What will be sent.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static async Task<LiveConnection> OpenAsync(
        Dialer dialer, TranscriptRecorder recorder, IReadOnlyList<SentRequest> requests, CancellationToken cancellation)
    {
        var live = new LiveConnection(requests);
        live._wire = await dialer.DialAsync(recorder, live, cancellation);
        return live;
    }

    /// <inheritdoc/>
    public void Received(ReadOnlySpan<byte> octets)
    {
        lock (_gate)
        {
            if (_reader.HeadsSeen < ObservationReader.MostHeads) _reader.Feed(octets);
        }
    }

    /// <inheritdoc/>
    public void Ended(WireEventKind kind)
    {
        lock (_gate) _reader.End(kind is WireEventKind.Fin or WireEventKind.TlsClosed);
    }

    /// <summary>Ends our side and goes on reading.</summary>
    public ValueTask EndOurSideAsync()
    {
        HalfClosed = true;
        return Wire.HalfCloseAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _wire?.DisposeAsync() ?? ValueTask.CompletedTask;

    private T Ask<T>(Func<ResponseReader, T> question)
    {
        lock (_gate) return question(_reader);
    }
}

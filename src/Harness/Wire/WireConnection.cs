using Conform.Observations;

namespace Conform.Wire;

/// <summary>
/// One connection to a server. Everything that happens on it is written to the transcript, in the order in which it happened. Reading
/// goes on from the moment of connecting to the end, also while writing, so that an answer which comes before a reset is never lost.
/// One task at a time may send and wait; disposing and aborting are safe from any.
/// </summary>
public sealed partial class WireConnection : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Transport _transport;
    private readonly WireOptions _options;
    private readonly TranscriptRecorder _recorder;
    private readonly IWireObserver? _observer;
    private readonly TimeProvider _time;
    private readonly Kept _kept;
    private readonly Spacing _spacing;
    private readonly Task _reading;
    private TaskCompletionSource _signal = NewSignal();
    private Exception? _observerFault;
    private bool _letGo;
    private bool _writable = true;
    private long _came;

    private WireConnection(
        int channel, Transport transport, WireOptions options, TranscriptRecorder recorder, IWireObserver? observer, TimeProvider time)
    {
        Channel = channel;
        LocalEndpoint = transport.LocalEndpoint;
        _transport = transport;
        _options = options;
        _recorder = recorder;
        _observer = observer;
        _time = time;
        _kept = new Kept(options.KeepLimit);
        _spacing = new Spacing(transport);
        recorder.SetLocal(channel, LocalEndpoint);
        recorder.Add(channel, WireEventKind.Connected);
        _reading = ReadAsync();
    }

    /// <summary>The connection's number in its conversation.</summary>
    public int Channel { get; }

    /// <summary>Our address and port; for a Unix socket, whose client side has no name, the server's path behind <c>unix:</c>.</summary>
    public string LocalEndpoint { get; }

    /// <summary>Whether nothing more can come.</summary>
    public bool Ended => EndedBy is not null;

    /// <summary>
    /// What ended it: <see cref="WireEventKind.Fin"/>, <see cref="WireEventKind.Reset"/>, <see cref="WireEventKind.TlsClosed"/>,
    /// <see cref="WireEventKind.TlsTruncated"/>, or <see cref="WireEventKind.Aborted"/> by us; null while it is open.
    /// </summary>
    public WireEventKind? EndedBy
    {
        get
        {
            lock (_gate) return field;
        }

        private set;
    }

    /// <summary>Connects, and agrees TLS where the endpoint has it. The transcript says Connected or ConnectFailed.</summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="options">How.</param>
    /// <param name="recorder">The conversation's transcript, in which this opens the next channel.</param>
    /// <param name="observer">Is told what comes, from the first octet on.</param>
    /// <param name="time">Where deadlines come from.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="WireException">No connection could be made.</exception>
    public static async Task<WireConnection> OpenAsync(
        Endpoint endpoint, WireOptions options, TranscriptRecorder recorder, IWireObserver? observer, TimeProvider time, CancellationToken cancel)
    {
        var channel = recorder.OpenChannel();
        try
        {
            var transport = await Dialer.DialAsync(endpoint, options, time, cancel);
            return new WireConnection(channel, transport, options, recorder, observer, time);
        }
        catch (Exception e) when (e is WireException or OperationCanceledException)
        {
            recorder.Add(channel, WireEventKind.ConnectFailed, note: e is WireException ? e.Message : "connecting was given up");
            throw;
        }
    }

    /// <summary>Waits until something that the server sends makes a condition true.</summary>
    /// <param name="condition">Looked at under the connection's lock, first at once and then whenever octets or the end came.</param>
    /// <param name="patience">How long; afterwards a Quiet event with this many milliseconds is written.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="isDeadline">False where running out of patience is the expected end, so that no Quiet event is written.</param>
    /// <param name="renews">Whether patience begins anew with all that comes: who sends piece by piece is slow and no more. Only what bounds the whole ends it then.</param>
    /// <returns>Whether it became true; false at once when the connection has ended and it is not.</returns>
    public async Task<bool> WaitAsync(Func<bool> condition, TimeSpan patience, CancellationToken cancel, bool isDeadline = true, bool renews = false)
    {
        var began = _time.GetTimestamp();
        while (true)
        {
            Task signal;
            lock (_gate)
            {
                ThrowIfBroken();
                if (condition()) return true;
                if (Ended) return false;
                signal = _signal.Task;
                if (renews && _came > began) began = _came;
                if (_time.GetElapsedTime(began) >= patience)
                {
                    if (isDeadline) _recorder.Add(Channel, WireEventKind.Quiet, count: (long)patience.TotalMilliseconds);
                    return false;
                }
            }

            await PauseAsync(signal, patience - _time.GetElapsedTime(began), cancel);
        }
    }

    /// <summary>
    /// Ends our side and goes on reading: FIN, behind a close_notify where there is TLS. Where the system refuses, as after a reset,
    /// that is written down as a refused write.
    /// </summary>
    public async ValueTask HalfCloseAsync()
    {
        ValueTask closing;
        lock (_gate)
        {
            if (_letGo || !_writable) return;
            _writable = false;
            _recorder.Add(Channel, WireEventKind.HalfClosed);
            closing = Transport.Guard(_transport.HalfCloseAsync);
        }

        if (await SettleAsync(closing) is { } refused && !_letGo) _recorder.Add(Channel, WireEventKind.WriteRefused, note: refused.Message);
    }

    /// <summary>Resets the connection. A Unix socket knows no reset: its server sees the end, or a reset if it left octets unread.</summary>
    public void Abort()
    {
        lock (_gate)
        {
            if (!LetGo(WireEventKind.Aborted)) return;
            EndedBy ??= WireEventKind.Aborted;
            Pulse();
        }

        _transport.Reset();
    }

    /// <summary>Closes the connection, whatever its state.</summary>
    public async ValueTask DisposeAsync()
    {
        bool polite;
        lock (_gate)
        {
            polite = _writable && !Ended;
            LetGo(WireEventKind.Closed);
        }

        // A peer that does not read may keep us from saying goodbye, but not from going.
        if (polite) await PauseAsync(SettleAsync(_transport.CloseNotifyAsync()), TimeSpan.FromMilliseconds(100), CancellationToken.None);
        _transport.Shutdown();
        await PauseAsync(_reading, TimeSpan.FromMilliseconds(100), CancellationToken.None);
        await _transport.DisposeAsync();
        await _reading;
        lock (_gate) _kept.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static async Task<Exception?> SettleAsync(ValueTask work)
    {
        try
        {
            await work;
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private bool LetGo(WireEventKind how)
    {
        if (_letGo) return false;
        _letGo = true;
        _writable = false;
        if (!Ended) RecordElided();
        _recorder.Add(Channel, how);
        return true;
    }

    private void ThrowIfBroken()
    {
        if (_observerFault is not null) throw new InvalidOperationException("What reads the responses failed.", _observerFault);
        ObjectDisposedException.ThrowIf(_letGo && !Ended, this);
    }

    private async Task PauseAsync(Task signal, TimeSpan atMost, CancellationToken cancel)
    {
        try
        {
            if (atMost > TimeSpan.Zero) await signal.WaitAsync(atMost, _time, cancel);
        }
        catch (TimeoutException)
        {
            // The caller looks at the clock itself.
        }
    }

    private void Pulse()
    {
        var woken = _signal;
        _signal = NewSignal();
        woken.SetResult();
    }
}

using Conform.Observations;

namespace Conform.Wire;

public sealed partial class WireConnection
{
    // Long pieces go in slices, so that an early answer stops them soon and a slow reader counts as alive while it reads.
    private const int SliceSize = 64 * 1024;

    private Task<Exception?>? _writing;

    private enum Written
    {
        All,
        Stopped,
        InPart,
        Refused,
    }

    /// <summary>
    /// Writes each piece by a write of its own, <see cref="WireOptions.Gap"/> apart. Stops when the server has ended the connection, when
    /// <paramref name="stop"/> holds, when a write is refused, or when the server takes nothing for as long as <paramref name="patience"/>;
    /// what was not sent is then counted in an Unsent event, behind a WriteRefused or Quiet where that was the reason. Of a write that was
    /// broken off, octets may have gone all the same; its Unsent event says so, counts them all, and nothing can be sent afterwards.
    /// </summary>
    /// <param name="pieces">What to send; it must not change afterwards.</param>
    /// <param name="stop">Looked at under the connection's lock before each write, and while one is stuck.</param>
    /// <param name="patience">How long a single write of up to 64 KiB may be stuck.</param>
    /// <param name="cancel">Gives up.</param>
    public async ValueTask SendAsync(
        IReadOnlyList<ReadOnlyMemory<byte>> pieces, Func<bool>? stop, TimeSpan patience, CancellationToken cancel)
    {
        try
        {
            await SendPiecesAsync(pieces, stop, patience, cancel);
        }
        finally
        {
            if (Pacer.IsHere) await Task.Yield();
        }
    }

    private async Task SendPiecesAsync(
        IReadOnlyList<ReadOnlyMemory<byte>> pieces, Func<bool>? stop, TimeSpan patience, CancellationToken cancel)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        long left = 0;
        foreach (var piece in pieces) left += piece.Length;

        foreach (var piece in pieces)
        {
            if (piece.IsEmpty) continue;
            await _spacing.PauseAsync(_options.Gap);
            for (var at = 0; at < piece.Length; at += SliceSize)
            {
                cancel.ThrowIfCancellationRequested();
                var slice = piece.Slice(at, Math.Min(SliceSize, piece.Length - at));
                var written = await WriteAsync(slice, stop, patience, giveUp);
                cancel.ThrowIfCancellationRequested();
                if (written != Written.All)
                {
                    var note = written == Written.InPart ? $"up to {slice.Length} of these octets may have gone" : null;
                    lock (_gate)
                    {
                        if (!_letGo) _recorder.Add(Channel, WireEventKind.Unsent, count: left, note: note);
                    }

                    return;
                }

                left -= slice.Length;
            }

            _spacing.Wrote();
        }
    }

    private async ValueTask<Written> WriteAsync(
        ReadOnlyMemory<byte> slice, Func<bool>? stop, TimeSpan patience, CancellationTokenSource giveUp)
    {
        Task<Exception?> writing;
        lock (_gate)
        {
            ThrowIfBroken();
            if (!_writable || Ended || stop?.Invoke() == true) return Written.Stopped;

            // Written down before the lock is free: what the server answers to it must come later in the transcript.
            var write = Transport.Guard(() => _transport.WriteAsync(slice, giveUp.Token));
            if (write.IsCompletedSuccessfully)
            {
                _recorder.Add(Channel, WireEventKind.Sent, slice);
                return Written.All;
            }

            _writing = writing = SettleAsync(write);
        }

        var quiet = !await MovesAsync(writing, stop, patience);
        if (!writing.IsCompleted) await giveUp.CancelAsync();
        var error = await writing;
        lock (_gate)
        {
            if (error is not null) _writable = false;
            if (_letGo) return Written.Stopped;
            if (error is null)
            {
                _recorder.Add(Channel, WireEventKind.Sent, slice);
                return Written.All;
            }

            if (quiet) _recorder.Add(Channel, WireEventKind.Quiet, count: (long)patience.TotalMilliseconds, note: "the server takes no more octets");
            if (giveUp.IsCancellationRequested) return Written.InPart;
            _recorder.Add(Channel, WireEventKind.WriteRefused, note: error.Message);
            return Written.Refused;
        }
    }

    // False when patience ran out; true when the write is done or need not be waited for any more.
    private async Task<bool> MovesAsync(Task<Exception?> writing, Func<bool>? stop, TimeSpan patience)
    {
        var began = _time.GetTimestamp();
        while (!writing.IsCompleted)
        {
            Task signal;
            lock (_gate)
            {
                if (_letGo || _observerFault is not null || Ended || stop?.Invoke() == true) return true;
                signal = _signal.Task;
            }

            var left = patience - _time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero) return false;
            await PauseAsync(Task.WhenAny(writing, signal), left, CancellationToken.None);
        }

        return true;
    }
}

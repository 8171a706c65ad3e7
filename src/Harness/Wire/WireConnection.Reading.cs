using System.Buffers;
using Conform.Observations;

namespace Conform.Wire;

public sealed partial class WireConnection
{
    private const int ReadSize = 16 * 1024;

    private bool HasLetGo
    {
        get
        {
            lock (_gate) return _letGo;
        }
    }

    private async Task ReadAsync()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadSize);
        try
        {
            var (error, count) = await TryReadAsync(buffer);
            for (; count > 0 && !HasLetGo; (error, count) = await TryReadAsync(buffer)) Took(buffer.AsSpan(0, count));

            var end = await ClassifyAsync(error);
            Finish(end, end == WireEventKind.Fin ? null : error?.Message);
            if (end == WireEventKind.TlsClosed && await _transport.DrainAsync(buffer) is { } below) RecordUnlessLetGo(below);
        }
        catch (Exception e)
        {
            // Only the observer can throw here; whoever sends or waits next is told.
            lock (_gate)
            {
                _observerFault = e;
                Pulse();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async ValueTask<(Exception? Error, int Count)> TryReadAsync(byte[] buffer)
    {
        try
        {
            return (null, await _transport.ReadAsync(buffer));
        }
        catch (Exception e)
        {
            return (e, 0);
        }
    }

    // Whichever call comes first after a reset is told of it, and the next one only that there is nothing more. Where that call was
    // a write, the read looks like FIN although none came.
    private async Task<WireEventKind> ClassifyAsync(Exception? error)
    {
        var end = _transport.Classify(error);
        if (error is not null || end == WireEventKind.TlsClosed) return end;
        Task<Exception?>? writing;
        lock (_gate) writing = _writing;
        if (writing is null || !(writing.IsCompleted || _transport.IsDead)) return end;
        return Transport.IsReset(await writing) ? WireEventKind.Reset : end;
    }

    private void Took(ReadOnlySpan<byte> octets)
    {
        lock (_gate)
        {
            if (_letGo) return;
            var kept = _kept.Take(octets);
            if (!kept.IsEmpty) _recorder.Add(Channel, WireEventKind.Received, kept);
            _observer?.Received(octets);
            _came = _time.GetTimestamp();
            Pulse();
        }
    }

    private void Finish(WireEventKind end, string? note)
    {
        lock (_gate)
        {
            if (_letGo) return;
            RecordElided();
            _recorder.Add(Channel, end, note: note);
            EndedBy = end;
            _observer?.Ended(end);
            Pulse();
        }
    }

    private void RecordUnlessLetGo(WireEventKind kind)
    {
        lock (_gate)
        {
            if (!_letGo) _recorder.Add(Channel, kind);
        }
    }

    private void RecordElided()
    {
        if (_kept.Elided > 0) _recorder.Add(Channel, WireEventKind.Elided, count: _kept.Elided, note: _kept.Digest());
    }
}

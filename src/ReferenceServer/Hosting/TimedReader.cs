using System.Buffers;
using System.IO.Pipelines;

namespace Conform.ReferenceServer.Hosting;

/// <summary>Reads a stream with a limit to how long it may be silent.</summary>
internal sealed class TimedReader : IDisposable
{
    private readonly PipeReader _reader;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;

    public TimedReader(Stream stream, TimeProvider time)
    {
        _time = time;
        _reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 16 * 1024, leaveOpen: true));
        _timer = time.CreateTimer(_ => _reader.CancelPendingRead(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How long the last read waited; only defects care.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>The peer tore the connection down.</summary>
    public bool WasReset { get; private set; }

    /// <summary>Octets have arrived that nobody has taken yet.</summary>
    public bool HasOctets => Waiting > 0;

    /// <summary>How many have.</summary>
    public long Waiting
    {
        get
        {
            if (!_reader.TryRead(out var result))
            {
                return 0;
            }

            _reader.AdvanceTo(result.Buffer.Start);
            return result.Buffer.Length;
        }
    }

    /// <summary>What has arrived and nobody has taken yet begins with these octets.</summary>
    public bool StartsWith(ReadOnlySpan<byte> octets)
    {
        if (!_reader.TryRead(out var result))
        {
            return false;
        }

        var starts = new SequenceReader<byte>(result.Buffer).IsNext(octets);
        _reader.AdvanceTo(result.Buffer.Start);
        return starts;
    }

    /// <summary>What is there, or what comes next. <see cref="ReadResult.IsCanceled"/> says that the limit has passed.</summary>
    public async ValueTask<ReadResult> ReadAsync(TimeSpan limit)
    {
        Waited = TimeSpan.Zero;
        if (_reader.TryRead(out var ready))
        {
            if (ready.IsCompleted || !ready.Buffer.IsEmpty)
            {
                return ready;
            }

            _reader.AdvanceTo(ready.Buffer.Start);
        }

        var started = _time.GetTimestamp();
        _timer.Change(limit, Timeout.InfiniteTimeSpan);
        try
        {
            while (true)
            {
                var result = await _reader.ReadAsync();
                var left = limit - _time.GetElapsedTime(started);
                if (!result.IsCanceled || left <= TimeSpan.Zero)
                {
                    return result;
                }

                // The timer fired for the read before this one, or a little early.
                _reader.AdvanceTo(result.Buffer.Start);
                _timer.Change(left, Timeout.InfiniteTimeSpan);
            }
        }
        catch (IOException)
        {
            WasReset = true;
            throw;
        }
        finally
        {
            Waited = _time.GetElapsedTime(started);
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public void Advance(SequencePosition consumed) => _reader.AdvanceTo(consumed);

    public void Dispose() => _timer.Dispose();
}

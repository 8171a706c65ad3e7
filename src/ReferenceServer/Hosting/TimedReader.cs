using System.IO.Pipelines;

namespace Conform.ReferenceServer.Hosting;

/// <summary>Reads a stream with a limit to how long it may be silent.</summary>
internal sealed class TimedReader : IDisposable
{
    private readonly PipeReader _reader;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private long _started;
    private TimeSpan _limit;

    public TimedReader(Stream stream, TimeProvider time)
    {
        _time = time;
        _reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 16 * 1024, leaveOpen: true));
        _timer = time.CreateTimer(_ => _reader.CancelPendingRead(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Octets have arrived that nobody has taken yet.</summary>
    public bool HasOctets
    {
        get
        {
            if (!_reader.TryRead(out var result))
            {
                return false;
            }

            _reader.AdvanceTo(result.Buffer.Start);
            return !result.Buffer.IsEmpty;
        }
    }

    /// <summary>What is there, or what comes next. <see cref="ReadResult.IsCanceled"/> says that the limit has passed.</summary>
    public async ValueTask<ReadResult> ReadAsync(TimeSpan limit)
    {
        if (_reader.TryRead(out var ready))
        {
            if (ready.IsCompleted || !ready.Buffer.IsEmpty)
            {
                return ready;
            }

            _reader.AdvanceTo(ready.Buffer.Start);
        }

        (_started, _limit) = (_time.GetTimestamp(), limit);
        _timer.Change(limit, Timeout.InfiniteTimeSpan);
        try
        {
            while (true)
            {
                var result = await _reader.ReadAsync();
                // A timer that fired too late for the last read must not end this one.
                if (!result.IsCanceled || _time.GetElapsedTime(_started) >= _limit)
                {
                    return result;
                }

                _reader.AdvanceTo(result.Buffer.Start);
            }
        }
        finally
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public void Advance(SequencePosition consumed) => _reader.AdvanceTo(consumed);

    public void Dispose() => _timer.Dispose();
}

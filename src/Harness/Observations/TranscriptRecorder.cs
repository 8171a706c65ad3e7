namespace Conform.Observations;

/// <summary>Collects the events of one conversation from several tasks at once.</summary>
/// <param name="time">Where the times of the events come from.</param>
public sealed class TranscriptRecorder(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<WireEvent> _events = [];
    private readonly List<string> _locals = [];
    private readonly DateTimeOffset _began = time.GetUtcNow();
    private readonly long _start = time.GetTimestamp();

    /// <summary>Writes one event down. Safe from any thread.</summary>
    /// <param name="channel">The connection's number in this conversation.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="octets">The octets; they must not change afterwards.</param>
    /// <param name="count">The kind's number.</param>
    /// <param name="note">The kind's text.</param>
    public WireEvent Add(int channel, WireEventKind kind, ReadOnlyMemory<byte> octets = default, long count = 0, string? note = null)
    {
        lock (_gate)
        {
            var added = new WireEvent(_events.Count, time.GetElapsedTime(_start), channel, kind) { Octets = octets, Count = count, Note = note };
            _events.Add(added);
            return added;
        }
    }

    /// <summary>Opens the next channel.</summary>
    /// <returns>Its number, from 1.</returns>
    public int OpenChannel()
    {
        lock (_gate)
        {
            _locals.Add(string.Empty);
            return _locals.Count;
        }
    }

    /// <summary>Says which local endpoint a channel has.</summary>
    /// <param name="channel">Its number.</param>
    /// <param name="endpoint">Address and port, or a path.</param>
    public void SetLocal(int channel, string endpoint)
    {
        lock (_gate) _locals[channel - 1] = endpoint;
    }

    /// <summary>The transcript as it stands.</summary>
    public Transcript ToTranscript()
    {
        lock (_gate) return new Transcript([.. _events]) { Began = _began, LocalEndpoints = [.. _locals] };
    }
}

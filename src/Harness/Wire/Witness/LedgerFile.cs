using System.Buffers;

namespace Conform.Wire.Witness;

/// <summary>What adapters write of one conversation. Lines of several calls may stand between each other; each says which call it is of.</summary>
internal sealed class LedgerFile
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LedgerCall> _calls = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly LedgerGates _gates;
    private IWitnessSink? _sink;
    private ReadOnlyMemory<byte> _half;
    private long _read;

    /// <summary>Begins behind what stands there already: that is of an earlier run.</summary>
    /// <param name="path">The file, which need not be there yet.</param>
    /// <param name="gates">Let go who stands at one.</param>
    public LedgerFile(string path, LedgerGates gates)
    {
        (_path, _gates) = (path, gates);
        var file = new FileInfo(path);
        _read = file.Exists ? file.Length : 0;
    }

    /// <summary>When the last conversation that listened was over; null while one does.</summary>
    public long? Left { get; private set; }

    /// <summary>Tells a conversation the calls that begin from now on. Those of an earlier one with the same id stay its own.</summary>
    /// <param name="sink">The conversation.</param>
    public void Tell(IWitnessSink sink)
    {
        lock (_gate) (_sink, Left) = (sink, null);
    }

    /// <summary>A conversation is over. Calls that begin from now on are nobody's, and go on from every gate.</summary>
    /// <param name="sink">The conversation.</param>
    /// <param name="now">When.</param>
    public void Leave(IWitnessSink sink, long now)
    {
        lock (_gate)
        {
            if (_sink == sink) (_sink, Left) = (null, now);
        }
    }

    /// <summary>Reads the lines that came since the last time. A line without its end waits for it.</summary>
    /// <exception cref="FormatException">One was no line of the protocol; those behind it are read the next time.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public void Read()
    {
        lock (_gate)
        {
            if (!File.Exists(_path)) return;
            var all = new ArrayBufferWriter<byte>();
            all.Write(_half.Span);
            using (var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
            {
                // Who made the file shorter began it anew.
                stream.Position = _read <= stream.Length ? _read : 0;
                int count;
                while ((count = stream.Read(all.GetSpan(4096))) > 0) all.Advance(count);
                _read = stream.Position;
            }

            _half = all.WrittenMemory;
            while (_half.Span.IndexOf((byte)'\n') is >= 0 and var end)
            {
                var line = _half[..end];
                _half = _half[(end + 1)..];
                Take(WitnessLine.Parse(line));
            }

            if (_half.Length <= WitnessLine.Longest) return;
            _half = default;
            throw new FormatException($"a line of {_path} is longer than {WitnessLine.Longest} octets");
        }
    }

    private void Take(WitnessLine line)
    {
        if (line.Event == "end")
        {
            if (_calls.Remove(line.Call, out var over)) over.End();
            return;
        }

        // A call that never said that it was over may have had the same name.
        if (line.Event == "hello" && _calls.Remove(line.Call, out var lost)) lost.End();
        if (!_calls.TryGetValue(line.Call, out var call)) _calls[line.Call] = call = new LedgerCall(_sink, _gates);
        call.Take(line);
    }
}

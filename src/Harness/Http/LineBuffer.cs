namespace Conform.Http;

/// <summary>Gathers one line over any number of reads, so that where a read ends cannot matter.</summary>
internal sealed class LineBuffer
{
    private byte[] octets = new byte[128];

    /// <summary>How many octets of the line are here, its line end included.</summary>
    public int Length { get; private set; }

    /// <summary>Whether LF has come.</summary>
    public bool Ended { get; private set; }

    /// <summary>Whether the line ends in LF without CR.</summary>
    public bool EndsBare => Ended && (Length < 2 || octets[Length - 2] != '\r');

    /// <summary>All octets so far.</summary>
    public ReadOnlySpan<byte> Octets => octets.AsSpan(0, Length);

    /// <summary>The line without its line end.</summary>
    public ReadOnlySpan<byte> Text => !Ended ? Octets : Octets[..^(EndsBare ? 1 : 2)];

    /// <summary>Takes octets up to LF, at most all, and says how many.</summary>
    public int Take(ReadOnlySpan<byte> from)
    {
        var end = from.IndexOf((byte)'\n');
        var count = end < 0 ? from.Length : end + 1;
        if (Length + count > octets.Length) Array.Resize(ref octets, Math.Max(octets.Length * 2, Length + count));
        from[..count].CopyTo(octets.AsSpan(Length));
        Length += count;
        Ended = end >= 0;
        return count;
    }

    public void Clear()
    {
        Length = 0;
        Ended = false;
    }
}

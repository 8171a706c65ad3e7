namespace Conform.Http;

/// <summary>A run of octets in one connection's received stream, counted from the first octet the server sent.</summary>
/// <param name="Start">Offset of the first octet.</param>
/// <param name="Length">How many octets.</param>
public readonly record struct OctetRange(long Start, long Length)
{
    /// <summary>The offset just behind the last octet.</summary>
    public long End => Start + Length;
}

using System.Security.Cryptography;

namespace Conform.Http;

/// <summary>Content as it comes: the first octets are kept, all are counted and digested.</summary>
internal sealed class ContentStore(int keep)
{
    // Most contents fit; the running digest is only for those that do not.
    private IncrementalHash? digest;
    private byte[] kept = [];
    private int count;
    private bool gap;

    public long Length { get; private set; }

    /// <summary>What is kept. Octets are only ever added behind it, so an earlier answer stays true.</summary>
    public ReadOnlyMemory<byte> Kept => kept.AsMemory(0, count);

    public void Append(ReadOnlySpan<byte> octets)
    {
        Length += octets.Length;
        if (gap) return;
        var fits = Math.Min(octets.Length, keep - count);
        if (digest is null && fits < octets.Length)
        {
            digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            digest.AppendData(kept, 0, count);
        }

        digest?.AppendData(octets);
        if (count + fits > kept.Length) Array.Resize(ref kept, Math.Min(keep, Math.Max(Math.Max(256, kept.Length * 2), count + fits)));
        octets[..fits].CopyTo(kept.AsSpan(count));
        count += fits;
    }

    public void Skip(long octets)
    {
        Length += octets;
        gap = true;
        digest?.Dispose();
        digest = null;
    }

    /// <summary>The SHA-256 of all, in lower-case hex; null when some were skipped.</summary>
    public string? Digest()
    {
        if (gap) return null;
        return Convert.ToHexStringLower(digest is null ? SHA256.HashData(kept.AsSpan(0, count)) : digest.GetCurrentHash());
    }
}

using System.Security.Cryptography;

namespace Conform.Wire;

/// <summary>Divides what was received into what is kept and what is only counted and digested.</summary>
/// <param name="limit">How many octets are kept.</param>
internal sealed class Kept(int limit) : IDisposable
{
    private IncrementalHash? _digest;
    private int _room = limit;

    /// <summary>How many octets were beyond the limit.</summary>
    public long Elided { get; private set; }

    /// <summary>A copy of the part that is kept; empty when there is no room.</summary>
    public ReadOnlyMemory<byte> Take(ReadOnlySpan<byte> octets)
    {
        var kept = octets[..Math.Min(_room, octets.Length)];
        var beyond = octets[kept.Length..];
        _room -= kept.Length;
        if (!beyond.IsEmpty)
        {
            _digest ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            _digest.AppendData(beyond);
            Elided += beyond.Length;
        }

        return kept.ToArray();
    }

    /// <summary>SHA-256 of what was beyond the limit, lower-case hex.</summary>
    public string Digest() => Convert.ToHexStringLower(_digest is null ? SHA256.HashData([]) : _digest.GetCurrentHash());

    public void Dispose() => _digest?.Dispose();
}

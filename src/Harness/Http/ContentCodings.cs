using System.IO.Compression;

namespace Conform.Http;

/// <summary>The content codings of RFC 9110 section 8.4.1, and what undoes them.</summary>
public static class ContentCodings
{
    private const int Largest = 64 * 1024 * 1024;

    /// <summary>The codings that a response names, in the order in which they were applied, in small letters; <c>identity</c> is none.</summary>
    /// <param name="response">The response.</param>
    public static IReadOnlyList<string> Of(Response response) =>
    [
        .. response.Values("Content-Encoding").SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(c => c.ToLowerInvariant()).Select(c => c == "x-gzip" ? "gzip" : c).Where(c => c != "identity"),
    ];

    /// <summary>Whether it is known here how a coding is undone.</summary>
    /// <param name="coding">The coding in small letters.</param>
    public static bool IsKnown(string coding) => coding is "gzip" or "deflate" or "br";

    /// <summary>Whether content begins as gzip does (RFC 1952 section 2.3.1).</summary>
    /// <param name="content">The content.</param>
    public static bool LooksZipped(ReadOnlySpan<byte> content) => content is [0x1F, 0x8B, 8, ..];

    /// <summary>Undoes known codings, the last one first.</summary>
    /// <param name="content">The content.</param>
    /// <param name="codings">The codings in the order in which they were applied.</param>
    /// <returns>What was coded; null where the content is not in these codings, or makes too much.</returns>
    public static byte[]? Decode(ReadOnlyMemory<byte> content, IEnumerable<string> codings)
    {
        byte[]? octets = content.ToArray();
        foreach (var coding in codings.Reverse()) octets = octets is null ? null : DecodeOne(octets, coding);
        return octets;
    }

    private static byte[]? DecodeOne(byte[] octets, string coding)
    {
        using var coded = new MemoryStream(octets);
        using Stream decoder = coding switch
        {
            "gzip" => new GZipStream(coded, CompressionMode.Decompress),
            "deflate" => new ZLibStream(coded, CompressionMode.Decompress),
            "br" => new BrotliStream(coded, CompressionMode.Decompress),
            _ => throw new ArgumentException($"no way to undo {coding}", nameof(coding)),
        };
        using var plain = new MemoryStream();
        try
        {
            var block = new byte[16 * 1024];
            for (int count; (count = decoder.Read(block)) > 0 && plain.Length <= Largest;) plain.Write(block, 0, count);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return null;
        }

        // An empty coding of nothing has octets too, so that nothing read from octets is a coding cut short.
        return plain.Length > Largest || (octets.Length == 0) ? null : plain.ToArray();
    }
}

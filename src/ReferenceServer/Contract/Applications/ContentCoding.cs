using System.IO.Compression;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>The content codings that the reference knows, RFC 9110 section 8.4.1.</summary>
internal static class ContentCoding
{
    /// <summary>What a decoder may make of a request at most, in octets.</summary>
    public const int Largest = 1024 * 1024;

    /// <summary>As a response names them to a client, the best first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["gzip", "deflate"];

    /// <summary>The coding's own name for one of its names in whatever case; null where it is none that is known.</summary>
    public static string? Find(string name) => name.ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => "gzip",
        "deflate" => "deflate",
        "identity" => "identity",
        _ => null,
    };

    public static byte[] Encode(string coding, byte[] content)
    {
        using MemoryStream coded = new();
        using (Stream coder = coding == "gzip" ? new GZipStream(coded, CompressionLevel.Optimal) : new ZLibStream(coded, CompressionLevel.Optimal))
        {
            coder.Write(content);
        }

        return coded.ToArray();
    }

    /// <exception cref="InvalidDataException">The content is not in this coding, or makes too much.</exception>
    public static byte[] Decode(string coding, byte[] content)
    {
        if (coding == "identity")
        {
            return content;
        }

        using MemoryStream coded = new(content);
        using Stream decoder = coding == "gzip" ? new GZipStream(coded, CompressionMode.Decompress) : new ZLibStream(coded, CompressionMode.Decompress);
        var octets = new byte[Largest + 1];
        var count = decoder.ReadAtLeast(octets, octets.Length, throwOnEndOfStream: false);
        return count is > 0 and <= Largest ? octets[..count] : throw new InvalidDataException("no content of a usable length");
    }
}

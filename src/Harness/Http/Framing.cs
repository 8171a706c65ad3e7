using System.Globalization;

namespace Conform.Http;

/// <summary>Where the content ends, decided from the head as RFC 9112 section 6.3 has it for a client.</summary>
/// <param name="Kind">How the end is found.</param>
/// <param name="Length">Octets of content, for <see cref="ContentFraming.ContentLength"/>.</param>
/// <param name="Trusted">False when the head contradicts itself so that no reading is safe.</param>
internal readonly record struct Framing(ContentFraming Kind, long Length, bool Trusted)
{
    public static bool IsFramingField(string name)
    {
        var bare = name.AsSpan().Trim(" \t\r\0\v\f");
        return bare.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
            || bare.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase);
    }

    public static Framing Decide(StatusLine line, string? method, FieldLine[] fields, FaultList faults)
    {
        var lengths = Named(fields, "Content-Length");
        var encodings = Named(fields, "Transfer-Encoding");
        if (lengths.Length > 0 && encodings.Length > 0)
            faults.Add("content-length-with-transfer-encoding", "Content-Length and Transfer-Encoding are both there.", lengths[0].Range.Start);
        var chunked = encodings.Length > 0 && Codings.EndInChunked(encodings, faults);
        if (encodings.Length > 0 && line.Version == "HTTP/1.0")
            faults.Add("transfer-encoding-version", "An HTTP/1.0 response has Transfer-Encoding.", encodings[0].Range.Start);
        var length = lengths.Length > 0 ? LengthOf(lengths, faults) : null;

        if (line.Status == 101 || (method == "CONNECT" && line.Status is >= 200 and < 300)) return new(ContentFraming.Tunnel, 0, true);
        if (method == "HEAD" || line.Status is < 200 or 204 or 304) return new(ContentFraming.None, 0, true);
        if (chunked) return new(ContentFraming.Chunked, 0, true);
        if (encodings.Length > 0 || lengths.Length == 0) return new(ContentFraming.UntilClose, 0, true);
        return new(ContentFraming.ContentLength, length ?? 0, length is not null);
    }

    private static FieldLine[] Named(FieldLine[] fields, string name) =>
        [.. fields.Where(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase))];

    private static long? LengthOf(FieldLine[] lines, FaultList faults)
    {
        var values = lines.SelectMany(l => l.Value.Split(',').Select(v => (Text: v.Trim(' ', '\t'), At: l.Range.Start))).ToArray();
        long? first = null;
        foreach (var (text, at) in values)
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            {
                faults.Add("content-length", text.Length > 0 && text.All(char.IsAsciiDigit)
                    ? "Content-Length is larger than any content can be." : "Content-Length is no decimal number.", at);
                return null;
            }

            if (first is not null && first != length)
            {
                faults.Add("content-length", $"Content-Length says both {first} and {length}.", at);
                return null;
            }

            first = length;
        }

        if (values.Length > 1) faults.Add("content-length", "Content-Length says the same number more than once.", values[1].At);
        return first;
    }
}

using System.Text;

namespace Conform.Judging;

/// <summary>A body part: its header fields, and what follows them.</summary>
/// <param name="Fields">Names and values, in order.</param>
/// <param name="Content">The content.</param>
internal sealed record BodyPart(IReadOnlyList<(string Name, string Value)> Fields, ReadOnlyMemory<byte> Content)
{
    /// <summary>All values of a field.</summary>
    /// <param name="name">Its name, in any case.</param>
    public IReadOnlyList<string> Values(string name) =>
        [.. Fields.Where(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(f => f.Value)];
}

/// <summary>Reads multipart content: lines end in CRLF and in nothing else (RFC 9110 section 8.3.3, RFC 2046 section 5.1.1).</summary>
internal static class MultipartReader
{
    /// <summary>Reads the parts.</summary>
    /// <param name="content">The content.</param>
    /// <param name="boundary">The boundary.</param>
    /// <param name="parts">The parts in order.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    public static string? Read(ReadOnlyMemory<byte> content, string boundary, out IReadOnlyList<BodyPart> parts)
    {
        var found = new List<BodyPart>();
        parts = found;
        var delimiter = Encoding.Latin1.GetBytes("\r\n--" + boundary);
        // The first delimiter may be the first line.
        var at = content.Span.StartsWith(delimiter.AsSpan(2)) ? -2 : content.Span.IndexOf(delimiter);
        if (at < -2 || at == -1) return $"multipart content without a line --{boundary}";
        for (var rest = content[(at + delimiter.Length)..]; ;)
        {
            if (rest.Span.StartsWith("--"u8)) return found.Count == 0 ? "multipart content without a part" : null;
            if (!rest.Span.TrimStart(" \t"u8).StartsWith("\r\n"u8)) return "a boundary that CRLF does not follow";
            rest = rest[rest.Span.IndexOf("\r\n"u8)..];
            var end = rest.Span.IndexOf(delimiter);
            if (end < 0) return $"multipart content without its end --{boundary}--";
            if (end < 2 || Part(rest[2..end]) is not { } part) return "a part whose header fields do not end in an empty line";
            found.Add(part);
            rest = rest[(end + delimiter.Length)..];
        }
    }

    private static BodyPart? Part(ReadOnlyMemory<byte> octets)
    {
        var fields = new List<(string, string)>();
        while (true)
        {
            var end = octets.Span.IndexOf("\r\n"u8);
            if (end < 0) return null;
            var line = Encoding.Latin1.GetString(octets.Span[..end]);
            octets = octets[(end + 2)..];
            if (end == 0) return new BodyPart(fields, octets);
            if (line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon)) return null;
            fields.Add((line[..colon], line[(colon + 1)..].Trim(' ', '\t')));
        }
    }
}

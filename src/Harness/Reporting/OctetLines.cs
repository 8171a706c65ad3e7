using Conform.Observations;

namespace Conform.Reporting;

/// <summary>
/// Octets as lines of text, in the escapes of the case language: CRLF ends a line and is not shown, a lone line feed is
/// <c>\n</c>, and a last line without an end has <c>\</c> behind it.
/// </summary>
internal static class OctetLines
{
    private const int Tail = 3;

    /// <summary>At most <paramref name="maxLines"/> lines of at most <paramref name="width"/> characters; what is left out is counted.</summary>
    public static IReadOnlyList<string> Of(ReadOnlyMemory<byte> octets, int width, int maxLines)
    {
        var lines = Split(octets);
        if (lines.Count <= maxLines) return [.. lines.Select(l => Line(l, width))];
        var head = Math.Max(1, maxLines - Tail - 1);
        var left = lines.GetRange(head, lines.Count - head - Tail);
        return
        [
            .. lines.Take(head).Select(l => Line(l, width)),
            $"… {left.Count} more lines, {Quantity.Octets(left.Sum(l => (long)l.Length))} …",
            .. lines.TakeLast(Tail).Select(l => Line(l, width)),
        ];
    }

    private static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> octets)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        while (!octets.IsEmpty)
        {
            var end = octets.Span.IndexOf((byte)'\n');
            var length = end < 0 ? octets.Length : end + 1;
            lines.Add(octets[..length]);
            octets = octets[length..];
        }

        return lines;
    }

    private static string Line(ReadOnlyMemory<byte> line, int width)
    {
        var (length, end) = line.Span switch
        {
            [.., (byte)'\r', (byte)'\n'] => (line.Length - 2, string.Empty),
            [.., (byte)'\n'] => (line.Length - 1, "\\n"),
            _ => (line.Length, "\\"),
        };
        var text = line.Span[..length];
        if (length > width) return Shortened(text, width);
        var all = Octets.Visible(text);
        if (end.Length == 0 && all.EndsWith(' ')) all = $"{all[..^1]}\\x20";
        all += end;
        return all.Length <= width ? all : Shortened(text, width);
    }

    private static string Shortened(ReadOnlySpan<byte> text, int width)
    {
        var room = width - $" … +{Quantity.Octets(text.Length)}".Length;
        var count = Math.Clamp(room, 0, text.Length);
        while (count > 0 && Octets.Visible(text[..count]).Length > room) count--;
        return $"{Octets.Visible(text[..count])} … +{Quantity.Octets(text.Length - count)}";
    }
}

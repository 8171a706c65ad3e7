using System.Text;

namespace Conform.Reporting;

/// <summary>
/// Octets as lines of text, in the escapes of the case language: CRLF ends a line and is not shown, a lone line feed is
/// <c>\n</c>, and a last line without an end has <c>\</c> behind it.
/// </summary>
internal static class VisibleOctets
{
    private const int Tail = 3;

    /// <summary>At most <paramref name="maxLines"/> lines of at most <paramref name="width"/> characters; what is left out is counted.</summary>
    public static IReadOnlyList<string> Lines(ReadOnlyMemory<byte> octets, int width, int maxLines)
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

    /// <summary>One octet, or one character beyond, in the escapes of the case language.</summary>
    public static string Escape(char c) => c switch
    {
        '\r' => "\\r",
        '\n' => "\\n",
        '\t' => "\\t",
        '\0' => "\\0",
        '\\' => "\\\\",
        >= ' ' and < '\u007F' => c.ToString(),
        <= '\u00FF' => $"\\x{(int)c:X2}",
        _ => $"\\u{(int)c:X4}",
    };

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
        var all = new StringBuilder();
        foreach (var octet in text)
        {
            all.Append(Escape((char)octet));
            if (all.Length > width) return Shortened(text, width);
        }

        if (all is [.., ' '] && end.Length == 0) all.Replace(" ", "\\x20", all.Length - 1, 1);
        all.Append(end);
        return all.Length <= width ? all.ToString() : Shortened(text, width);
    }

    private static string Shortened(ReadOnlySpan<byte> text, int width)
    {
        var shown = new StringBuilder();
        var count = 0;
        var room = width - $" … +{Quantity.Octets(text.Length)}".Length;
        foreach (var octet in text)
        {
            var piece = Escape((char)octet);
            if (shown.Length + piece.Length > room) break;
            shown.Append(piece);
            count++;
        }

        return $"{shown} … +{Quantity.Octets(text.Length - count)}";
    }
}

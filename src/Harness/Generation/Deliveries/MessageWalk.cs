using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Conform.Generation.Deliveries;

/// <summary>A run of octets that is cut by one rule.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many octets it has; at least one.</param>
/// <param name="IsContent">Content, or chunk data; else a line with its end.</param>
internal readonly record struct Stretch(int Start, int Length, bool IsContent);

/// <summary>
/// Where lines and content lie in what a client sends. It guesses where the octets are broken on purpose: a wrong guess cuts elsewhere, no more.
/// </summary>
internal static class MessageWalk
{
    /// <summary>All octets, in stretches.</summary>
    public static IReadOnlyList<Stretch> Stretches(ReadOnlySpan<byte> octets)
    {
        var stretches = new List<Stretch>();
        var at = 0;
        while (at < octets.Length)
        {
            var head = Head(octets, ref at, stretches);
            if (head.Chunked)
                Chunks(octets, ref at, stretches);
            else
                Content(octets, ref at, head.Length, stretches);
        }

        return stretches;
    }

    private static (bool Chunked, long Length) Head(ReadOnlySpan<byte> octets, ref int at, List<Stretch> stretches)
    {
        var (chunked, length, lines) = (false, 0L, 0);
        while (at < octets.Length)
        {
            var line = Line(octets, ref at, stretches);
            if (line.IsEmpty && lines > 0)
                break;
            lines += line.IsEmpty ? 0 : 1;
            var text = Encoding.Latin1.GetString(line);
            if (text.StartsWith("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
                chunked |= text.Contains("chunked", StringComparison.OrdinalIgnoreCase);
            if (text.StartsWith("Content-Length", StringComparison.OrdinalIgnoreCase))
                _ = long.TryParse(text.AsSpan(text.IndexOf(':', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out length);
        }

        return (chunked, length);
    }

    private static void Chunks(ReadOnlySpan<byte> octets, ref int at, List<Stretch> stretches)
    {
        while (at < octets.Length)
        {
            var line = Line(octets, ref at, stretches);
            if (!Utf8Parser.TryParse(line, out uint size, out var digits, 'x') || digits == 0)
                return;
            if (size == 0)
            {
                while (at < octets.Length && !Line(octets, ref at, stretches).IsEmpty)
                {
                }

                return;
            }

            Content(octets, ref at, size, stretches);
            Line(octets, ref at, stretches);
        }
    }

    private static void Content(ReadOnlySpan<byte> octets, ref int at, long length, List<Stretch> stretches)
    {
        var there = (int)Math.Min(length, octets.Length - at);
        if (there <= 0)
            return;
        stretches.Add(new Stretch(at, there, IsContent: true));
        at += there;
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> octets, ref int at, List<Stretch> stretches)
    {
        var rest = octets[at..];
        var end = rest.IndexOf((byte)'\n');
        var length = end < 0 ? rest.Length : end + 1;
        if (length > 0)
            stretches.Add(new Stretch(at, length, IsContent: false));
        at += length;
        return rest[..length].TrimEnd("\r\n"u8);
    }
}

using System.Globalization;
using System.Text;

namespace Conform.Observations;

/// <summary>Octets made visible, in the escapes of the case language, so that what is shown can be pasted into a case.</summary>
public static class Octets
{
    /// <summary>One line of text: <c>\r \n \t \0 \xHH \\</c> for what is not printable ASCII; a dollar sign before a brace is escaped too.</summary>
    /// <param name="octets">The octets.</param>
    public static string Visible(ReadOnlySpan<byte> octets) => Escape(octets, quoted: false);

    /// <summary>The same between double quotes, for a clause of an expect block; a quote within becomes <c>\"</c>.</summary>
    /// <param name="octets">The octets.</param>
    public static string Quoted(ReadOnlySpan<byte> octets) => $"\"{Escape(octets, quoted: true)}\"";

    /// <summary>As <see cref="Visible"/>, with a line break behind each line feed, for people who read a message.</summary>
    /// <param name="octets">The octets.</param>
    public static string VisibleLines(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder();
        while (!octets.IsEmpty)
        {
            var end = octets.IndexOf((byte)'\n');
            var length = end < 0 ? octets.Length : end + 1;
            text.Append(Visible(octets[..length])).Append('\n');
            octets = octets[length..];
        }

        return text.ToString();
    }

    private static string Escape(ReadOnlySpan<byte> octets, bool quoted)
    {
        var text = new StringBuilder(octets.Length + 16);
        for (var i = 0; i < octets.Length; i++)
        {
            var octet = octets[i];
            _ = octet switch
            {
                (byte)'\r' => text.Append("\\r"),
                (byte)'\n' => text.Append("\\n"),
                (byte)'\t' => text.Append("\\t"),
                0 => text.Append("\\0"),
                (byte)'\\' => text.Append("\\\\"),
                (byte)'"' when quoted => text.Append("\\\""),
                (byte)'$' when i + 1 < octets.Length && octets[i + 1] == '{' => text.Append("\\x24"),
                >= 0x20 and < 0x7F => text.Append((char)octet),
                _ => text.Append(CultureInfo.InvariantCulture, $"\\x{octet:X2}"),
            };
        }

        return text.ToString();
    }
}

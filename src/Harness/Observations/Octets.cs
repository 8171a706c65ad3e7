using System.Globalization;
using System.Text;

namespace Conform.Observations;

/// <summary>Octets made visible, in the escapes of the case language, so that what is shown can be pasted into a case.</summary>
public static class Octets
{
    /// <summary>One line of text: <c>\r \n \t \0 \xHH \\</c> for what is not printable ASCII; a dollar sign before a brace is escaped too.</summary>
    /// <param name="octets">The octets.</param>
    public static string Visible(ReadOnlySpan<byte> octets) => Escape(octets, quoted: false);

    /// <summary>The same for a text of one character an octet.</summary>
    /// <param name="text">The text; nothing in it is beyond U+00FF.</param>
    public static string Visible(string text) => Visible(Encoding.Latin1.GetBytes(text));

    /// <summary>The same between double quotes, for a clause of an expect block; a quote within becomes <c>\"</c>.</summary>
    /// <param name="octets">The octets.</param>
    public static string Quoted(ReadOnlySpan<byte> octets) => $"\"{Escape(octets, quoted: true)}\"";

    /// <summary>One character as its escape, or as itself; what is beyond an octet becomes <c>\uHHHH</c>.</summary>
    /// <param name="character">The character.</param>
    public static string Escape(char character) => character switch
    {
        '\r' => "\\r",
        '\n' => "\\n",
        '\t' => "\\t",
        '\0' => "\\0",
        '\\' => "\\\\",
        >= ' ' and < '\u007F' => character.ToString(),
        <= '\u00FF' => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)character:X2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
    };

    private static string Escape(ReadOnlySpan<byte> octets, bool quoted)
    {
        var text = new StringBuilder(octets.Length + 16);
        for (var i = 0; i < octets.Length; i++)
        {
            _ = octets[i] switch
            {
                (byte)'"' when quoted => text.Append("\\\""),
                (byte)'$' when i + 1 < octets.Length && octets[i + 1] == '{' => text.Append("\\x24"),
                var octet => text.Append(Escape((char)octet)),
            };
        }

        return text.ToString();
    }
}

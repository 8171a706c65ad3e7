using System.Text;

namespace Conform.Judging;

/// <summary>Text that came off the wire, as it stands in a sentence.</summary>
internal static class Quoted
{
    private const int Longest = 120;

    /// <summary>The text in double quotes, with the case language's escapes, shortened with a count where it is long.</summary>
    /// <param name="text">One character an octet.</param>
    public static string Text(string text)
    {
        var shown = new StringBuilder("\"");
        foreach (var c in text.Length <= Longest ? text : text[..Longest])
        {
            shown.Append(c switch
            {
                '\r' => "\\r",
                '\n' => "\\n",
                '\t' => "\\t",
                '\0' => "\\0",
                '\\' => "\\\\",
                '"' => "\\\"",
                < ' ' or (>= '\x7f' and <= '\xff') => $"\\x{(int)c:X2}",
                _ => c.ToString(),
            });
        }

        return shown.Append('"').Append(text.Length <= Longest ? string.Empty : $" and {text.Length - Longest} octets more").ToString();
    }
}

using System.Text;

namespace Conform.Cases;

/// <summary>Octet templates in the words of the case language.</summary>
public static class TemplateText
{
    /// <summary>A template as a text in double quotes, which reads back as the same.</summary>
    /// <param name="template">The template.</param>
    public static string Quote(OctetTemplate template)
    {
        var text = new StringBuilder("\"");
        foreach (var part in template.Parts) Append(text, part, quoted: true);
        return text.Append('"').ToString();
    }

    /// <summary>Octets as a text in double quotes.</summary>
    /// <param name="octets">One character an octet.</param>
    public static string Quote(string octets) => Quote(new OctetTemplate([new LiteralPart(Encoding.Latin1.GetBytes(octets), 0)], default));

    /// <summary>A template as the lines of a block, which read back as the same.</summary>
    /// <param name="template">The template.</param>
    public static IReadOnlyList<string> Lines(OctetTemplate template)
    {
        var text = new StringBuilder();
        foreach (var part in template.Parts) Append(text, part, quoted: false);
        var lines = text.ToString().Split('\n');
        var shown = lines[..^1].Select(Visible).ToList();
        if (lines[^1].Length > 0) shown.Add(lines[^1] + "\\");
        return shown;
    }

    /// <summary>A placeholder as it was written.</summary>
    /// <param name="part">The placeholder.</param>
    public static string Of(PlaceholderPart part) => $"${{{string.Join(' ', [part.Name, .. part.Arguments])}}}";

    // A blank before a line's end would not be seen.
    private static string Visible(string line) => line.EndsWith(' ') ? line[..^1] + "\\x20" : line;

    private static void Append(StringBuilder text, TemplatePart part, bool quoted)
    {
        if (part is PlaceholderPart placeholder)
        {
            text.Append(Of(placeholder));
            return;
        }

        var octets = ((LiteralPart)part).Octets.Span;
        for (var i = 0; i < octets.Length; i++)
        {
            if (!quoted && octets[i..].StartsWith("\r\n"u8))
            {
                text.Append('\n');
                i++;
                continue;
            }

            _ = octets[i] switch
            {
                (byte)'\r' => text.Append("\\r"),
                (byte)'\n' => text.Append("\\n"),
                (byte)'\t' => text.Append("\\t"),
                0 => text.Append("\\0"),
                (byte)'\\' => text.Append("\\\\"),
                (byte)'"' when quoted => text.Append("\\\""),
                (byte)'$' => text.Append(i + 1 == octets.Length || octets[i + 1] == (byte)'{' ? "\\x24" : "$"),
                < 0x20 or > 0x7e => text.Append($"\\x{octets[i]:X2}"),
                var plain => text.Append((char)plain),
            };
        }
    }
}

using System.Text;
using Conform.Observations;

namespace Conform.Reporting.Formats;

/// <summary>Texts in Markdown that say what they said, whatever a server put into them.</summary>
internal static class Markdown
{
    /// <summary>Words in a line.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in Printable(text))
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#') escaped.Append('\\').Append(c);
            else escaped.Append(Html(c.ToString()));
        }

        return escaped.ToString();
    }

    /// <summary>Words in the cell of a table.</summary>
    public static string Cell(string text) => Text(text);

    /// <summary>A piece of code in a line.</summary>
    public static string Code(string text)
    {
        var fence = new string('`', LongestRun(text, '`') + 1);
        var space = text.StartsWith('`') || text.EndsWith('`') ? " " : string.Empty;
        return $"{fence}{space}{Printable(text)}{space}{fence}";
    }

    /// <summary>A block of code.</summary>
    public static string Fenced(string language, IEnumerable<string> lines, string margin = "")
    {
        var all = lines.ToList();
        var fence = new string('`', Math.Max(3, all.Select(l => LongestRun(l, '`')).DefaultIfEmpty(0).Max() + 1));
        return $"{margin}{fence}{language}\n{string.Concat(all.Select(l => $"{margin}{l}\n"))}{margin}{fence}\n";
    }

    /// <summary>Text in HTML.</summary>
    public static string Html(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? Octets.Escape(c) : c.ToString()));

    private static int LongestRun(string text, char c)
    {
        var (longest, run) = (0, 0);
        foreach (var at in text) longest = Math.Max(longest, run = at == c ? run + 1 : 0);
        return longest;
    }
}

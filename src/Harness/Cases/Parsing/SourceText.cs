namespace Conform.Cases.Parsing;

/// <summary>A file's text by lines. Markdown tells where things stand; what stands there is read from here, untouched.</summary>
internal sealed class SourceText
{
    private readonly List<int> _starts = [0];

    public SourceText(string text, DiagnosticSink problems)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        Text = text.Replace('\r', ' ').Replace('\0', ' ');
        Lines = Text.Split('\n');
        for (var at = Text.IndexOf('\n'); at >= 0; at = Text.IndexOf('\n', at + 1)) _starts.Add(at + 1);
        for (var at = text.AsSpan().IndexOfAny('\r', '\0'); at >= 0;)
        {
            problems.Add(LineAt(at), "a lone CR or a NUL in the file", "write octets as escapes, such as \\r");
            var next = text.AsSpan(at + 1).IndexOfAny('\r', '\0');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    public string Text { get; }

    public IReadOnlyList<string> Lines { get; }

    /// <summary>The line number, from 1, of an offset in the text.</summary>
    public int LineAt(int offset)
    {
        var found = _starts.BinarySearch(offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>A line by its number, from 1.</summary>
    public string Line(int number) => Lines[number - 1];
}

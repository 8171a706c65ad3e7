namespace Conform.Cases.Parsing;

/// <summary>Puts an octet template together, character by character.</summary>
/// <param name="quoted">Whether the text stands between double quotes.</param>
/// <param name="problem">Told of each problem: line, message, hint.</param>
internal sealed class TemplateBuilder(bool quoted, Action<int, string, string?> problem)
{
    private readonly List<TemplatePart> _parts = [];
    private readonly List<byte> _octets = [];

    public void Text(string text, int line)
    {
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (c is '\\' or '$')
            {
                Special(text, ref at, line);
            }
            else
            {
                if (c is < ' ' or > '~') problem(line, Names(c), "write it as an escape, such as \\t or \\xE9");
                else _octets.Add((byte)c);
                at++;
            }
        }
    }

    public void Octets(ReadOnlySpan<byte> octets) => _octets.AddRange(octets);

    /// <summary>Ends the literal part that is being written.</summary>
    public void Cut(int line)
    {
        if (_octets.Count == 0) return;
        _parts.Add(new LiteralPart(_octets.ToArray(), line));
        _octets.Clear();
    }

    public OctetTemplate Build(SourceLocation location) => new(_parts, location);

    private void Special(string text, ref int at, int line)
    {
        try
        {
            if (text[at] == '\\') _octets.Add(Escapes.Read(text, ref at, quoted));
            else if (at + 1 < text.Length && text[at + 1] == '{') Placeholder(text, ref at, line);
            else _octets.Add((byte)text[at++]);
        }
        catch (LanguageException e)
        {
            problem(line, e.Message, e.Hint);
            at++;
        }
    }

    private void Placeholder(string text, ref int at, int line)
    {
        var end = text.IndexOf('}', at);
        if (end < 0) throw new LanguageException("${ without its }", "a literal ${ is written \\x24{");
        var part = text[(at + 2)..end];
        at = end;
        var placeholder = PlaceholderReader.Read(part, line);
        at++;
        Cut(line);
        _parts.Add(placeholder);
    }

    private static string Names(char c) => c switch
    {
        '\t' => "a tab",
        < ' ' or '\x7f' => $"the control character U+{(int)c:X4}",
        _ => $"the character {c} is not ASCII",
    };
}

using System.Globalization;

namespace Conform.Cases.Parsing;

internal enum TokenKind
{
    Word,
    Text,
    Comma,
    Requirement,
    End,
}

/// <summary>A piece of an expectation. The value of a text is what stands between its quotes, escapes unread.</summary>
internal readonly record struct Token(TokenKind Kind, string Value, int Start)
{
    public override string ToString() => Kind switch
    {
        TokenKind.Text => $"\"{Value}\"",
        TokenKind.Requirement => $"[{Value}]",
        TokenKind.End => "the end of the line",
        _ => Value,
    };
}

/// <summary>Walks along the pieces of one line of an expect block.</summary>
internal sealed class Tokens
{
    private readonly List<Token> _all = [];
    private int _at;

    public Tokens(string line, SourceLocation location)
    {
        (Line, Location) = (line, location);
        for (var at = 0; at < line.Length;) at = Add(at);
        _all.Add(new Token(TokenKind.End, string.Empty, line.Length));
    }

    public string Line { get; }

    public SourceLocation Location { get; }

    public Token Next => _all[_at];

    public Token Take() => Next.Kind == TokenKind.End ? Next : _all[_at++];

    /// <summary>Takes these words if they come next.</summary>
    public bool Take(string words)
    {
        var at = _at;
        foreach (var word in words.Split(' '))
        {
            if (_all[at].Kind != TokenKind.Word || _all[at].Value != word) return false;
            at++;
        }

        _at = at;
        return true;
    }

    /// <summary>Takes a number and the word <c>times</c> behind it if they come next.</summary>
    public int? TakeTimes()
    {
        if (Next.Kind != TokenKind.Word || _all[_at + 1] is not { Kind: TokenKind.Word, Value: "times" }) return null;
        var number = Next.Value;
        _at += 2;
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times is >= 2 and <= 1000
            ? times
            : throw new LanguageException($"{number} is no number of times", "2 to 1000");
    }

    /// <summary>Takes a comma if it comes next.</summary>
    public bool TakeComma()
    {
        if (Next.Kind != TokenKind.Comma) return false;
        _at++;
        return true;
    }

    /// <summary>Takes a comma if it stands before one of these words.</summary>
    public void SkipCommaBefore(params ReadOnlySpan<string> words)
    {
        if (Next.Kind != TokenKind.Comma || _all[_at + 1].Kind != TokenKind.Word) return;
        foreach (var word in words)
        {
            if (_all[_at + 1].Value == word) _at++;
        }
    }

    /// <summary>The words that come next, up to one of these or to what is no word; for messages.</summary>
    public string Phrase(params string[] ends) => string.Join(
        ' ', _all.Skip(_at).TakeWhile(t => t.Kind == TokenKind.Word && !ends.Contains(t.Value, StringComparer.Ordinal)).Select(t => t.Value));

    public string Word(string what) => Next.Kind == TokenKind.Word ? Take().Value : throw new LanguageException($"{what} is missing before {Next}");

    public OctetTemplate Text(string what) => Next.Kind == TokenKind.Text
        ? OctetTemplateParser.ParseText(Take().Value, Location)
        : throw new LanguageException($"{what} is followed by a text in double quotes, not by {Next}", $"such as {what} \"hello\"");

    private int Add(int at)
    {
        switch (Line[at])
        {
            case ' ':
                return at + 1;
            case ',':
                _all.Add(new Token(TokenKind.Comma, ",", at));
                return at + 1;
            case '"':
                return AddText(at);
            case '[':
                var end = Line.IndexOf(']', at);
                if (end < 0) throw new LanguageException("[ without its ]");
                _all.Add(new Token(TokenKind.Requirement, Line[(at + 1)..end].Trim(), at));
                return end + 1;
            default:
                var length = Line.AsSpan(at).IndexOfAny(' ', ',', '"');
                var stop = length < 0 ? Line.Length : at + length;
                _all.Add(new Token(TokenKind.Word, Line[at..stop], at));
                return stop;
        }
    }

    private int AddText(int at)
    {
        var end = at + 1;
        while (end < Line.Length && Line[end] != '"') end += Line[end] == '\\' ? 2 : 1;
        if (end >= Line.Length) throw new LanguageException("a text without its closing quote");
        _all.Add(new Token(TokenKind.Text, Line[(at + 1)..end], at));
        return end + 1;
    }
}

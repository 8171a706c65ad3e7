using System.Buffers;

namespace Conform.Judging.Lint.Values;

/// <summary>Reads a field value from left to right, one character an octet, by the common productions of RFC 9110 section 5.6.</summary>
internal ref struct ValueCursor(ReadOnlySpan<char> text)
{
    private const string TokenLetters = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(TokenLetters);

    private ReadOnlySpan<char> _rest = text;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public readonly ReadOnlySpan<char> Rest => _rest;

    public static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(TokenCharacters);

    public static bool IsBlank(char c) => c is ' ' or '\t';

    /// <summary>A visible ASCII character, or an octet beyond ASCII.</summary>
    public static bool IsVisible(char c) => c is (> ' ' and < '\x7F') or (>= '\x80' and <= '\xFF');

    public readonly bool IsAt(char c) => !_rest.IsEmpty && _rest[0] == c;

    public bool Take(char c)
    {
        if (!IsAt(c)) return false;
        _rest = _rest[1..];
        return true;
    }

    /// <summary>Skips blanks and says how many there were.</summary>
    public int Blanks()
    {
        var trimmed = _rest.TrimStart(" \t");
        var count = _rest.Length - trimmed.Length;
        _rest = trimmed;
        return count;
    }

    /// <summary>A token; empty where there is none.</summary>
    public ReadOnlySpan<char> Token()
    {
        var end = _rest.IndexOfAnyExcept(TokenCharacters);
        return Cut(end < 0 ? _rest.Length : end);
    }

    /// <summary>Digits; empty where there are none.</summary>
    public ReadOnlySpan<char> Digits()
    {
        var end = _rest.IndexOfAnyExceptInRange('0', '9');
        return Cut(end < 0 ? _rest.Length : end);
    }

    /// <summary>A whole quoted-string with its quotes; empty where there is none, or its end is missing.</summary>
    public ReadOnlySpan<char> Quoted()
    {
        for (var i = 1; IsAt('"') && i < _rest.Length; i++)
        {
            if (_rest[i] == '"') return Cut(i + 1);
            if (_rest[i] == '\\' && ++i == _rest.Length) break;
            if (!IsVisible(_rest[i]) && !IsBlank(_rest[i])) break;
        }

        return [];
    }

    /// <summary>A token or a quoted-string; empty where there is neither.</summary>
    public ReadOnlySpan<char> TokenOrQuoted() => IsAt('"') ? Quoted() : Token();

    /// <summary>A whole comment with its parentheses, others within it allowed; empty where there is none, or its end is missing.</summary>
    public ReadOnlySpan<char> Comment()
    {
        var depth = 0;
        for (var i = 0; IsAt('(') && i < _rest.Length; i++)
        {
            var isPair = _rest[i] == '\\';
            if (isPair && ++i == _rest.Length) break;
            if (!IsVisible(_rest[i]) && !IsBlank(_rest[i])) break;
            if (isPair) continue;
            if (_rest[i] == '(') depth++;
            if (_rest[i] == ')' && --depth == 0) return Cut(i + 1);
        }

        return [];
    }

    private ReadOnlySpan<char> Cut(int length)
    {
        var cut = _rest[..length];
        _rest = _rest[length..];
        return cut;
    }
}

namespace Conform.Judging.Lint.Values;

/// <summary>Members and values that are a word or two; each says what is wrong in one sentence, or null.</summary>
internal static class Words
{
    public static string? Token(string text) => ValueCursor.IsToken(text) ? null : $"{Shown.Text(text)} is no token.";

    /// <summary>Name, and a version behind a slash (RFC 9110 sections 7.8 and 10.2.4).</summary>
    /// <param name="text">The member.</param>
    public static string? NameAndVersion(string text)
    {
        var value = new ValueCursor(text);
        if (value.Token().IsEmpty) return $"{Shown.Text(text)} has no name that is a token.";
        if (value.Take('/') && value.Token().IsEmpty) return $"{Shown.Text(text)} has a slash and no version.";
        return value.IsAtEnd ? null : $"{Shown.Text(text)} is no name with a version.";
    }

    /// <summary>A language tag as far as any registry could grow: subtags of one to eight letters and digits, the first of letters (RFC 5646).</summary>
    /// <param name="text">The member.</param>
    public static string? LanguageTag(string text)
    {
        var subtags = text.Split('-');
        var isSound = Array.TrueForAll(subtags, s => s.Length is > 0 and <= 8 && s.All(char.IsAsciiLetterOrDigit)) && subtags[0].All(char.IsAsciiLetter);
        return isSound ? null : $"{Shown.Text(text)} is no language tag.";
    }

    /// <summary>An entity-tag (RFC 9110 section 8.8.3).</summary>
    /// <param name="text">The value.</param>
    public static string? EntityTag(string text)
    {
        var tag = text.AsSpan();
        if (tag.StartsWith("w/\"")) return "The mark of a weak tag is an upper-case W.";
        tag = tag.StartsWith("W/") ? tag[2..] : tag;
        if (tag.Length < 2 || tag[0] != '"' || tag[^1] != '"') return "An entity-tag stands between double quotes.";
        foreach (var c in tag[1..^1])
            if (c == '"' || !ValueCursor.IsVisible(c)) return $"{Shown.Text(c.ToString())} cannot stand within an entity-tag.";
        return null;
    }

    /// <summary>Delay in seconds, or a date (RFC 9110 section 10.2.3).</summary>
    /// <param name="text">The value.</param>
    public static string? RetryAfter(string text) =>
        text.Length > 0 && text.All(char.IsAsciiDigit) ? null
        : HttpDate.Wrong(text) is { } wrong ? $"It is no number of seconds, and no date: {wrong}" : null;
}

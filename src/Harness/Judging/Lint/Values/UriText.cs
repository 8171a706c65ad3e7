namespace Conform.Judging.Lint.Values;

/// <summary>URI references as RFC 3986 has them, taken apart.</summary>
internal static class UriText
{
    private const string Unreserved = "-._~";
    private const string SubDelims = "!$&'()*+,;=";

    /// <summary>What is wrong with a URI-reference, in one sentence, or null.</summary>
    /// <param name="text">The reference.</param>
    public static string? Wrong(string text)
    {
        if (text.Where((c, i) => c == '%' && !(i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))).Any())
            return "A percent sign is not followed by two hexadecimal digits.";
        var (rest, fragment) = Split(text, '#');
        var (path, query) = Split(rest, '?');
        if (Stray(fragment ?? string.Empty, "/?:@") is { } inFragment) return inFragment;
        if (Stray(query ?? string.Empty, "/?:@") is { } inQuery) return inQuery;
        var scheme = Scheme(path);
        var behind = scheme is null ? path : path[(scheme.Length + 1)..];
        if (scheme is null && path.Split('/')[0].Contains(':', StringComparison.Ordinal)) return "What stands before the first colon is no scheme.";
        if (Authority(text) is not { } authority) return Stray(behind, "/:@");
        return AuthorityWrong(authority) ?? Stray(behind[(authority.Length + 2)..], "/:@");
    }

    /// <summary>The scheme; null for a relative reference.</summary>
    /// <param name="text">The reference.</param>
    public static string? Scheme(string text)
    {
        var end = text.IndexOf(':', StringComparison.Ordinal);
        if (end <= 0 || !char.IsAsciiLetter(text[0])) return null;
        return text[..end].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.') ? text[..end] : null;
    }

    /// <summary>The authority, without its slashes; null where there is none.</summary>
    /// <param name="text">The reference.</param>
    public static string? Authority(string text)
    {
        var behind = Scheme(text) is { } scheme ? text[(scheme.Length + 1)..] : text;
        if (!behind.StartsWith("//", StringComparison.Ordinal)) return null;
        var end = behind.AsSpan(2).IndexOfAny('/', '?', '#');
        return end < 0 ? behind[2..] : behind[2..(end + 2)];
    }

    /// <summary>Whether it is a URI of the http or https scheme.</summary>
    /// <param name="text">The reference.</param>
    public static bool IsHttp(string text) => Scheme(text) is { } scheme
        && (scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase));

    /// <summary>The host of an authority, without userinfo and port.</summary>
    /// <param name="authority">The authority.</param>
    public static string Host(string authority)
    {
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        if (host.StartsWith('[')) return host[..(host.IndexOf(']', StringComparison.Ordinal) + 1)];
        var colon = host.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? host : host[..colon];
    }

    private static string? AuthorityWrong(string authority)
    {
        var at = authority.LastIndexOf('@');
        if (at >= 0 && Stray(authority[..at], ":") is { } user) return user;
        var host = Host(authority);
        var port = authority[(at + 1 + host.Length)..];
        if (port.Length > 0 && (port[0] != ':' || port[1..].Any(c => !char.IsAsciiDigit(c)))) return "The port is no number.";
        return host.StartsWith('[') ? Stray(host[1..^1], ":") : Stray(host, string.Empty);
    }

    private static (string Before, string? Behind) Split(string text, char at)
    {
        var place = text.IndexOf(at, StringComparison.Ordinal);
        return place < 0 ? (text, null) : (text[..place], text[(place + 1)..]);
    }

    private static string? Stray(string text, string more)
    {
        foreach (var c in text)
        {
            if (!(char.IsAsciiLetterOrDigit(c) || c == '%' || Unreserved.Contains(c) || SubDelims.Contains(c) || more.Contains(c)))
                return $"{Shown.Text(c.ToString())} cannot stand there in a URI.";
        }

        return null;
    }
}

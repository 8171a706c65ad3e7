using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Application;

/// <summary>Set-Cookie as a server should write it (RFC 6265 section 4.1.1).</summary>
internal static class CookieRules
{
    private const string Field = "Set-Cookie";

    public static IReadOnlyList<LintRule> All { get; } =
    [
        ApplicationRule.OnValue("cookie", "rfc6265-4.1.1-set-cookie", Field, "Set-Cookie is a name, a value and attributes, each behind a semicolon and a space.", Wrong),
        ApplicationRule.OnValue("cookie-attribute-repeated", "rfc6265-4.1.1-attribute-once", Field, "An attribute stands once in a cookie.", Repeated),
        ApplicationRule.OnValue("cookie-date", "rfc6265-4.1.1-expires-date", Field, "The Expires of a cookie is an IMF-fixdate.",
            value => Attributes(value).Where(a => a.Name.Equals("Expires", StringComparison.OrdinalIgnoreCase)).Select(a => HttpDate.Wrong(a.Value ?? string.Empty)).FirstOrDefault(w => w is not null)),
        ApplicationRule.Of("cookie-repeated", "rfc6265-4.1.1-cookie-once", "A response sets a cookie once.",
            c => c.Response.Values(Field).GroupBy(Key, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{g.Count()} lines set the cookie {Shown.Text(g.Key.Split('\n')[0])}.")),
    ];

    // One name for two paths or two domains is two cookies.
    private static string Key(string value) => string.Join('\n', Attributes(value)
        .Where(a => a.Name.Equals("Domain", StringComparison.OrdinalIgnoreCase) || a.Name.Equals("Path", StringComparison.OrdinalIgnoreCase))
        .Select(a => $"{a.Name.ToLowerInvariant()}={a.Value}").Order(StringComparer.Ordinal).Prepend(value.Split(';')[0].Split('=')[0].Trim()));

    private static IEnumerable<(string Name, string? Value)> Attributes(string value) => value.Split(';').Skip(1).Select(a => a.Trim(' ', '\t')).Select(a =>
        a.IndexOf('=', StringComparison.Ordinal) is >= 0 and var equals ? (a[..equals], a[(equals + 1)..]) : (a, (string?)null));

    private static string? Wrong(string value)
    {
        var parts = value.Split(';');
        var equals = parts[0].IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) return "There is no name and value.";
        if (!ValueCursor.IsToken(parts[0].AsSpan(0, equals))) return "The name is no token.";
        var content = parts[0][(equals + 1)..];
        if (content.Length > 1 && content[0] == '"' && content[^1] == '"') content = content[1..^1];
        if (content.Any(c => c is <= ' ' or '"' or ',' or '\\' or >= '\x7F')) return "The value has an octet that no value may have.";
        return parts.Skip(1).Any(a => a.Length < 2 || a[0] != ' ' || a[1] is ' ' or '\t' || a.Any(c => c is < ' ' or >= '\x7F'))
            ? "Behind a semicolon stands something else than a space and an attribute." : null;
    }

    private static string? Repeated(string value) => Attributes(value).Where(a => a.Name.Length > 0)
        .GroupBy(a => a.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => $"{g.Key} stands in it {g.Count()} times.").FirstOrDefault();
}

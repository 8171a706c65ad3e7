using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Application;

/// <summary>What an application tells caches (RFC 9111).</summary>
internal static class CachingRules
{
    private static readonly string[] Listing = ["no-cache", "private"];
    private static readonly string[] Counting = ["max-age", "s-maxage", "stale-while-revalidate", "stale-if-error"];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        ApplicationRule.OnValue("age", "rfc9111-5.1-age", "Age", "Age is a number of seconds.", ApplicationRule.Seconds),
        ApplicationRule.OnValue("cache-control", "rfc9111-5.2-cache-control", "Cache-Control", "Cache-Control is a list of directives, each a token and maybe a value.", Lists.Of(DirectiveWrong)),
        Directives("cache-field-list", "rfc9111-5.2.2.4-field-list-quoted", "The field names of no-cache and private stand between quotes.",
            d => Listing.Contains(d.Name) && d.Value is [not '"', ..] ? $"The value of {d.Name} is no quoted-string." : null),
        Directives("cache-seconds", "rfc9111-5.2.2.1-seconds-plain", "A number of seconds is no quoted-string.",
            d => Counting.Contains(d.Name) && (d.Value is not { Length: > 0 } || !d.Value.All(char.IsAsciiDigit)) ? $"The value of {d.Name} is no plain number." : null),
        ApplicationRule.OnValue("expires", "rfc9111-5.3-expires", "Expires", "Expires is an IMF-fixdate.", HttpDate.Wrong),
    ];

    private static LintRule Directives(string name, string requirement, string summary, Func<(string Name, string? Value), string?> wrong) =>
        ApplicationRule.OnValue(name, requirement, "Cache-Control", summary, value => Lists.Trimmed(value).Select(Split).Select(wrong).FirstOrDefault(w => w is not null));

    private static (string Name, string? Value) Split(string directive)
    {
        var equals = directive.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (directive.ToLowerInvariant(), null) : (directive[..equals].ToLowerInvariant(), directive[(equals + 1)..]);
    }

    private static string? DirectiveWrong(string directive)
    {
        var value = new ValueCursor(directive);
        if (value.Token().IsEmpty) return $"{Shown.Text(directive)} begins with no token.";
        if (value.Take('=') && value.TokenOrQuoted().IsEmpty) return $"The value of {Shown.Text(directive)} is neither a token nor a quoted-string.";
        return value.IsAtEnd ? null : $"{Shown.Text(directive)} goes on behind its end.";
    }
}

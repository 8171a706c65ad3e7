using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Application;

/// <summary>Strict-Transport-Security (RFC 6797).</summary>
internal static class TransportSecurityRules
{
    private const string Field = "Strict-Transport-Security";

    public static IReadOnlyList<LintRule> All { get; } =
    [
        ApplicationRule.OnValue("hsts", "rfc6797-6.1-directives", Field, "Strict-Transport-Security is a list of directives between semicolons.",
            value => Directives(value).Select(Wrong).FirstOrDefault(w => w is not null)),
        ApplicationRule.OnValue("hsts-directive-repeated", "rfc6797-6.1-directive-once", Field, "A directive stands once.",
            value => Directives(value).GroupBy(Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => $"{g.Key} stands in it {g.Count()} times.").FirstOrDefault()),
        ApplicationRule.OnValue("hsts-max-age", "rfc6797-6.1.1-max-age", Field, "Strict-Transport-Security says for how long.",
            value => Directives(value).Any(d => Name(d).Equals("max-age", StringComparison.OrdinalIgnoreCase)) ? null : "There is no max-age."),
        ApplicationRule.Once("hsts-repeated", "rfc6797-7.1-field-once", Field),
    ];

    // Empty ones are allowed: the grammar has the directive in brackets.
    private static IEnumerable<string> Directives(string value) => value.Split(';').Select(d => d.Trim(' ', '\t')).Where(d => d.Length > 0);

    private static string Name(string directive) => directive.Split('=')[0].Trim(' ', '\t');

    private static string? Wrong(string directive)
    {
        var value = new ValueCursor(directive);
        var name = value.Token().ToString();
        if (name.Length == 0) return $"{Shown.Text(directive)} begins with no token.";
        value.Blanks();
        var said = string.Empty;
        if (value.Take('='))
        {
            value.Blanks();
            said = value.TokenOrQuoted().ToString();
            if (said.Length == 0) return $"{name} has no value behind its equals sign.";
        }

        if (!value.IsAtEnd) return $"{Shown.Text(directive)} goes on behind its end.";
        return name.Equals("max-age", StringComparison.OrdinalIgnoreCase) && ApplicationRule.Seconds(ParameterList.Plain(said)) is not null ? "max-age is no number of seconds." : null;
    }
}

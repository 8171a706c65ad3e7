using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Application;

/// <summary>Content-Security-Policy, Permissions-Policy and Accept-Patch.</summary>
internal static class PolicyRules
{
    private const string Enforced = "Content-Security-Policy";
    private const string Reported = "Content-Security-Policy-Report-Only";

    public static IReadOnlyList<LintRule> All { get; } =
    [
        ApplicationRule.OnValue("content-policy", "csp-3.1-policy", Enforced, "Content-Security-Policy is directives between semicolons.", PolicyWrong),
        ApplicationRule.OnValue("content-policy-reported", "csp-3.2-policy", Reported, "Content-Security-Policy-Report-Only is directives between semicolons.", PolicyWrong),
        ApplicationRule.Once("content-policy-repeated", "csp-3.1-policy-once", Enforced),
        ApplicationRule.Once("content-policy-reported-repeated", "csp-3.2-policy-once", Reported),
        ApplicationRule.OnValue("permissions-policy", "permissions-policy-5.1-dictionary", "Permissions-Policy", "Permissions-Policy is a dictionary of features.", PermissionsWrong),
        ApplicationRule.OnValue("accept-patch", "rfc5789-3.1-accept-patch", "Accept-Patch", "Accept-Patch is a list of media types.", Lists.Of(MediaTypes.Wrong)),
    ];

    private static string? PolicyWrong(string value)
    {
        foreach (var directive in value.Split(',', ';').Select(d => d.Trim(' ', '\t')).Where(d => d.Length > 0))
        {
            var name = directive.Split(' ', '\t')[0];
            if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) return $"{Shown.Text(name)} is no name of a directive.";
            if (directive.Any(c => c >= '\x7F')) return $"{name} has an octet beyond ASCII.";
        }

        return null;
    }

    // A key of a structured dictionary; the values are left to those who know the features.
    private static string? PermissionsWrong(string value) => Lists.Trimmed(value).Select(m => m.Split('=', ';')[0]).Where(key => !IsKey(key))
        .Select(key => $"{Shown.Text(key)} is no name of a feature.").FirstOrDefault();

    private static bool IsKey(string key) => key.Length > 0 && (char.IsAsciiLetterLower(key[0]) || key[0] == '*')
        && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-' or '.' or '*');
}

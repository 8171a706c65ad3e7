using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Application;

/// <summary>What an application allows other origins (Fetch, HTML).</summary>
internal static class CrossOriginRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        ApplicationRule.OnValue("allow-origin", "fetch-3.3.3-allow-origin", "Access-Control-Allow-Origin", "Access-Control-Allow-Origin is one origin, null or an asterisk.", OriginWrong),
        ApplicationRule.OnValue("allow-credentials", "fetch-3.3.3-allow-credentials", "Access-Control-Allow-Credentials", "Access-Control-Allow-Credentials is true.",
            ApplicationRule.OneOf(StringComparison.Ordinal, "true")),
        ApplicationRule.OnValue("expose-headers", "fetch-3.3.3-expose-headers", "Access-Control-Expose-Headers", "Access-Control-Expose-Headers is a list of field names.", Lists.Of(Words.Token)),
        ApplicationRule.OnValue("preflight-age", "fetch-3.3.3-max-age", "Access-Control-Max-Age", "Access-Control-Max-Age is a number of seconds.", ApplicationRule.Seconds),
        ApplicationRule.OnValue("allow-methods", "fetch-3.3.3-allow-methods", "Access-Control-Allow-Methods", "Access-Control-Allow-Methods is a list of methods.", Lists.Of(Words.Token)),
        ApplicationRule.OnValue("allow-headers", "fetch-3.3.3-allow-headers", "Access-Control-Allow-Headers", "Access-Control-Allow-Headers is a list of field names.", Lists.Of(Words.Token)),
        ApplicationRule.OnValue("resource-policy", "fetch-3.7-resource-policy", "Cross-Origin-Resource-Policy", "Cross-Origin-Resource-Policy is same-origin, same-site or cross-origin.",
            ApplicationRule.OneOf(StringComparison.Ordinal, "same-origin", "same-site", "cross-origin")),
        ApplicationRule.OnValue("embedder-policy", "html-7.1.4-embedder-policy", "Cross-Origin-Embedder-Policy", "Cross-Origin-Embedder-Policy is unsafe-none, require-corp or credentialless.",
            value => ApplicationRule.OneOf(StringComparison.Ordinal, "unsafe-none", "require-corp", "credentialless")(value.Split(';')[0].TrimEnd(' '))),
        ApplicationRule.OnValue("opener-policy", "html-7.1.3-opener-policy", "Cross-Origin-Opener-Policy",
            "Cross-Origin-Opener-Policy is unsafe-none, same-origin-allow-popups, same-origin or noopener-allow-popups.",
            value => ApplicationRule.OneOf(StringComparison.Ordinal, "unsafe-none", "same-origin-allow-popups", "same-origin", "noopener-allow-popups")(value.Split(';')[0].TrimEnd(' '))),
        ApplicationRule.OnValue("frame-options", "html-7.5-frame-options", "X-Frame-Options", "X-Frame-Options is DENY or SAMEORIGIN.",
            ApplicationRule.OneOf(StringComparison.OrdinalIgnoreCase, "DENY", "SAMEORIGIN")),
        ApplicationRule.OnValue("content-type-options", "fetch-3.6-content-type-options", "X-Content-Type-Options", "X-Content-Type-Options is nosniff.",
            ApplicationRule.OneOf(StringComparison.OrdinalIgnoreCase, "nosniff")),
    ];

    private static string? OriginWrong(string value)
    {
        if (value is "*" or "null") return null;
        var isOrigin = UriText.Scheme(value) is not null && UriText.Authority(value) is { Length: > 0 } authority
            && value.EndsWith(authority, StringComparison.Ordinal) && !authority.Contains('@', StringComparison.Ordinal) && UriText.Wrong(value) is null;
        return isOrigin ? null : "It is no origin, and no other word that may stand there.";
    }
}

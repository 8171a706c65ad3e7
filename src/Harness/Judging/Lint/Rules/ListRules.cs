using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Rules;

/// <summary>Rules on lists as such, and on what their members say.</summary>
internal static class ListRules
{
    private static readonly string[] Listed =
    [
        "Accept", "Accept-Encoding", "Accept-Ranges", "Allow", "Authentication-Info", "Cache-Control", "Connection", "Content-Encoding", "Content-Language",
        "Link", "Proxy-Authenticate", "Proxy-Authentication-Info", "Trailer", "Transfer-Encoding", "Upgrade", "Vary", "Via", "WWW-Authenticate",
    ];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("list-empty-member", "rfc9110-5.6.1.1-sender-no-empty-list-elements", "A list has no empty members.",
            c => from field in c.Response.Fields
                 where Listed.Contains(field.Name, StringComparer.OrdinalIgnoreCase) && field.Value.Length > 0
                     && Lists.Members(field.Value).Exists(m => string.IsNullOrWhiteSpace(m))
                 select $"{field.Name} is {Shown.Text(field.Value)}.") { IsOfApplication = true },
        new("content-encoding-identity", "rfc9110-8.4-content-encoding-no-identity", "Content-Encoding does not name identity.",
            c => Say.When(Lists.Has(c.Response.Values("Content-Encoding"), "identity"), "Content-Encoding names identity.")) { IsOfApplication = true },
    ];
}

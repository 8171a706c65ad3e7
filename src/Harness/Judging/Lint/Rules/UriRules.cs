using Conform.Http;
using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Rules;

/// <summary>Rules on the URIs that a response names.</summary>
internal static class UriRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("location", "rfc9110-10.2.2-location-abnf", "Location is one URI-reference.", c => Wrong(c, "Location")) { IsOfApplication = true },
        new("content-location", "rfc9110-8.7-content-location-abnf", "Content-Location is a URI, absolute or partial, without a fragment.",
            c => Wrong(c, "Content-Location").Concat(c.Response.Values("Content-Location").Where(v => v.Contains('#', StringComparison.Ordinal))
                .Select(v => $"Content-Location is {Shown.Text(v)}, with a fragment."))) { IsOfApplication = true },
        new("uri-host", "rfc9110-4.2.1-sender-uri-empty-host", "An http or https URI has a host.",
            c => from field in Uris(c)
                 where UriText.IsHttp(field.Uri) && string.IsNullOrEmpty(UriText.Host(UriText.Authority(field.Uri) ?? string.Empty))
                 select $"{field.Name} names {Shown.Text(field.Uri)}.") { IsOfApplication = true },
        new("uri-userinfo", "rfc9110-4.2.4-sender-no-userinfo", "An http or https URI has no userinfo.",
            c => from field in Uris(c)
                 where UriText.IsHttp(field.Uri) && UriText.Authority(field.Uri)?.Contains('@', StringComparison.Ordinal) == true
                 select $"{field.Name} names {Shown.Text(field.Uri)}.") { IsOfApplication = true },
    ];

    private static IEnumerable<string> Wrong(LintContext c, string name) =>
        from value in c.Response.Values(name)
        let wrong = UriText.Wrong(value)
        where wrong is not null
        select $"{name} is {Shown.Text(value)}: {wrong}";

    private static IEnumerable<(string Name, string Uri)> Uris(LintContext c) => c.Response.Fields.SelectMany(Named);

    private static IEnumerable<(string Name, string Uri)> Named(FieldLine field)
    {
        if (field.Name.Equals("Location", StringComparison.OrdinalIgnoreCase) || field.Name.Equals("Content-Location", StringComparison.OrdinalIgnoreCase))
            return [(field.Name, field.Value)];
        return field.Name.Equals("Link", StringComparison.OrdinalIgnoreCase)
            ? Lists.Trimmed(field.Value).Where(m => m.StartsWith('<') && m.Contains('>', StringComparison.Ordinal))
                .Select(m => (field.Name, m[1..m.IndexOf('>', StringComparison.Ordinal)]))
            : [];
    }
}

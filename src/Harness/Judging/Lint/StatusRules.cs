namespace Conform.Judging.Lint;

/// <summary>Rules on status codes and versions.</summary>
internal static class StatusRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        Needs(405, "Allow", "allow-in-405", "rfc9110-10.2.1-allow-in-405", "A 405 says in Allow which methods there are, even if none."),
        Needs(401, "WWW-Authenticate", "www-authenticate-in-401", "rfc9110-11.6.1-www-authenticate-401", "A 401 has a challenge."),
        Needs(426, "Upgrade", "upgrade-in-426", "rfc9110-7.8-upgrade-426", "A 426 says which protocol to upgrade to."),
        new("http-version", "rfc9110-6.2-response-version-conformant", "A response says HTTP/1.0 or HTTP/1.1.",
            c => c.Response.Version is "" or "HTTP/1.0" or "HTTP/1.1" ? [] : [$"The response says {c.Response.Version}."]),
        new("http-1.0-answer", "rfc9112-2.3-downgrade-response-version", "An HTTP/1.1 request is not answered with HTTP/1.0.",
            c => c is { RequestVersion: "HTTP/1.1", Response.Version: "HTTP/1.0" } ? ["An HTTP/1.1 request is answered with HTTP/1.0."] : []),
        new("interim-to-http-1.0", "rfc9110-15.2-no-1xx-to-http10", "An HTTP/1.0 request gets no 1xx.",
            c => c is { RequestVersion: "HTTP/1.0", Response.Status: >= 100 and < 200 } ? [$"An HTTP/1.0 request gets a {c.Response.Status}."] : []),
    ];

    private static LintRule Needs(int status, string field, string name, string requirement, string summary) => new(name, requirement, summary,
        c => c.Response.Status == status && c.Response.HeadEnded && !c.Response.Values(field).Any() ? [$"A {status} has no {field}."] : []);
}

using Conform.Http;
using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Rules;

/// <summary>Rules on status codes and versions.</summary>
internal static class StatusRules
{
    /// <summary>The rule on a lower version than the server has.</summary>
    public const string Downgraded = "http-1.0-answer";

    public static IReadOnlyList<LintRule> All { get; } =
    [
        Needs(405, "Allow", "allow-in-405", "rfc9110-10.2.1-allow-in-405", "A 405 says in Allow which methods there are, even if none."),
        new("allow-names-refused", "rfc9110-15.5.6-allow-truthful", "A 405 does not name the method that it refuses in Allow.",
            c => Say.When(c is { Response.Status: 405, Request: { Fields: not null, Method: var method } } && c.Response.Values("Allow").SelectMany(Lists.Trimmed).Contains(method, StringComparer.Ordinal),
                $"A 405 refuses {c.Method}, and names it in Allow.")) { IsOfApplication = true },
        NeedsMember(401, "WWW-Authenticate", "www-authenticate-in-401", "rfc9110-11.6.1-www-authenticate-401", "A 401 has a challenge."),
        NeedsMember(407, "Proxy-Authenticate", "proxy-authenticate-in-407", "rfc9110-15.5.8-407-challenge", "A 407 has a challenge."),
        NeedsMember(426, "Upgrade", "upgrade-in-426", "rfc9110-7.8-upgrade-426", "A 426 says which protocol to upgrade to."),
        new("accept-encoding-in-415", "rfc9110-12.5.3-accept-encoding-415", "A 415 that coded content gets says which codings there are.",
            c => Say.When(c.Response is { Status: 415, HeadEnded: true } && c.Request?.Values("content-encoding").Any() == true && !c.Has("Accept-Encoding"),
                "A 415 answers coded content, and has no Accept-Encoding.")) { IsOfApplication = true },
        new("location-in-redirect", "rfc9110-15.4.2-301-location", "A redirect says where to.",
            c => Say.When(c.Response is { Status: 301 or 302 or 303 or 307 or 308, HeadEnded: true } && !c.Has("Location"), $"A {c.Response.Status} has no Location.")) { IsOfApplication = true },
        new("error-explained", "rfc9110-15.5-4xx-representation", "A 4xx explains itself in its content.", c => Say.When(Unexplained(c, 4))) { IsOfApplication = true },
        new("failure-explained", "rfc9110-15.6-5xx-representation", "A 5xx explains itself in its content.", c => Say.When(Unexplained(c, 5))) { IsOfApplication = true },
        new("expectation", "rfc9110-15.5.18-417-expectation", "A 417 answers a request with Expect.",
            c => Say.When(c.Response is { Status: 417, HeadEnded: true } && c.Request?.NeverSent("Expect") == true, "A 417 answers a request without Expect.")) { IsOfApplication = true },
        new("http-version", "rfc9110-6.2-response-version-conformant", "A response says HTTP/1.0 or HTTP/1.1.",
            c => Say.When(c.Response.Version is not ("" or "HTTP/1.0" or "HTTP/1.1"), $"The response says {c.Response.Version}.")),
        new(Downgraded, "rfc9112-2.3-downgrade-response-version", "An HTTP/1.1 request is not answered with HTTP/1.0.",
            c => Say.When(c is { Version: "HTTP/1.1", Response.Version: "HTTP/1.0" }, "An HTTP/1.1 request is answered with HTTP/1.0.")),
        new("interim-to-http-1.0", "rfc9110-15.2-no-1xx-to-http10", "An HTTP/1.0 request gets no 1xx.",
            c => Say.When(c is { Version: "HTTP/1.0", Response.Status: >= 100 and < 200 }, $"An HTTP/1.0 request gets a {c.Response.Status}.")),
    ];

    private static LintRule Needs(int status, string field, string name, string requirement, string summary) => new(name, requirement, summary,
        c => Say.When(c.Response.Status == status && c.Response.HeadEnded && !c.Has(field), $"A {status} has no {field}."));

    // An empty line is a list all the same, but not one of at least one member.
    private static LintRule NeedsMember(int status, string field, string name, string requirement, string summary) => new(name, requirement, summary,
        c => Say.When(c.Response.Status == status && c.Response.HeadEnded && !c.Response.Values(field).SelectMany(Lists.Trimmed).Any(),
            c.Has(field) ? $"The {field} of a {status} is empty." : $"A {status} has no {field}."));

    private static string? Unexplained(LintContext c, int kind) =>
        c is { Method: not (null or "HEAD"), Response: { IsComplete: true, ContentLength: 0, Framing: not ContentFraming.None } } && c.Response.Status / 100 == kind
            ? $"A {c.Response.Status} has no content." : null;
}

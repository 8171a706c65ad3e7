using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Rules;

/// <summary>Rules on single fields.</summary>
internal static class FieldRules
{
    // RFC 9110 defines these as one value, not a list; a second line cannot be combined with the first.
    private static readonly string[] Singletons =
    [
        "Age", "Content-Length", "Content-Location", "Content-Range", "Content-Type", "Date", "ETag", "Expires", "Last-Modified", "Location",
        "Retry-After", "Server",
    ];

    // Fields whose meaning is needed before the content, or that would change its framing or routing, have no place behind it.
    private static readonly string[] NotInTrailers =
    [
        "Age", "Authorization", "Cache-Control", "Connection", "Content-Encoding", "Content-Length", "Content-Range", "Content-Type", "Date", "Expires",
        "Host", "Location", "Proxy-Authenticate", "Retry-After", "Set-Cookie", "Trailer", "Transfer-Encoding", "Upgrade", "Vary", "WWW-Authenticate",
    ];

    // Accept and Accept-Encoding are not among them: a response may say with them what a request can be.
    private static readonly string[] OfRequests =
    [
        "Accept-Charset", "Accept-Language", "Authorization", "Expect", "From", "Host", "If-Match", "If-Modified-Since", "If-None-Match", "If-Range",
        "If-Unmodified-Since", "Max-Forwards", "Proxy-Authorization", "Range", "Referer", "TE", "User-Agent",
    ];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("duplicated-field", "rfc9110-5.3-sender-no-duplicate-singletons", "A field that is no list has one line.", Duplicates),
        new("trailer-field", "rfc9110-6.5.1-trailer-only-permitted-fields", "A trailer holds only fields that may stand there.",
            c => c.Response.Trailers.Where(t => NotInTrailers.Contains(t.Name, StringComparer.OrdinalIgnoreCase)).Select(t => $"{t.Name} is a trailer.")),
        new("trailer-announced", "rfc9110-6.6.2-trailer-announced", "Trailer fields are announced in Trailer.",
            c => c.Response.Trailers.Where(t => !Lists.Has(c.Response.Values("Trailer"), t.Name)).Select(t => $"{t.Name} is a trailer, and not announced.")),
        new("request-field", "rfc9110-2.2-sender-role-elements", "A response has no field that only requests have.",
            c => c.Response.Fields.Where(f => OfRequests.Contains(f.Name, StringComparer.OrdinalIgnoreCase)).Select(f => $"{f.Name} is a field of requests.")) { IsOfApplication = true },
    ];

    private static IEnumerable<string> Duplicates(LintContext c) =>
        from name in Singletons
        let count = c.Response.Values(name).Count()
        where count > 1
        select $"{name} has {count} lines.";
}

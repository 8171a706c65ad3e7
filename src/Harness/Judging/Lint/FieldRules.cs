namespace Conform.Judging.Lint;

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
        "Cache-Control", "Connection", "Content-Encoding", "Content-Length", "Content-Range", "Content-Type", "Date", "Host", "Location",
        "Set-Cookie", "Trailer", "Transfer-Encoding", "Vary", "WWW-Authenticate",
    ];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("date-missing", "rfc9110-6.6.1-date-present", "An origin server with a clock sends Date in every 2xx, 3xx and 4xx.",
            c => c.Response is { HeadEnded: true, Status: >= 200 and < 500 } && !c.Response.Values("Date").Any()
                ? [$"A {c.Response.Status} has no Date."] : []),
        new("date-grammar", "rfc9110-5.6.7-generate-imf-fixdate", "A date is written as IMF-fixdate, with the weekday that the day has.", Dates),
        new("duplicated-field", "rfc9110-5.3-sender-no-duplicate-singletons", "A field that is no list has one line.", Duplicates),
        new("trailer-field", "rfc9110-6.5.1-trailer-only-permitted-fields", "A trailer holds only fields that may stand there.",
            c => c.Response.Trailers.Where(t => NotInTrailers.Contains(t.Name, StringComparer.OrdinalIgnoreCase)).Select(t => $"{t.Name} is a trailer.")),
    ];

    private static IEnumerable<string> Dates(LintContext c) =>
        from field in c.Response.Fields
        where field.Name.Equals("Date", StringComparison.OrdinalIgnoreCase) || field.Name.Equals("Last-Modified", StringComparison.OrdinalIgnoreCase)
        let wrong = HttpDate.Wrong(field.Value)
        where wrong is not null
        select $"{field.Name}: {wrong}";

    private static IEnumerable<string> Duplicates(LintContext c) =>
        from name in Singletons
        let count = c.Response.Values(name).Count()
        where count > 1
        select $"{name} has {count} lines.";
}

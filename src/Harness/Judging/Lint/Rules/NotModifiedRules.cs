namespace Conform.Judging.Lint.Rules;

/// <summary>Rules on 304.</summary>
internal static class NotModifiedRules
{
    // Content-Length is not among them: section 8.6 allows it. Last-Modified may guide a cache.
    private static readonly string[] Metadata = ["Content-Encoding", "Content-Language", "Content-Range", "Content-Type"];
    private static readonly string[] Conditions = ["If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since", "If-Range"];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("not-modified-metadata", "rfc9110-15.4.5-304-minimal", "A 304 has no more of the representation's fields than a cache needs.",
            c => c.Response.Status == 304 ? Metadata.Where(c.Has).Select(name => $"A 304 has {name}.") : []) { IsOfApplication = true },
        new("not-modified-unasked", "rfc9110-15.4.5-304-unconditional", "A 304 answers a conditional GET or HEAD.",
            c => Say.When(c.Response is { Status: 304, HeadEnded: true } && c.Request is { } request
                && (request.Method is not ("GET" or "HEAD") || Conditions.All(request.NeverSent)), $"A 304 answers a {c.Method} without a condition.")) { IsOfApplication = true },
        new("post-status", "rfc9110-9.3.3-post-statuses", "A POST gets no 206, 304 or 416.",
            c => Say.When(c is { Method: "POST", Response.Status: 206 or 304 or 416 }, $"A POST gets a {c.Response.Status}.")) { IsOfApplication = true },
    ];
}

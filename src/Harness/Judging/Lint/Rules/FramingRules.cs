using Conform.Http;
using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Rules;

/// <summary>Rules on where a response ends.</summary>
internal static class FramingRules
{
    /// <summary>The rule that says so where content breaks off.</summary>
    public const string IncompleteContent = "incomplete-content";

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("transfer-encoding-without-content", "rfc9112-6.1-no-te-in-1xx-204", "1xx and 204 have no Transfer-Encoding.",
            c => WithoutContent(c, "Transfer-Encoding")),
        new("content-length-without-content", "rfc9110-8.6-no-cl-1xx-204", "1xx and 204 have no Content-Length, not even 0.",
            c => WithoutContent(c, "Content-Length")),
        new("connect-framing", "rfc9110-9.3.6-connect-2xx-no-framing", "A 2xx to CONNECT has neither Content-Length nor Transfer-Encoding.",
            c => Say.When(c.Method == "CONNECT" && c.Response.Status is >= 200 and < 300
                && (Has(c.Response, "Content-Length") || Has(c.Response, "Transfer-Encoding")), "A 2xx to CONNECT tells a framing.")),
        new("transfer-encoding-final", "rfc9112-6.1-te-response-final-chunked-or-close", "Where chunked is not the last coding, the connection is closed behind the content.",
            c => Say.When(c.Response is { Framing: ContentFraming.UntilClose, HeadEnded: true } && !c.ConnectionClosedBehind
                && Has(c.Response, "Transfer-Encoding"), "The last transfer coding is not chunked, and the connection stays open.")),
        new("transfer-encoding-to-http-1.0", "rfc9112-6.1-te-response-to-http10", "A request that says HTTP/1.0 is not answered with Transfer-Encoding.",
            c => Say.When(c.Version == "HTTP/1.0" && Has(c.Response, "Transfer-Encoding"), "An HTTP/1.0 request is answered with Transfer-Encoding.")),
        new("content-where-none", "rfc9112-6.3-head-1xx-204-304-no-body", "An answer to HEAD, a 1xx, a 204 and a 304 end with the empty line.",
            // Who refuses a request-line for its length need not have looked at the method.
            c => Say.When(c.Response is { Framing: ContentFraming.None, HeadEnded: true, Status: not 414 } && c.OctetsBehind > 0,
                $"{c.OctetsBehind} octets stand behind a head that ends its response.")),
        new(IncompleteContent, "rfc9112-6.3-response-framing-exact", "All the content that the head promises is sent before the server closes.",
            c => Say.When(c.ConnectionClosedBehind && c.Response is { State: ResponseState.Incomplete, HeadEnded: true }
                and { Framing: ContentFraming.ContentLength or ContentFraming.Chunked } && c.Response.Faults.All(f => f.Rule != "elided"),
                $"The server closed after {c.Response.ContentLength} octets of content, before its end.")),
        new("octets-behind", "rfc9112-6.3-response-framing-exact", "Nothing but a further response follows the end of the content.",
            c => Say.When(c.Response is { State: ResponseState.Complete, Framing: ContentFraming.ContentLength or ContentFraming.Chunked } && c.OctetsBehind > 0,
                $"{c.OctetsBehind} octets stand behind the content and begin no response.")),
        new("until-close", "rfc9112-6.3-response-self-delimited", "An HTTP/1.1 request is answered with content that tells its end itself.",
            c => Say.When(c is { Version: "HTTP/1.1", Response: { Version: "HTTP/1.1", Framing: ContentFraming.UntilClose, HeadEnded: true } }
                && !Has(c.Response, "Transfer-Encoding"), "Only the close of the connection tells where the content ends.")),
        new("transfer-coding-unasked", "rfc9112-7.4-te-absent-only-chunked", "Without TE there is no transfer coding but chunked.",
            c => Say.When(c.Request?.NeverSent("TE") == true ? Unasked(c.Response) : null)),
        new("reset-content", "rfc9110-15.3.6-205-no-content", "A 205 has no content.",
            c => Say.When(c.Response is { Status: 205, ContentLength: > 0 }, $"A 205 has {c.Response.ContentLength} octets of content.")),
    ];

    private static string? Unasked(Response response) => response.Values("Transfer-Encoding").SelectMany(Lists.Trimmed)
        .Where(coding => !coding.Equals("chunked", StringComparison.OrdinalIgnoreCase)).Select(coding => $"Nobody offered the transfer coding {Shown.Text(coding)}.").FirstOrDefault();

    private static IEnumerable<string> WithoutContent(LintContext c, string field) =>
        Say.When(c.Response.Status is (>= 100 and < 200) or 204 && Has(c.Response, field), $"A {c.Response.Status} has {field}.");

    private static bool Has(Response response, string field) => response.Values(field).Any();
}

namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of keeping, ending and sharing connections, of Expect, and at the joints of TCP segments.</summary>
internal static class ConnectionDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.BadRequestLineSkipped, "rfc9112-2.2-grammar-mismatch-400-close", "Says nothing to a line that is no request-line, and waits for one."),
        new(Fault.KeptAfterBadLength, "rfc9112-6.3-cl-list-different", "Goes on after a Content-Length that it could not believe."),
        new(Fault.CloseOptionIgnored, "rfc9112-9.6-close-received-initiates-close", "Keeps the connection where the client said close."),
        new(Fault.CloseOptionCaseSensitive, "rfc9112-9.3-persistence-close-token", "Knows the close option only in lower case."),
        new(
            Fault.CloseOnlyFirstOption, "rfc9112-9.3-persistence-close-token",
            "Sees the close option only where it is the first of the list."),
        new(Fault.CloseOptionByPrefix, "rfc9112-9.3-persistence-11-default", "Takes any option that begins with close for close."),
        new(
            Fault.AnswersAfterOwnClose, "rfc9112-9.6-close-sent-no-more-requests",
            "Answers requests that follow chunks which it refused with the close option."),
        new(
            Fault.AnswersAfterClose, "rfc9112-9.6-close-received-no-more-requests",
            "Answers requests that follow one with the close option."),
        new(Fault.ClosesUnannounced, "rfc9112-9.6-close-received-response-has-close", "Never says that it will close."),
        new(Fault.Http10KeptUnasked, "rfc9112-9.3-persistence-http10-close", "Keeps HTTP/1.0 connections though nobody asked for it."),
        new(Fault.KeepAliveRefused, "rfc9112-9.3-persistence-http10-keepalive", "Calls keep-alive malformed where it comes from HTTP/1.0."),
        new(Fault.Http10ContentLost, "rfc9110-2.2-interpret-as-defined", "Reads no content from HTTP/1.0."),
        new(
            Fault.OctetsBehindContentLost, "rfc9112-9.3.2-pipelining-after-post",
            "Loses what came in one read with ten octets of content or more of a POST to the echo that has no other field."),
        new(
            Fault.OctetsBehindShortContentLost, "rfc9112-9.3.2-pipelining-after-post",
            "Loses what came in one read with less than ten octets of content of a POST to the echo that has no other field."),
        new(
            Fault.OctetsBehindChunksLost, "rfc9112-9.3.2-pipelining-after-post",
            "Loses what came in one read with chunks of fifteen octets to the echo, where there is no other field and the coding is named plainly."),
        new(
            Fault.OctetsBehindHeadLost, "rfc9112-9.3.2-pipelining-order",
            "Loses what came in one read with the first request, where that is a plain GET of the front page."),
        new(
            Fault.PartialRequestAwaited, "rfc9112-9.3.2-pipelining-partial-second",
            "Holds the front page back until the request begun behind it is complete."),
        new(
            Fault.PipelinedDropped, "rfc9112-9.3.2-pipelining-order",
            "Drops a request that came together with a plain GET of the front page, which was not the first on its connection."),
        new(Fault.PipelinedReordered, "rfc9112-9.3.2-pipelining-order", "Answers two pipelined requests to the echo in the wrong order."),
        new(
            Fault.UnreadContentParsed, "rfc9112-9.3-read-body-or-close",
            "Takes content that a page left unread for the next request, that of PUT apart."),
        new(
            Fault.HalfCloseLosesAnswer, "rfc9112-9.6-client-half-close-still-served",
            "Does not answer once the client has ended its half."),
        new(
            Fault.WaitsForEndOnClose, "rfc9112-9.6-close-received-initiates-close",
            "Waits for the client's end before it answers a request with the close option that something follows."),
        new(Fault.IncompleteAnswered, "rfc9112-8-incomplete-request-error", "Answers a request whose content broke off."),
        new(
            Fault.ClosesOnUserAgent, "rfc9112-9.3-non-persistent-server-close-option",
            "Closes the connections of clients that name themselves, without having said so."),
        new(Fault.ContinueNeverSent, "rfc9110-10.1.1-expect-100-or-final", "Never sends 100, and waits for the content."),
        new(Fault.ContinueAfterContent, "rfc9110-10.1.1-expect-no-wait-for-content", "Sends 100 only once content has come."),
        new(
            Fault.ExpectedContentParsed, "rfc9110-10.1.1-expect-omit-if-received",
            "Takes content that did not wait for its 100 for the next request."),
        new(Fault.ContentAfterContinueLost, "rfc9110-10.1.1-expect-final-after-100", "Loses the content for which it sent 100."),
        new(
            Fault.ExpectationWithoutContentRefused, "rfc9110-10.1.1-expect-omit-if-received",
            "Calls 100-continue without content malformed."),
        new(Fault.ContinueToHttp10, "rfc9110-10.1.1-expect-http10-ignored", "Sends 100 to an HTTP/1.0 client."),
        new(Fault.UnknownExpectationFails, "rfc9110-10.1.1-expect-unknown-417", "Fails with 500 at an expectation that it does not know."),
        new(Fault.ExpectationCaseSensitive, "rfc9110-10.1.1-expect-case-insensitive", "Knows 100-continue only in lower case."),
        new(Fault.ExpectationHttp10Refused, "rfc9110-10.1.1-expect-http10-ignored", "Refuses an expectation in HTTP/1.0."),
        new(
            Fault.ReadEndsInLineEndRefused, "rfc9112-2.1-header-only-partial-segmentation",
            "Refuses a head when a read ends between CR and LF."),
        new(
            Fault.ReadEndsInFieldNameSplits, "rfc9112-2.1-header-only-partial-segmentation",
            "Forgets the part of a field name that came in an earlier read."),
        new(
            Fault.ReadEndsInHeadAnswered, "rfc9112-2.1-header-only-partial-segmentation",
            "Takes the end of a read in a request line for the end of the head."),
        new(
            Fault.ReadEndsInChunkSizeForgets, "rfc9112-2.1-header-only-partial-segmentation",
            "Forgets the digits of a chunk size that came in an earlier read."),
    ];
}

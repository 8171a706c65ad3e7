namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of keeping, ending and sharing connections, of Expect, and at the joints of TCP segments.</summary>
internal static class ConnectionDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(
            Fault.KeptAfterBadRequestLine, "rfc9112-2.2-grammar-mismatch-400-close",
            "Goes on after a request-line that it could not read."),
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
        new(
            Fault.KeepAliveIgnored, "rfc9112-9.3-persistence-http10-keepalive",
            "Closes HTTP/1.0 connections though keep-alive was asked for."),
        new(
            Fault.ResetsUnreadContent, "rfc9112-9.6-lingering-close-no-reset",
            "Resets the connection where content of the request was left unread."),
        new(
            Fault.PipelinedDropped, "rfc9112-9.3.2-pipelining-order",
            "Drops a request that had come before the answer to the one before it."),
        new(Fault.PipelinedReordered, "rfc9112-9.3.2-pipelining-order", "Answers two pipelined requests in the wrong order."),
        new(
            Fault.UnreadContentParsed, "rfc9112-9.3-read-body-or-close",
            "Takes content that the application left unread for the next request."),
        new(
            Fault.HalfCloseLosesAnswer, "rfc9112-9.6-client-half-close-still-served",
            "Does not answer once the client has ended its half."),
        new(
            Fault.WaitsForEndOnClose, "rfc9112-9.6-close-received-initiates-close",
            "Waits for the client's end before it answers a request with the close option."),
        new(Fault.IncompleteAnswered, "rfc9112-8-incomplete-request-error", "Answers a request whose content broke off."),
        new(Fault.ClosesAfterEachAnswer, "rfc9112-9.3-persistent-default", "Closes after every answer without having said so."),
        new(Fault.ContinueNeverSent, "rfc9110-10.1.1-expect-100-or-final", "Never sends 100, and waits for the content."),
        new(Fault.ContinueAfterContent, "rfc9110-10.1.1-expect-no-wait-for-content", "Sends 100 only once content has come."),
        new(Fault.ContinueToHttp10, "rfc9110-10.1.1-expect-http10-ignored", "Sends 100 to an HTTP/1.0 client."),
        new(Fault.ContinueRefused, "rfc9110-10.1.1-expect-100-or-final", "Refuses 100-continue with 417."),
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
            "Takes the end of a read for the end of the head."),
        new(
            Fault.ReadEndsInChunkSizeForgets, "rfc9112-2.1-header-only-partial-segmentation",
            "Forgets the digits of a chunk size that came in an earlier read."),
    ];
}

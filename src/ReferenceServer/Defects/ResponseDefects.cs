namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of the response; those that would break every plain exchange show at the fixed representation only.</summary>
internal static class ResponseDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.HeadWithContent, "rfc9110-9.3.2-head-no-content", "Sends content in answer to a HEAD that keeps the connection and has no other field than Host."),
        new(Fault.HeadOfStreamWithContent, "rfc9110-9.3.2-head-no-content", "Sends content in answer to HEAD where it is streamed."),
        new(Fault.HeadThatClosesWithContent, "rfc9110-9.3.2-head-no-content", "Sends content in answer to a HEAD that closes."),
        new(Fault.HeadOfFormWithContent, "rfc9110-9.3.2-head-no-content", "Sends content in answer to a HEAD that has content of its own."),
        new(Fault.HeadRefusalWithContent, "rfc9112-6.3-head-1xx-204-304-no-body", "Sends content with 400 to a HEAD request."),
        new(Fault.HeadOverLimitWithContent, "rfc9110-9.3.2-head-no-content", "Sends content with 431 to a HEAD request."),
        new(Fault.HeadFieldsDiffer, "rfc9110-9.3.2-head-same-fields", "Leaves Content-Type out in answer to HEAD."),
        new(Fault.HeadLengthZeroed, "rfc9110-8.6-cl-head-equals-get", "States Content-Length 0 in answer to HEAD."),
        new(Fault.NoContentWithContent, "rfc9112-6.3-head-1xx-204-304-no-body", "Sends content with 204."),
        new(Fault.NoContentWithLength, "rfc9110-8.6-no-cl-1xx-204", "States Content-Length with 204."),
        new(Fault.NotModifiedWithContent, "rfc9112-6.3-head-1xx-204-304-no-body", "Sends content with 304."),
        new(Fault.NotModifiedWithoutTag, "rfc9110-15.4.5-304-required-fields", "Leaves ETag out of 304."),
        new(Fault.ResetContentWithContent, "rfc9110-15.3.6-205-no-content", "Sends content with 205."),
        new(Fault.ConditionsIgnored, "rfc9110-13.1.2-if-none-match-get-304", "Overlooks the conditions of a request."),
        new(Fault.AllowMissing, "rfc9110-10.2.1-allow-in-405", "Leaves Allow out of 405."),
        new(Fault.LengthOneShort, "rfc9112-6.3-response-framing-exact", "States one octet less of a file than it sends, where more was asked for with it."),
        new(Fault.LengthOneLong, "rfc9112-6.3-response-framing-exact", "States one octet more of a file than it sends, where more was asked for with it."),
        new(Fault.LengthRepeated, "rfc9112-6.3-response-framing-exact", "States Content-Length twice."),
        new(Fault.LengthAndChunked, "rfc9112-6.2-sender-no-cl-with-te", "Sends Content-Length together with Transfer-Encoding."),
        new(Fault.ChunkedToHttp10, "rfc9112-6.1-te-response-to-http10", "Sends chunked to an HTTP/1.0 client."),
        new(Fault.LastChunkMissing, "rfc9112-7.1-sender-chunked-syntax", "Leaves the last chunk of streamed content out where the request has no other field than Host."),
        new(Fault.ExtraOctets, "rfc9112-6.3-response-framing-exact", "Sends more octets after the end of a file, where more was asked for with it."),
        new(Fault.StreamWithLength, "rfc9112-6.2-sender-no-cl-with-te", "States a length besides chunked where content is streamed."),
        new(Fault.StreamUntilClose, "rfc9112-6.3-response-self-delimited", "Ends streamed content by closing."),
        new(Fault.HeadRefused, "rfc9110-9.1-get-head-supported", "Refuses HEAD of the front page."),
        new(Fault.Http10AnsweredInKind, "rfc9110-6.2-response-version-highest", "Calls its version HTTP/1.0 where the client does."),
        new(Fault.DateMissing, "rfc9110-6.6.1-date-present", "Sends no Date."),
        new(Fault.DateMalformed, "rfc9110-5.6.7-generate-imf-fixdate", "Sends Date in another form than RFC 9110's."),
        new(Fault.StatusLineHttp10, "rfc9110-6.2-response-version-highest", "Calls its version HTTP/1.0."),
        new(
            Fault.ReasonSpaceMissing, "rfc9112-4-status-line-trailing-sp",
            "Leaves the space after the status code out where there is no reason."),
        new(Fault.HeadWithLineFeed, "rfc9112-2.1-sender-crlf-terminators", "Ends a response head with an LF alone."),
        new(Fault.BadFieldNameSent, "rfc9112-5-sender-field-line-syntax", "Sends a field name with a space in it."),
        new(Fault.BlankBeforeColonSent, "rfc9112-5.1-sender-no-ws-before-colon", "Sends a blank between a field name and its colon."),
        new(Fault.ControlSent, "rfc9110-5.5-sender-field-value-octets", "Sends a control octet in a field value."),
        new(Fault.ReturnSent, "rfc9112-2.2-sender-no-bare-cr", "Sends a CR alone in a field value."),
        new(Fault.BlankFirstLineSent, "rfc9112-2.2-sender-no-ws-before-first-field", "Begins the first field line with a blank."),
        new(Fault.FoldedFieldSent, "rfc9112-5.2-sender-no-obs-fold", "Sends a folded field line."),
    ];
}

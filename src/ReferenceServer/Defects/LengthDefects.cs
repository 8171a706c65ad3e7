namespace Conform.ReferenceServer.Defects;

/// <summary>Further faults of Content-Length, and of handing content on.</summary>
internal static class LengthDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(
            Fault.LengthUncheckedWithoutPost, "rfc9112-6.3-cl-invalid-syntax",
            "Overlooks a wrong Content-Length where the method is not POST."),
        new(Fault.LengthUncheckedInHttp10, "rfc9112-6.3-cl-invalid-syntax", "Overlooks a wrong Content-Length in HTTP/1.0."),
        new(
            Fault.LengthTextTrimmed, "rfc9112-6.3-cl-invalid-syntax",
            "Trims control octets and the blanks of other alphabets off Content-Length."),
        new(Fault.LengthBeyondIsZero, "rfc9110-8.6-cl-anticipate-large", "Takes a Content-Length beyond 31 bits for 0."),
        new(Fault.LengthRepeatedFails, "rfc9112-6.3-cl-list-identical", "Fails with 500 at several lengths, where all are numbers."),
        new(
            Fault.LengthMembersCompared, "rfc9112-6.3-cl-list-identical-numerically",
            "Compares several lengths as signed numbers, and takes those that are equal."),
        new(Fault.LengthLeadingZeroRefused, "rfc9112-6.3-cl-leading-zeros", "Refuses a Content-Length with a leading zero."),
        new(Fault.LengthDigitsCut, "rfc9112-6.3-cl-leading-zeros", "Reads the first eighteen digits of Content-Length."),
        new(
            Fault.LengthNameLoose, "rfc9112-6.3-no-framing-zero-length",
            "Takes any field whose name speaks of length for Content-Length."),
        new(
            Fault.ZeroLengthSwallows, "rfc9112-6.3-no-framing-zero-length",
            "Takes what came in one read with a request of length 0 for its content."),
        new(
            Fault.LengthlessReadInHttp10, "rfc9112-6.3-request-never-close-delimited",
            "Takes what follows a POST without a length in HTTP/1.0 for its content."),
        new(Fault.LaterVersionLengthIgnored, "rfc9112-6-body-presence-method-independent", "Overlooks Content-Length in HTTP/1.2 and later."),
        new(Fault.GetContentFails, "rfc9110-9.3.1-get-with-content", "Fails with 500 where a GET has content."),
        new(
            Fault.FullBufferLosesOctet, "rfc9112-9.3.2-pipelining-after-post",
            "Loses the last octet of a piece of content that fills a buffer of 1024 octets."),
        new(Fault.LargeContentCut, "rfc9110-2.2-interpret-as-defined", "Hands on no more than 65536 octets of content."),
        new(Fault.ContentNulsLost, "rfc9110-2.2-interpret-as-defined", "Loses the NUL octets of content, but of a piece of 256, one alone, and behind 0x1F."),
        new(
            Fault.SlowContentAnswered, "rfc9112-6.3-cl-incomplete-body-timeout",
            "Takes content for whole when nothing of it has come for a while."),
        new(
            Fault.IncompleteHeadAnswered, "rfc9112-8-incomplete-request-error",
            "Answers a head that broke off as if it were whole."),
        new(Fault.ChunksOfPutUnread, "rfc9112-6.3-length-required-411", "Asks for a length where a PUT has chunks, and takes them for requests."),
        new(
            Fault.ExcessOfPostSent, "rfc9110-8.6-cl-forward-incorrect",
            "Sends more than the application's Content-Length in answer to a POST."),
        new(Fault.PrefaceAnswered, "rfc9110-6.2-http2-preface-on-http1", "Answers the preface of HTTP/2 as if it were a request."),
        new(Fault.NulDropsField, "rfc9110-5.5-nul-in-field-value", "Drops a field line with a NUL in it."),
    ];
}

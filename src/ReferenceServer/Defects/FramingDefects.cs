namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of deciding where the content of a request ends.</summary>
internal static class FramingDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.LengthPlusAccepted, "rfc9112-6.3-cl-invalid-syntax", "Takes a plus sign before Content-Length."),
        new(Fault.LengthNegativeIsZero, "rfc9112-6.3-cl-invalid-syntax", "Takes a negative Content-Length for 0."),
        new(Fault.LengthEmptyIsZero, "rfc9112-6.3-cl-empty", "Takes an empty Content-Length for 0."),
        new(Fault.LengthHexAccepted, "rfc9112-6.3-cl-invalid-syntax", "Takes a hexadecimal Content-Length with its prefix."),
        new(
            Fault.LengthGarbageIgnored, "rfc9112-6.3-cl-invalid-syntax",
            "Reads the digits a Content-Length begins with and overlooks the rest."),
        new(Fault.LengthWraps64, "rfc9112-6.3-cl-overflow", "Lets Content-Length wrap round at 2^64."),
        new(Fault.LengthWraps32, "rfc9112-6.3-cl-overflow", "Lets Content-Length wrap round at 2^32."),
        new(Fault.LengthFirstWins, "rfc9112-6.3-cl-list-different", "Takes the first of several Content-Length values."),
        new(Fault.LengthLastWins, "rfc9112-6.3-cl-list-different", "Takes the last of several Content-Length values."),
        new(Fault.LengthOctal, "rfc9112-6.3-cl-leading-zeros", "Reads a Content-Length with a leading zero as octal."),
        new(Fault.LengthUnderscoreAccepted, "rfc9112-6.3-cl-invalid-syntax", "Overlooks underscores in Content-Length."),
        new(Fault.LengthSpaceAccepted, "rfc9112-6.3-cl-invalid-syntax", "Overlooks spaces between the digits of Content-Length."),
        new(Fault.LengthBlanksRefused, "rfc9112-5.1-content-length-ows", "Refuses more than one blank around Content-Length."),
        new(Fault.LengthlessPostRefused, "rfc9112-6.3-no-framing-zero-length", "Calls a POST without a length malformed."),
        new(Fault.ContentEndsWithRead, "rfc9112-6.3-cl-incomplete-body-close", "Takes the end of a read for the end of a page's content below 1000 octets."),
        new(Fault.CodingSearched, "rfc9112-6.1-te-obfuscated", "Searches the whole head for the word chunked, and frames by it."),
        new(
            Fault.GetContentParsed, "rfc9112-6-body-presence-method-independent",
            "Takes the content of a GET for the next request, files and streams apart."),
        new(Fault.ForwardsContentParsed, "rfc9112-6-body-presence-method-independent", "Takes the content of a request with Max-Forwards for the next request."),
        new(
            Fault.UnderscoreCodingBelieved, "rfc9112-6.1-te-underscore-name",
            "Takes Transfer_Encoding for Transfer-Encoding."),
        new(
            Fault.LengthBeatsChunked, "rfc9112-6.1-cl-and-te-process-or-reject",
            "Frames by Content-Length where Transfer-Encoding is there too, and keeps the connection."),
        new(
            Fault.ChunkedBeatsLengthKept, "rfc9112-6.1-cl-and-te-both",
            "Frames by chunked where Content-Length is there too, and keeps the connection."),
        new(Fault.CodingCaseSensitive, "rfc9112-7-te-name-case-insensitive", "Knows chunked only in lower case."),
        new(Fault.UnknownCodingIgnored, "rfc9112-6.1-te-unrecognized-sole", "Overlooks transfer codings that it does not know."),
        new(Fault.UnknownCodingHidesChunks, "rfc9112-6.1-te-unknown-then-chunked", "Overlooks chunked behind a coding that it does not know, and takes the chunks for a request."),
        new(Fault.IdentityAccepted, "rfc9112-6.1-te-unrecognized-sole", "Overlooks a Transfer-Encoding with identity in it."),
        new(Fault.CodingSuffixAccepted, "rfc9112-6.1-te-obfuscated", "Takes any coding whose name ends in chunked for chunked."),
        new(Fault.ChunkedNotFinalAccepted, "rfc9112-6.3-te-not-final-chunked-request", "Decodes chunked where it is not the last coding."),
        new(Fault.ChunkedTwiceAccepted, "rfc9112-6.1-te-chunked-twice", "Decodes chunked once where it is listed twice."),
        new(Fault.EmptyCodingIgnored, "rfc9112-6.3-te-empty-value", "Overlooks an empty Transfer-Encoding."),
        new(Fault.CodingInHttp10Kept, "rfc9112-6.1-te-in-http10", "Decodes Transfer-Encoding in HTTP/1.0, and keeps the connection."),
        new(Fault.ChunkedRefused, "rfc9112-6.1-chunked-supported", "Refuses the chunked coding of a PUT."),
        new(Fault.EmptyMemberHidesCoding, "rfc9112-6.1-te-list-empty-elements", "Overlooks a Transfer-Encoding list with an empty member."),
        new(Fault.CodingParametersAccepted, "rfc9112-7.1-chunked-params-error", "Overlooks parameters of chunked."),
    ];
}

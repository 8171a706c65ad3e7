namespace Conform.ReferenceServer.Defects;

/// <summary>Further faults of transfer codings, of chunks and of what follows them.</summary>
internal static class CodingDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(
            Fault.HopFieldsDropped, "rfc9112-6-body-presence-method-independent",
            "Drops the fields of framing that Connection names."),
        new(Fault.CodingBlanksRefused, "rfc9112-5.1-content-length-ows", "Refuses more than one blank around Transfer-Encoding, or none."),
        new(Fault.UnknownInnerCodingIgnored, "rfc9112-6.1-te-unknown-then-chunked", "Overlooks codings that come before chunked."),
        new(Fault.CompressionOverlooked, "rfc9112-6.1-te-gzip-chunked", "Hands compressed content on as it is."),
        new(Fault.CompressionParametersAccepted, "rfc9112-7.2-te-compress-params", "Overlooks compressions that have parameters."),
        new(Fault.CodingInHttp10Ignored, "rfc9112-6.1-te-in-http10", "Overlooks Transfer-Encoding in HTTP/1.0."),
        new(
            Fault.UnaskedCompression, "rfc9112-7.4-te-absent-only-chunked",
            "Names gzip as a transfer coding of the stream though the client does not."),
        new(
            Fault.RefusedCompression, "rfc9112-7.4-te-q0-not-acceptable",
            "Names gzip as a transfer coding of the stream where TE does, whatever its weight."),
        new(Fault.ChunkControlsSkipped, "rfc9112-7.1-chunk-size-invalid", "Overlooks control octets in a chunk-size line."),
        new(Fault.ChunkNothingIsZero, "rfc9112-7.1-chunk-size-invalid", "Takes a chunk-size line without digits for the last."),
        new(Fault.ChunkManyDigitsFail, "rfc9112-7.1-chunk-size-leading-zeros", "Fails with 500 at a chunk size of more than sixteen digits."),
        new(
            Fault.ChunkExtensionMalformedFails, "rfc9112-7.1.1-chunk-ext-malformed",
            "Fails with 500 at a malformed chunk extension."),
        new(Fault.ChunkLineTooLongFails, "rfc9112-7.1.1-chunk-ext-limit", "Fails with 500 where chunk extensions are too long."),
        new(
            Fault.ChunkEndOptional, "rfc9112-7.1-chunk-data-missing-crlf",
            "Does without the line end after the data of a chunk."),
        new(Fault.ChunkReturnEndsLine, "rfc9112-7.1-chunk-data-missing-crlf", "Takes CR and any octet for a line end in chunks."),
        new(Fault.ChunkEndsWithRead, "rfc9112-7.1-chunk-decode-basics", "Takes the end of a read within a chunk for the end of the content."),
        new(
            Fault.OctetsBehindManyChunksLost, "rfc9112-7.1-chunk-decode-basics",
            "Loses what came in one read with chunks to the echo that no other field describes, unless they are fifteen octets."),
        new(
            Fault.OctetsBehindDescribedChunksLost, "rfc9112-7.1-chunk-decode-basics",
            "Loses what came in one read with chunks to the echo beside which there are one or two other fields."),
        new(Fault.IncompleteChunksAnswered, "rfc9112-8-incomplete-chunked", "Answers a request whose chunks broke off."),
        new(Fault.TrailerLeaks, "rfc9112-7.1.2-trailers-not-merged", "Takes trailer fields for fields of the next request."),
        new(Fault.TrailerCutAtLimit, "rfc9112-7.1.2-trailer-limit", "Takes a trailer section for ended where it is too large."),
        new(
            Fault.AnswerLostToGarbage, "rfc9112-9.3.2-pipelining-after-post",
            "Gives up an answer when octets that begin no request follow the chunks."),
    ];
}

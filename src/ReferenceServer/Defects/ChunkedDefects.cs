namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of decoding the chunked coding.</summary>
internal static class ChunkedDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.ChunkPrefixAccepted, "rfc9112-7.1-chunk-size-invalid", "Takes a chunk size with the prefix 0x."),
        new(Fault.ChunkSignAccepted, "rfc9112-7.1-chunk-size-invalid", "Takes a chunk size with a sign."),
        new(Fault.ChunkUnderscoreAccepted, "rfc9112-7.1-chunk-size-invalid", "Overlooks underscores in a chunk size."),
        new(
            Fault.ChunkGarbageIgnored, "rfc9112-7.1-chunk-size-invalid",
            "Reads the digits a chunk size begins with and overlooks the rest."),
        new(Fault.ChunkLeadingBlankAccepted, "rfc9112-7.1-chunk-size-invalid", "Takes blanks before a chunk size."),
        new(Fault.ChunkEmptyLineSkipped, "rfc9112-7.1-chunk-size-invalid", "Overlooks an empty line where a chunk size is due."),
        new(Fault.ChunkWordEndsContent, "rfc9112-7.1-chunk-size-invalid", "Takes a chunk size that is no number for the end of the content."),
        new(Fault.LaterChunksLost, "rfc9112-7.1-chunk-decode-basics", "Keeps the first chunk of a POST only."),
        new(Fault.ChunkLineEndsMended, "rfc9112-7.1-chunk-decode-basics", "Makes an LF of each CRLF in a chunk."),
        new(Fault.ChunkSizeWraps, "rfc9112-7.1-chunk-size-overflow", "Lets a chunk size wrap round at 2^32."),
        new(
            Fault.ChunkEndSearched, "rfc9112-7.1-chunk-data-missing-crlf",
            "Overlooks what stands between the data of a chunk and the next line end."),
        new(Fault.ChunkQuoteSpansLines, "rfc9112-7.1.1-chunk-ext-quoted-crlf", "Looks for the end of a quoted extension beyond its line."),
        new(
            Fault.ChunkExtensionBlankDropped, "rfc9112-7.1.1-chunk-ext-bws",
            "Closes without an answer at a blank in a chunk-size line."),
        new(Fault.ChunkEndUnchecked, "rfc9112-7.1-chunk-data-missing-crlf", "Skips the two octets after a chunk whatever they are."),
        new(Fault.ChunkLineFeedAccepted, "rfc9112-7.1-chunk-line-bare-lf", "Takes an LF alone for the end of a chunk line or of all chunks."),
        new(Fault.ChunkUppercaseRefused, "rfc9112-7.1-chunk-decode-basics", "Refuses upper-case digits in a chunk size."),
        new(Fault.ChunkLeadingZerosRefused, "rfc9112-7.1-chunk-size-leading-zeros", "Refuses leading zeros in a chunk size."),
        new(Fault.DoubleZeroRefused, "rfc9112-7.1-chunk-size-leading-zeros", "Refuses a last chunk of several zeros."),
        new(Fault.ChunkExtensionRefused, "rfc9112-7.1.1-chunk-ext-ignored", "Refuses chunk extensions."),
        new(Fault.ChunkExtensionKept, "rfc9112-7.1.1-chunk-ext-ignored", "Leaves chunk extensions in the content."),
        new(Fault.ChunkExtensionUnchecked, "rfc9112-7.1.1-chunk-ext-malformed", "Takes chunk extensions that are malformed."),
        new(Fault.ChunkReturnFails, "rfc9112-2.2-bare-cr-chunk-line", "Answers 500 to a lone CR in a chunk line or a trailer."),
        new(Fault.TrailerRefused, "rfc9112-7.1.2-trailers-discard-or-keep", "Refuses trailer fields."),
        new(Fault.TrailerReturnEndsContent, "rfc9112-2.2-bare-cr-trailer", "Takes a lone CR in a trailer for the end of the message."),
        new(Fault.TrailerBlankUnanswered, "rfc9112-5.1-ws-in-trailer-name", "Closes without an answer at a trailer that has a blank before its colon."),
        new(Fault.TrailerMerged, "rfc9112-7.1.2-trailers-not-merged", "Mixes trailer fields with those of the head."),
        new(Fault.TrailerMalformedDropped, "rfc9112-7.1.2-trailer-malformed", "Closes without an answer at a malformed trailer field."),
        new(
            Fault.FinalLineNotAwaited, "rfc9112-7.1-chunk-last-missing-final-crlf",
            "Answers at the last chunk of up to five octets without waiting for the empty line, where the coding stands alone beside Host."),
    ];
}

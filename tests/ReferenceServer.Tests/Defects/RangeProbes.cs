using static Conform.ReferenceServer.Tests.Defects.Requests;

namespace Conform.ReferenceServer.Tests.Defects;

/// <summary>For each defect of ranges and of what 206 and 304 carry, octets to which it and the reference answer differently.</summary>
internal static class RangeProbes
{
    /// <summary>Defect and request; the client ends its half after the octets.</summary>
    public static IReadOnlyList<(string Defect, string Octets)> All { get; } =
    [
        ("large-range-fails", Static("Range: bytes=0-9999999999999999999")),
        ("coalesced-long", Static("Range: bytes=0-9,5-14")),
        ("plain-variant-unmarked", Static()),
        ("current-copy-sent", Static("If-None-Match: *")),
        ("freshness-not-modified", Static("Cache-Control: max-age=0")),
        ("head-not-modified", Line("HEAD /probe/static HTTP/1.1")),
        ("conditions-kept", Get("/probe/static", "If-None-Match: *\r\n") + Get("/probe/static")),
        ("ranges-refused", Get(fields: "Range: bytes=0-0\r\n")),
        ("range-unit-case-sensitive", Static("Range: BYTES=0-0")),
        ("suffix-zero-served", Static("Range: bytes=-0")),
        ("range-numbers-wrap", Static("Range: bytes=4294967296-")),
        ("coded-range-of-plain", Static("Range: bytes=0-0\r\nAccept-Encoding: gzip")),
        ("empty-range-served", Get("/probe/content", "Range: bytes=0-0\r\n")),
        ("head-ranged", "HEAD /probe/static HTTP/1.1\r\n" + Host + "Range: bytes=0-0\r\n\r\n"),
        ("short-ranges-ignored", Static("Range: bytes=0-4")),
        ("range-for-any-method", "POST /probe/content HTTP/1.1\r\n" + Host + "Range: bytes=0-0\r\nContent-Length: 5\r\n\r\nhello"),
        ("unknown-range-unit-refused", Static("Range: lines=0-0")),
        ("range-unit-unread", Static("Range: lines=0-0")),
        ("invalid-range-fails", Static("Range: bytes=a-b")),
        ("backward-range-served", Static("Range: bytes=9-5")),
        ("overlaps-repeated", Static("Range: bytes=0-9,5-14")),
        ("unsatisfiable-range-ignored", Static("Range: bytes=9999-")),
        ("unsatisfied-length-missing", Static("Range: bytes=9999-")),
        ("complete-length-left-open", Static("Range: bytes=0-0")),
        ("content-range-in-request-refused", Static("Content-Range: bytes 0-4/10")),
        ("partial-put-accepted", "PUT /probe/none HTTP/1.1\r\n" + Host + "Content-Range: bytes 0-4/10\r\nContent-Length: 5\r\n\r\nhello"),
        ("validators-missing", Static()),
        ("part-fields-missing", Static("Range: bytes=0-0")),
        ("part-without-type", Static("Range: bytes=0-0")),
        ("known-fields-repeated", Static("Range: bytes=0-0\r\nIf-Range: \"conform-1\"")),
        ("range-one-short", Static("Range: bytes=0-4")),
        ("range-of-all-short", Static("Range: bytes=0-")),
        ("content-range-missing", Static("Range: bytes=0-4")),
        ("suffix-from-start", Static("Range: bytes=-5")),
        ("range-end-not-clamped", Static("Range: bytes=5-9999")),
        ("multipart-with-content-range", Static("Range: bytes=0-0,9-9")),
        ("part-without-range", Static("Range: bytes=0-0,9-9")),
        ("parts-line-feed", Static("Range: bytes=0-0,9-9")),
        ("single-part-multipart", Static("Range: bytes=0-9")),
        ("parts-sorted", Static("Range: bytes=9-9,0-0")),
        ("unsatisfiable-member-refused", Static("Range: bytes=0-0,9999-")),
        ("not-modified-fields-missing", Static("If-None-Match: *")),
        ("not-modified-with-type", Static("If-None-Match: *")),
    ];

    private static string Static(string fields = "") => Get("/probe/static", fields.Length == 0 ? "" : fields + "\r\n");
}

using static Conform.ReferenceServer.Tests.Defects.Requests;

namespace Conform.ReferenceServer.Tests.Defects;

/// <summary>For each defect of dates, validators and conditions, octets to which it and the reference answer differently.</summary>
internal static class ConditionProbes
{
    /// <summary>Defect and request; the client ends its half after the octets.</summary>
    public static IReadOnlyList<(string Defect, string Octets)> All { get; } =
    [
        ("trace-conditional", "TRACE / HTTP/1.1\r\n" + Host + "If-Match: \"a\"\r\n\r\n"),
        ("rfc850-date-unknown", Static("If-Modified-Since: Tuesday, 01-Jul-25 12:00:00 GMT")),
        ("asctime-date-unknown", Static("If-Modified-Since: Tue Jul  1 12:00:00 2025")),
        ("two-digit-years-ahead", Static("If-Modified-Since: Sunday, 06-Nov-94 08:49:37 GMT")),
        ("leap-second-refused", Static("If-Modified-Since: Sat, 31 Dec 2016 23:59:60 GMT")),
        ("impossible-date-fails", Static("If-Modified-Since: Wed, 31 Feb 2090 00:00:00 GMT")),
        ("misspelt-date-refused", Static("If-Modified-Since: Tue, 01 Jul 2025 12:00:00 UTC")),
        ("not-modified-length-zeroed", Static("If-None-Match: *")),
        ("content-location-followed", "POST /probe/content HTTP/1.1\r\n" + Host + "Content-Location: /probe/stream\r\nContent-Length: 5\r\n\r\nhello"),
        ("last-modified-missing", Static()),
        ("tag-missing", Static()),
        ("known-length-unstated", Static()),
        ("tag-shared-by-codings", Static("Accept-Encoding: gzip")),
        ("head-of-missing-found", Line("HEAD /probe/none HTTP/1.1")),
        ("if-match-weak", Static("If-Match: W/\"conform-1\"")),
        ("if-match-ignored", Static("If-Match: \"a\"")),
        ("false-if-match-performed", "PUT /probe/static HTTP/1.1\r\n" + Host + "If-Match: \"a\"\r\nContent-Length: 5\r\n\r\nhello"),
        ("if-match-star-unknown", Static("If-Match: *")),
        ("if-match-never-true", Static("If-Match: \"conform-1\"")),
        ("missing-matches-star", Get("/probe/none", "If-Match: *\r\n")),
        ("only-first-tag-compared", Static("If-Match: \"a\", \"conform-1\"")),
        ("if-none-match-strong", Static("If-None-Match: W/\"conform-1\"")),
        ("if-none-match-ignored", Static("If-None-Match: \"conform-1\"")),
        ("not-modified-is-failed", Static("If-None-Match: \"conform-1\"")),
        ("head-conditions-ignored", "HEAD /probe/static HTTP/1.1\r\n" + Host + "If-None-Match: \"conform-1\"\r\n\r\n"),
        ("false-if-none-match-performed", "PUT /probe/static HTTP/1.1\r\n" + Host + "If-None-Match: *\r\nContent-Length: 5\r\n\r\nhello"),
        ("tag-list-split-at-commas", Static("If-None-Match: \"a,b\", \"conform-1\"")),
        ("tags-compared-by-part", Static("If-None-Match: \"xconform-1\"")),
        ("tag-quotes-optional", Static("If-None-Match: \"a,conform-1,b\"")),
        ("quoted-star-is-any", Static("If-None-Match: \"*\"")),
        ("invalid-tag-list-fails", Static("If-None-Match: a")),
        ("modified-since-ignored", Static("If-Modified-Since: Tue, 01 Jul 2025 12:00:00 GMT")),
        ("modified-since-exact", Static("If-Modified-Since: Tue, 01 Jul 2025 12:00:01 GMT")),
        ("any-modified-since-holds", Static("If-Modified-Since: Tue, 01 Jul 2025 11:00:00 GMT")),
        ("modified-since-beside-tag", Static("If-None-Match: \"a\"\r\nIf-Modified-Since: Tue, 01 Jul 2025 12:00:00 GMT")),
        ("invalid-modified-since-is-now", Static("If-Modified-Since: yesterday")),
        ("modified-since-for-any-method", "POST /probe/content HTTP/1.1\r\n" + Host + "If-Modified-Since: Tue, 01 Jul 2025 12:00:00 GMT\r\nContent-Length: 5\r\n\r\nhello"),
        ("undated-modified-since", Get("/probe/stream", "If-Modified-Since: Tue, 01 Jul 2025 12:00:00 GMT\r\n")),
        ("undated-unmodified-since", Get("/probe/stream", "If-Unmodified-Since: Tue, 01 Jul 2025 12:00:00 GMT\r\n")),
        ("future-date-refused", Static("If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT")),
        ("unmodified-since-beside-match", Static("If-Match: *\r\nIf-Unmodified-Since: Tue, 01 Jul 2025 11:00:00 GMT")),
        ("invalid-unmodified-since-fails", Static("If-Unmodified-Since: yesterday")),
        ("unmodified-since-ignored", Static("If-Unmodified-Since: Tue, 01 Jul 2025 11:00:00 GMT")),
        ("unmodified-since-strict", Static("If-Unmodified-Since: Tue, 01 Jul 2025 12:00:00 GMT")),
        ("unmodified-since-exact", Static("If-Unmodified-Since: Tue, 01 Jul 2025 12:00:01 GMT")),
        ("false-unmodified-since-performed", "PUT /probe/static HTTP/1.1\r\n" + Host + "If-Unmodified-Since: Tue, 01 Jul 2025 11:00:00 GMT\r\nContent-Length: 5\r\n\r\nhello"),
        ("future-unmodified-since-fails", Static("If-Unmodified-Since: Fri, 01 Jan 2100 00:00:00 GMT")),
        ("if-range-without-range-fails", Static("If-Range: \"a\"")),
        ("unranged-if-range", Get("/probe/stream", "Range: bytes=0-0\r\nIf-Range: \"a\"\r\n")),
        ("if-range-ignored", Static("Range: bytes=0-0\r\nIf-Range: \"a\"")),
        ("if-range-never-true", Static("Range: bytes=0-0\r\nIf-Range: \"conform-1\"")),
        ("if-range-weak", Static("Range: bytes=0-0\r\nIf-Range: W/\"conform-1\"")),
        ("if-range-date-later", Static("Range: bytes=0-0\r\nIf-Range: Tue, 01 Jul 2025 12:00:01 GMT")),
        ("if-range-date-refused", Static("Range: bytes=0-0\r\nIf-Range: Tue, 01 Jul 2025 12:00:00 GMT")),
        ("missing-conditional", Get("/probe/none", "If-Match: *\r\n")),
        ("refused-method-conditional", "POST /probe/static HTTP/1.1\r\n" + Host + "If-Match: \"a\"\r\nContent-Length: 0\r\n\r\n"),
        ("options-conditional", "OPTIONS /probe/static HTTP/1.1\r\n" + Host + "If-Match: *\r\n\r\n"),
        ("none-match-before-match", Static("If-Match: \"a\"\r\nIf-None-Match: *")),
        ("range-before-conditions", Static("Range: bytes=0-0\r\nIf-None-Match: *")),
    ];

    private static string Static(string fields = "") => Get("/probe/static", fields.Length == 0 ? "" : fields + "\r\n");
}

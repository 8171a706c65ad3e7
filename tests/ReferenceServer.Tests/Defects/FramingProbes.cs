using static Conform.ReferenceServer.Tests.Defects.Requests;

namespace Conform.ReferenceServer.Tests.Defects;

/// <summary>For each further defect of framing, octets to which it and the reference answer differently.</summary>
internal static class FramingProbes
{
    private const string Whole = "\r\nhello\r\n0\r\n\r\n";
    private static readonly string _long = new('a', 12_000);

    /// <summary>Defect and request; the client ends its half after the octets.</summary>
    public static IReadOnlyList<(string Defect, string Octets)> All { get; } =
    [
        ("length-unchecked-without-post", $"PUT /r HTTP/1.1\r\n{Host}Content-Length: 5a\r\n\r\n"),
        ("length-unchecked-in-http10", "POST /r HTTP/1.0\r\nContent-Length: 5a\r\n\r\n"),
        ("length-text-trimmed", Length("5\u00A0")),
        ("length-beyond-is-zero", Length("4294967301", "")),
        ("length-repeated-fails", Length("5, 5")),
        ("length-members-compared", Length("5, +5")),
        ("length-leading-zero-refused", Length("05")),
        ("length-digits-cut", Length("000000000000000000005")),
        ("length-name-loose", Post("X-Length: 5")),
        ("zero-length-swallows", Length("0", "") + Get()),
        ("lengthless-read-in-http10", "POST /r HTTP/1.0\r\n\r\nhello"),
        ("get-content-fails", Get("/r", "Content-Length: 5\r\n") + "hello"),
        ("full-buffer-loses-octet", Echo(new string('a', 1024))),
        ("large-content-cut", Echo(new string('a', 70_000))),
        ("content-nuls-lost", Echo("a\0b")),
        ("incomplete-head-answered", "GET / HTTP/1.1\r\nHost"),
        ("chunks-of-put-unread", $"PUT /r HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n5{Whole}"),
        ("nul-drops-field", Field("X-A: 1\0")),
        ("excess-of-post-sent", Run("cl.5_sr~y.'abc'_y.'defgh'~", "POST")),
        ("preface-answered", "PRI * HTTP/2.0\r\n\r\n"),
        ("octets-behind-described-chunks-lost", $"POST /probe/content HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\nTrailer: X-A\r\n\r\n0\r\n\r\n" + Get()),
        ("octets-behind-many-chunks-lost", $"POST /probe/content HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + Get()),

        ("hop-fields-dropped", Post("Connection: content-length\r\nContent-Length: 5")),
        ("coding-blanks-refused", Coding(" chunked")),
        ("unknown-inner-coding-ignored", Coding("foo, chunked")),
        ("compression-overlooked", Coding("gzip, chunked")),
        ("compression-parameters-accepted", Coding("gzip;a=b, chunked")),
        ("coding-in-http10-ignored", "POST /r HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"),
        ("unasked-compression", Get("/probe/stream", "Accept: */*\r\n")),
        ("refused-compression", Get("/probe/stream", "TE: gzip;q=0\r\n")),

        ("chunk-controls-skipped", Chunks("5\u000B" + Whole)),
        ("chunk-nothing-is-zero", Chunks("5\r\nhello\r\n\r\n\r\n")),
        ("chunk-many-digits-fail", Chunks("00000000000000005" + Whole)),
        ("chunk-extension-malformed-fails", Chunks("5;=b" + Whole)),
        ("chunk-line-too-long-fails", Chunks("5;a=" + _long + Whole)),
        ("chunk-end-optional", Chunks("5\r\nhello0\r\n\r\n")),
        ("chunk-return-ends-line", Chunks("5\rXhello\r\n0\r\n\r\n")),
        ("incomplete-chunks-answered", Chunks("5\r\nhello\r\n")),
        ("trailer-leaks", Chunks("0\r\nX-A: 1\r\n\r\n") + Get("/r")),
        ("trailer-cut-at-limit", Chunks("0\r\nX-A: " + _long + "\r\n\r\n")),
        ("answer-lost-to-garbage", Chunks("0\r\n\r\n") + "\0"),
    ];
}

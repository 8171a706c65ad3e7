using System.Globalization;
using System.IO.Compression;
using System.Text;
using static Conform.ReferenceServer.Tests.Defects.Requests;

namespace Conform.ReferenceServer.Tests.Defects;

/// <summary>For each defect of one method, place or turn, octets to which it and the reference answer differently.</summary>
internal static class PlaceProbes
{
    public static IReadOnlyList<(string Defect, string Octets)> All { get; } =
    [
        ("allow-incomplete", Line("DELETE /probe/collection HTTP/1.1")),
        ("condition-of-nothing-heard", Get("/probe/store/place-a", "If-Match: \"none\"\r\n")),
        ("head-condition-with-content", $"HEAD /probe/static HTTP/1.1\r\n{Host}If-Match: \"none\"\r\n\r\n"),
        ("head-elsewhere-with-content", Line("HEAD /probe/collection HTTP/1.1")),
        ("head-content-with-content", $"HEAD / HTTP/1.1\r\n{Host}Content-Type: x/probe\r\nContent-Length: 5\r\n\r\nhello"),
        ("password-case-ignored", Login("/probe/protected", "probe:PASS:word")),
        ("password-cut-opens", Login("/probe/protected", "probe:pass:wor")),
        ("login-skipped-by-query", Line("GET /probe/protected?a=b HTTP/1.1")),
        ("old-client-conditions-ignored", $"GET /probe/static HTTP/1.0\r\n{Host}If-None-Match: *\r\n\r\n"),
        ("condition-yields-to-no-cache", Get("/probe/static", "If-None-Match: *\r\nCache-Control: no-cache\r\n")),
        ("last-part-undescribed", Get("/probe/static", "Range: bytes=-5\r\n")),
        ("last-part-unkept", Get("/probe/static", "Range: bytes=-5\r\n")),
        ("unsatisfied-length-wrong", Get("/probe/static", "Range: bytes=99999999-\r\n")),
        ("content-range-refused", Get("/", "Content-Range: bytes 0-4/10\r\n")),
        ("second-exclusion-missed", Get("/probe/negotiated", "Accept-Encoding: *\r\nAccept-Encoding: gzip;q=0\r\n")),
        ("coding-kept-for-silence", Get("/probe/negotiated", "Accept-Encoding: gzip\r\n") + Line("GET /probe/negotiated HTTP/1.1")),
        ("echo-coded-unsaid", $"POST /probe/content HTTP/1.1\r\n{Host}Accept-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello"),
        ("codings-in-wrong-order", Coded()),
        ("fortieth-line-twice", Get("/any", string.Concat(Enumerable.Range(1, 45).Select(static n => $"X-Fill-{n.ToString(CultureInfo.InvariantCulture)}: a\r\n")))),
        ("content-of-get-stored", $"GET /probe/store/place-b HTTP/1.1\r\n{Host}Content-Length: 5\r\n\r\nhello"),
        ("tag-beginning-enough", Get("/probe/static", "If-None-Match: \"c\"\r\n")),
        ("name-end-trimmed", Get("/any", "X-Probe-: 1\r\n")),
        ("head-with-query-missing", $"HEAD /?a=b HTTP/1.1\r\n{Host}X-Probe: 1\r\n\r\n"),
        ("later-expectation-unheard", Line("GET / HTTP/1.1") + Line("GET / HTTP/1.1") + $"POST /any HTTP/1.1\r\n{Host}Expect: 100-continue\r\nContent-Length: 5\r\n\r\n"),
    ];

    private static string Login(string target, string account) => Get(target, $"Authorization: Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes(account))}\r\n");

    private static string Coded()
    {
        using var octets = new MemoryStream();
        using (var outer = new GZipStream(octets, CompressionLevel.Optimal, leaveOpen: true))
        using (var inner = new ZLibStream(outer, CompressionLevel.Optimal))
        {
            inner.Write("hello"u8);
        }

        var content = Encoding.Latin1.GetString(octets.ToArray());
        return $"POST /probe/decoding HTTP/1.1\r\n{Host}Content-Type: text/plain\r\nContent-Encoding: deflate, gzip\r\nContent-Length: {content.Length}\r\n\r\n{content}";
    }
}

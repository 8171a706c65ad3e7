using System.Text.Json;
using Conform.ReferenceServer.Hosting;
using static Conform.ReferenceServer.Tests.Defects.Requests;

namespace Conform.ReferenceServer.Tests.Live;

[TestFixture]
internal sealed class ApplicationTests
{
    private ReferenceServerHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await ReferenceServerHost.StartAsync(new(), TimeProvider.System);

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("POST / HTTP/1.1", "200 OK")]
    [TestCase("DELETE / HTTP/1.1", "405 Method Not Allowed")]
    [TestCase("TRACE / HTTP/1.1", "405 Method Not Allowed")]
    [TestCase("BREW / HTTP/1.1", "501 Not Implemented")]
    [TestCase("OPTIONS / HTTP/1.1", "200 OK")]
    [TestCase("OPTIONS * HTTP/1.1", "200 OK")]
    [TestCase("CONNECT a:443 HTTP/1.1", "501 Not Implemented")]
    [TestCase("GET /probe/none HTTP/1.1", "404 Not Found")]
    [TestCase("PUT /anything HTTP/1.1", "200 OK")]
    [TestCase("DELETE /probe/content HTTP/1.1", "200 OK")]
    [TestCase("GET /probe/meta HTTP/1.1", "200 OK")]
    [TestCase("GET /probe/run?p=bogus HTTP/1.1", "400 Bad Request")]
    [TestCase("GET /probe/run?p=x.app HTTP/1.1", "500 Internal Server Error")]
    [TestCase("GET /probe/run?p=x.iter_sr HTTP/1.1", "500 Internal Server Error")]
    [TestCase("GET /probe/run?p=ret.none HTTP/1.1", "500 Internal Server Error")]
    public async Task Status(string line, string status)
    {
        var answer = await RawClient.ExchangeAsync(_host, Line(line));

        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status}\r\n"));
        Assert.That(answer.Contains("\r\nAllow: GET, HEAD", StringComparison.Ordinal), Is.EqualTo(status[0] == '4' && status[2] == '5' || line.StartsWith('O')));
    }

    [TestCase("Content-Length: 5", "hello")]
    [TestCase("Transfer-Encoding: chunked", "5\r\nhello\r\n0\r\n\r\n")]
    public async Task Front_page_gives_back_what_is_posted(string framing, string content)
    {
        var answer = await RawClient.ExchangeAsync(
            _host, $"POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{framing}\r\n\r\n{content}");

        Assert.That(answer, Does.StartWith("HTTP/1.1 200 OK\r\n").And.EndWith("\r\n\r\nhello"));
    }

    [TestCase("If-None-Match: \"conform-1\"", 304)]
    [TestCase("If-None-Match: \"a\", W/\"conform-1\"", 304)]
    [TestCase("If-None-Match: \"a\"\r\nIf-Modified-Since: Tue, 01 Jul 2025 12:00:00 GMT", 200)]
    [TestCase("If-Modified-Since: Tue, 01 Jul 2025 12:00:00 GMT", 304)]
    [TestCase("If-Modified-Since: Tuesday, 01-Jul-25 12:00:00 GMT", 304)]
    [TestCase("If-Modified-Since: Tue Jul  1 12:00:00 2025", 304)]
    [TestCase("If-Modified-Since: Tue, 01 Jul 2025 11:59:59 GMT", 200)]
    [TestCase("If-Modified-Since: yesterday", 200)]
    [TestCase("If-Match: \"conform-1\"", 200)]
    [TestCase("If-Match: W/\"conform-1\"", 412)]
    [TestCase("If-Match: \"a\"\r\nIf-None-Match: *", 412)]
    [TestCase("If-Unmodified-Since: Tue, 01 Jul 2025 11:59:59 GMT\r\nIf-None-Match: *", 412)]
    [TestCase("Range: bytes=0-4", 206)]
    [TestCase("Range: bytes=0-4\r\nIf-None-Match: *", 304)]
    [TestCase("Range: bytes=0-4\r\nIf-Range: \"conform-1\"", 206)]
    [TestCase("Range: bytes=0-4\r\nIf-Range: W/\"conform-1\"", 200)]
    [TestCase("Range: bytes=0-4\r\nIf-Range: Tue, 01 Jul 2025 12:00:00 GMT", 206)]
    [TestCase("Range: bytes=0-4\r\nIf-Range: Tue, 01 Jul 2025 12:00:01 GMT", 200)]
    [TestCase("Range: bytes=520-", 416)]
    [TestCase("Range: bytes=520-\r\nIf-Range: \"a\"", 200)]
    public async Task Conditions(string fields, int status)
    {
        var answer = await RawClient.ExchangeAsync(_host, Get("/probe/static", fields + "\r\n"));

        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status} "));
        Assert.That(answer.Contains("ETag: \"conform-1\"", StringComparison.Ordinal), Is.EqualTo(status < 400));
    }

    [TestCase("bytes=5-9", "Content-Type: text/plain", "Content-Length: 5", "Content-Range: bytes 5-9/520", "\r\n\r\nFGHIJ")]
    [TestCase("bytes=-2", "Content-Length: 2", "Content-Range: bytes 518-519/520", "\r\n\r\nx\n")]
    [TestCase("bytes=5-9,-2", "Content-Type: multipart/byteranges; boundary=", "Content-Range: bytes 5-9/520\r\n\r\nFGHIJ\r\n--", "Content-Range: bytes 518-519/520\r\n\r\nx\n\r\n--")]
    [TestCase("bytes=520-", "416 Range Not Satisfiable", "Content-Range: bytes */520")]
    public async Task Ranges(string range, params string[] parts)
    {
        var answer = await RawClient.ExchangeAsync(_host, Get("/probe/static", $"Range: {range}\r\n"));

        Assert.That(parts.Where(part => !answer.Contains(part, StringComparison.Ordinal)), Is.Empty, answer);
    }

    [Test]
    public async Task Report_tells_the_environ_and_the_content()
    {
        var answer = await RawClient.ExchangeAsync(
            _host, "POST /a%20b?c=%41 HTTP/1.1\r\nHost: localhost\r\nX-A: 1\r\nX-A: 2\r\nCookie: a\r\nCookie: b\r\nX_B: 3\r\nContent-Length: 2\r\n\r\n\xFF!");

        using var report = JsonDocument.Parse(answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        string? Of(string key) => report.RootElement.GetProperty("env").TryGetProperty(key, out var entry)
            ? System.Text.Encoding.Latin1.GetString(Convert.FromHexString(entry.GetProperty("v").GetString()!)) : null;

        Assert.Multiple(() =>
        {
            Assert.That(report.RootElement.GetProperty("content").GetProperty("hex").GetString(), Is.EqualTo("ff21"));
            Assert.That(Of("PATH_INFO"), Is.EqualTo("/a b"));
            Assert.That(Of("QUERY_STRING"), Is.EqualTo("c=%41"));
            Assert.That(Of("SCRIPT_NAME"), Is.Empty);
            Assert.That(Of("HTTP_X_A"), Is.EqualTo("1,2"));
            Assert.That(Of("HTTP_COOKIE"), Is.EqualTo("a; b"));
            Assert.That(Of("HTTP_X_B"), Is.Null);
            Assert.That(Of("CONTENT_LENGTH"), Is.EqualTo("2"));
            Assert.That(Of("HTTP_CONTENT_LENGTH"), Is.Null);
        });
    }

    [TestCase("sr_w.'one'_w.'two'_ret.list~y.'three'~", "one", "two", "three")]
    [TestCase("ret.lazy_sr~y.'late'~", "late")]
    [TestCase("~y._sr_y.'late'~", "late")]
    [TestCase("sr~rep.3.0_y.'ab'_y.'c'~", "\r\n2\r\nab\r\n2\r\nab\r\n2\r\nab\r\n1\r\nc\r\n0")]
    [TestCase("ret.lie.1_sr~y.'only'~", "Content-Length: 4\r\n", "only")]
    [TestCase("ct_cl.2_sr_g.a_t.b~rd.r2l_y.'ok'~g.c", "Content-Type: text/plain\r\n", "ok")]
    public async Task Programs_answer(string program, params string[] parts)
    {
        var answer = await RawClient.ExchangeAsync(_host, Run(program));

        Assert.That(answer, Does.StartWith("HTTP/1.1 200 OK\r\n"));
        Assert.That(parts.Select(part => answer.IndexOf(part, StringComparison.Ordinal)), Is.Ordered.Ascending.And.All.Positive);
    }

    [Test]
    public async Task Field_can_choose_the_probe()
    {
        var answer = await RawClient.ExchangeAsync(_host, Get("/", "Probe-Case: stream\r\n"));

        Assert.That(answer, Does.EndWith("4\r\none\n\r\n4\r\ntwo\n\r\n6\r\nthree\n\r\n0\r\n\r\n"));
    }
}

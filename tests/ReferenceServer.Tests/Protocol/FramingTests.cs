using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Tests.Protocol;

[TestFixture]
internal sealed class FramingTests
{
    private static string Framing(string version, string lines)
    {
        var reader = Reading.Head(FaultSet.None, $"POST / HTTP/{version}\r\nHost: a\r\n{lines}\r\n\r\n");
        return reader.Head is { Framing: var framing } ? framing.IsChunked ? "chunked" : framing.Length.ToString() : Reading.Outcome(reader);
    }

    [TestCase("X-A: 1", "0")]
    [TestCase("Content-Length: 0", "0")]
    [TestCase("Content-Length: 10", "10")]
    [TestCase("Content-Length: \t10 ", "10")]
    [TestCase("Content-Length: 0010", "10")]
    [TestCase("Content-Length: 8388608", "8388608")]
    [TestCase("Content-Length: 8388609", "413 content-too-large")]
    [TestCase("Content-Length: 18446744073709551621", "413 content-too-large")]
    [TestCase("Content-Length: ", "400 malformed-content-length")]
    [TestCase("Content-Length: +5", "400 malformed-content-length")]
    [TestCase("Content-Length: -5", "400 malformed-content-length")]
    [TestCase("Content-Length: 0x5", "400 malformed-content-length")]
    [TestCase("Content-Length: 5 5", "400 malformed-content-length")]
    [TestCase("Content-Length: 5.0", "400 malformed-content-length")]
    [TestCase("Content-Length: \xB2", "400 malformed-content-length")]
    [TestCase("Content-Length: 5,", "400 malformed-content-length")]
    [TestCase("Content-Length: 5, 5", "400 content-length-repeated")]
    [TestCase("Content-Length: 5\r\nContent-Length: 6", "400 content-length-repeated")]
    [TestCase("Transfer-Encoding: chunked", "chunked")]
    [TestCase("Transfer-Encoding: CHUNKED", "chunked")]
    [TestCase("Transfer-Encoding: , chunked,", "chunked")]
    [TestCase("Transfer-Encoding:\r\nTransfer-Encoding: chunked", "chunked")]
    [TestCase("Transfer-Encoding: ", "400 malformed-transfer-encoding")]
    [TestCase("Transfer-Encoding: ,", "400 malformed-transfer-encoding")]
    [TestCase("Transfer-Encoding: identity", "400 malformed-transfer-encoding")]
    [TestCase("Transfer-Encoding: xchunked", "400 malformed-transfer-encoding")]
    [TestCase("Transfer-Encoding: \"chunked\"", "400 malformed-transfer-encoding")]
    [TestCase("Transfer-Encoding: chunked;a=b", "400 malformed-transfer-encoding")]
    [TestCase("Transfer-Encoding: chunked, chunked", "400 malformed-transfer-encoding")]
    [TestCase("Transfer-Encoding: chunked, gzip", "400 chunked-is-not-final")]
    [TestCase("Transfer-Encoding: gzip, chunked", "501 transfer-coding-not-implemented")]
    [TestCase("Transfer-Encoding: foo;a=b, chunked", "501 transfer-coding-not-implemented")]
    [TestCase("Transfer-Encoding: f(o, chunked", "400 malformed-transfer-encoding")]
    [TestCase("Content-Length: 5\r\nTransfer-Encoding: chunked", "400 content-length-with-transfer-encoding")]
    [TestCase("Content-Length: 5\r\nTransfer-Encoding: ", "400 content-length-with-transfer-encoding")]
    public void Decision_for_HTTP_1_1(string lines, string expected) => Assert.That(Framing("1.1", lines), Is.EqualTo(expected));

    [TestCase("Content-Length: 5", "5")]
    [TestCase("Transfer-Encoding: chunked", "400 transfer-encoding-in-http-1.0")]
    [TestCase("Content-Length: 5\r\nTransfer-Encoding: chunked", "400 content-length-with-transfer-encoding")]
    public void Decision_for_HTTP_1_0(string lines, string expected) => Assert.That(Framing("1.0", lines), Is.EqualTo(expected));
}

using Conform.Http;

namespace Conform.Harness.Tests.Http;

public sealed class ChunkedTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    [TestCase("0\r\n\r\n", "")]
    [TestCase("5\r\nhello\r\n0\r\n\r\n", "hello")]
    [TestCase("0005\r\nhello\r\n1\r\n!\r\n000\r\n\r\n", "hello!")]
    [TestCase("a\r\n0123456789\r\nA\r\n\r\n\r\n\r\n\r\n\r\n\r\n0\r\n\r\n", "0123456789\r\n\r\n\r\n\r\n\r\n")]
    [TestCase("5;a\r\nhello\r\n0;b=c;d=\"e;\\\" \t\"\r\n\r\n", "hello")]
    [TestCase("00000000000000000000000000000001\r\nx\r\n0\r\n\r\n", "x")]
    public void WellFormed(string body, string content)
    {
        var response = Fed.One(Head + body, clean: null);
        Assert.That((response.IsComplete, response.Content.Text(), response.ContentLength), Is.EqualTo((true, content, (long)content.Length)));
        Assert.That(response.Faults, Is.Empty);
        Assert.That(response.Body, Is.EqualTo(new OctetRange(Head.Length, body.Length)));
    }

    [TestCase("5 \r\nhello\r\n0\r\n\r\n", "chunked")]
    [TestCase("5\r\nhello\r\n0\t\r\n\r\n", "chunked")]
    [TestCase("5;\r\nhello\r\n0\r\n\r\n", "chunk-extension")]
    [TestCase("5 ;a\r\nhello\r\n0\r\n\r\n", "chunk-extension")]
    [TestCase("5;a \r\nhello\r\n0\r\n\r\n", "chunk-extension")]
    [TestCase("5;a =b\r\nhello\r\n0\r\n\r\n", "chunk-extension")]
    [TestCase("5;a=\r\nhello\r\n0\r\n\r\n", "chunk-extension")]
    [TestCase("5;a=\"b\r\nhello\r\n0\r\n\r\n", "chunk-extension")]
    [TestCase("5;a=b c\r\nhello\r\n0\r\n\r\n", "chunk-extension")]
    [TestCase("5;\0\r\nhello\r\n0\r\n\r\n", "chunk-extension")]
    [TestCase("5\r\nhello\r\n0\r\nA: b\n\r\n", "line-end")]
    [TestCase("5\r\nhello\r\n0\r\nA b\r\n\r\n", "field-line")]
    [TestCase("5\r\nhello\r\n0\r\nContent-Length : 1\r\n\r\n", "whitespace-before-colon")]
    public void FaultyYetReadable(string body, string rule)
    {
        var response = Fed.One(Head + body, clean: null);
        Assert.That((response.IsComplete, response.Content.Text()), Is.EqualTo((true, "hello")));
        Assert.That(response.Rules(), Is.EqualTo([rule]));
    }

    [TestCase("5\nhello\r\n0\r\n\r\n")]
    [TestCase("5\r\nhello\n0\r\n\r\n")]
    [TestCase("5\r\nhello!\r\n0\r\n\r\n")]
    [TestCase("5\r\nhello\r\n\r\n")]
    [TestCase("5\rx\r\nhello\r\n0\r\n\r\n")]
    [TestCase("5;a\r\r\nhello\r\n0\r\n\r\n")]
    [TestCase("0x5\r\nhello\r\n0\r\n\r\n")]
    [TestCase("+5\r\nhello\r\n0\r\n\r\n")]
    [TestCase(" 5\r\nhello\r\n0\r\n\r\n")]
    [TestCase("5g\r\nhello\r\n0\r\n\r\n")]
    [TestCase(";a\r\nhello\r\n0\r\n\r\n")]
    [TestCase("8000000000000000\r\nhello")]
    [TestCase("10000000000000005\r\nhello\r\n0\r\n\r\n")]
    [TestCase("hello")]
    public void NotToBeTrusted(string body)
    {
        var response = Fed.One(Head + body.PadRight(20, '\n'), clean: null);
        Assert.That(response.State, Is.EqualTo(ResponseState.Malformed));
        Assert.That(response.Rules(), Is.EqualTo(["chunked"]));
    }

    [Test]
    public void TheLargestSizeIsNoOverflow() =>
        Assert.That(Fed.One(Head + "7fffffffffffffff\r\nhello", clean: null).State, Is.EqualTo(ResponseState.InContent));

    [Test]
    public void AChunkLineIsBounded() =>
        Assert.That(Fed.One(Head + "5;" + new string('a', 20_000), clean: null).Rules(), Is.EqualTo(["head-size"]));

    [Test]
    public void TrailersAreBounded() =>
        Assert.That(Fed.One(Head + "0\r\nA: " + new string('a', HeadReader.Limit), clean: null).Rules(), Is.EqualTo(["head-size"]));

    [Test]
    public void TrailersStandApart()
    {
        var response = Fed.One(Head + "0\r\nA: b\r\n c\r\nD:\r\n\r\n", clean: null);
        Assert.That(response.Trailers.Select(t => (t.Name, t.Value)), Is.EqualTo(new[] { ("A", "b c"), ("D", "") }));
        Assert.That(response.Fields, Has.Count.EqualTo(1));
        Assert.That(response.Rules(), Is.EqualTo(["obs-fold"]));
    }
}

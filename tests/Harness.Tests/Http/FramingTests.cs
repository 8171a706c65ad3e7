using Conform.Http;

namespace Conform.Harness.Tests.Http;

public sealed class FramingTests
{
    [TestCase("HEAD", 200, "Content-Length: 5", ContentFraming.None)]
    [TestCase("HEAD", 200, "Content-Length: x", ContentFraming.None)]
    [TestCase("HEAD", 200, "Transfer-Encoding: chunked", ContentFraming.None)]
    [TestCase("GET", 204, "Content-Length: 5", ContentFraming.None)]
    [TestCase("GET", 304, "Content-Length: 5", ContentFraming.None)]
    [TestCase("GET", 101, "Content-Length: 5", ContentFraming.Tunnel)]
    [TestCase("CONNECT", 200, "Content-Length: 5", ContentFraming.Tunnel)]
    [TestCase("CONNECT", 299, "Transfer-Encoding: chunked", ContentFraming.Tunnel)]
    [TestCase("CONNECT", 400, "Content-Length: 5", ContentFraming.ContentLength)]
    [TestCase("head", 200, "Content-Length: 5", ContentFraming.ContentLength)]
    [TestCase("GET", 205, "Content-Length: 5", ContentFraming.ContentLength)]
    [TestCase("GET", 200, "Content-Length: 5", ContentFraming.ContentLength)]
    [TestCase("GET", 200, "CONTENT-LENGTH: 005", ContentFraming.ContentLength)]
    [TestCase("GET", 200, "Transfer-Encoding: chunked", ContentFraming.Chunked)]
    [TestCase("GET", 200, "Transfer-Encoding: gzip, Chunked", ContentFraming.Chunked)]
    [TestCase("GET", 200, "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked", ContentFraming.Chunked)]
    [TestCase("GET", 200, "Transfer-Encoding: a;b=\"c, d\" ; e=f, chunked", ContentFraming.Chunked)]
    [TestCase("GET", 200, "Transfer-Encoding: chunked, gzip", ContentFraming.UntilClose)]
    [TestCase("GET", 200, "Transfer-Encoding: xchunked", ContentFraming.UntilClose)]
    [TestCase("GET", 200, "X: y", ContentFraming.UntilClose)]
    public void HowTheEndIsFound(string method, int status, string fields, ContentFraming framing) =>
        Assert.That(Fed.Read($"HTTP/1.1 {status} X\r\n{fields}\r\n\r\n", method, clean: null).Final[0].Framing, Is.EqualTo(framing));

    [TestCase("Content-Length: 5\r\nTransfer-Encoding: chunked", "content-length-with-transfer-encoding", ContentFraming.Chunked)]
    [TestCase("Content-Length: 5\r\nTransfer-Encoding: gzip", "content-length-with-transfer-encoding", ContentFraming.UntilClose)]
    [TestCase("Content-Length: 5\r\nContent-Length: 5", "content-length", ContentFraming.ContentLength)]
    [TestCase("Content-Length: 5, 5", "content-length", ContentFraming.ContentLength)]
    [TestCase("Transfer-Encoding: chunked, chunked", "transfer-encoding", ContentFraming.Chunked)]
    [TestCase("Transfer-Encoding: chunked;a=b", "transfer-encoding", ContentFraming.UntilClose)]
    [TestCase("Transfer-Encoding: , chunked", "transfer-encoding", ContentFraming.Chunked)]
    [TestCase("Transfer-Encoding:", "transfer-encoding", ContentFraming.UntilClose)]
    [TestCase("Transfer-Encoding: \"chunked\"", "transfer-encoding", ContentFraming.UntilClose)]
    [TestCase("Transfer-Encoding: chunked\0", "field-value transfer-encoding", ContentFraming.UntilClose)]
    public void FaultyYetReadable(string fields, string rules, ContentFraming framing)
    {
        var response = Fed.Read($"HTTP/1.1 200 OK\r\n{fields}\r\n\r\n", clean: null).Final[0];
        Assert.That((string.Join(' ', response.Rules()), response.Framing, response.State), Is.EqualTo((rules, framing, ResponseState.InContent)));
    }

    [TestCase("Content-Length: 5\r\nContent-Length: 6")]
    [TestCase("Content-Length: 5, 6")]
    [TestCase("Content-Length:")]
    [TestCase("Content-Length: 5,")]
    [TestCase("Content-Length: +5")]
    [TestCase("Content-Length: -5")]
    [TestCase("Content-Length: 0x5")]
    [TestCase("Content-Length: 5 5")]
    [TestCase("Content-Length: 5\r\n 5")]
    [TestCase("Content-Length: 9223372036854775808")]
    [TestCase("Content-Length: \u0665")]
    public void ALengthThatCannotBeTrusted(string fields)
    {
        var reader = Fed.Read($"HTTP/1.1 200 OK\r\n{fields}\r\n\r\nhello");
        Assert.That(reader.Broken);
        Assert.That(reader.Final.Single().State, Is.EqualTo(ResponseState.Malformed));
        Assert.That(reader.Final[0].Rules(), Does.Contain("content-length"));
        Assert.That((reader.Final[0].Status, reader.Final[0].Body.Length), Is.EqualTo((200, 5L)));
    }

    [Test]
    public void TransferEncodingInAnHttp10ResponseIsAFault() =>
        Assert.That(Fed.One("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n").Rules(), Is.EqualTo(["transfer-encoding-version"]));

    [Test]
    public void ContentLengthEndsTheContent()
    {
        var response = Fed.One("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", clean: null);
        Assert.That(response.IsComplete);
        Assert.That(response.Content.Text(), Is.EqualTo("hello"));
        Assert.That(response.ContentDigest, Is.EqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
        Assert.That((response.Head, response.Body), Is.EqualTo((new OctetRange(0, 38), new OctetRange(38, 5))));
    }

    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell", true, ResponseState.Incomplete)]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r", true, ResponseState.Incomplete)]
    [TestCase("HTTP/1.1 200 OK\r\nX: y\r\n", true, ResponseState.Incomplete)]
    [TestCase("HTTP/1.1 200 OK\r\n\r\nhell", true, ResponseState.Complete)]
    [TestCase("HTTP/1.1 200 OK\r\n\r\nhell", false, ResponseState.Incomplete)]
    [TestCase("HTTP/1.1 200 OK\r\n\r\n", true, ResponseState.Complete)]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", false, ResponseState.Complete)]
    public void WhatTheEndOfTheConnectionMakesOfIt(string text, bool clean, ResponseState state)
    {
        var reader = Fed.Read(text, clean: clean);
        Assert.That(reader.Final.Single().State, Is.EqualTo(state));
        Assert.That(reader.CompleteFinal, Is.EqualTo(state == ResponseState.Complete ? 1 : 0));
    }
}

using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Hosting;
using static Conform.ReferenceServer.Tests.Defects.Requests;

namespace Conform.ReferenceServer.Tests.Live;

/// <summary>The resources of the reference that have a life of their own: protected, moved, stored, negotiated, coded.</summary>
[TestFixture]
internal sealed class ResourceTests
{
    private const string Key = "cHJvYmU6cGFzczp3b3Jk";
    private ReferenceServerHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await ReferenceServerHost.StartAsync(new(), TimeProvider.System);

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public void The_key_is_that_of_the_account() =>
        Assert.That(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(ReferenceServerHost.Credentials)), Is.EqualTo(Key));

    [TestCase("Basic " + Key, 200)]
    [TestCase("bAsIC   " + Key, 200)]
    [TestCase("Basic " + Key + " ", 200)]
    [TestCase("Basic " + Key + "=", 401)]
    [TestCase("Basic c HJvYmU6cGFzczp3b3Jk", 401)]
    [TestCase("Basic", 401)]
    [TestCase("", 401)]
    [TestCase("Basic !", 401)]
    [TestCase("Basic cHJvYmU6cGFzcw==", 401)]
    [TestCase(Key, 401)]
    [TestCase("Basic " + Key + "\r\nAuthorization: Basic " + Key, 401)]
    public async Task Authorization(string value, int status)
    {
        var answer = await RawClient.ExchangeAsync(_host, Get("/probe/protected", $"Authorization: {value}\r\n"));

        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status} "));
        Assert.That(answer.Contains("WWW-Authenticate: Basic realm=\"probe\"", StringComparison.Ordinal), Is.EqualTo(status == 401));
    }

    [TestCase(null, 200, null)]
    [TestCase("", 200, null)]
    [TestCase("gzip", 200, "gzip")]
    [TestCase("x-GZIP", 200, "gzip")]
    [TestCase("deflate", 200, "deflate")]
    [TestCase("*", 200, "gzip")]
    [TestCase("gzip;q=0, *", 200, "deflate")]
    [TestCase("gzip;q=0.5, deflate", 200, "deflate")]
    [TestCase("gzip;q=0.5, identity", 200, null)]
    [TestCase("gzip;q=0.000", 200, null)]
    [TestCase(",, gzip ; q=0.3 ,", 200, "gzip")]
    [TestCase("gzip;q=7", 200, null)]
    [TestCase("br", 200, null)]
    [TestCase("br, identity;q=0", 406, null)]
    [TestCase("*;q=0", 406, null)]
    [TestCase("*;q=0, gzip", 200, "gzip")]
    public async Task Accept_encoding(string? value, int status, string? coding)
    {
        var answer = await RawClient.ExchangeAsync(_host, Get("/probe/negotiated", value is null ? "" : $"Accept-Encoding: {value}\r\n"));

        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status} ").And.Contain("\r\nVary: Accept-Encoding\r\n"));
        Assert.That(answer.Contains("\r\nContent-Encoding: ", StringComparison.Ordinal), Is.EqualTo(coding is not null));
        Assert.That(answer, coding is null ? Does.Not.Contain("text-") : Does.Contain($"\r\nContent-Encoding: {coding}\r\n").And.Contain($"\"text-{coding}\""));
    }

    [TestCase("", "Content-Type: text/plain", "200", "hello")]
    [TestCase("identity", "Content-Type: text/plain", "200", "hello")]
    [TestCase("gzip", "Content-Type: text/plain", "400", "not in the coding")]
    [TestCase("br", "Content-Type: text/plain", "415", "Accept-Encoding: gzip, deflate")]
    [TestCase("br", "Content-Type: image/png", "415", "Accept: text/*")]
    public async Task Content_encoding(string coding, string type, string status, string part)
    {
        var named = coding.Length == 0 ? "" : $"Content-Encoding: {coding}\r\n";
        var answer = await RawClient.ExchangeAsync(
            _host, $"POST /probe/decoding HTTP/1.1\r\n{Host}{type}\r\n{named}Content-Length: 5\r\n\r\nhello");

        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status} ").And.Contain(part));
    }

    [Test]
    public async Task What_is_put_is_there_until_it_is_deleted()
    {
        var put = await RawClient.ExchangeAsync(_host, Put("a", "one", "Content-Type: text/x-a\r\nX-A: 1\r\n"));
        var got = await RawClient.ExchangeAsync(_host, Get("/probe/store/a"));
        var replaced = await RawClient.ExchangeAsync(_host, Put("a", "two"));
        var again = await RawClient.ExchangeAsync(_host, Get("/probe/store/a"));
        var part = await RawClient.ExchangeAsync(_host, Put("a", "t", "Content-Range: bytes 0-0/3\r\n"));
        var removed = await RawClient.ExchangeAsync(_host, Line("DELETE /probe/store/a HTTP/1.1"));
        var gone = await RawClient.ExchangeAsync(_host, Get("/probe/store/a"));

        Assert.Multiple(() =>
        {
            Assert.That(put, Does.StartWith("HTTP/1.1 201 "));
            Assert.That(got, Does.EndWith("\r\n\r\none").And.Contain("Content-Type: text/x-a\r\n").And.Contain(TagOf(put)).And.Not.Contain("X-A"));
            Assert.That(replaced, Does.StartWith("HTTP/1.1 204 "));
            Assert.That(again, Does.EndWith("\r\n\r\ntwo").And.Contain(TagOf(replaced)));
            Assert.That(TagOf(put), Is.Not.EqualTo(TagOf(replaced)));
            Assert.That(part, Does.StartWith("HTTP/1.1 400 "));
            Assert.That(removed, Does.StartWith("HTTP/1.1 204 "));
            Assert.That(gone, Does.StartWith("HTTP/1.1 404 "));
        });
    }

    [Test]
    public async Task What_is_posted_to_the_collection_is_where_it_says()
    {
        var made = await RawClient.ExchangeAsync(_host, $"POST /probe/collection HTTP/1.1\r\n{Host}Content-Length: 5\r\n\r\nhello");
        var at = made.Split("\r\n").First(line => line.StartsWith("Location: ", StringComparison.Ordinal))["Location: ".Length..];

        Assert.That(made, Does.StartWith("HTTP/1.1 201 "));
        Assert.That(await RawClient.ExchangeAsync(_host, Get(at)), Does.EndWith("\r\n\r\nhello"));
    }

    [Test]
    public async Task A_store_of_one_connection_is_a_defect()
    {
        await using var wrong = await ReferenceServerHost.StartAsync(
            new() { Defects = [DefectCatalogue.Parse("put-seen-by-one-connection")] }, TimeProvider.System);

        Assert.That(await RawClient.ExchangeAsync(wrong, Put("b", "one") + Get("/probe/store/b")), Does.EndWith("\r\n\r\none"));
        Assert.That(await RawClient.ExchangeAsync(wrong, Get("/probe/store/b")), Does.StartWith("HTTP/1.1 404 "));
    }

    private static string Put(string name, string content, string fields = "") =>
        $"PUT /probe/store/{name} HTTP/1.1\r\n{Host}{fields}Content-Length: {content.Length}\r\n\r\n{content}";

    private static string TagOf(string answer) =>
        answer.Split("\r\n").First(line => line.StartsWith("ETag: ", StringComparison.Ordinal));
}

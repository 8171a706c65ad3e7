using Conform.Wire;

namespace Conform.Harness.Tests.Wire;

public sealed class TargetUriTests
{
    [TestCase("http://localhost", "localhost:80", "/", "localhost")]
    [TestCase("http://localhost:80/", "localhost:80", "/", "localhost")]
    [TestCase("http://localhost:8080", "localhost:8080", "/", "localhost:8080")]
    [TestCase("HTTP://127.0.0.1:8080/base/x", "127.0.0.1:8080", "/base/x", "127.0.0.1:8080")]
    [TestCase("http://a_b-c.example/base/", "a_b-c.example:80", "/base/", "a_b-c.example")]
    [TestCase("http://[::1]", "[::1]:80", "/", "[::1]")]
    [TestCase("http://[::1]:8080/a:b/c", "[::1]:8080", "/a:b/c", "[::1]:8080")]
    [TestCase("https://example.org", "example.org:443", "/", "example.org")]
    [TestCase("https://example.org:80/x", "example.org:80", "/x", "example.org:80")]
    [TestCase("unix:/run/a.sock", "unix:/run/a.sock", "/", "localhost")]
    [TestCase("unix:///run/a.sock", "unix:/run/a.sock", "/", "localhost")]
    [TestCase("unix:/run/a.sock:/base/x", "unix:/run/a.sock", "/base/x", "localhost")]
    public void A_target_is_read(string text, string endpoint, string path, string host)
    {
        var target = TargetUri.Parse(text);
        Assert.Multiple(() =>
        {
            Assert.That(target.Endpoint.ToString(), Is.EqualTo(endpoint));
            Assert.That(target.BasePath, Is.EqualTo(path));
            Assert.That(target.HostHeader, Is.EqualTo(host));
            Assert.That(target.Endpoint.Tls is not null, Is.EqualTo(text.StartsWith("https", StringComparison.Ordinal)));
            Assert.That(target.ToString(), Is.EqualTo(text));
        });
    }

    [TestCase("", "write http://host:port/path")]
    [TestCase("localhost:8080", "write http://localhost:8080")]
    [TestCase("ftp://localhost", "write http://host:port/path")]
    [TestCase("http://", "the host must be")]
    [TestCase("http://:80", "the host must be")]
    [TestCase("http://a b/", "the host must be")]
    [TestCase("http://[::1", "the host must be")]
    [TestCase("http://[127.0.0.1]", "the host must be")]
    [TestCase("http://[::1]x", "the host must be")]
    [TestCase("http://localhost:0", "from 1 to 65535")]
    [TestCase("http://localhost:65536", "from 1 to 65535")]
    [TestCase("http://localhost:", "from 1 to 65535")]
    [TestCase("http://localhost:+80", "from 1 to 65535")]
    [TestCase("http://::1", "write http://[::1]")]
    [TestCase("http://me:pw@localhost", "leave out everything up to the @")]
    [TestCase("http://localhost/?a=b", "no query")]
    [TestCase("http://localhost#x", "no query")]
    [TestCase("http://localhost/a b", "percent-encode")]
    [TestCase("http://localhost/\u00e4", "percent-encode")]
    [TestCase("unix:a.sock", "must be absolute")]
    [TestCase("unix:/", "has no name")]
    public void What_is_no_target_says_what_to_write_instead(string text, string advice)
    {
        Assert.That(TargetUri.TryParse(text, out _, out var problem), Is.False);
        Assert.That(problem, Does.StartWith($"'{text}' is no target: ").And.Contain(advice));
        Assert.That(() => TargetUri.Parse(text), Throws.TypeOf<FormatException>().With.Message.EqualTo(problem));
    }
}

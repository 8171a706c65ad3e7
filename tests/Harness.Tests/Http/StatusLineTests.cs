using Conform.Http;

namespace Conform.Harness.Tests.Http;

public sealed class StatusLineTests
{
    [TestCase("HTTP/1.1 200 OK", "HTTP/1.1", 200, "OK")]
    [TestCase("HTTP/1.0 404 Not  Found ", "HTTP/1.0", 404, "Not  Found ")]
    [TestCase("HTTP/1.1 599 ", "HTTP/1.1", 599, "")]
    [TestCase("HTTP/1.9 200 caf\u00e9\t!", "HTTP/1.9", 200, "caf\u00e9\t!")]
    public void WellFormed(string line, string version, int status, string reason)
    {
        var response = Fed.One(line + "\r\nContent-Length: 0\r\n\r\n");
        Assert.That((response.Version, response.Status, response.Reason), Is.EqualTo((version, status, reason)));
        Assert.That(response.IsComplete && response.Faults.Count == 0);
    }

    [TestCase("HTTP/1.1 200", "status-line-space", 12)]
    [TestCase("HTTP/1.1 200 O\0K", "reason-phrase", 14)]
    [TestCase("HTTP/1.1 200 O\x7fK", "reason-phrase", 14)]
    [TestCase("HTTP/1.1 200 O\rK", "bare-cr", 14)]
    public void FaultyYetReadable(string line, string rule, int at)
    {
        var response = Fed.One(line + "\r\nContent-Length: 0\r\n\r\n");
        Assert.That(response.Rules(), Is.EqualTo([rule]));
        Assert.That(response.Faults[0].At, Is.EqualTo(at));
        Assert.That((response.Status, response.IsComplete), Is.EqualTo((200, true)));
    }

    [TestCase("banana 400", "status-line")]
    [TestCase("http/1.1 200 OK", "status-line")]
    [TestCase("HTTP/2.0 200 OK", "status-line")]
    [TestCase("HTTP/0.9 200 OK", "status-line")]
    [TestCase("HTTP/1.10 200 OK", "status-line")]
    [TestCase("HTTP/1,1 200 OK", "status-line")]
    [TestCase("HTTP/1.1  200 OK", "status-line")]
    [TestCase("HTTP/1.1\t200 OK", "status-line")]
    [TestCase("HTTP/1.1 2000 OK", "status-line")]
    [TestCase("HTTP/1.1 20 OK", "status-line")]
    [TestCase("HTTP/1.1 200OK", "status-line")]
    [TestCase("HTTP/1.1 200\tOK", "status-line")]
    [TestCase("HTTP/1.1 200\rOK", "status-line")]
    [TestCase(" HTTP/1.1 200 OK", "status-line")]
    [TestCase("\r\nHTTP/1.1 200 OK", "status-line")]
    [TestCase("HTTP/1.1 099 OK", "status-code")]
    [TestCase("HTTP/1.1 000 OK", "status-code")]
    [TestCase("HTTP/1.1 600 OK", "status-code")]
    public void NoStatusLine(string line, string rule)
    {
        var reader = Fed.Read(line + "\r\nContent-Length: 0\r\n\r\n");
        Assert.That(reader.Broken);
        Assert.That((reader.CompleteFinal, reader.HeadsSeen), Is.EqualTo((0, 0)));
        Assert.That(reader.Final.Single().State, Is.EqualTo(ResponseState.Malformed));
        Assert.That((reader.Final[0].Status, reader.Final[0].Version), Is.EqualTo((0, "")));
        Assert.That(reader.Final[0].Rules(), Does.Contain(rule));
        Assert.That(reader.Final[0].Head, Is.EqualTo(new OctetRange(0, line.Length + 23)));
    }

    [Test]
    public void GarbageIsKnownWithoutWaitingForALineEnd() => Assert.That(Fed.Read("b", clean: null).Broken);

    [Test]
    public void TheBeginOfAStatusLineIsNoGarbage()
    {
        var reader = Fed.Read("HTTP/1.1 2", clean: null);
        Assert.That(reader.Broken, Is.False);
        Assert.That(reader.Final.Single().State, Is.EqualTo(ResponseState.InHead));
        reader.End(clean: true);
        Assert.That(reader.Final.Single().State, Is.EqualTo(ResponseState.Incomplete));
        Assert.That(reader.Final[0].HeadEnded, Is.False);
    }
}

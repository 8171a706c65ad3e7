using System.Text;
using Conform.Observations;

namespace Conform.Harness.Tests.Observations;

/// <summary>Request-lines are found again in what was sent, broken requests included.</summary>
public sealed class SentRequestsTests
{
    [TestCase("GET / HTTP/1.1\r\nHost: h\r\n\r\n", "GET HTTP/1.1")]
    [TestCase("HEAD / HTTP/1.0\r\n\r\n", "HEAD HTTP/1.0")]
    [TestCase("GET / HTTP/1.1\r\n\r\nHEAD / HTTP/1.1\r\n\r\n", "GET HTTP/1.1, HEAD HTTP/1.1")]
    [TestCase("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhelloHEAD / HTTP/1.1\r\n\r\n", "POST HTTP/1.1, HEAD HTTP/1.1", TestName = "content is glued to a method")]
    [TestCase("POST / HTTP/1.1\r\n\r\nxCONNECT h:1 HTTP/1.1\r\n\r\n", "POST HTTP/1.1, CONNECT HTTP/1.1")]
    [TestCase("\r\n\r\nGET / HTTP/1.1\r\n\r\n", "GET HTTP/1.1", TestName = "empty lines before")]
    [TestCase("GET /a b HTTP/1.1\r\n\r\n", "GET HTTP/1.1", TestName = "a blank in the target")]
    [TestCase("GET / HTTP/1.1 \r\n\r\n", "GET HTTP/1.1", TestName = "a blank behind the version")]
    [TestCase("GET / HTTP/1.12\r\n\r\n", "GET HTTP/1.1", TestName = "a longer version")]
    [TestCase("GET / HTTP/1.x\r\n\r\n", "GET HTTP/1.x", TestName = "a version that is none")]
    [TestCase("GET / HTTP/1.1x\r\n\r\n", "")]
    [TestCase("GET / HTTP/1.1", "GET HTTP/1.1", TestName = "cut off behind the version")]
    [TestCase("GET / HTTP/1.", "GET HTTP/1.", TestName = "cut off in the version")]
    [TestCase("GET /\r\n", "")]
    [TestCase("GET / HTTP/2.0\r\n\r\n", "")]
    [TestCase("GET / HTTP/1.1\r\nReferer: see HEAD / HTTP/1.1\r\n\r\n", "GET HTTP/1.1", TestName = "a field that looks like one")]
    [TestCase(" HTTP/1.1\r\n\r\n", "")]
    [TestCase("HEAD /aaaa", "HEAD ", TestName = "cut off in the target of HEAD")]
    [TestCase("GET / HTTP/1.1\r\n\r\nHEAD /aaaa", "GET HTTP/1.1, HEAD ", TestName = "cut off in the target of a later HEAD")]
    [TestCase("GET / HTTP/1.1\r\nHEAD /aaaa", "GET HTTP/1.1", TestName = "cut off in a field line that looks like HEAD")]
    [TestCase("HEAD", "")]
    [TestCase("", "")]
    public void Request_lines_are_found(string sent, string found) =>
        Assert.That(string.Join(", ", SentRequests.Find(Encoding.Latin1.GetBytes(sent)).Select(r => $"{r.Method} {r.Version}")), Is.EqualTo(found));

    [TestCase("GET / HTTP/1.1\r\nHost: h\r\n\r\n", 1, false)]
    [TestCase("GET / HTTP/1.1\nHost: h\n\n", 1, false, TestName = "line ends of LF alone, nothing behind")]
    [TestCase("GET / HTTP/1.1\r\nHost: h\r\n", 1, false, TestName = "a head that has not ended")]
    [TestCase("POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\nx", 1, true)]
    [TestCase("POST / HTTP/1.1\nContent-Length: 1\n\nx", 1, true, TestName = "line ends of LF alone, content behind")]
    [TestCase("GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n", 1, true, TestName = "a further request")]
    [TestCase("GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n", 2, false, TestName = "the last of two requests")]
    [TestCase("GET / HTTP/1.1\r\n\r\n", 2, false, TestName = "an answer to nothing")]
    [TestCase("GET / HTTP/1.1\r\n\r\n", 0, false, TestName = "no answer")]
    public void What_stands_behind_a_head_is_found(string sent, int count, bool isMore)
    {
        var octets = Encoding.Latin1.GetBytes(sent);
        Assert.That(SentRequests.IsMoreThanHeads(octets, SentRequests.Find(octets), count), Is.EqualTo(isMore));
    }
}

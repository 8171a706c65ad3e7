using System.Text;
using Conform.Harness.Tests.Reporting;
using Conform.Observations;
using Conform.Snapshots;

namespace Conform.Harness.Tests.Snapshots;

[TestFixture]
public sealed class NormalisedTests
{
    [Test]
    public void Conversations_of_every_kind() =>
        Verified.Check("normalised", string.Join("\n", Conversations.All.Select(c =>
            $"# {c.Name}\n{NormalisedObservation.Of(new Evidence { Drawn = Drawn.None, Subject = c.Transcript })}")));

    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private const string Refusal = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    private const string MildRefusal = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";

    [Test]
    public void A_refusal_is_told_alike_before_the_sentinel_and_behind_it()
    {
        var before = Text(Received(Ok), Received(Refusal), Sentinel, Ended);
        Assert.That(before, Does.Contain("400 Bad Request").And.Contain("fate answered-closed"));
        Assert.That(Text(Received(Ok), Sentinel, Received(Refusal), Ended), Is.EqualTo(before));
        Assert.That(Text(Received(Ok), Sentinel, Received(Refusal)), Is.EqualTo(before), "whether its end is still seen is chance");
        Assert.That(Text(Received(Ok), Received(Refusal), Ended), Is.EqualTo(before));
    }

    [Test]
    public void A_refusal_that_keeps_the_connection_is_told_so()
    {
        Assert.That(Text(Received(Ok), Sentinel, Received(MildRefusal)), Does.Contain("400 Bad Request").And.Contain("fate answered-kept"));
        Assert.That(Text(Received(Ok), Sentinel, Received(Ok)), Does.Contain("sentinel answered 200\nfate answered-kept"));
    }

    private static readonly (WireEventKind Kind, string Octets) Sentinel = (WireEventKind.Sentinel, string.Empty);
    private static readonly (WireEventKind Kind, string Octets) Ended = (WireEventKind.Fin, string.Empty);

    private static (WireEventKind Kind, string Octets) Received(string octets) => (WireEventKind.Received, octets);

    private static string Text(params (WireEventKind Kind, string Octets)[] then)
    {
        var request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
        (WireEventKind Kind, string Octets)[] all = [(WireEventKind.Connected, string.Empty), (WireEventKind.Sent, request + request), .. then];
        var events = all.Select((e, i) => new WireEvent(i, TimeSpan.FromMilliseconds(i), 1, e.Kind) { Octets = Encoding.Latin1.GetBytes(e.Octets) });
        return NormalisedObservation.Of(new Evidence { Drawn = Drawn.None, Subject = new Transcript([.. events]) });
    }
}

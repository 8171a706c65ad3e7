using System.Text;
using Conform.Observations;
using Conform.Running;

namespace Conform.Harness.Tests.Running;

/// <summary>A transcript is a script again.</summary>
public sealed class ReplayScriptTests
{
    [Test]
    public void The_same_octets_in_the_same_writes_with_the_same_waits()
    {
        var script = ReplayScript.Of(new Transcript(
        [
            E(0, 0, 1, WireEventKind.Connected), E(1, 0.1, 1, WireEventKind.Sent, "GET / HT"), E(2, 0.7, 1, WireEventKind.Sent, "TP/1.1\r\nHost: a\r\n\r\n"),
            E(3, 2, 1, WireEventKind.Received, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), E(4, 2, 1, WireEventKind.Step, count: 1, note: "expect"),
            E(5, 3, 1, WireEventKind.Sent, "GET /b HTTP/1.1\r\n"), E(6, 900, 1, WireEventKind.Sent, "Host: a\r\n\r\n"), E(7, 901, 1, WireEventKind.HalfClosed),
            E(8, 902, 1, WireEventKind.Received, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), E(9, 903, 1, WireEventKind.Sentinel), E(10, 903, 1, WireEventKind.Sent, "GET / HTTP/1.1\r\n\r\n"),
            E(11, 904, 1, WireEventKind.Step, count: 3, note: "expect"),
        ]))!;
        Assert.That(
            script.Steps.Select(Told),
            Is.EqualTo(new[]
            {
                "1 send GET / HT|TP/1.1\\r\\nHost: a\\r\\n\\r\\n", "1 expect 1", "1 send GET /b HTTP/1.1\\r\\n", "1 pause 897", "1 send Host: a\\r\\n\\r\\n", "1 EndOurSide", "1 expect 1 last",
            }));
        Assert.That(Encoding.Latin1.GetString(script.Sentinel!.Value.Span), Is.EqualTo("GET / HTTP/1.1\r\n\r\n"));
    }

    [Test]
    public void Nothing_sent_is_no_script() => Assert.That(ReplayScript.Of(new Transcript([E(0, 0, 1, WireEventKind.ConnectFailed)])), Is.Null);

    private static string Told(ScriptStep step) => $"{step.Lane} " + step switch
    {
        SendPieces send => $"send {string.Join('|', send.Pieces.Select(p => Octets.Visible(p.Span)))}",
        ExpectResponses expect => $"expect {expect.Wanted}{(expect.IsLast ? " last" : "")}",
        LetPass pass => $"pause {pass.Duration.TotalMilliseconds:0}",
        _ => step.GetType().Name,
    };

    private static WireEvent E(int n, double at, int channel, WireEventKind kind, string octets = "", long count = 0, string? note = null) =>
        new(n, TimeSpan.FromMilliseconds(at), channel, kind) { Octets = Encoding.Latin1.GetBytes(octets), Count = count, Note = note };
}

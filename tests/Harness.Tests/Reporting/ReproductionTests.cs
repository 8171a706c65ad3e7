using System.Diagnostics;
using Conform.Judging;
using Conform.Observations;
using Conform.Reporting;
using Conform.Reporting.Records;

namespace Conform.Harness.Tests.Reporting;

[TestFixture]
[Platform(Exclude = "Win")]
public sealed class ReproductionTests
{
    [TestCase(72)]
    [TestCase(2000)]
    public void The_shell_makes_the_same_octets_of_the_printed_command(int width)
    {
        foreach (var first in Enumerable.Range(0, 8).Select(i => i * 32))
        {
            var octets = Enumerable.Range(first, 32).Select(i => (byte)i).Concat("GET /%s%d HTTP/1.1\r\n'\"$HOME`\\x41\\\r\n"u8.ToArray()).ToArray();
            var wire = new Transcript([new WireEvent(0, TimeSpan.Zero, 1, WireEventKind.Sent) { Octets = octets }]);
            var command = string.Join('\n', Reproduction.Raw(Sample.Header, new Evidence { Drawn = Drawn.None, Subject = wire }, width));
            Assert.That(command, Does.EndWith("nc 127.0.0.1 $PORT"), "what the run started is gone");
            Assert.That(Shell(command[..command.LastIndexOf('|')]), Is.EqualTo(octets));
        }
    }

    [TestCase("http://[::1]:8080/", "nc ::1 8080")]
    [TestCase("https://localhost:8443/x", "openssl s_client -quiet -connect localhost:8443")]
    [TestCase("unix:/run/a b.sock", "nc -U '/run/a b.sock'")]
    public void The_peer_is_named_as_its_tool_wants_it(string url, string peer)
    {
        var header = Sample.Header with { Target = new RunTarget(url, url, "x") { Arguments = ["--target", url] } };
        Assert.That(Reproduction.Raw(header, Sample.Answered, 400).Single(), Does.EndWith($"| {peer}"));
    }

    [Test]
    public void The_embedded_server_is_served_with_its_fault()
    {
        var header = Sample.Header with { Target = new RunTarget("reference with x", "http://127.0.0.1:1/", "reference.test") { Arguments = ["--defect", "x", "--host", "y"] } };
        Assert.That(Reproduction.Raw(header, Sample.Answered, 400), Is.EqualTo(new[]
        {
            "conform serve --defect x --port 8080",
            @"printf '%b' 'POST / HTTP/1.1\r\nHost: 127.0.0.1:18080\r\nContent-Length: 5\r\nContent-Length: 10\r\n\r\nhello\0047\\\tworld\0351' | nc 127.0.0.1 8080",
        }));
    }

    [TestCase("a/b/c (octets)", "conform run a/b/c --target nginx --delivery octets --seed 1")]
    [TestCase("a/b/c[7] (cuts@3)", "conform run 'a/b/c[7]' --target nginx --delivery cuts@3 --seed 1")]
    [TestCase("the control of a/b/c[7]", "conform run 'a/b/c[7]' --target nginx --seed 1")]
    [TestCase("the plain requests before the first case", "conform run --target nginx --seed 1")]
    public void What_the_lint_saw_is_seen_again_where_it_was_seen(string seen, string command)
    {
        var finding = Sample.Result("lint/date", Outcome.Fail, "-") with { FirstSeen = seen };
        Assert.That(Reproduction.Command(Sample.Header, finding, 400), Is.EqualTo(new[] { command }));
    }

    [Test]
    public void Too_many_octets_for_a_command_line_have_none()
    {
        var wire = new Transcript([new WireEvent(0, TimeSpan.Zero, 1, WireEventKind.Sent) { Octets = new byte[4001] }]);
        Assert.That(Reproduction.Raw(Sample.Header, new Evidence { Drawn = Drawn.None, Subject = wire }, 72), Is.Empty);
    }

    [Test]
    public void What_needs_several_connections_at_once_is_left_to_the_tool()
    {
        var talk = Conversations.All.First(c => c.Name == "two connections in turn").Transcript;
        Assert.That(Reproduction.Raw(Sample.Header, new Evidence { Drawn = Drawn.None, Subject = talk }, 400), Is.EqualTo(new[] { "# several connections open together: only conform itself can show that" }));
    }

    private static byte[] Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var output = new MemoryStream();
        shell.StandardOutput.BaseStream.CopyTo(output);
        shell.WaitForExit();
        return output.ToArray();
    }
}

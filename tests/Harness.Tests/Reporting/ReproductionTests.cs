using System.Diagnostics;
using Conform.Observations;
using Conform.Reporting.Terminal;

namespace Conform.Harness.Tests.Reporting;

[TestFixture]
[Platform(Exclude = "Win")]
public sealed class ReproductionTests
{
    [TestCase(72)]
    [TestCase(2000)]
    public void The_shell_makes_the_same_octets_of_the_printed_command(int width)
    {
        foreach (var first in new[] { 0, 64, 128, 192 })
        {
            var octets = Enumerable.Range(first, 64).Select(i => (byte)i).Concat("GET /%s%d HTTP/1.1\r\n'\"$HOME`\\x41\\\r\n"u8.ToArray()).ToArray();
            var wire = new Transcript([new WireEvent(0, TimeSpan.Zero, 1, WireEventKind.Sent) { Octets = octets }]);
            var command = string.Join('\n', Reproduction.Raw(Sample.Header, new Evidence { Drawn = Drawn.None, Subject = wire }, width));
            Assert.That(command, Does.EndWith("nc 127.0.0.1 18080"));
            Assert.That(Shell(command[..command.LastIndexOf('|')]), Is.EqualTo(octets));
        }
    }

    [TestCase("http://[::1]:8080/", "nc ::1 8080")]
    [TestCase("https://localhost:8443/x", "openssl s_client -quiet -connect localhost:8443")]
    [TestCase("unix:/run/a b.sock", "nc -U '/run/a b.sock'")]
    public void The_peer_is_named_as_its_tool_wants_it(string url, string peer)
    {
        var header = Sample.Header with { Target = Sample.Header.Target with { Url = url } };
        Assert.That(Reproduction.Raw(header, Sample.Answered, 400).Single(), Does.EndWith($"| {peer}"));
    }

    [Test]
    public void Too_many_octets_for_a_command_line_have_none()
    {
        var wire = new Transcript([new WireEvent(0, TimeSpan.Zero, 1, WireEventKind.Sent) { Octets = new byte[4001] }]);
        Assert.That(Reproduction.Raw(Sample.Header, new Evidence { Drawn = Drawn.None, Subject = wire }, 72), Is.Empty);
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

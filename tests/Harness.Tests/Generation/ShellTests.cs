using System.Diagnostics;
using System.Text;
using Conform.Generation;
using Conform.Observations;

namespace Conform.Harness.Tests.Generation;

public sealed class ShellTests
{
    [TestCase("sh")]
    [TestCase("bash")]
    public void A_real_shell_prints_the_same_octets(string shell)
    {
        var all = Enumerable.Range(0, 256).Select(n => (byte)n).ToArray();
        byte[] octets = [(byte)'-', .. all, .. Encoding.ASCII.GetBytes("\0001 %s %% \\n '$HOME' \"`id`\" -e \x7f9\r\n"), .. all.Reverse()];
        var start = new ProcessStartInfo(shell) { UseShellExecute = false, RedirectStandardOutput = true, ArgumentList = { "-c", Shell.Printf(octets) } };
        using var process = Process.Start(start)!;
        var printed = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(printed);
        process.WaitForExit();
        Assert.That(printed.ToArray(), Is.EqualTo(octets));
    }

    [Test]
    public void The_line_for_people() =>
        Assert.That(Shell.PrintfTo("GET /a%20b\r\n"u8, "nc 127.0.0.1 80", 80), Is.EqualTo(new[] { @"printf '%b' 'GET /a%20b\r\n' | nc 127.0.0.1 80" }));

    [Test]
    public void Octets_are_visible_in_the_escapes_of_a_case()
    {
        byte[] octets = [.. "a\"\\\t\0${x}$y\r\n"u8, 0x7F, 0xE9];
        Assert.That(Octets.Visible(octets), Is.EqualTo("a\"\\\\\\t\\0\\x24{x}$y\\r\\n\\x7F\\xE9"));
        Assert.That(Octets.Quoted(octets), Is.EqualTo("\"a\\\"\\\\\\t\\0\\x24{x}$y\\r\\n\\x7F\\xE9\""));
    }
}

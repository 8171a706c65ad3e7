using System.Text;
using System.Text.Json;

namespace Conform.Suites.Tests;

/// <summary>The commands beside <c>run</c>.</summary>
public sealed class ProgramCommandTests : ProgramTestBase
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 256).Select(i => (byte)i), .. "\r\n\r\nend"u8];

    [Test, CancelAfter(60_000)]
    public async Task What_is_served_is_sent_to_and_saved_octet_by_octet(CancellationToken cancellation)
    {
        using var server = ProgramRun.Start(Folder, "serve");
        try
        {
            var url = await server.StandardOutput.ReadLineAsync(cancellation);
            Assert.That(url, Does.Match(@"^http://127\.0\.0\.1:\d+/$"));

            byte[] request = [.. Encoding.ASCII.GetBytes($"POST /probe/content HTTP/1.1\r\nHost: x\r\nContent-Length: {Content.Length}\r\n\r\n"), .. Content];
            await File.WriteAllBytesAsync(Path.Combine(Folder, "request"), request, cancellation);
            var sent = await RunAsync("send", url!, "request", "--content", "saved");
            Assert.That(sent.ExitCode, Is.Zero, sent.All);
            Assert.That(sent.Output, Does.StartWith("HTTP/1.1 200 OK\r\n").And.Contain($"-- content: {Content.Length} octets written to saved\n"));
            Assert.That(await File.ReadAllBytesAsync(Path.Combine(Folder, "saved"), cancellation), Is.EqualTo(Content));

            var piped = await ProgramRun.WithInputAsync(Folder, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"u8.ToArray(), "send", url!);
            Assert.That(piped.ExitCode, Is.Zero, piped.All);
            Assert.That(piped.Output, Does.Contain("Content-Type: text/html\r\n").And.Contain("\r\n\r\n<h1>Hello, web!</h1>").And.EndWith("-- the server closed the connection\n"));

            var silent = await ProgramRun.WithInputAsync(Folder, "GET / HT"u8.ToArray(), "send", url!, "-", "--timeout", "0.2");
            Assert.That((silent.ExitCode, silent.Output), Is.EqualTo((1, "-- no response; the server left the connection open, and nothing more came\n")), silent.All);

            ProgramRun.Terminate(server);
            using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            soon.CancelAfter(TimeSpan.FromSeconds(2));
            await server.WaitForExitAsync(soon.Token);
            Assert.That(server.ExitCode, Is.Zero);
        }
        finally
        {
            if (!server.HasExited) server.Kill();
        }
    }

    [Test]
    public async Task A_list_as_json_holds_every_case()
    {
        var run = await RunAsync("list", "--format", "json");
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(
            JsonDocument.Parse(run.OutputOctets).RootElement.EnumerateArray().Select(c => c.GetProperty("case").GetString()),
            Is.EqualTo(SuiteRun.Catalogue.Cases.Select(c => c.Id)));
    }

    [Test]
    public async Task The_suites_of_the_repository_have_nothing_wrong()
    {
        var run = await RunAsync("lint", Suites());
        Assert.That(run.ExitCode, Is.Zero, run.All);
        Assert.That(run.Output, Does.EndWith("nothing wrong\n"));
    }

    [Test]
    public async Task The_targets_are_listed_with_what_is_missing()
    {
        var run = await RunAsync("targets");
        Assert.That(run.ExitCode, Is.Zero, run.All);
        Assert.That(run.OutputLines.Select(l => l.Split(' ')[0]), Is.SupersetOf(new[] { "gunicorn", "kestrel", "nginx", "node", "wsgiref" }));
        Assert.That(run.OutputLines.Where(l => l.StartsWith(' ')).Select(l => l.Trim()), Is.All.Match("^(ready(: .*[0-9].*)?|missing .+)$"));
    }

    [TestCase("show", PlusSign)]
    [TestCase("words")]
    [TestCase("--help")]
    [TestCase("run", "--help")]
    [TestCase("--version")]
    public async Task What_only_tells_something_exits_0(params string[] command)
    {
        var run = await RunAsync(command);
        Assert.That((run.ExitCode, run.Errors), Is.EqualTo((0, string.Empty)));
        Assert.That(run.Output, Is.Not.Empty);
    }

    private static string Suites([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "suites"));
}

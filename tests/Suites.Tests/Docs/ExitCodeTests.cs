using Conform.ReferenceServer.Hosting;
using Conform.Suites.Tests.Servers;

namespace Conform.Suites.Tests.Docs;

/// <summary>The table of exit codes in the manual, row by row, with the built program.</summary>
public sealed class ExitCodeTests : ProgramTestBase
{
    private const string Placeholder = "http://127.0.0.1:8080/";
    private const string Ok = "HTTP/1.1 200 OK\r\nDate: Fri, 02 Jan 2026 03:04:05 GMT\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private const string Sound = "# Sound\n\n## one\n\nWhy.\n\n- requirement: rfc9112-6.3-cl-list-different\n\n```send\nGET ${path} HTTP/1.1\nHost: ${host}\n```\n\n```expect\naccept 200\n```\n";

    // The servers at the address that the table writes; where none is named here, it is the reference server with none of its resources told.
    private static readonly Dictionary<string, Func<TinyServer>> Servers = new(StringComparer.Ordinal)
    {
        ["a failure that weighs less than `--fail-on`"] = () => TinyServer.Always(Ok),
        ["a light failure, and `--fail-on` counts it"] = () => TinyServer.Always(Ok),
        ["a plain GET is not answered well, so nothing can be told"] = () => TinyServer.Always("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        ["the server dies"] = () => TinyServer.DiesAt("Content-Length: +"),
    };

    private static IEnumerable<TestCaseData> Rows => Documents.Read("docs/exit-codes.md").Split('\n')
        .Select(l => l.Trim('|', ' ').Split(" | ")).Where(c => c.Length == 4 && c[1].StartsWith("`conform ", StringComparison.Ordinal))
        .Select(c => new TestCaseData(c[0], c[1].Trim('`')["conform ".Length..], int.Parse(c[2]), c[3]) { TestName = $"exit {c[2]}: {c[0].Replace("`", string.Empty)}" });

    [TestCaseSource(nameof(Rows))]
    public async Task A_situation_has_its_code(string situation, string words, int code, string says)
    {
        WriteFiles();
        await using var reference = await ReferenceServerHost.StartAsync(new ReferenceServerOptions(), TimeProvider.System);
        await using var tiny = Servers.TryGetValue(situation, out var make) ? make() : null;
        var command = words.Replace(Placeholder, tiny?.Url ?? $"http://{reference.Addresses[0].Address}/", StringComparison.Ordinal).Split(' ');
        var run = situation.Contains("stopped", StringComparison.Ordinal) ? await StoppedAsync(command) : await RunAsync(command);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(code), run.All);
            Assert.That(run.All, Does.Contain(says));
            Assert.That(run.All, Does.Not.Contain("   at "), "no stack trace");
        });
    }

    [Test]
    public void The_table_is_there() => Assert.That(Rows.Count(), Is.GreaterThanOrEqualTo(20));

    private void WriteFiles()
    {
        Write("known.txt", $"{PlusSign}  fail  RFC 9112 section 6.3: it takes a sign\n");
        Write("wrong.txt", "rfc9112/content-length/no-such-case  fail  RFC 9112 section 6.3: it takes a sign\n");
        Write("sound.md", Sound);
        Write("broken.md", Sound.Replace("cl-list-different", "no-such-thing", StringComparison.Ordinal));
        Write("half.http", "GET / HTTP/1.1\r\nHost: x\r\n");
        Write("absent/target.yaml", "command: /no/such/server {port}\n");
    }

    private async Task<ProgramRun> StoppedAsync(string[] command)
    {
        using var process = ProgramRun.Start(Folder, command);
        var errors = process.StandardError.ReadToEndAsync();
        var first = await process.StandardOutput.ReadLineAsync();
        ProgramRun.Terminate(process);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ProgramRun(process.ExitCode, $"{first}\n{output}", await errors, []);
    }
}

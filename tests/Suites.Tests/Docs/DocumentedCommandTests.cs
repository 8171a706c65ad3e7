using System.Text.RegularExpressions;
using Conform.ReferenceServer.Hosting;

namespace Conform.Suites.Tests.Docs;

/// <summary>Every command line that a page shows is run, in a folder as its reader has it by then.</summary>
public sealed class DocumentedCommandTests : ProgramTestBase
{
    private const string Placeholder = "http://127.0.0.1:8080/";

    // What cannot be run here, and why; whatever is not in this table is.
    private static readonly (string Pattern, string Because)[] NotRun =
    [
        (@"\b(FILE|NAME|DIR|ID|CASES|TARGET|FOLDER|COMMAND|DEFECT|URL|PATH)\b|…", "stands for whatever the reader has"),
        ("https://|unix:", "ReferenceTests reach the reference over every transport"),
        ("--witness 127", "needs an application behind a server; the adapters have tests of their own"),
        ("--target (nginx|gunicorn|wsgiref|node|apache|caddy|lighttpd|waitress|kestrel)", "needs a server that may not be installed"),
        ("^run$|^defects$", "takes long; the whole run is in ConformanceTests"),
        ("^(report|matrix|replay|merge|fuzz) ", "needs the record of a run; these commands have tests of their own"),
        ("manual --write docs", "writes into the repository"),
    ];

    private static IEnumerable<TestCaseData> Lines => Documents.CommandLines.Select(c => new TestCaseData(c.Words) { TestName = $"conform {c.Words} ({c.Page})" });

    [TestCaseSource(nameof(Lines)), CancelAfter(120_000)]
    public async Task A_command_line_works(string words, CancellationToken cancellation)
    {
        if (NotRun.FirstOrDefault(n => Regex.IsMatch(words, n.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1))) is { Because: { } reason }) Assert.Ignore($"not run: {reason}");
        await using var server = await ReferenceServerHost.StartAsync(new ReferenceServerOptions(), TimeProvider.System, cancellation);
        WriteFiles();
        var command = Words(words, $"http://{server.Addresses[0].Address}/");
        if (command[0] == "serve")
        {
            await ServedAsync(command, cancellation);
            return;
        }

        var run = await ProgramRun.WithInputAsync(Folder, "GET / HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray(), command);

        // A run may find something; it must not be wrong, unreachable or broken.
        Assert.That(run.ExitCode, Is.AnyOf(command[0] == "run" ? [0, 1] : [0]), run.All);
        Assert.That(run.Output, Is.Not.Empty);
    }

    [Test]
    public void There_are_command_lines() => Assert.That(Documents.CommandLines, Has.Count.GreaterThanOrEqualTo(30));

    private string[] Words(string words, string url)
    {
        var command = words.Split(" > ")[0].Replace(Placeholder, url, StringComparison.Ordinal).Replace("--port 8080", "--port 0", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w == "suites" || w.StartsWith("suites/", StringComparison.Ordinal) ? Path.Combine(Clone.Root, w) : w).ToList();

        // The whole of a run adds nothing to the command line but time.
        if (command[0] == "run" && !command.Exists(w => w == "mine.md" || w.StartsWith("rfc9", StringComparison.Ordinal) || w.StartsWith("contract", StringComparison.Ordinal))) command.AddRange(["--only", "rfc9112/host"]);
        if (command[0] == "accept") Write("conformance/snapshots/x.received.txt", "x\n");
        return [.. command];
    }

    private void WriteFiles()
    {
        var page = Documents.Read("docs/add-a-case.md");
        var begin = page.IndexOf("````markdown\n", StringComparison.Ordinal) + "````markdown\n".Length;
        Write("mine.md", page[begin..page.IndexOf("````", begin, StringComparison.Ordinal)]);
        Write("conformance/target.yaml", $"command: dotnet {typeof(Judging.Judge).Assembly.Location} serve --port {{port}}\n");
        Write("conformance/deviations.txt", string.Empty);
    }

    private async Task ServedAsync(string[] command, CancellationToken cancellation)
    {
        using var process = ProgramRun.Start(Folder, command);
        Assert.That(await process.StandardOutput.ReadLineAsync(cancellation), Does.StartWith("http://"));
        ProgramRun.Terminate(process);
        await process.WaitForExitAsync(cancellation);

        // 143: it took longer than two seconds to end, which is no fault of the command line.
        Assert.That(process.ExitCode, Is.AnyOf(0, 143));
    }
}

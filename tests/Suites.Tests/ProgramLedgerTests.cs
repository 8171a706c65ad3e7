using Conform.ReferenceServer.Hosting;

namespace Conform.Suites.Tests;

/// <summary>Runs of cases about an application whose server may connect to nobody.</summary>
public sealed class ProgramLedgerTests : ProgramTestBase
{
    // Some whose application tells what it does, and some in which it stands at a gate.
    private static readonly string[] Cases = ["run", "contract/blocks", "contract/streaming", "--delivery", "whole"];

    private string Ledger => Directory.CreateDirectory(Path.Combine(Folder, "told")).FullName;

    [Test]
    public async Task Gives_the_verdicts_of_a_connection_and_opens_gates()
    {
        var run = await RunAsync([.. Cases, "--ledger", Ledger, "--report", "jsonl"]);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.All);
            Assert.That(run.Output, Does.Not.Contain("\"not-observable\""));
            Assert.That(run.Output, Does.Contain("next 6f6e65").Or.Contain("\"close\""), "what was told is in the record");
            Assert.That(run.Output, Does.Contain("\"let-go\""));
            Assert.That(Directory.EnumerateFiles(Ledger, "w*.jsonl"), Is.Not.Empty);
            Assert.That(Directory.EnumerateFiles(Ledger, "*.go"), Is.Empty, "who goes on from a gate takes its file away");
        });
    }

    [Test]
    public async Task A_target_of_its_own_has_one_in_its_folder()
    {
        var program = typeof(Judging.Judge).Assembly.Location;
        Write("sandboxed/target.yaml", $$"""
            command: dotnet {{program}} serve --port {port}
            adapter: wsgi
            ledger: told
            capabilities:
              app: /
            """);
        var run = await RunAsync([.. Cases, "--target", "sandboxed", "--report", "jsonl"]);
        Assert.That(run.ExitCode, Is.Zero, run.All);
        Assert.That(run.Output, Does.Contain("\"let-go\"").And.Contain("\"pass\"").And.Not.Contain("\"not-observable\""));
    }

    [Test]
    public async Task A_server_that_writes_elsewhere_is_told_of()
    {
        await using var host = await ReferenceServerHost.StartAsync(new(), TimeProvider.System);
        var run = await RunAsync([.. Cases, "--target", $"http://{host.Addresses[0].Address}/", "--app", "/", "--ledger", Ledger]);
        Assert.That(run.ExitCode, Is.EqualTo(3), run.All);
        Assert.That(run.ErrorLine, Does.Contain($"is PROBE_LEDGER={Ledger} in the server's environment").And.Contain("may it write there?"));
    }

    [TestCase("--ledger", "none", "conform: --ledger none: there is no such folder")]
    [TestCase("--ledger", ".", "--witness", "127.0.0.1:9800", "conform: --ledger and --witness: an adapter tells it in one place")]
    public async Task One_place_that_is_there(params string[] words)
    {
        var run = await RunAsync([.. Cases, .. words[..^1]]);
        Assert.That(run.ExitCode, Is.EqualTo(2), run.All);
        Assert.That(run.Errors, Does.StartWith(words[^1] + "\n"));
    }
}

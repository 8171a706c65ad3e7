using System.Net.Sockets;
using System.Text.Json;
using System.Xml.Linq;
using Conform.Suites.Tests.Servers;

namespace Conform.Suites.Tests;

/// <summary>The exit codes of a run, and its reports.</summary>
public sealed class ProgramRunTests : ProgramTestBase
{
    [Test]
    public async Task A_run_in_an_empty_folder_needs_nothing_else()
    {
        var run = await RunAsync("run", "rfc9112/content-length", "contract/environ", "generated/valid-messages/understood-as-sent[3]");
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.All);
            Assert.That(run.OutputLines[^1], Is.EqualTo("✓ exit 0: nothing unexpected"));
            Assert.That(run.Output, Does.Contain("seed 1 ").And.Contain("deliveries whole octets lines"));
            Assert.That(run.Output, Does.Not.Contain("\u001b"), "standard output is no terminal");
            Assert.That(run.Errors, Is.Empty);
            Assert.That(Directory.EnumerateFileSystemEntries(Folder), Is.Empty, "a run leaves nothing behind");
        });
    }

    [Test]
    public async Task A_dead_port_is_said_to_be_dead()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        var run = await OneAsync("--target", $"http://127.0.0.1:{port}/");
        Assert.That(run.ExitCode, Is.EqualTo(3), run.All);
        Assert.That(run.ErrorLine, Does.StartWith("conform: ").And.Contain($"127.0.0.1:{port}"));
    }

    [Test]
    public async Task A_fault_fails_the_run_and_is_told_in_full()
    {
        var run = await OneAsync("--defect", PlusAccepted);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1), run.All);
            Assert.That(run.Output, Does.Contain("✗ " + PlusSign).And.Contain("RFC 9112 §6.3 MUST"));
            Assert.That(run.Output, Does.Contain("expected  400 then close\n").And.Contain("observed  200 then kept\n"));
            Assert.That(run.Output, Does.Contain("> Content-Length: +5\n").And.Contain("< HTTP/1.1 200 OK\n").And.Contain("| hello\\\n"));
            Assert.That(run.Output, Does.Contain($"conform run {PlusSign} --defect {PlusAccepted}"));
            Assert.That(run.Output, Does.Contain("1 of 1  1 fail\n"));
            Assert.That(run.OutputLines[^1], Is.EqualTo("✗ exit 1: something was unexpected (1 unexpected result)"));
        });
    }

    [TestCase("violation", 0)]
    [TestCase("warning", 1)]
    public async Task A_light_failure_counts_from_its_weight_on(string failOn, int code)
    {
        await using var server = TinyServer.Always("HTTP/1.1 200 OK\r\nDate: Fri, 02 Jan 2026 03:04:05 GMT\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var run = await RunAsync(
            "run", "rfc9112/request-line/fragment-in-the-target", "--delivery", "whole", "--target", server.Url, "--fail-on", failOn, "--report", "jsonl");
        var failed = Results(run).Where(r => Text(r, "outcome") == "fail").Select(r => Text(r, "case")).Where(c => !c.StartsWith("lint/", StringComparison.Ordinal));
        Assert.That(failed, Is.EqualTo(new[] { "rfc9112/request-line/fragment-in-the-target" }), "the server must fail this and nothing else");
        Assert.That(run.ExitCode, Is.EqualTo(code), run.All);
    }

    [TestCase(PlusSign + "  fail  RFC 9112 section 6.3: it takes a sign", PlusAccepted, 0, "Known deviations (1)")]
    [TestCase(PlusSign + "@whole  fail  RFC 9112 section 6.3: it takes a sign", PlusAccepted, 0, "it takes a sign")]
    [TestCase(PlusSign + "@octets  fail  RFC 9112 section 6.3: it takes a sign", PlusAccepted, 1, "Unexpected failures (1)")]
    [TestCase(PlusSign + "  fail  RFC 9112 section 6.3: it takes a sign", null, 1, "known.txt:2: " + PlusSign)]
    [TestCase("rfc9112/content-length/no-such-case  fail  RFC 9112 section 6.3", null, 2, "known.txt:2: there is no case rfc9112/content-length/no-such-case")]
    [TestCase(PlusSign + "  fail", null, 2, "known.txt:2: " + PlusSign + " has no reason")]
    public async Task Known_failures_are_strict_both_ways(string line, string? defect, int code, string said)
    {
        Write("known.txt", $"# what is known\n{line}\n");
        var run = await OneAsync(["--deviations", "known.txt", .. defect is null ? Array.Empty<string>() : ["--defect", defect]]);
        Assert.That(run.ExitCode, Is.EqualTo(code), run.All);
        Assert.That(run.All, Does.Contain(said));
    }

    [Test, CancelAfter(60_000)]
    public async Task A_server_that_dies_ends_the_run_with_3_and_the_case(CancellationToken cancellation)
    {
        await using var server = TinyServer.DiesAt("Content-Length: +");
        var run = await OneAsync("--target", server.Url, "--jobs", "1");
        Assert.That(run.ExitCode, Is.EqualTo(3), run.All);
        Assert.That(run.Output, Does.Contain($"the target died during {PlusSign} (whole)"));
    }

    [Test]
    public async Task Records_on_standard_output_are_nothing_but_json_lines()
    {
        var run = await OneAsync("--report", "jsonl", "--seed", "5");
        var records = run.OutputLines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.That(run.ExitCode, Is.Zero, run.All);
        Assert.That((Text(records[0], "record"), records[0].GetProperty("seed").GetInt64()), Is.EqualTo(("run", 5L)));
        Assert.That(records.Skip(1).SkipLast(1).Select(r => Text(r, "record")), Is.All.EqualTo("result"));
        Assert.That(records.Select(r => r.TryGetProperty("case", out var id) ? id.GetString() : null), Does.Contain(PlusSign));
        Assert.That((Text(records[^1], "record"), records[^1].GetProperty("exit").GetInt32()), Is.EqualTo(("end", 0)));
    }

    [Test]
    public async Task Reports_in_files_stand_beside_the_terminal()
    {
        var run = await OneAsync("--defect", PlusAccepted, "--report", "jsonl:run.jsonl", "--report", "junit:run.xml", "--report", "terminal");
        Assert.That(run.Output, Does.Contain("exit 1"));
        Assert.That(File.ReadAllLines(Path.Combine(Folder, "run.jsonl"))[^1], Does.Contain("\"exit\":1"));
        var failed = XDocument.Load(Path.Combine(Folder, "run.xml")).Descendants("testcase").Single(t => t.Element("failure") is not null);
        Assert.That(failed.Attribute("name")!.Value, Is.EqualTo("plus-sign (whole)"));
        Assert.That(failed.Element("system-out")!.Value, Does.Contain("> Content-Length: +5").And.Contain("< HTTP/1.1 200 OK").And.Contain("conform run"));
    }

    [Test]
    public async Task A_shard_is_its_part_of_the_cases()
    {
        var parts = await Task.WhenAll(new[] { "1/2", "2/2" }.Select(s => RunAsync("run", "rfc9112/pipelining", "--delivery", "whole", "--shard", s, "--report", "jsonl")));
        var cases = parts.Select(p => Results(p).Select(r => Text(r, "case")).Where(c => !c.StartsWith("lint/", StringComparison.Ordinal)).ToList()).ToList();
        var all = SuiteRun.Catalogue.Select(["rfc9112/pipelining"]).Cases.Select(c => c.Case.Id);
        Assert.That(cases, Has.All.Not.Empty);
        Assert.That(cases.SelectMany(c => c), Is.EquivalentTo(all));
    }

    private static IEnumerable<JsonElement> Results(ProgramRun run) =>
        run.OutputLines.Select(l => JsonDocument.Parse(l).RootElement).Where(r => Text(r, "record") == "result");

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}

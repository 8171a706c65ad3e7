using System.Text.Json;
using System.Xml.Linq;

namespace Conform.Suites.Tests;

/// <summary>What the built program makes of the record of a run.</summary>
public sealed class ProgramReportTests : ProgramTestBase
{
    [Test]
    public async Task Every_report_is_made_of_the_record_and_exits_as_the_run_did()
    {
        var run = await OneAsync("--defect", PlusAccepted, "--report", "jsonl:run.jsonl");
        Assert.That(run.ExitCode, Is.EqualTo(1), run.All);
        string[] formats = ["terminal", "junit", "sarif", "html", "markdown", "github", "tap", "tap13", "badge", "jsonl"];
        var report = await RunAsync(["report", "run.jsonl", .. formats.SelectMany(f => new[] { "--format", $"{f}:out.{f}" })]);
        Assert.That(report.ExitCode, Is.EqualTo(1), report.All);
        Assert.Multiple(() =>
        {
            Assert.That(Out("terminal"), Does.Contain("✗ rfc9112/content-length/plus-sign").And.Contain("exit 1"));
            Assert.That(XDocument.Parse(Out("junit")).Descendants("failure").Count(), Is.EqualTo(1));
            Assert.That(JsonDocument.Parse(Out("sarif")).RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength(), Is.EqualTo(1));
            Assert.That(Out("html"), Does.StartWith("<!doctype html>").And.Contain("content-length/plus-sign").And.Not.Contain("https://cdn"));
            Assert.That(Out("markdown"), Does.Contain("## Unexpected failures (1)"));
            Assert.That(Out("github"), Does.StartWith("::error file=suites/rfc9112/content-length.md,line="));
            Assert.That(Out("tap"), Does.StartWith("TAP version 14\n").And.Contain("\nnot ok "));
            Assert.That(Out("badge"), Does.Contain("\"color\": \"red\""));
            Assert.That(Out("jsonl"), Is.EqualTo(File.ReadAllText(Path.Combine(Folder, "run.jsonl"))), "the record itself");
        });

        string Out(string format) => File.ReadAllText(Path.Combine(Folder, $"out.{format}"));
    }

    [Test]
    public async Task The_record_knows_the_lists_of_the_run()
    {
        Write("d.txt", $"rfc9112/content-length/plus-* fail it takes a plus sign <https://example.org/1> (until 2999-01-01)\n");
        var run = await OneAsync("--defect", PlusAccepted, "--deviations", "d.txt", "--report", "jsonl:run.jsonl");
        Assert.That(run.ExitCode, Is.Zero, run.All);
        Assert.That((await RunAsync("report", "run.jsonl")).ExitCode, Is.Zero);
        var bare = await RunAsync("report", "run.jsonl", "--deviations", Write("none.txt", "# nothing\n"));
        Assert.That(bare.ExitCode, Is.EqualTo(1), bare.All);
    }

    [Test]
    public async Task An_expired_line_fails_the_run_and_a_flaky_case_does_not()
    {
        Write("old.txt", $"{PlusSign} fail it takes a plus sign (until 2020-01-01)\n");
        Write("flaky.txt", $"{PlusSign}  now so and now so\n");
        var expired = await OneAsync("--defect", PlusAccepted, "--deviations", "old.txt");
        var flaky = await OneAsync("--defect", PlusAccepted, "--flaky", "flaky.txt");
        var unknown = await OneAsync("--flaky", Write("wrong.txt", "rfc9112/no-such/*  why\n"));
        Assert.Multiple(() =>
        {
            Assert.That(expired.ExitCode, Is.EqualTo(1), expired.All);
            Assert.That(expired.Output, Does.Contain("old.txt:1: rfc9112/content-length/plus-sign  fail  it takes a plus sign (until 2020-01-01)").And.Contain("1 expired line"));
            Assert.That(flaky.ExitCode, Is.Zero, flaky.All);
            Assert.That(flaky.Output, Does.Contain("Listed as flaky, and of no weight (1)"));
            Assert.That(unknown.ExitCode, Is.EqualTo(2));
            Assert.That(unknown.ErrorLine, Does.EndWith("wrong.txt:1: there is no case rfc9112/no-such/*"));
        });
    }

    [Test]
    public async Task Verdicts_are_decided_again_by_other_cases()
    {
        var run = await OneAsync("--defect", PlusAccepted, "--report", "jsonl:run.jsonl");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        var same = await RunAsync("report", "run.jsonl", "--rejudge", "--format", "badge");
        Assert.That((same.ExitCode, same.ErrorLine), Is.EqualTo((1, same.ErrorLine)));
        Assert.That(same.ErrorLine, Does.EndWith("0 verdicts changed"));
        Write("suites/rfc9112/content-length.md", "# Content-Length\n\n## plus-sign\n\nOnly to see it pass.\n\n- requirement: rfc9112-6.3-cl-invalid-syntax\n\n"
            + "```send\nPOST ${resource} HTTP/1.1\nHost: ${host}\nContent-Length: +5\n\nhello\\\n```\n\n```expect\naccept  any final response\n```\n");
        var other = await RunAsync("report", "run.jsonl", "--rejudge", "--suites", "suites", "--format", "badge");
        Assert.That(other.Errors, Does.Contain("rfc9112/content-length/plus-sign (whole): fail → pass").And.Contain("the cases are not those of the run"));
    }

    [Test]
    public async Task Shards_are_merged_and_a_missing_one_is_named()
    {
        foreach (var i in new[] { 1, 2 })
        {
            var shard = await RunAsync("run", "rfc9112/host", "--delivery", "whole", "--shard", $"{i}/2", "--report", $"jsonl:{i}.jsonl");
            Assert.That(shard.ExitCode, Is.Zero, shard.All);
        }

        var merged = await RunAsync("merge", "1.jsonl", "2.jsonl", "--output", "all.jsonl");
        Assert.That(merged.ExitCode, Is.Zero, merged.All);
        Assert.That((await RunAsync("report", "all.jsonl")).ExitCode, Is.Zero);
        var missing = await RunAsync("merge", "2.jsonl");
        Assert.That((missing.ExitCode, missing.ErrorLine), Is.EqualTo((2, "conform: of 2 shards these are missing: 1/2")));
        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, "2.jsonl"));
        await File.WriteAllLinesAsync(Path.Combine(Folder, "cut.jsonl"), lines[..^1]);
        var broken = await RunAsync("merge", "1.jsonl", "cut.jsonl");
        Assert.That((broken.ExitCode, broken.Errors), Is.EqualTo((2, broken.Errors)));
        Assert.That(broken.Errors, Does.Contain("cut.jsonl: a broken run"));
        Assert.That((await RunAsync("report", "cut.jsonl")).ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task A_result_is_shown_and_its_octets_are_sent_again()
    {
        await OneAsync("--defect", PlusAccepted, "--report", "jsonl:run.jsonl");
        var shown = await RunAsync("replay", "run.jsonl", PlusSign);
        var octets = await RunAsync("replay", "run.jsonl", PlusSign, "--octets");
        var same = await RunAsync("replay", "run.jsonl", PlusSign, "--target", "reference", "--defect", PlusAccepted);
        var mended = await RunAsync("replay", "run.jsonl", PlusSign, "--target", "reference");
        var unknown = await RunAsync("replay", "run.jsonl", "rfc9112/host/missing");
        Assert.Multiple(() =>
        {
            Assert.That(shown.ExitCode, Is.Zero, shown.All);
            Assert.That(shown.Output, Does.Contain("> Content-Length: +5"));
            Assert.That(octets.Output, Does.StartWith("POST /").And.EndWith("\r\n\r\nhello"));
            Assert.That(same.ExitCode, Is.EqualTo(1), same.All);
            Assert.That(same.Output, Does.Contain("as recorded: fail"));
            Assert.That(mended.ExitCode, Is.Zero, mended.All);
            Assert.That(mended.Output, Does.Contain("not as recorded: fail (").And.Contain("→ pass ("));
            Assert.That((unknown.ExitCode, unknown.ErrorLine), Is.EqualTo((2, "conform: there is no result of rfc9112/host/missing in run.jsonl")));
        });
    }

    [Test]
    public async Task A_matrix_runs_targets_reads_records_and_tells_what_changed()
    {
        await RunAsync("run", "rfc9112/content-length", "--delivery", "whole", "--defect", PlusAccepted, "--report", "jsonl:old.jsonl");
        var first = await RunAsync("matrix", "old.jsonl", "reference", "--only", "rfc9112/content-length", "--format", "terminal", "--format", "json:m.json", "--format", "html:m.html");
        Assert.That(first.ExitCode, Is.Zero, first.All);
        Assert.That(first.Output, Does.Match(@"rfc9112/content-length/plus-sign +✗ +✓"));
        var same = await RunAsync("matrix", "old.jsonl", "--against", "m.json");
        Assert.That(same.ExitCode, Is.Zero, same.All);
        await RunAsync("run", "rfc9112/content-length", "--delivery", "whole", "--report", "jsonl:new.jsonl");
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, "new.jsonl"));
        await File.WriteAllTextAsync(Path.Combine(Folder, "new.jsonl"), text.Replace("\"name\":\"reference\"", $"\"name\":\"reference with {PlusAccepted}\"", StringComparison.Ordinal));
        var changed = await RunAsync("matrix", "new.jsonl", "--against", "m.json");
        Assert.That(changed.ExitCode, Is.EqualTo(1), changed.All);
        Assert.That(changed.Output, Does.Contain("plus-sign: fail (").And.Contain("reference is gone"));
        var wrong = await RunAsync("matrix", "old.jsonl", "--against", "old.jsonl");
        Assert.That(wrong.ExitCode, Is.EqualTo(2));
    }
}

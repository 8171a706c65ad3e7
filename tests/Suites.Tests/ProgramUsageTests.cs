namespace Conform.Suites.Tests;

/// <summary>A command that is wrong says so in one clear line, exits 2, and sends nothing.</summary>
public sealed class ProgramUsageTests : ProgramTestBase
{
    private static readonly string[][] Wrong =
    [
        ["--target nowhere: no URL, no folder with a target.yaml, and none of the targets ", "run", "--target", "nowhere"],
        ["did you mean rfc9112/content-length/plus-sign", "run", "rfc9112/content-length/plus-sing"],
        ["rfc9112/content-length/plus-sign is not drawn; leave the index out", "run", "rfc9112/content-length/plus-sign[5]"],
        ["--delivery banana: there are whole, octets, lines, cuts", "run", "--delivery", "banana"],
        ["--jobs many: say auto, or a number from 1 to 64", "run", "--jobs", "many"],
        ["--jobs 0: say auto", "run", "--jobs", "0"],
        ["--timeout 0: say a number of seconds", "run", "--timeout", "0"],
        ["--shard 3/2: say I/N, such as 1/4", "run", "--shard", "3/2"],
        ["--report xml: unknown format xml; there are terminal, jsonl, junit", "run", "--report", "xml"],
        ["--report: cannot write no/such/folder/x.xml", "run", "--report", "junit:no/such/folder/x.xml"],
        ["--defect banana: there is no such defect", "run", "--defect", "banana"],
        ["--deviations: cannot read none.txt", "run", "--deviations", "none.txt"],
        ["there is no none", "run", "--suites", "none"],
        ["http://[::1: ", "run", "--target", "http://[::1"],
        ["there is no option --banana", "run", "--banana"],
        ["there is no option --banana", "list", "--banana"],
        ["there is no option -x", "send", "http://127.0.0.1:1/", "-x"],
        ["no case is selected", "run", PlusSign, "--skip", PlusSign],
        ["there is no none", "lint", "none"],
        ["--port 99999: a port is 0 to 65535", "serve", "--port", "99999"],
        ["--snapshots: there is no none", "accept", "--snapshots", "none"],
        ["cannot read none.http", "send", "http://127.0.0.1:1/", "none.http"],
    ];

    private static IEnumerable<TestCaseData> WrongCommands => Wrong.Select(w => new TestCaseData(w[0], w[1..]).SetArgDisplayNames(string.Join(' ', w[1..])));

    [TestCaseSource(nameof(WrongCommands))]
    public async Task A_wrong_command_says_so(string said, string[] command)
    {
        var run = await RunAsync(command);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2), run.All);
            Assert.That(run.Errors, Does.StartWith("conform: ").And.Contain(said));
            Assert.That(run.Errors, Does.Not.Contain("   at "), "no stack trace");
            Assert.That(run.Output, Is.Empty);
        });
    }

    [TestCase("--seed", "many")]
    [TestCase("--fail-on", "banana")]
    [TestCase("--timeout", "soon")]
    [TestCase("--echo", "no-slash")]
    public async Task What_the_command_line_does_not_know_is_named(params string[] words)
    {
        var run = await RunAsync(["run", .. words]);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2), run.All);
            Assert.That(run.Errors.Split('\n')[0], Does.StartWith("conform: ").And.Contain(words[^1]));
            Assert.That(run.Output, Is.Empty);
        });
    }

    [Test]
    public async Task A_broken_case_file_is_named_with_its_line()
    {
        Write("suites/x/broken.md", "# Broken\n\n## one\n\nWhy.\n\n- requirement: rfc9112-6.3-no-such-thing\n\n```send\nGET / HTTP/1.1\n```\n");
        var run = await RunAsync("run", "--suites", "suites");
        Assert.That(run.ExitCode, Is.EqualTo(2), run.All);
        Assert.That(run.Errors, Does.Match(@"broken\.md:\d+: ").And.Contain("nothing was sent"));
    }

    [Test]
    public async Task A_report_that_cannot_be_written_costs_no_run()
    {
        var run = await OneAsync("--report", "jsonl:first.jsonl", "--report", "junit:no/such/x.xml");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(new FileInfo(Path.Combine(Folder, "first.jsonl")).Length, Is.Zero, "nothing ran");
    }
}

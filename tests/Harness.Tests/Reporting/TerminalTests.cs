using Conform.Cases;
using Conform.Judging;
using Conform.Observations;
using Conform.Reporting;
using Conform.Reporting.Terminal;
using Spectre.Console.Testing;

namespace Conform.Harness.Tests.Reporting;

[TestFixture]
public sealed class TerminalTests
{
    private static readonly DeviationList Deviations = DeviationList.Parse(
        "rfc9112/host/missing  fail  RFC 9112 §3.2: this server answers a request without Host as if it were HTTP/1.0, and its makers want it so\n"
        + "rfc9112/host/two  fail  RFC 9112 §3.2: not any more\n",
        "deviations.txt");

    private static IReadOnlyList<Result> Run { get; } = Results();

    [TestCase(80)]
    [TestCase(120)]
    public void A_run_with_everything_in_it(int width)
    {
        var text = Render(width, Run, Deviations, differences: [new SnapshotDifference("rfc9112.host", "  ## missing\n- fate closed\n+ fate answered-kept\n")]);
        Assert.That(text.Split('\n').Max(l => l.Length), Is.LessThanOrEqualTo(width));
        Verified.Check($"terminal-{width}", text);
    }

    [Test]
    public void A_run_in_which_all_is_well()
    {
        Result[] results = [.. Sample.Header.Deliveries.Select(d => Sample.Result("rfc9112/host/missing", Outcome.Pass, d)), Sample.Result("rfc9112/host/two", Outcome.Lenient)];
        Verified.Check("terminal-well", Render(80, results, DeviationList.Empty, verbose: true));
    }

    [Test]
    public void Nothing_that_a_server_sends_reaches_the_terminal_as_it_is()
    {
        var evil = Sample.Answered with { Subject = Sample.Wire((0, WireEventKind.Received, "HTTP/1.1 200 \u001b[2J\r\nA: \u001b]0;x\u0007\r\nContent-Length: 3\r\n\r\n\u001b[1")) };
        var result = Sample.Result("a/b/c", Outcome.Fail, evidence: evil) with { Verdict = new Verdict(Outcome.Fail, "200", "reason \"\u001b[2J\"") { Notes = ["\u0007"] } };
        var text = Render(80, [result], DeviationList.Empty);
        Assert.That(text.Where(c => char.IsControl(c) && c != '\n'), Is.Empty);
        Assert.That(text, Does.Contain("\\x1B[2J"));
    }

    [Test]
    public void Long_octets_are_shortened_and_counted()
    {
        var wire = Sample.Wire((0, WireEventKind.Sent, $"GET /{new string('a', 9000)} HTTP/1.1\r\n{string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: y\r\n"))}\r\n"), (1000, WireEventKind.Quiet, ""));
        var text = Render(80, [Sample.Result("a/b/c", Outcome.Fail, evidence: new Evidence { Drawn = Drawn.None, Subject = wire })], DeviationList.Empty);
        Verified.Check("terminal-long", text);
    }

    [Test]
    public void On_a_real_terminal_progress_is_one_line_that_goes_away()
    {
        var console = new TestConsole().Width(80).Interactive().EmitAnsiSequences();
        Write(console, Run, Deviations, false, []);
        Assert.That(console.Output, Does.Contain("\u001b["));
        Assert.That(console.Output, Does.Not.Contain("2 of 16"));
    }

    [TestCase(80)]
    [TestCase(40)]
    public void The_status_line_is_narrower_than_the_terminal(int width)
    {
        var ledger = new Ledger();
        foreach (var result in Run) ledger.Add(result, Assessment.Of(result, Deviations, Weight.Violation));
        using var console = new TestConsole().Width(width);
        console.Write(LiveProgress.Status(ledger, new string('x', 200), 20, width));
        Assert.That(console.Lines, Has.Count.EqualTo(1));
        Assert.That(console.Lines[0].TrimEnd(), Has.Length.EqualTo(width - 1));
    }

    [Test]
    public void Behind_a_server_that_died_the_first_few_are_named_and_the_rest_is_counted()
    {
        Result[] results = [.. Enumerable.Range(0, 300).Select(i => Sample.Result($"a/b/c-{i}", Outcome.Inconclusive))];
        var lines = Render(80, results, DeviationList.Empty).Split('\n').Where(l => l.StartsWith("inconclusive  ", StringComparison.Ordinal)).ToArray();
        Assert.That(lines, Has.Length.EqualTo(21));
        Assert.That(lines[^1], Does.EndWith("they are counted at the end"));
    }

    [Test]
    public void Without_colours_there_is_no_escape_sequence()
    {
        using var output = new StringWriter();
        Write(Consoles.Create(output, noColor: true, plain: false), Run, Deviations, false, []);
        Assert.That(output.ToString(), Does.Not.Contain("\u001b"));
    }

    private static IReadOnlyList<Result> Results()
    {
        const string Lengths = "rfc9112/content-length/differing-values";
        var silent = new Evidence { Drawn = Drawn.None with { Mutation = "The second field line lost its colon." }, Subject = Sample.Wire((0, WireEventKind.Sent, "GET / HTTP/1.1\nHost: a \r\n\r\n"), (1000, WireEventKind.Quiet, ""), (1001, WireEventKind.Reset, "")) };
        return
        [
            .. Sample.Header.Deliveries.Select(d => Sample.Result(Lengths, Outcome.Fail, d, Sample.Answered)),
            Sample.Result("rfc9112/content-length/equal-values", Outcome.Pass),
            Sample.Result("rfc9112/content-length/missing", Outcome.Lenient),
            Sample.Result("rfc9112/host/missing", Outcome.Fail),
            Sample.Result("rfc9112/host/missing", Outcome.Fail, "octets"),
            Sample.Result("rfc9112/host/two", Outcome.Pass),
            Sample.Result("rfc9112/host/shall-be-answered", Outcome.Fail, requirement: Sample.Advice),
            Sample.Result("rfc9112/chunked/slow", Outcome.Inconclusive, notes: "the control was answered 503"),
            Sample.Result("rfc9112/chunked/slower", Outcome.Inconclusive, notes: "the control was answered 503"),
            Sample.Result("contract/start/hello", Outcome.NotObservable, notes: "the target has no app"),
            Sample.Result("contract/start/again", Outcome.NotObservable, notes: "the target has no app"),
            Sample.Result("rfc9112/host/later", Outcome.Skip, notes: "asked for with --skip"),
            Sample.Result("generated/mutated/lost-colon[3]", Outcome.Fail, evidence: silent),
            Sample.Result("generated/mutated/lost-colon[7]", Outcome.Fail, evidence: silent),
            Sample.Result("contract/start/broken", Outcome.Error, notes: "the harness ran out of file descriptors"),
            Sample.Result("lint/status-line", Outcome.Fail, "-", Sample.Answered) with { Count = 37, FirstSeen = $"{Lengths} (whole)" },
        ];
    }

    private static string Render(int width, IReadOnlyList<Result> results, DeviationList deviations, bool verbose = false, IReadOnlyList<SnapshotDifference>? differences = null)
    {
        var console = new TestConsole().Width(width);
        Write(console, results, deviations, verbose, differences ?? []);
        return string.Join('\n', console.Output.Split('\n').Select(l => l.TrimEnd()));
    }

    private static void Write(Spectre.Console.IAnsiConsole console, IReadOnlyList<Result> results, DeviationList deviations, bool verbose, IReadOnlyList<SnapshotDifference> differences)
    {
        using var writer = new TerminalWriter(console, TimeProvider.System, verbose);
        writer.Begin(Sample.Header);
        var assessment = Assessment.Of(results, deviations, Weight.Violation);
        foreach (var (result, standing) in assessment.Results) writer.Add(result, standing);
        writer.End(RunSummary.Of(assessment, TimeSpan.FromSeconds(2.14), differences: differences));
    }
}

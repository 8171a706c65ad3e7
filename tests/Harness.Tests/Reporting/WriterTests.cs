using System.Xml.Linq;
using Conform.Cases;
using Conform.Judging;
using Conform.Reporting;
using Conform.Reporting.Records;

namespace Conform.Harness.Tests.Reporting;

[TestFixture]
public sealed class WriterTests
{
    private static readonly DeviationList Deviations = DeviationList.Parse("r/host/known fail because\nr/host/ok fail not any more", "d.txt");

    private static readonly Result[] Run =
    [
        Sample.Result("r/host/ok", Outcome.Pass),
        Sample.Result("r/host/mild", Outcome.Lenient),
        Sample.Result("r/host/bad", Outcome.Fail),
        Sample.Result("r/host/known", Outcome.Fail),
        Sample.Result("r/host/advice", Outcome.Fail, requirement: Sample.Advice),
        Sample.Result("r/length/open", Outcome.Inconclusive, notes: "the control\u0007 failed \uFFFF\\"),
        Sample.Result("r/length/hidden", Outcome.NotObservable, "octets", notes: "no echo"),
        Sample.Result("r/length/left", Outcome.Skip, notes: "asked for"),
        Sample.Result("r/length/broken", Outcome.Error, notes: "bug"),
        Sample.Result("lint/date", Outcome.Fail, "-"),
    ];

    [TestCase("ok (whole)", "")]
    [TestCase("mild (whole)", "")]
    [TestCase("advice (whole)", "")]
    [TestCase("bad (whole)", "failure: expected 400 then close; observed 200, then kept")]
    [TestCase("known (whole)", "skipped: known: because")]
    [TestCase("open (whole)", "error: inconclusive: the control\\x07 failed \\uFFFF\\")]
    [TestCase("hidden (octets)", "skipped: not-observable: no echo")]
    [TestCase("left (whole)", "skipped: skip: asked for")]
    [TestCase("broken (whole)", "error: error: bug")]
    [TestCase("date", "failure: expected 400 then close; observed 200, then kept")]
    [TestCase("r/host/ok", "failure: stale: it is listed, and does not deviate so any more")]
    public void JUnit_says_of_each(string name, string said)
    {
        var test = JUnit().Descendants("testcase").Single(t => t.Attribute("name")!.Value == name);
        Assert.That(string.Concat(test.Elements().Select(e => $"{e.Name}: {e.Attribute("message")!.Value}")), Is.EqualTo(said));
    }

    [Test]
    public void JUnit_has_a_suite_a_file_that_counts_and_says_what_was_run()
    {
        var document = JUnit();
        Assert.That(
            document.Descendants("testsuite").Select(s => string.Join(' ', s.Attributes().Where(a => a.Name != "time" && a.Name != "timestamp").Select(a => a.Value))),
            Is.EqualTo(new[] { "deviations 1 1 0 0", "lint 1 1 0 0", "r/host 5 1 0 1", "r/length 4 0 2 2" }));
        Assert.That(document.Root!.Attribute("tests")!.Value, Is.EqualTo("11"));
        var properties = document.Descendants("properties").First().Elements().ToDictionary(e => e.Attribute("name")!.Value, e => e.Attribute("value")!.Value);
        Assert.That((properties["seed"], properties["target"], properties["version"]), Is.EqualTo(("1", "nginx", "1.22.1")));
    }

    [Test]
    public void Records_are_written_as_the_run_goes()
    {
        using var output = new StringWriter();
        using var writer = new JsonLinesWriter(output);
        writer.Begin(Sample.Header);
        writer.Add(Run[0], new Standing(StandingKind.Expected));
        Assert.That(RecordReader.Read(new StringReader(output.ToString())).Broken, Is.Not.Null);
        var summary = RunSummary.Of(Assessment.Of([Run[0]], DeviationList.Empty, Weight.Violation));
        writer.End(summary);
        var run = RecordReader.Read(new StringReader(output.ToString()));
        Assert.That(run.Broken, Is.Null);
        Assert.That(run.Results.Single().Case, Is.EqualTo("r/host/ok"));
        Assert.That(run.End!.Counts[Outcome.Pass], Is.EqualTo(1));
    }

    private static XDocument JUnit()
    {
        using var output = new StringWriter();
        using var writer = new JUnitWriter(output);
        var assessment = Assessment.Of(Run, Deviations, Weight.Violation);
        writer.Begin(Sample.Header);
        foreach (var (result, standing) in assessment.Results) writer.Add(result, standing);
        writer.End(RunSummary.Of(assessment));
        return XDocument.Parse(output.ToString());
    }
}

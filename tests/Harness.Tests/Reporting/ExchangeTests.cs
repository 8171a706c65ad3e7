using Conform.Judging;
using Conform.Observations;
using Conform.Reporting;

namespace Conform.Harness.Tests.Reporting;

[TestFixture]
public sealed class ExchangeTests
{
    [Test]
    public void Head_content_and_what_became_of_the_connection_are_told_apart() =>
        Verified.Check("exchanges", string.Join("\n", Conversations.All.Select(c =>
            $"# {c.Name}\n{string.Join('\n', Exchange.Lines(c.Transcript, ObservationReader.Read(c.Transcript), 80).Select(l => $"{l.Kind,-7} {l.Text}".TrimEnd()))}\n")));

    [Test]
    public void JUnit_holds_them_for_what_failed_and_for_nothing_else()
    {
        using var output = new StringWriter();
        using var writer = new JUnitWriter(output);
        writer.Begin(Sample.Header);
        writer.Add(Sample.Result("r/host/bad", Outcome.Fail, evidence: Sample.Answered), new Standing(StandingKind.Unexpected));
        writer.Add(Sample.Result("r/host/good", Outcome.Pass, evidence: Sample.Answered), new Standing(StandingKind.Expected));
        writer.End(RunSummary.Of(new Assessment([], [])));
        var seen = System.Xml.Linq.XDocument.Parse(output.ToString()).Descendants("system-out").Single();
        Assert.That(seen.Parent!.Attribute("name")!.Value, Is.EqualTo("bad (whole)"));
        Assert.That(seen.Value, Does.Contain("\n> Content-Length: 10\n").And.Contain("\n< HTTP/1.1 200 OK\n").And.Contain("\n| bye\\0\\\n"));
        Assert.That(seen.Value, Does.Contain("\nconform run r/host/bad --target nginx"));
    }
}

using Conform.Cases;
using Conform.Judging;
using Conform.Reporting;
using Conform.Reporting.Records;

namespace Conform.Harness.Tests.Reporting;

/// <summary>Globs, links, dates, and cases that never decide.</summary>
public sealed class MemoryTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    [TestCase("a/b/* fail why", "a/b/c", true)]
    [TestCase("a/*/c fail why", "a/b/c", true)]
    [TestCase("a/b/d? fail why", "a/b/d7", true)]
    [TestCase("a/b/c[*] fail why", "a/b/c[12]", true)]
    [TestCase("a/b/*@octets fail why", "a/b/c", false)]
    [TestCase("a/x/* fail why", "a/b/c", false)]
    [TestCase("a/b/* inconclusive why", "a/b/c", false)]
    public void A_glob_knows_what_it_matches(string line, string id, bool knows) =>
        Assert.That(DeviationList.Parse(line, "d").Find(Sample.Result(id, Outcome.Fail)) is not null, Is.EqualTo(knows));

    [Test]
    public void The_exact_line_speaks_before_the_glob()
    {
        var list = DeviationList.Parse("a/b/* fail in general\na/b/c fail in particular", "d");
        Assert.That(list.Find(Sample.Result("a/b/c", Outcome.Fail))!.Reason, Is.EqualTo("in particular"));
    }

    [Test]
    public void A_glob_is_stale_when_none_of_its_cases_does_so_any_more()
    {
        var list = DeviationList.Parse("a/b/* fail why", "d");
        Assert.That(list.Stale([Sample.Result("a/b/c", Outcome.Pass), Sample.Result("a/b/d", Outcome.Fail)]), Is.Empty);
        Assert.That(list.Stale([Sample.Result("a/b/c", Outcome.Pass), Sample.Result("a/b/d", Outcome.Pass)]), Has.Count.EqualTo(1));
        Assert.That(list.Stale([Sample.Result("a/x/c", Outcome.Pass)]), Is.Empty, "none of them ran");
    }

    [TestCase("a/b fail why <https://example.org/1> (until 2026-06-01)", "why", "https://example.org/1", "2026-06-01")]
    [TestCase("a/b fail why (until 2026-06-01) <https://example.org/1>", "why", "https://example.org/1", "2026-06-01")]
    [TestCase("a/b fail expects <b> and (so) on", "expects <b> and (so) on", null, null)]
    public void Link_and_date_stand_behind_the_reason(string line, string reason, string? link, string? until)
    {
        var entry = DeviationList.Parse(line, "d").Entries.Single();
        Assert.That((entry.Reason, entry.Link, entry.Until?.ToString("yyyy-MM-dd")), Is.EqualTo((reason, link, until)));
    }

    [TestCase("a/b fail (until 2026-06-01)", "d:1: a/b has no reason; say why, and name the section")]
    [TestCase("a/b fail why (until June)", "d:1: \"June\" is no date; it is written (until 2027-01-31)")]
    [TestCase("a/b fail why (until 2026-02-30)", "d:1: \"2026-02-30\" is no date; it is written (until 2027-01-31)")]
    public void A_wrong_line_is_told_with_its_place(string line, string message) =>
        Assert.That(() => DeviationList.Parse(line, "d"), Throws.TypeOf<DeviationException>().With.Message.EqualTo(message));

    [TestCase("2026-05-31", 1)]
    [TestCase("2026-06-01", 0)]
    [TestCase("2026-06-02", 0)]
    public void A_line_holds_until_its_day_is_over(string until, int unexpected)
    {
        var memory = new TargetMemory(DeviationList.Parse($"a/b fail why (until {until})", "d.txt"), FlakyList.Empty);
        var assessment = Assessment.Of([Sample.Result("a/b", Outcome.Fail)], memory, Weight.Violation, Day);
        Assert.That(assessment.Unexpected, Is.EqualTo(unexpected));
        Assert.That(assessment.Expired.Select(e => e.Location), Is.EqualTo(unexpected == 0 ? [] : new[] { "d.txt:1" }));
        Assert.That((int)RunSummary.Of(assessment).ExitCode, Is.EqualTo(unexpected));
    }

    [TestCase(Outcome.Fail, StandingKind.Flaky)]
    [TestCase(Outcome.Inconclusive, StandingKind.Flaky)]
    [TestCase(Outcome.Pass, StandingKind.Expected)]
    [TestCase(Outcome.Error, StandingKind.Error)]
    public void A_flaky_case_never_decides(Outcome outcome, StandingKind kind)
    {
        var memory = new TargetMemory(DeviationList.Parse("a/b fail why", "d"), FlakyList.Parse("# comment\na/*  now so and now so", "f"));
        var assessment = Assessment.Of([Sample.Result("a/b", outcome)], memory, Weight.Violation, Day);
        Assert.That(assessment.Results[0].Standing.Kind, Is.EqualTo(kind));
        Assert.That(assessment.Stale, Is.Empty, "what never decides makes no deviation stale");
    }

    [Test]
    public void A_flaky_case_needs_a_reason() =>
        Assert.That(() => FlakyList.Parse("a/b", "f.txt"), Throws.TypeOf<DeviationException>().With.Message.StartsWith("f.txt:1: a/b has no reason"));

    [Test]
    public void The_record_keeps_what_the_run_was_measured_by()
    {
        var memory = new TargetMemory(
            DeviationList.Parse("a/b[0-2]@whole fail why <https://example.org/1> (until 2026-06-01)\nc/* inconclusive so", "d.txt"), FlakyList.Parse("e/f  shaky", "f.txt"));
        var summary = RunSummary.Of(Assessment.Of([], memory, Weight.Warning, Day), TimeSpan.FromSeconds(3), "it died", [new SnapshotDifference("x", "- a\n+ b\n")]) with
        {
            Memory = new RunMemory(Weight.Warning, memory),
        };
        var text = $"{RecordWriter.Line(Sample.Header)}\n{RecordWriter.Line(summary.End)}\n";
        Assert.That(Deep.Dump(RecordReader.Read(new StringReader(text)).End), Is.EqualTo(Deep.Dump(summary.End)));
    }

    [Test]
    public void An_update_keeps_globs_links_and_dates()
    {
        const string Text = "# mine\n\na/b/*  fail  why <https://example.org/1> (until 2026-06-01)\n";
        var list = DeviationList.Parse(Text, "d");
        var run = new[] { Sample.Result("a/b/c", Outcome.Fail), Sample.Result("a/b/d", Outcome.Pass) };
        Assert.That(DeviationUpdate.Apply(Text, Assessment.Of(run, list, Weight.Violation), list, "mine"), Is.EqualTo(Text));
    }
}

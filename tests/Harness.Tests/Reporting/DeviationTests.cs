using Conform.Cases;
using Conform.Judging;
using Conform.Reporting;

namespace Conform.Harness.Tests.Reporting;

[TestFixture]
public sealed class DeviationTests
{
    [TestCase(Outcome.Pass, "", StandingKind.Expected, 0)]
    [TestCase(Outcome.Lenient, "", StandingKind.Expected, 0)]
    [TestCase(Outcome.NotObservable, "", StandingKind.Expected, 0)]
    [TestCase(Outcome.Skip, "", StandingKind.Expected, 0)]
    [TestCase(Outcome.Fail, "", StandingKind.Unexpected, 0)]
    [TestCase(Outcome.Inconclusive, "", StandingKind.Unexpected, 0)]
    [TestCase(Outcome.Error, "", StandingKind.Error, 0)]
    [TestCase(Outcome.Fail, "a/b/c fail why", StandingKind.Known, 0)]
    [TestCase(Outcome.Fail, "a/b/c@whole fail why", StandingKind.Known, 0)]
    [TestCase(Outcome.Fail, "a/b/c@lines fail why", StandingKind.Unexpected, 0)]
    [TestCase(Outcome.Fail, "a/b/c inconclusive why", StandingKind.Unexpected, 1)]
    [TestCase(Outcome.Inconclusive, "a/b/c inconclusive why", StandingKind.Known, 0)]
    [TestCase(Outcome.Inconclusive, "a/b/c fail why", StandingKind.Unexpected, 0)]
    [TestCase(Outcome.Error, "a/b/c fail why", StandingKind.Error, 0)]
    [TestCase(Outcome.Pass, "a/b/c fail why", StandingKind.Expected, 1)]
    [TestCase(Outcome.Lenient, "a/b/c inconclusive why", StandingKind.Expected, 1)]
    [TestCase(Outcome.NotObservable, "a/b/c fail why", StandingKind.Expected, 1)]
    [TestCase(Outcome.Skip, "a/b/c fail why", StandingKind.Expected, 0)]
    [TestCase(Outcome.Pass, "other/b/c fail why", StandingKind.Expected, 0)]
    [TestCase(Outcome.Fail, "a/b/c[0] fail why", StandingKind.Unexpected, 0)]
    public void One_result_against_one_entry(Outcome outcome, string list, StandingKind standing, int stale)
    {
        var assessment = Assess(list, Sample.Result("a/b/c", outcome));
        Assert.That(assessment.Results[0].Standing.Kind, Is.EqualTo(standing));
        Assert.That(assessment.Stale, Has.Count.EqualTo(stale));
    }

    [Test]
    public void An_entry_for_all_deliveries_holds_while_one_of_them_deviates()
    {
        var some = Assess("a/b/c fail why", Sample.Result("a/b/c", Outcome.Pass), Sample.Result("a/b/c", Outcome.Fail, "octets"));
        Assert.That(some.Unexpected, Is.Zero);
        var none = Assess("a/b/c fail why", Sample.Result("a/b/c", Outcome.Pass), Sample.Result("a/b/c", Outcome.Pass, "octets"));
        Assert.That(none.Stale, Has.Count.EqualTo(1));
        Assert.That(none.Unexpected, Is.EqualTo(1));
    }

    [Test]
    public void An_entry_for_one_delivery_is_stale_by_that_delivery_alone()
    {
        var both = new[] { Sample.Result("a/b/c", Outcome.Pass), Sample.Result("a/b/c", Outcome.Fail, "octets") };
        Assert.That(Assess("a/b/c@octets fail why", both).Unexpected, Is.Zero);
        Assert.That(Assess("a/b/c@whole fail why", both).Unexpected, Is.EqualTo(2));
        Assert.That(Assess("a/b/c@lines fail why", both[0]).Unexpected, Is.Zero);
    }

    [TestCase(RequirementLevel.Must, Weight.Violation, true)]
    [TestCase(RequirementLevel.Should, Weight.Violation, false)]
    [TestCase(RequirementLevel.Should, Weight.Warning, true)]
    [TestCase(RequirementLevel.May, Weight.Warning, false)]
    [TestCase(RequirementLevel.May, Weight.Note, true)]
    public void A_failure_counts_from_its_weight_on(RequirementLevel level, Weight failOn, bool unexpected)
    {
        var result = Sample.Result("a/b/c", Outcome.Fail, requirement: Sample.Advice with { Level = level });
        Assert.That(Assessment.Of(result, DeviationList.Empty, failOn).Kind == StandingKind.Unexpected, Is.EqualTo(unexpected));
        var decided = Sample.Result("a/b/c", Outcome.Fail);
        decided = decided with { Verdict = decided.Verdict with { Decisive = Sample.Advice with { Level = level } } };
        Assert.That(Assessment.Of(decided, DeviationList.Empty, failOn).Kind == StandingKind.Unexpected, Is.EqualTo(unexpected), "the line that decided has the level");
    }

    [Test]
    public void A_list_has_comments_blank_lines_and_reasons_of_many_words()
    {
        var list = DeviationList.Parse("# known\r\n\r\nlint/date   fail   RFC 9110 §6.6.1: no  clock\r\na/b/c[3]@octets\tinconclusive\tx", "d.txt");
        Assert.That(list.Entries, Is.EqualTo(new[]
        {
            new Deviation("lint/date", null, Outcome.Fail, "RFC 9110 §6.6.1: no  clock", "d.txt", 3),
            new Deviation("a/b/c[3]", "octets", Outcome.Inconclusive, "x", "d.txt", 4),
        }));
        Assert.That(list.Unknown(id => id == "lint/date").Select(d => d.Location), Is.EqualTo(new[] { "d.txt:4" }));
    }

    [Test]
    public void Every_wrong_line_is_told_with_its_place()
    {
        var error = Assert.Throws<DeviationException>(() => DeviationList.Parse("a\nb fail\nc pass why\nd banana why\n@whole fail x\ne@ fail x\nf fail x\nf fail y\nf@whole fail z", "d.txt"));
        Assert.That(error!.Errors, Is.EqualTo(new[]
        {
            "d.txt:1: a deviation is written CASE  OUTCOME  REASON; the outcome is missing",
            "d.txt:2: b has no reason; say why, and name the section",
            "d.txt:3: \"pass\" cannot be listed; only fail and inconclusive can",
            "d.txt:4: \"banana\" cannot be listed; only fail and inconclusive can",
            "d.txt:5: \"@whole\" is no case id; it is written CASE or CASE@DELIVERY",
            "d.txt:6: \"e@\" is no case id; it is written CASE or CASE@DELIVERY",
            "d.txt:8: f stands already in line 7",
        }));
    }

    [TestCase(false, 0, false, 0, 0)]
    [TestCase(false, 0, false, 1, 1)]
    [TestCase(true, 1, true, 1, 2)]
    [TestCase(false, 0, true, 0, 3)]
    [TestCase(false, 0, true, 5, 3)]
    [TestCase(false, 1, false, 0, 4)]
    [TestCase(false, 1, true, 5, 4)]
    public void Exit_codes(bool usage, int errors, bool down, int unexpected, int code) =>
        Assert.That((int)ExitCodes.Of(usage, errors, down, unexpected), Is.EqualTo(code));

    [Test]
    public void A_summary_counts_everything_unexpected()
    {
        var assessment = Assess("a/b/c fail why\na/b/d fail why", Sample.Result("a/b/c", Outcome.Pass), Sample.Result("a/b/d", Outcome.Fail), Sample.Result("a/b/e", Outcome.Fail));
        var summary = RunSummary.Of(assessment, differences: [new SnapshotDifference("a.b", "- x\n")]);
        Assert.That((summary.UnexpectedResults, summary.Known, summary.Unexpected, summary.Total, summary.ExitCode), Is.EqualTo((1, 1, 3, 3, ExitCode.Unexpected)));
        Assert.That(RunSummary.Of(Assess("", Sample.Result("a/b/c", Outcome.Pass)), targetDown: "a/b/c").ExitCode, Is.EqualTo(ExitCode.TargetDown));
        Assert.That(RunSummary.Of(Assess("", Sample.Result("a/b/c", Outcome.Pass)), differences: [new SnapshotDifference("a.b", "")]).ExitCode, Is.EqualTo(ExitCode.Unexpected));
    }

    private static Assessment Assess(string list, params Result[] results) =>
        Assessment.Of(results, DeviationList.Parse(list, "d.txt"), Weight.Violation);
}

using Conform.Cases;
using Conform.Harness.Tests.Cases;
using Conform.Harness.Tests.Reporting;
using Conform.Judging;
using Conform.Judging.Defects;
using Conform.Observations;

namespace Conform.Harness.Tests.Judging.Defects;

public sealed class DefectTallyTests
{
    private static readonly DefectFinding Defect = new("a-defect", "a-rule", "It does not.");

    private static readonly Catalogue Catalogue = Samples.Load([.. Enumerable.Range(0, 12).Select(i => ($"suites/a/{(char)('a' + i)}.md", Samples.Case()))]);

    [Test]
    public void Draws_are_one_case_and_the_lint_is_caught_only()
    {
        var finding = Of("RFC 9 §1", ["a/a/one[0]", "a/a/one[1]", "a/b/one"], Failed("a/a/one[0]"), Failed("a/a/one[1]"), Failed("lint/date-missing"), Passed("a/b/one"));
        Assert.That(finding.Caught, Is.EqualTo(new[] { "a/a/one", "lint/date-missing" }));
        Assert.That(finding.Tripped, Is.EqualTo(new[] { "a/a/one" }));
        Assert.That(finding.Reservation, Is.Null);
    }

    [Test]
    public void A_defect_that_breaks_much_else_counts_for_nothing()
    {
        string[] ids = [.. Enumerable.Range(0, 21).Select(i => $"a/{(char)('a' + i)}/one")];
        var narrow = Of("RFC 9 §3", ids, [.. ids.Take(20).Select(Failed)]);
        Assert.That((narrow.Caught.Count, narrow.Tripped.Count), Is.EqualTo((20, 20)));
        var wide = Of("RFC 9 §3", ids, [.. ids.Select(Failed)]);
        Assert.That((wide.Caught.Count, wide.Tripped.Count), Is.EqualTo((21, 0)));
        Assert.That((narrow.IsTooWide, wide.IsTooWide), Is.EqualTo((false, true)));
        Assert.That(wide.Outside, Is.EqualTo(ids));
        Assert.That(wide.Reservation, Is.EqualTo("it fails 21 cases that are not about RFC 9 §3, and 20 are as many as a single fault may"));
        Assert.That(Of("RFC 9 §1", ids, [.. ids.Select(Failed)]).Tripped, Has.Count.EqualTo(21), "what it is about itself is not counted");
    }

    [Test]
    public void Where_the_control_is_answered_in_another_way_the_defect_does_not_count()
    {
        var controls = new ControlStatuses();
        controls.Add(WithControl(Passed("a/a/one"), 200));
        var tally = new DefectTally("RFC 9 §1", controls);
        tally.Add(WithControl(Failed("a/a/one"), 400), Catalogue);
        var finding = tally.Of(Defect);
        Assert.That((finding.Caught.Count, finding.Tripped.Count, finding.Reservation), Is.EqualTo((1, 0, "wherever it fails, the control is answered in another way too")));
        tally.Add(WithControl(Failed("a/a/one"), 200), Catalogue);
        Assert.That(tally.Of(Defect).Tripped, Is.EqualTo(new[] { "a/a/one" }));
    }

    [Test]
    public void What_does_not_count_is_caught_all_the_same()
    {
        var tally = new DefectTally("RFC 9 §1", Controls("a/a/one"));
        tally.Add(Failed("a/a/one"), Catalogue, counts: false);
        Assert.That((tally.Of(Defect).Caught.Count, tally.Of(Defect).Tripped.Count), Is.EqualTo((1, 0)));
    }

    private static DefectFinding Of(string family, string[] known, params Result[] results)
    {
        var tally = new DefectTally(family, Controls(known));
        foreach (var result in results) tally.Add(result, Catalogue);
        return tally.Of(Defect);
    }

    private static ControlStatuses Controls(params string[] ids)
    {
        var controls = new ControlStatuses();
        foreach (var id in ids) controls.Add(Passed(id));
        return controls;
    }

    private static Result Failed(string id) => Sample.Result(id, Outcome.Fail) with { Evidence = null };

    private static Result Passed(string id) => Sample.Result(id, Outcome.Pass) with { Evidence = null };

    private static Result WithControl(Result result, int status) => result with
    {
        Evidence = new Evidence
        {
            Drawn = Drawn.None, Subject = Transcript.Empty, Control = Sample.Wire((0, WireEventKind.Received, $"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n")),
        },
    };
}

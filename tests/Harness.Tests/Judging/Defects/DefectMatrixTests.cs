using Conform.Cases;
using Conform.Harness.Tests.Cases;
using Conform.Judging.Defects;

namespace Conform.Harness.Tests.Judging.Defects;

public sealed class DefectMatrixTests
{
    private static readonly Catalogue Catalogue = Samples.Load(
        ("suites/a/one.md", Samples.Case(expect: "accept 200\nnever any response 5xx [another-rule]\n")), ("suites/a/two.md", Samples.Case()));

    private static DefectFinding Whole { get; } = new("first", "a-rule", "S.") { Caught = ["a/one/one", "a/two/one", "lint/date-missing"], Tripped = ["a/one/one", "a/two/one"] };

    private static DefectFinding OfTheLine { get; } = new("second", "another-rule", "S.") { Caught = ["a/one/one"], Tripped = ["a/one/one"] };

    [Test]
    public void Where_everything_is_caught_and_tripped_there_is_no_hole()
    {
        var matrix = DefectMatrix.Of([Whole, OfTheLine], Catalogue, null, allDefects: true);
        Assert.That(matrix.HasHoles, Is.False);
        Assert.That(matrix.OnlyCanned, Has.None.EqualTo("date-missing").And.Some.EqualTo("status-line"));
    }

    [Test]
    public void What_nothing_catches_and_what_nothing_trips_are_holes()
    {
        var matrix = DefectMatrix.Of([Whole with { Caught = ["a/one/one"], Tripped = ["a/one/one"] }, OfTheLine with { Caught = [], Tripped = [] }], Catalogue, null, allDefects: true);
        Assert.That(matrix.HasHoles);
        Assert.That(matrix.Uncaught.Select(f => f.Defect), Is.EqualTo(new[] { "second" }));
        Assert.That(matrix.Untripped, Is.EqualTo(new[] { "a/two/one" }));
        Assert.That(matrix.CaughtElsewhere.Select(r => r.Requirement.Id), Is.EqualTo(new[] { "another-rule" }));
    }

    [Test]
    public void A_defect_that_fails_too_much_is_a_hole()
    {
        var wide = Whole with { Outside = [.. Enumerable.Range(1, DefectTally.MostOutside + 1).Select(i => $"b/many/{i}")] };
        var matrix = DefectMatrix.Of([wide, OfTheLine with { Outside = [.. wide.Outside.Skip(1)] }], Catalogue, null, allDefects: true);
        Assert.That(matrix.TooWide.Select(f => f.Defect), Is.EqualTo(new[] { "first" }));
        Assert.That(matrix.HasHoles);
    }

    [Test]
    public void A_binding_requirement_without_a_defect_is_a_hole()
    {
        var matrix = DefectMatrix.Of([Whole], Catalogue, null, allDefects: true);
        Assert.That(matrix.WithoutDefect.Select(r => r.Requirement.Id), Is.EqualTo(new[] { "another-rule" }));
        Assert.That(matrix.HasHoles);
    }

    [Test]
    public void A_defect_that_breaks_a_plain_get_or_no_known_rule_is_unfit()
    {
        var matrix = DefectMatrix.Of([Whole with { BaselineProblem = "it is answered 400" }, OfTheLine with { Requirement = "no-rule" }], Catalogue, null, allDefects: true);
        Assert.That(matrix.Unfit.Select(f => f.Defect), Is.EqualTo(new[] { "first", "second" }));
    }

    [Test]
    public void Of_a_part_only_that_is_told_which_can_be_known()
    {
        Assert.That(DefectMatrix.Of([OfTheLine], Catalogue, null, allDefects: false).HasHoles, Is.False);
        var some = DefectMatrix.Of([Whole with { Caught = [], Tripped = [] }, OfTheLine], Catalogue, new HashSet<string> { "a/one/one" }, allDefects: true);
        Assert.That((some.HasHoles, some.OnlyCanned.Count), Is.EqualTo((false, 0)));
    }
}

using Conform.Cases;
using Conform.Harness.Tests.Cases;
using Conform.Judging.Defects;

namespace Conform.Harness.Tests.Judging.Defects;

public sealed class TripListTests
{
    private static readonly Catalogue Catalogue = Samples.Load(("suites/a/one.md", Samples.Case()), ("suites/a/two.md", Samples.Case()));

    [Test]
    public void A_list_is_read_back_as_it_was_written()
    {
        var list = Read("# why\n\na/two/one second\r\na/one/one  first\n");
        Assert.That(list.ToString().Split('\n')[1..], Is.EqualTo(new[] { "a/one/one first", "a/two/one second", "" }));
        Assert.That(Read(list.ToString()).Defects, Is.EqualTo(list.Defects));
    }

    [TestCase("a/one/one first\na/one/one second\n", "2: a/one/one stands here twice")]
    [TestCase("\na/one/one\n", "2: a line is a case and a defect, with a blank between")]
    public void What_is_wrong_is_told_with_its_line(string text, string expected)
    {
        Assert.That(TripList.TryParse(text, out var list, out var problem), Is.False);
        Assert.That((list, problem), Is.EqualTo(((TripList?)null, expected)));
    }

    [Test]
    public void What_still_trips_stays_and_what_is_found_is_added()
    {
        var after = With("a/one/one wide\na/gone/one wide\n", Finding("narrow", "a/one/one"), Finding("wide", "a/one/one", "a/two/one"));
        Assert.That(after, Is.EqualTo("a/one/one wide, a/two/one wide"));
    }

    [Test]
    public void Of_several_the_narrowest_is_kept_and_before_it_one_of_the_same_requirement()
    {
        Assert.That(With("", Finding("wide", "a/one/one", "a/two/one"), Finding("narrow", "a/one/one")), Is.EqualTo("a/one/one narrow, a/two/one wide"));
        Assert.That(With("", Finding("wide", "a/one/one", "a/two/one"), Finding("narrow", "a/one/one") with { Requirement = "another-rule" }), Is.EqualTo("a/one/one wide, a/two/one wide"));
    }

    [Test]
    public void What_no_defect_trips_any_more_goes_where_all_were_tried() =>
        Assert.That(With("a/one/one narrow\na/two/one wide\n", Finding("wide", "a/two/one")), Is.EqualTo("a/two/one wide"));

    [Test]
    public void What_was_not_tried_stays()
    {
        var matrix = DefectMatrix.Of([Finding("wide", "a/two/one")], Catalogue, new HashSet<string> { "a/two/one" }, allDefects: true);
        Assert.That(Told(Read("a/one/one narrow\n").With(matrix, Catalogue)), Is.EqualTo("a/one/one narrow, a/two/one wide"));
    }

    private static DefectFinding Finding(string defect, params string[] tripped) => new(defect, "a-rule", "S.") { Caught = tripped, Tripped = tripped };

    private static string With(string text, params DefectFinding[] findings) => Told(Read(text).With(DefectMatrix.Of(findings, Catalogue, null, allDefects: true), Catalogue));

    private static string Told(TripList list) => string.Join(", ", list.Defects.Select(d => $"{d.Key} {d.Value}"));

    private static TripList Read(string text) => TripList.TryParse(text, out var list, out var problem) ? list : throw new FormatException(problem);
}

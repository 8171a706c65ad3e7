using Conform.Cases;
using Conform.Harness.Tests.Cases;
using Conform.Judging.Coverage;

namespace Conform.Harness.Tests.Judging.Coverage;

public sealed class CoverageTests
{
    private const string Head = "| id | section | level | role | observed | requirement |\n|---|---|---|---|---|---|\n";

    private const string Table = "# RFC 9\n\n" + Head
        + "| a-rule | 1.2 | MUST | origin | answer | It does. |\n"
        + "| line-rule | 1.2 | MUST NOT | origin | answer | It does not. |\n"
        + "| open-rule | 3 | SHOULD | origin | time | It should. |\n"
        + "| rfc9110-6.6.1-date-present | 3.1 | MUST | origin | every response | The lint knows it. |\n"
        + "| far-rule | 4 | MUST | proxy | not: binds a proxy only | It would. |\n"
        + "| stale-rule | 4 | MUST | origin | not: cannot be seen | It would. |\n";

    private static readonly Catalogue Catalogue = CatalogueLoader.FromFiles(
    [
        ("suites/requirements/rfc9.md", Table),
        ("suites/a/one.md", Samples.Case(expect: "accept 200\nnever any response 5xx [line-rule]\ncheck with no content [stale-rule]\n")),
        ("suites/a/two.md", Samples.Case(expect: "accept 200\nnever any response 5xx [a-rule]\n")),
    ]);

    private static readonly IReadOnlyList<CoveredRequirement> Rows = RequirementCoverage.Of(Catalogue);

    [Test]
    public void Each_requirement_has_what_shows_it()
    {
        Assert.That(Catalogue.Diagnostics, Is.Empty);
        Assert.That(Rows.Select(r => (r.Requirement.Id, r.State)), Is.EqualTo(new[]
        {
            ("a-rule", CoverageState.ByCase), ("line-rule", CoverageState.ByCase), ("open-rule", CoverageState.Open),
            ("rfc9110-6.6.1-date-present", CoverageState.ByLint), ("far-rule", CoverageState.LeftOut), ("stale-rule", CoverageState.ByCase),
        }));
        Assert.That(Rows[0].Cases, Is.EqualTo(new[] { "a/one/one", "a/two/one" }));
        Assert.That(Rows[0].Lines, Is.Empty, "a line with the case's own requirement is no further one");
        Assert.That((Rows[1].Cases.Count, Rows[1].Lines[0]), Is.EqualTo((0, "a/one/one")));
        Assert.That(Rows[3].Rules, Is.EqualTo(new[] { "date-missing" }));
    }

    [Test]
    public void What_nothing_shows_and_a_reason_that_no_longer_holds_are_wrong() =>
        Assert.That(RequirementCoverage.Problems(Catalogue).Select(d => d.ToString()), Is.EqualTo(new[]
        {
            "suites/requirements/rfc9.md:7: no case is about open-rule; write one, or give the reason behind not:",
            "suites/requirements/rfc9.md:10: stale-rule is said not to be observable, but a/one/one shows it; say how it is observed, or take the case away",
        }));

    [Test]
    public void Nothing_is_told_of_a_file_alone()
    {
        var file = CatalogueLoader.FromDirectory(Path.Combine(Repository.Root, "suites", "rfc9112", "host.md"));
        Assert.That(file.IsWhole, Is.False);
        Assert.That(RequirementCoverage.Problems(file), Is.Empty);
        Assert.That(CatalogueLoader.FromDirectory(Path.Combine(Repository.Root, "suites", "rfc9112")).IsWhole, Is.False);
        Assert.That(CatalogueLoader.FromDirectory(Path.Combine(Repository.Root, "suites")).IsWhole, Is.True);
        Assert.That(CatalogueLoader.Embedded().IsWhole, Is.True);
    }

    [TestCase("RFC 9", "a-rule line-rule open-rule rfc9110-6.6.1-date-present far-rule stale-rule", false)]
    [TestCase("rfc9", "a-rule line-rule open-rule rfc9110-6.6.1-date-present far-rule stale-rule", false)]
    [TestCase("a", "a-rule line-rule open-rule rfc9110-6.6.1-date-present far-rule stale-rule", false)]
    [TestCase("rfc9-3", "open-rule rfc9110-6.6.1-date-present", true)]
    [TestCase("rfc9-3.1", "rfc9110-6.6.1-date-present", true)]
    [TestCase("far-rule", "far-rule", true)]
    [TestCase("far-rule,*e-rule", "line-rule far-rule stale-rule", true)]
    public void Words_select(string words, string ids, bool narrow)
    {
        var selected = CoverageSelection.Of(Catalogue, Rows, words.Split(','));
        Assert.That((string.Join(' ', selected.Rows.Select(r => r.Requirement.Id)), selected.IsNarrow), Is.EqualTo((ids, narrow)));
        Assert.That(selected.Unmatched, Is.Empty);
    }

    [Test]
    public void A_word_that_selects_nothing_is_named() =>
        Assert.That(CoverageSelection.Of(Catalogue, Rows, ["rfc8"]).Unmatched.Single(), Does.StartWith("no requirement is selected by rfc8;"));

    [Test]
    public void Numbers_add_up()
    {
        Assert.That(CoverageTally.Of(Rows), Is.EqualTo(new CoverageTally(6, 3, 1, 1, 1)));
        Assert.That(CoverageSection.Of(Rows).Select(s => (s.Name, s.Rows.Count)), Is.EqualTo(new[] { ("1.2", 2), ("3", 1), ("3.1", 1), ("4", 2) }));
        Assert.That(CoverageTally.Reasons(Rows), Is.EqualTo(new[] { KeyValuePair.Create("binds a proxy only", 1) }));
    }

    [Test]
    public void What_is_inside_the_program_has_no_problem() => Assert.That(RequirementCoverage.Problems(CatalogueLoader.Embedded()), Is.Empty);
}

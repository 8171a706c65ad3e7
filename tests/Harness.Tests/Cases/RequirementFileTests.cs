using Conform.Cases;

namespace Conform.Harness.Tests.Cases;

public sealed class RequirementFileTests
{
    [Test]
    public void Rows_of_all_tables_are_read()
    {
        var file = RequirementFileParser.Parse("r.md", "# RFC 9112\n\nProse.\n\n## One\n\n| id | section | level | requirement |\n|---|:-:|---|---|\n| a | 6.3 | MUST NOT | One \\| two. |\n\n## Two\n\n| b | A Note | PROSE | Three. |\n");
        Assert.That(file.Diagnostics, Is.Empty);
        Assert.That(file.Requirements.Select(r => r.Requirement), Is.EqualTo(new[]
        {
            new Requirement("a", "RFC 9112", "6.3", RequirementLevel.MustNot, "One | two."), new Requirement("b", "RFC 9112", "A Note", RequirementLevel.Prose, "Three."),
        }));
        Assert.That(file.Requirements.Select(r => r.Location.Line), Is.EqualTo(new[] { 9, 13 }));
    }

    [Test]
    public void A_file_may_gather_several_specifications()
    {
        var file = RequirementFileParser.Parse("r.md", "# Others\n\nProse.\n\n# RFC 1\n\n| a | 1 | MUST | T. |\n\n# RFC 2\n\n| b | 1 | MUST | T. |\n");
        Assert.That((file.Specification, string.Join(' ', file.Requirements.Select(r => r.Requirement.Reference))), Is.EqualTo(("Others", "RFC 1 §1 RFC 2 §1")));
    }

    [Test]
    public void Who_is_bound_and_how_it_is_seen_are_read()
    {
        var file = RequirementFileParser.Parse(
            "r.md", "# R\n\n| id | section | level | role | observed | requirement |\n|---|---|---|---|---|---|\n| a | 1 | MAY | origin | time | T. |\n| b | 1 | MAY | proxy | not: binds a proxy only | T. |\n");
        Assert.That(file.Diagnostics, Is.Empty);
        Assert.That(file.Requirements.Select(r => (r.Requirement.Role, r.Requirement.Observed, r.Requirement.LeftOut)), Is.EqualTo(new[]
        {
            ("origin", "time", null), ("proxy", "not:", "binds a proxy only"),
        }));
    }

    [Test]
    public void Every_level_has_its_word() =>
        Assert.That(
            Enum.GetValues<RequirementLevel>().Select(l => RequirementFileParser.Parse("r.md", $"# R\n| a | 1 | {l.Describe()} | T. |\n").Requirements.Single().Requirement.Level),
            Is.EqualTo(Enum.GetValues<RequirementLevel>()));

    [TestCase("| a | 1 | MSUT | T. |", "there is no level MSUT", "did you mean MUST?")]
    [TestCase("| a | 1 | MUST |", "the row has 3 cells", null)]
    [TestCase("| a | 1 | MUST |  |", "a has no text", null)]
    [TestCase("| a |  | MUST | T. |", "a has no section", null)]
    [TestCase("| a | 1 | MUST | orgin | answer | T. |", "there is no role orgin", "did you mean origin?")]
    [TestCase("| a | 1 | MUST | origin | anser | T. |", "there is no way to observe called anser", "did you mean answer?")]
    [TestCase("| a | 1 | MUST | origin | not: | T. |", "a is not observed, and nothing says why", "not: and the reason")]
    [TestCase("| a b | 1 | MUST | T. |", "the row has no id", null)]
    public void What_is_wrong_is_told_with_its_line(string row, string message, string? hint)
    {
        var problem = RequirementFileParser.Parse("r.md", "# R\n\n" + row + "\n").Diagnostics.Single();
        Assert.That((problem.Location.Line, problem.Message), Is.EqualTo((3, message)));
        if (hint is not null) Assert.That(problem.Hint, Is.EqualTo(hint));
    }

    [Test]
    public void A_requirement_that_is_there_twice_is_told_at_the_second()
    {
        var catalogue = Samples.Load(("suites/requirements/rfc8.md", "# RFC 8\n\n| a-rule | 1 | MAY | T. |\n"), ("suites/a/b.md", Samples.Case()));
        Assert.That(catalogue.Diagnostics.Single().ToString(), Is.EqualTo("suites/requirements/rfc9.md:5: the requirement a-rule is there twice; the first stands at suites/requirements/rfc8.md:3"));
    }
}

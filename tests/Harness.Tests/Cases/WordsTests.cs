using Conform.Cases;

namespace Conform.Harness.Tests.Cases;

/// <summary>The manual shows what the parser reads.</summary>
public sealed class WordsTests
{
    private static IEnumerable<TestCaseData> Lines => Group("verbs").Concat(Group("conversations")).Concat(Group("checks")).Concat(Group("fates"));

    private static IEnumerable<TestCaseData> Statuses => Group("statuses");

    private static IEnumerable<TestCaseData> Clauses => Group("clauses");

    private static IEnumerable<TestCaseData> Placeholders => Group("placeholders");

    private static IEnumerable<TestCaseData> Steps => Group("steps");

    private static IEnumerable<TestCaseData> Items => Group("items");

    [TestCaseSource(nameof(Lines))]
    public void Examples_of_lines_are_read(string line) => Assert.That(() => ExpectationParser.ParseLine(line, default, _ => null), Throws.Nothing);

    [TestCaseSource(nameof(Statuses))]
    public void Examples_of_statuses_are_told_as_they_stand(string words) => Assert.That(Describe("accept " + words), Is.EqualTo(words));

    [TestCaseSource(nameof(Clauses))]
    public void Examples_of_clauses_are_told_as_they_stand(string words) => Assert.That(Describe("check with " + words), Is.EqualTo("with " + words));

    [TestCaseSource(nameof(Placeholders))]
    public void Examples_of_placeholders_are_read(string text)
    {
        var template = OctetTemplateParser.ParseText(text, default);
        Assert.That(template.Parts.OfType<PlaceholderPart>().Count(), Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Steps))]
    public void Examples_of_steps_are_compiled(string line)
    {
        var problems = new List<Diagnostic>();
        AppProgramCompiler.Compile(["start 200 OK", line], default, problems);
        Assert.That(problems, Is.Empty);
    }

    [TestCaseSource(nameof(Items))]
    public void Examples_of_items_are_read(string item)
    {
        var file = Samples.Case($"{item}\n").Replace("- requirement: a-rule\n\n- requirement: rfc9112-3.2-host-missing", "- requirement: rfc9112-3.2-host-missing", StringComparison.Ordinal);
        var problems = CatalogueLoader.FromFiles([("requirements/r.md", "# RFC 9\n\n| a-rule | 1 | MUST | A. |\n| rfc9112-3.2-host-missing | 1 | MUST | A. |\n"), ("rfc9112/host.md", file + Samples.Others)]).Diagnostics;
        Assert.That(problems.Where(p => !p.Message.StartsWith("mutate", StringComparison.Ordinal) && p.Message is not ("generate needs repeat" or "nothing runs the program") && p.Message != "there is no other connection"), Is.Empty);
    }

    [Test]
    public void Each_word_has_a_meaning_and_an_example() =>
        Assert.That(Words.All.SelectMany(g => g.Words).Where(w => w.Name.Length == 0 || w.Summary.Length == 0 || w.Example.Length == 0), Is.Empty);

    [Test]
    public void The_readme_shows_the_tables_as_they_are()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "suites", "README.md"));
        var begin = readme.IndexOf(ManualOfWords.Begin, StringComparison.Ordinal) + ManualOfWords.Begin.Length + 1;
        var end = readme.IndexOf(ManualOfWords.End, StringComparison.Ordinal);
        Assert.That(readme[begin..end], Is.EqualTo(ManualOfWords.Render()), "conform words --format markdown writes what belongs between the markers");
    }

    [Test]
    public void The_cases_of_the_readme_are_sound()
    {
        var blocks = File.ReadAllText(Path.Combine(Repository.Root, "suites", "README.md")).Split("````markdown\n").Skip(1).Select(b => b[..b.IndexOf("````", StringComparison.Ordinal)]).ToList();
        var text = string.Concat(blocks);
        var ids = text.Split('\n').Where(l => l.StartsWith("- requirement: ", StringComparison.Ordinal)).Select(l => $"| {l[15..]} | 1 | MUST | A. |\n");
        var catalogue = CatalogueLoader.FromFiles([("requirements/r.md", "# R\n\n" + string.Concat(ids)), ("a/b.md", text)]);
        Assert.That(blocks, Has.Count.EqualTo(7));
        Assert.That(catalogue.Diagnostics, Has.Count.LessThanOrEqualTo(0), string.Join('\n', catalogue.Diagnostics));
        Assert.That(catalogue.Cases, Has.Count.EqualTo(7));
    }

    private static string Describe(string line) => ExpectationParser.ParseLine(line, default, _ => null).Pattern.Describe();

    private static IEnumerable<TestCaseData> Group(string name) => Words.All.Single(g => g.Name == name).Words.Select(w => new TestCaseData(w.Example));
}

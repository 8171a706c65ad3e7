using System.CommandLine;
using System.Text.Json;
using Conform.Commands;

namespace Conform.Harness.Tests.Cases;

public sealed class CommandTests
{
    private static string Sound => Path.Combine(Repository.Samples, "sound");

    private static string BrokenFolder => Path.Combine(Repository.Samples, "broken");

    [Test]
    public void Lint_tells_every_problem_with_file_and_line()
    {
        var (code, output, errors) = Invoke("lint", BrokenFolder);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Is.Empty);
        var expected = File.ReadAllText(Path.Combine(BrokenFolder, "problems.txt"));
        Assert.That(output.Replace(BrokenFolder.Replace('\\', '/') + "/", string.Empty, StringComparison.Ordinal), Is.EqualTo(expected));
    }

    [Test]
    public void Lint_is_content_with_sound_files()
    {
        Assert.That(Invoke("lint", Sound), Is.EqualTo((0, "2 cases in 1 files: nothing wrong\n", "")));
        Assert.That(Invoke("lint", Path.Combine(Sound, "one", "greeting.md")).Code, Is.EqualTo(2), "the requirements of another folder are not known to a file on its own");
    }

    [Test]
    public void Lint_wants_case_files()
    {
        var shown = Path.Combine(Sound, "shown.txt");
        Assert.That(Invoke("lint", shown).Output, Does.StartWith($"{shown.Replace('\\', '/')}:1: this is no case file; "));
        Assert.That(Invoke("lint", Path.Combine(Repository.Root, "src")), Is.EqualTo((2, "", $"conform: there is no case file in {Path.Combine(Repository.Root, "src")}\n")));
    }

    [TestCase("lint", "/nowhere/at/all")]
    [TestCase("list", "--suites", "/nowhere/at/all")]
    [TestCase("show", "x", "--suites", "/nowhere/at/all")]
    public void A_path_that_is_not_there_is_named(params string[] arguments) =>
        Assert.That(Invoke(arguments), Is.EqualTo((2, "", "conform: there is no /nowhere/at/all\n")));

    [Test]
    public void A_broken_file_lists_nothing()
    {
        var (code, output, errors) = Invoke("list", "--suites", BrokenFolder);
        Assert.That((code, output), Is.EqualTo((2, "")));
        Assert.That(errors, Does.Contain("case.md:9: unknown word wait"));
    }

    [Test]
    public void List_names_each_case_with_its_requirement() =>
        Assert.That(Invoke("list", "--suites", Sound).Output, Is.EqualTo(
            "one/greeting/hello  MUST        RFC 9 §1.2\none/greeting/many   SHOULD      RFC 9 §3\n2 cases, 4 conversations under each delivery\n"));

    [Test]
    public void List_selects()
    {
        Assert.That(Invoke("list", "*/many[1]", "--suites", Sound).Code, Is.EqualTo(2));
        Assert.That(Invoke("list", "one/greeting/many[1]", "--suites", Sound).Output, Does.StartWith("one/greeting/many[1]  SHOULD"));
        Assert.That(Invoke("list", "one/greting", "--suites", Sound), Is.EqualTo((2, "", "conform: no case is selected by one/greting; did you mean one/greeting?\n")));
    }

    [Test]
    public void List_in_markdown_is_a_table_a_file() =>
        Assert.That(Invoke("list", "--format", "markdown", "--suites", Sound).Output, Does.StartWith(
            "## Greeting\n\n| case | level | requirement | why |\n|---|---|---|---|\n| one/greeting/hello | MUST | RFC 9 §1.2: It does. | The first thing that anybody tries. |\n"));

    [Test]
    public void List_in_json_can_be_read()
    {
        using var json = JsonDocument.Parse(Invoke("list", "--format", "json", "--suites", Sound).Output);
        var many = json.RootElement[1];
        Assert.That(many.GetProperty("case").GetString(), Is.EqualTo("one/greeting/many"));
        Assert.That(many.GetProperty("draws").GetInt32(), Is.EqualTo(3));
        Assert.That(many.GetProperty("requires")[0].GetString(), Is.EqualTo("echo"));
    }

    [Test]
    public void Show_tells_the_case_as_it_was_understood()
    {
        var (code, output, _) = Invoke("show", "one/greeting", "--suites", Sound);
        Assert.That(code, Is.Zero);
        Assert.That(output.Replace(Sound.Replace('\\', '/') + "/", string.Empty, StringComparison.Ordinal), Is.EqualTo(File.ReadAllText(Path.Combine(Sound, "shown.txt"))));
    }

    [Test]
    public void Words_come_in_three_formats()
    {
        Assert.That(Invoke("words").Output, Does.Contain("half-close").And.Contain("${canary}"));
        Assert.That(Invoke("words", "--format", "markdown").Output, Is.EqualTo(Conform.Cases.ManualOfWords.Render()));
        using var json = JsonDocument.Parse(Invoke("words", "--format", "json").Output);
        Assert.That(json.RootElement.GetArrayLength(), Is.EqualTo(Conform.Cases.Words.All.Count));
    }

    private static (int Code, string Output, string Errors) Invoke(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var root = new RootCommand { LintCommand.Create(output, errors), ListCommand.Create(output, errors), ShowCommand.Create(output, errors), WordsCommand.Create(output) };
        return (root.Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = errors }), output.ToString(), errors.ToString());
    }
}

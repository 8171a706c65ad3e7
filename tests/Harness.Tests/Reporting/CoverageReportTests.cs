using System.Text.Json;
using Conform.Cases;
using Conform.Judging.Coverage;
using Conform.Reporting.Coverage;
using Spectre.Console.Testing;

namespace Conform.Harness.Tests.Reporting;

public sealed class CoverageReportTests
{
    private static readonly CoveredRequirement[] Rows =
    [
        Row("rfc9-1.2-first", "RFC 9", "1.2", RequirementLevel.Must, cases: ["a/b/c", "a/b/d"], lines: ["e/f/g"]),
        Row("rfc9-1.2-second", "RFC 9", "1.2", RequirementLevel.Should, rules: ["date-missing"]),
        Row("rfc9-10-third", "RFC 9", "10", RequirementLevel.ShouldNot),
        Row("rfc9-10-fourth", "RFC 9", "10", RequirementLevel.May, leftOut: "binds a proxy | gateway only"),
        Row("pep1-fifth", "PEP 1", "Optional Platform-Specific File Handling", RequirementLevel.Must, cases: ["a/b/d"]),
    ];

    [TestCase(80)]
    [TestCase(120)]
    public void Tables_fit_the_terminal(int width) => Check($"coverage-{width}", width, c => c.WriteTables(Rows));

    [Test]
    public void Each_requirement_is_told() => Check("coverage-cases", 80, c => c.WriteRows(Rows));

    [Test]
    public void What_is_open_is_listed() => Check("coverage-open", 80, c => c.WriteOpen(Rows));

    [Test]
    public void On_a_page() => Verified.Check("coverage-markdown", CoverageMarkdown.Render(Rows));

    [Test]
    public void For_a_program()
    {
        using var json = JsonDocument.Parse(CoverageJson.Of(Rows).ToJsonString());
        var first = json.RootElement.GetProperty("specifications")[0];
        Assert.That(first.GetProperty("sections")[1].GetProperty("levels").GetProperty("SHOULD NOT").GetProperty("open").GetInt32(), Is.EqualTo(1));
        Assert.That(first.GetProperty("reasons").GetProperty("binds a proxy | gateway only").GetInt32(), Is.EqualTo(1));
        Assert.That(json.RootElement.GetProperty("requirements").EnumerateArray().Select(r => r.GetProperty("state").GetString()), Is.EqualTo(new[]
        {
            "by cases", "by lint alone", "open", "left out", "by cases",
        }));
        Assert.That(json.RootElement.GetProperty("requirements")[0].GetProperty("lines")[0].GetString(), Is.EqualTo("e/f/g"));
    }

    private static void Check(string name, int width, Action<CoverageText> write)
    {
        var console = new TestConsole().Width(width);
        write(new CoverageText(console));
        Assert.That(console.Output.Split('\n').Max(l => l.Length), Is.LessThanOrEqualTo(width));
        Verified.Check(name, console.Output);
    }

    private static CoveredRequirement Row(
        string id, string specification, string section, RequirementLevel level, string[]? cases = null, string[]? lines = null, string[]? rules = null, string? leftOut = null) =>
        new(
            new Requirement(id, specification, section, level, "What is asked of a server is said here in one sentence, which may be longer than a terminal is wide.") { LeftOut = leftOut },
            new SourceLocation("suites/requirements/r.md", 7), cases ?? [], lines ?? [], rules ?? []);
}

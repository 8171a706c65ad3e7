using Conform.Cases;
using Conform.Harness.Tests.Cases;
using Conform.Judging.Defects;
using Conform.Reporting.Defects;
using Spectre.Console.Testing;

namespace Conform.Harness.Tests.Reporting;

public sealed class DefectsReportTests
{
    private static readonly Catalogue Catalogue = Samples.Load(("suites/a/one.md", Samples.Case()), ("suites/a/two.md", Samples.Case(expect: "accept 200\nnever any response 5xx [another-rule]\n")));

    private static readonly DefectMatrix Matrix = DefectMatrix.Of(
        [
            new DefectFinding("first-defect", "a-rule", "Does a thing that no server may do, and that is told here at some length.") { Caught = ["a/one/one", "lint/date-missing"], Tripped = ["a/one/one"] },
            new DefectFinding("second-defect", "a-rule", "Does much.") { Caught = ["a/one/one"], Outside = [.. Enumerable.Range(1, 22).Select(i => $"b/many/{i:00}")], Reservation = "it fails 22 cases that are not about RFC 9 §1, and 20 are as many as a single fault may" },
            new DefectFinding("third-defect", "a-rule", "Hides."),
            new DefectFinding("fourth-defect", "no-rule", "Breaks all.") { BaselineProblem = "a plain GET is answered 400" },
        ],
        Catalogue, null, allDefects: true);

    [TestCase(80)]
    [TestCase(120)]
    public void For_a_terminal(int width)
    {
        var console = new TestConsole().Width(width);
        var text = new DefectsText(console, Catalogue.FindRequirement);
        foreach (var finding in Matrix.Findings) text.Write(finding);
        text.WriteEnd(Matrix with { Findings = Matrix.Findings });
        Assert.That(console.Output.Split('\n').Max(l => l.Length), Is.LessThanOrEqualTo(width));
        Verified.Check($"defects-{width}", WithoutRules(console.Output));
    }

    [Test]
    public void How_narrow_they_are()
    {
        var console = new TestConsole().Width(80);
        var text = new DefectsText(console, Catalogue.FindRequirement);
        foreach (var finding in Matrix.Findings) text.WriteWidth(finding);
        text.WriteWidthEnd(Matrix);
        Verified.Check("defects-narrow", console.Output);
    }

    [Test]
    public void On_a_page() => Verified.Check("defects-markdown", DefectsMarkdown.Render(Matrix).Split("\n## Rules of the lint")[0] + "\n" + DefectsMarkdown.RenderList(Matrix.Findings));

    [Test]
    public void For_a_program()
    {
        var json = DefectsJson.Of(Matrix);
        Assert.That(json["defects"]![0]!["tripped"]![0]!.GetValue<string>(), Is.EqualTo("a/one/one"));
        Assert.That(json["tooWide"]!.AsArray().Select(n => n!.GetValue<string>()), Is.EqualTo(new[] { "second-defect" }));
        Assert.That(json["defects"]![1]!["outside"]!.AsArray(), Has.Count.EqualTo(22));
        Assert.That(json["untripped"]!.AsArray().Select(n => n!.GetValue<string>()), Is.EqualTo(new[] { "a/two/one" }));
        Assert.That(DefectsJson.Of(Matrix.Findings)[2]!["summary"]!.GetValue<string>(), Is.EqualTo("Hides."));
    }

    // Which rules of the lint there are is not what this is about.
    private static string WithoutRules(string text)
    {
        var begin = text.IndexOf("Rules of the lint", StringComparison.Ordinal);
        return text[..begin] + "…\n" + text[text.LastIndexOf("\n\n", StringComparison.Ordinal)..];
    }
}

using System.Text;
using System.Text.Json;
using Conform.Cases;
using Conform.Judging;
using Conform.Reporting;

namespace Conform.Harness.Tests.Reporting;

/// <summary>The formats that other programs read, each read back here by its own rules.</summary>
public sealed class FormatTests
{
    private static readonly DateOnly Today = new(2026, 1, 2);

    private static readonly TargetMemory Memory = new(
        DeviationList.Parse("r/host/known fail because of <https://example.org/7>\nr/host/ok fail not any more\nlint/late fail was to be mended (until 2026-01-01)", "d.txt"),
        FlakyList.Parse("r/host/shaky  a race of the server's", "f.txt"));

    private static readonly Result[] Run =
    [
        Sample.Result("r/host/ok", Outcome.Pass),
        Sample.Result("r/host/mild", Outcome.Lenient),
        Sample.Result("r/host/bad", Outcome.Fail, evidence: Sample.Answered, notes: "a # and a % and\na line"),
        Sample.Result("r/host/bad", Outcome.Fail, "octets", Sample.Answered, notes: "a # and a % and\na line"),
        Sample.Result("r/host/known", Outcome.Fail),
        Sample.Result("r/host/shaky", Outcome.Fail),
        Sample.Result("r/host/advice", Outcome.Fail, requirement: Sample.Advice),
        Sample.Result("r/length/open", Outcome.Inconclusive, notes: "the control failed"),
        Sample.Result("r/length/hidden", Outcome.NotObservable, notes: "no echo"),
        Sample.Result("r/length/left", Outcome.Skip, notes: "asked for"),
        Sample.Result("lint/date", Outcome.Fail, "-") with { FirstSeen = "r/host/bad (whole)" },
    ];

    [Test]
    public void Sarif_has_every_part_that_its_schema_requires()
    {
        using var log = JsonDocument.Parse(Render("sarif", Run));
        Assert.That(SarifRules.Problems(log.RootElement), Is.Empty);
        var run = log.RootElement.GetProperty("runs")[0];
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.That(
            results.Select(r => $"{r.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName")} {r.GetProperty("kind")} {r.GetProperty("level")} {(r.TryGetProperty("suppressions", out var s) ? s[0].GetProperty("justification").GetString() : "-")}"),
            Is.EquivalentTo(new[]
            {
                "r/host/bad fail error -", "lint/date fail error -", "r/length/open open none -", "r/host/advice fail warning -",
                "r/host/known fail error because of <https://example.org/7>", "r/host/shaky fail error a race of the server's",
            }));
        Assert.That(run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[1].GetProperty("helpUri").GetString(), Is.EqualTo("https://www.rfc-editor.org/rfc/rfc9112.html#section-6.3"));
        Assert.That(run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").GetArrayLength(), Is.EqualTo(2), "a stale deviation and an expired line");
        var lint = results.Single(r => r.GetProperty("message").GetProperty("text").GetString()!.StartsWith("lint/", StringComparison.Ordinal));
        Assert.That(lint.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString(), Is.EqualTo("suites/x.md"), "where it was first seen");
    }

    [Test]
    public void Annotations_are_commands_of_one_line_each()
    {
        var lines = Render("github", Run).TrimEnd('\n').Split('\n');
        Assert.That(lines, Has.All.Matches(@"^::(error|warning|notice) (file=[^,:]+,line=\d+,)?title=[^,:]+::.+$"));
        Assert.That(lines.Count(l => l.StartsWith("::error", StringComparison.Ordinal)), Is.EqualTo(5), "two failures, one inconclusive, one stale, one expired");
        Assert.That(lines[0], Does.Contain("%0Aconform run r/host/bad --target nginx"));
    }

    [Test]
    public void Annotations_that_would_not_be_shown_are_counted()
    {
        var many = Enumerable.Range(0, 40).Select(i => Sample.Result($"r/host/bad-{i}", Outcome.Fail)).ToArray();
        var errors = Render("github", many).Split('\n').Where(l => l.StartsWith("::error", StringComparison.Ordinal)).ToList();
        Assert.That(errors, Has.Count.EqualTo(10));
        Assert.That(errors[^1], Does.Contain("and 32 more"), "with the expired line");
    }

    [TestCase("tap", "TAP version 14")]
    [TestCase("tap13", "TAP version 13")]
    public void Tap_is_read_as_it_is_meant(string format, string first)
    {
        var lines = Render(format, Run).Split('\n');
        var points = lines.Where(l => l.StartsWith("ok ", StringComparison.Ordinal) || l.StartsWith("not ok ", StringComparison.Ordinal)).ToList();
        var bad = points.Where(p => p.StartsWith("not ok ", StringComparison.Ordinal) && !p.Contains(" # TODO", StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(lines[0], Is.EqualTo(first));
            Assert.That(lines[1], Is.EqualTo($"1..{points.Count}"));
            Assert.That(points.Select((p, i) => p.Contains($"ok {i + 1} - ", StringComparison.Ordinal)), Has.All.True);
            Assert.That(bad, Has.Count.EqualTo(Run.Count(r => r.Outcome is Outcome.Fail or Outcome.Inconclusive) - 3 + 2));
            Assert.That(points, Has.Some.EndsWith("hidden (whole) # SKIP no echo").And.Some.Contains("known (whole) # TODO known: because of"));
            Assert.That(lines.Count(l => l == "  ---"), Is.EqualTo(lines.Count(l => l == "  ...")));
        });
    }

    [Test]
    public void A_badge_has_what_its_endpoint_asks_for()
    {
        using var bad = JsonDocument.Parse(Render("badge", Run));
        using var good = JsonDocument.Parse(Render("badge", [Run[1], Run[4], Run[8]], new TargetMemory(new DeviationList([Memory.Deviations.Entries[0]]), FlakyList.Empty)));
        Assert.That(Words(bad), Is.EqualTo("1 HTTP/1.1 conformance: 4 unexpected results, 1 stale deviation, 1 expired line (red)"));
        Assert.That(Words(good), Is.EqualTo("1 HTTP/1.1 conformance: 1 of 2 cases (green)"));

        static string Words(JsonDocument badge) => $"{badge.RootElement.GetProperty("schemaVersion")} {badge.RootElement.GetProperty("label")}: {badge.RootElement.GetProperty("message")} ({badge.RootElement.GetProperty("color")})";
    }

    [Test]
    public void Markdown_fits_a_job_summary_and_counts_what_it_leaves_out()
    {
        var many = Enumerable.Range(0, 4000).Select(i => Sample.Result($"r/host/bad-{i}", Outcome.Fail, evidence: Sample.Answered)).ToArray();
        var page = Render("markdown", many);
        Assert.That(Encoding.UTF8.GetByteCount(page), Is.LessThan(1024 * 1024).And.GreaterThan(500 * 1024));
        Assert.That(page, Does.Match(@"Left out, because .*: [\d,]+ of Unexpected failures"));
    }

    [Test]
    public void Markdown_is_what_was_accepted() => Verified.Check("markdown", Render("markdown", Run));

    [Test]
    public void Every_format_bears_a_run_without_results()
    {
        foreach (var format in ReportFormats.All) Assert.That(Render(format.Name, []), Is.Not.Empty, format.Name);
    }

    private static string Render(string format, Result[] results, TargetMemory? memory = null)
    {
        using var output = new StringWriter();
        using var writer = new WholeRunWriter(output, ReportFormats.Find(format)!.Render);
        var assessment = Assessment.Of(results, memory ?? Memory, Weight.Violation, Today);
        writer.Begin(Sample.Header);
        foreach (var (result, standing) in assessment.Results) writer.Add(result, standing);
        writer.End(RunSummary.Of(assessment));
        return output.ToString();
    }
}

using System.Text;
using Conform.Cases;
using Conform.Judging;
using Conform.Observations;
using Conform.Reporting;
using Conform.Reporting.Records;

namespace Conform.Pages.Tests;

/// <summary>Runs with results of every kind, as records make them.</summary>
internal static class SampleRun
{
    private static readonly Requirement[] Requirements =
    [
        new("rfc9112-6.3-cl-list-different", "RFC 9112", "6.3", RequirementLevel.Must, "A request whose Content-Length values differ is refused."),
        new("rfc9110-6.6.1-date", "RFC 9110", "6.6.1", RequirementLevel.Should, "A response says when it was made."),
        new("pep3333-close", "PEP 3333", "Specification Details", RequirementLevel.Must, "close is called once."),
    ];

    private static readonly Outcome[] Outcomes = [Outcome.Pass, Outcome.Fail, Outcome.Lenient, Outcome.NotObservable, Outcome.Inconclusive, Outcome.Skip, Outcome.Error];

    public static RunHeader Header { get; } = new()
    {
        ToolVersion = "0.1.0", Seed = 1, SuiteDigest = "5f2c", Deliveries = ["whole", "octets"],
        Target = new RunTarget("nginx", "http://127.0.0.1:18080/", "127.0.0.1:18080") { Version = "1.22.1", Arguments = ["--target", "nginx"] },
        Started = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
    };

    /// <summary>A run of some cases under two deliveries; a few fail, one of them is known, one flaky.</summary>
    public static FinishedRun Of(int cases, Func<int, Outcome>? outcome = null)
    {
        var results = Enumerable.Range(0, cases).SelectMany(i => Header.Deliveries.Select(d => Result(i, d, outcome?.Invoke(i) ?? Outcomes[i % Outcomes.Length])));
        var memory = new TargetMemory(
            DeviationList.Parse("files/f0/case-1  fail  it always did <https://example.org/1>\nfiles/f0/case-0  fail  not any more\nfiles/none  fail  late (until 2025-01-01)", "d.txt"),
            FlakyList.Parse("files/f0/case-8  now so and now so", "f.txt"));
        var assessment = Assessment.Of([.. results], memory, Weight.Violation, new DateOnly(2026, 1, 2));
        return new FinishedRun(Header, FinishedRun.InOrder(Header, assessment.Results), RunSummary.Of(assessment) with { Memory = new RunMemory(Weight.Violation, memory) });
    }

    public static async Task<string> WriteAsync(string folder, FinishedRun run)
    {
        await using var text = new StringWriter();
        ReportFormats.Find("html")!.Render(run, text);
        var path = Path.Combine(folder, "report.html");
        await File.WriteAllTextAsync(path, text.ToString());
        return new Uri(path).AbsoluteUri;
    }

    private static Result Result(int i, string delivery, Outcome outcome) => new()
    {
        Case = $"files/f{i / 40}/case-{i}", Delivery = delivery, Requirement = Requirements[i % 3], Summary = $"Why number {i} matters.",
        Location = new SourceLocation("suites/files/f.md", i + 1), Duration = TimeSpan.FromMilliseconds(i % 30),
        Verdict = new Verdict(outcome, "400 then close", outcome == Outcome.NotObservable ? string.Empty : "200 then kept") { Notes = outcome == Outcome.NotObservable ? ["the target has no echo"] : [] },
        Evidence = outcome is Outcome.NotObservable or Outcome.Skip ? null : Evidence(i),
    };

    private static Evidence Evidence(int i) => new()
    {
        Drawn = Drawn.None,
        Subject = new Transcript(
        [
            Event(0, 0, WireEventKind.Connected, ""), Event(1, 0.2, WireEventKind.Sent, $"POST /{i} HTTP/1.1\r\nHost: a\r\nX: </script><b>\u00E9\0\r\n\r\nhello"),
            Event(2, 2, WireEventKind.Received, "HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nContent-Length: 20\r\n\r\n<h1>Hello, web!</h1>"), Event(3, 4, WireEventKind.Fin, ""),
        ]),
    };

    private static WireEvent Event(int n, double at, WireEventKind kind, string octets) => new(n, TimeSpan.FromMilliseconds(at), 1, kind) { Octets = Encoding.Latin1.GetBytes(octets) };
}

using Conform.Generation.Deliveries;
using Conform.Judging;
using Conform.Suites.Tests.Servers;

namespace Conform.Suites.Tests;

/// <summary>Programs that are no HTTP servers pass nothing, and every case has a result.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class NullServerTests
{
    private static IEnumerable<TestCaseData> NullServers()
    {
        yield return new TestCaseData(() => TinyServer.ClosesAtOnce()).SetArgDisplayNames("closes at once");
        yield return new TestCaseData(() => TinyServer.Silent()).SetArgDisplayNames("silent");
        yield return new TestCaseData(() => TinyServer.Always("banana 400\r\n\r\n")).SetArgDisplayNames("garbage");
        yield return new TestCaseData(() => TinyServer.Always("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")).SetArgDisplayNames("always 400");
    }

    [TestCaseSource(nameof(NullServers)), CancelAfter(60_000)]
    public async Task A_null_server_passes_nothing(Func<object> start, CancellationToken cancellation)
    {
        await using var server = (TinyServer)start();
        var plan = SuiteRun.Plan();
        var run = await SuiteRun.AgainstAsync(SuiteRun.At(server.Url), plan, cancellation);
        Assert.Multiple(() =>
        {
            Assert.That(run.Cases.Select(r => r.Outcome).Distinct(), Is.EqualTo(new[] { Outcome.Inconclusive }));
            Assert.That(run.Results.Select(r => r.Outcome), Has.None.EqualTo(Outcome.Pass));
            Assert.That(run.Cases.Count(), Is.EqualTo(plan.Cases.Sum(c => c.Case.Steps.Any(s => s is Conform.Cases.AwaitCloseStep) ? 1 : plan.Deliveries.Count)));
        });
    }

    [TestCase("HTTP/1.1  200 OK\r\nContent-Length: 0\r\n\r\n", "status-line"), TestCase("HTTP/1.1 200 OK\r\nContent-Length: +0\r\n\r\n", "content-length"), CancelAfter(60_000)]
    public async Task What_is_wrong_with_the_plain_answer_is_told_though_no_case_can_be_judged(string answer, string rule, CancellationToken cancellation)
    {
        await using var server = TinyServer.Always(answer);
        var run = await SuiteRun.AgainstAsync(SuiteRun.At(server.Url), SuiteRun.Plan(null, Delivery.Whole), cancellation);
        Assert.That(run.Results.Where(r => r.Outcome == Outcome.Fail).Select(r => r.Case), Does.Contain($"lint/{rule}"));
    }

    [Test, CancelAfter(120_000)]
    public async Task A_server_that_always_says_200_passes_only_what_a_200_satisfies(CancellationToken cancellation)
    {
        await using var server = TinyServer.Always("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var run = await SuiteRun.AgainstAsync(SuiteRun.At(server.Url), SuiteRun.Plan(null, Delivery.Whole), cancellation);
        var refusals = SuiteRun.Catalogue.Cases.Where(c => c.Control is not null).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        Assert.That(
            run.Cases.Where(r => r.Outcome == Outcome.Pass && refusals.Contains(r.Case)).Select(r => $"{r.Case}: expected {r.Verdict.Expected}, observed {r.Verdict.Observed}")
                .Where(t => !t.Contains("control's status", StringComparison.Ordinal) && !t.Contains("the baseline's status", StringComparison.Ordinal) && !t.Contains("any final response", StringComparison.Ordinal)
                    && !t.Contains("2xx", StringComparison.Ordinal) && !t.EndsWith("observed close without an answer", StringComparison.Ordinal)),
            Is.Empty);
    }
}

using Conform.Generation.Deliveries;
using Conform.Suites.Tests.Servers;
using Conform.Running;
using Conform.Running.Targets;
using Conform.Wire;

namespace Conform.Suites.Tests;

/// <summary>Verdicts on real servers do not depend on us.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ThirdPartyTests
{
    [TestCase("gunicorn")]
    [TestCase("wsgiref")]
    public async Task A_single_threaded_server_gets_the_same_verdicts_every_time(string name)
    {
        // One conversation at a time takes its time; octet by octet it would be minutes, and adds nothing about what runs beside.
        var plan = Sample(SuiteRun.Plan(null, Delivery.Whole, Delivery.Lines));
        var alone = await SuiteRun.AgainstAsync(await Needed.TargetAsync(name), plan with { Jobs = 1 });
        for (var i = 0; i < Repetition.Times(3, 1); i++)
        {
            var run = await SuiteRun.AgainstAsync(await Needed.TargetAsync(name), plan);
            Assert.That(alone.Flips(run), Is.Empty, $"run {i + 1}");
        }
    }

    [TestCase("nginx")]
    [TestCase("node")]
    public async Task A_slow_way_to_a_server_flips_no_verdict(string name)
    {
        var plan = Sample(SuiteRun.Plan(null, Delivery.Whole));
        var direct = await SuiteRun.AgainstAsync(await Needed.TargetAsync(name), plan);
        await using var target = await Needed.TargetAsync(name);
        await target.StartAsync(CancellationToken.None);
        var port = ((TcpEndpoint)target.Endpoint).Port;
        await using var relay = DelayRelay.To("127.0.0.1", port, TimeSpan.FromMilliseconds(200));
        var file = TargetSource.Find(name)!;
        var slow = await SuiteRun.AgainstAsync(SuiteRun.At(relay.Url, file.Options(new TargetOptions { Host = target.Values.Host })), plan);
        Assert.That(direct.Flips(slow), Is.Empty);
    }

    private static RunPlan Sample(RunPlan plan) => plan with { Cases = [.. plan.Cases.Where((_, i) => Repetition.IsThorough || i % 16 == 0)] };
}

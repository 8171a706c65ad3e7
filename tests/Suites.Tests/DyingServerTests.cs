using Conform.Generation.Deliveries;
using Conform.Suites.Tests.Servers;

namespace Conform.Suites.Tests;

/// <summary>A server that dies in the middle is said to have died, and where.</summary>
public sealed class DyingServerTests
{
    [Test, CancelAfter(60_000)]
    public async Task The_case_that_a_server_dies_at_is_named(CancellationToken cancellation)
    {
        await using var server = TinyServer.DiesAt("Transfer-Encoding");
        var plan = SuiteRun.Plan(["rfc9112/host", "rfc9112/transfer-encoding"], Delivery.Whole) with { Jobs = 1 };
        var run = await SuiteRun.AgainstAsync(SuiteRun.At(server.Url), plan, cancellation);
        Assert.Multiple(() =>
        {
            Assert.That(run.Outcome!.Died, Has.Count.EqualTo(1));
            Assert.That(run.Outcome.Died[0], Does.Contain("rfc9112/transfer-encoding/"));
            Assert.That(run.Cases.Count(), Is.EqualTo(plan.Cases.Count), "every case has a result");
        });
    }
}

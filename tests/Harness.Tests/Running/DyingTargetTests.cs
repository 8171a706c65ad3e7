using Conform.Judging;

namespace Conform.Harness.Tests.Running;

/// <summary>A target that dies: what killed it is named, everything has a result, and what can go on goes on.</summary>
[Parallelizable(ParallelScope.Children), FixtureLifeCycle(LifeCycle.InstancePerTestCase), CancelAfter(60_000)]
public sealed class DyingTargetTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [Test]
    public async Task The_killer_fails_and_the_rest_goes_on_where_the_target_can_be_started_again(CancellationToken stop)
    {
        await using var host = Killed("/k", restartable: true);
        var told = await Told.RunAsync(host, Told.Plan([Told.Case("a"), Told.Case("b"), Told.Case("k"), Told.Case("x"), Told.Case("y"), Told.Case("z")]) with { Timeout = Short }, stop);
        Assert.Multiple(() =>
        {
            Assert.That(told.Outcomes, Is.EqualTo("a Pass, b Pass, k Fail, x Pass, y Pass, z Pass"));
            Assert.That(told["k"].Verdict.Observed, Is.EqualTo("the target died, or answers nobody any more"));
            Assert.That(told.Outcome!.Died, Is.EqualTo(new[] { "during k (whole)" }));
            Assert.That(host.Starts, Is.EqualTo(3), "started, again for the suspects, and again behind the killer");
        });
    }

    [Test]
    public async Task Two_killers_are_both_named(CancellationToken stop)
    {
        await using var host = Killed("/k", restartable: true);
        var told = await Told.RunAsync(host, Told.Plan([Told.Case("k1"), Told.Case("k2"), Told.Case("z")]) with { Timeout = Short }, stop);
        Assert.That((told.Outcomes, told.Outcome!.Died.Order(StringComparer.Ordinal)), Is.EqualTo(("k1 Fail, k2 Fail, z Pass", new[] { "during k1 (whole)", "during k2 (whole)" })));
    }

    [Test]
    public async Task What_cannot_be_started_again_leaves_the_rest_inconclusive(CancellationToken stop)
    {
        await using var host = Killed("/k", restartable: false);
        var cases = Enumerable.Range(0, 40).Select(i => Told.Case($"z{i:00}")).Prepend(Told.Case("k"));
        var told = await Told.RunAsync(host, Told.Plan([.. cases]) with { Jobs = 1, Timeout = Short }, stop);
        Assert.Multiple(() =>
        {
            Assert.That(told["k"].Outcome, Is.EqualTo(Outcome.Fail));
            Assert.That(told["k"].Evidence, Is.Not.Null, "what was seen of it is kept");
            Assert.That(told.Cases.Where(r => r.Case != "k").Select(r => r.Outcome), Is.All.EqualTo(Outcome.Inconclusive).And.Exactly(40).Items);
            Assert.That(told.Outcome!.Died, Is.EqualTo(new[] { "during k (whole)" }));
        });
    }

    [Test]
    public async Task Of_several_suspects_none_is_blamed_where_they_cannot_run_alone(CancellationToken stop)
    {
        var both = new CountdownEvent(2);
        Host? host = null;
        host = new Host(async x =>
        {
            if (!x.Asks("/s"))
            {
                await x.AnswerAsync();
                return;
            }

            if (both.Signal()) host!.Die();
            await x.HangAsync();
        });
        await using (host)
        {
            var told = await Told.RunAsync(host, Told.Plan(Told.Case("s1"), Told.Case("s2")) with { Jobs = 2, Timeout = TimeSpan.FromSeconds(20) }, stop);
            Assert.That((told.Outcomes, told.Outcome!.Died.Count), Is.EqualTo(("s1 Inconclusive, s2 Inconclusive", 1)));
        }

        both.Dispose();
    }

    [Test]
    public async Task A_target_that_somebody_else_starts_again_is_gone_on_with(CancellationToken stop)
    {
        Host? host = null;
        host = new Host(async x =>
        {
            if (!x.Asks("/once") || host!.Starts > 1)
            {
                await x.AnswerAsync();
                return;
            }

            await host.RestartAsync(CancellationToken.None);
            x.Reset();
        });
        await using (host)
        {
            var told = await Told.RunAsync(host, Told.Plan(Told.Case("once"), Told.Case("z")) with { Jobs = 1, Timeout = Short }, stop);
            Assert.That(told["z"].Outcome, Is.EqualTo(Outcome.Pass));
        }
    }

    private static Host Killed(string by, bool restartable)
    {
        Host? host = null;
        host = new Host(async x =>
        {
            if (x.Asks(by)) host!.Die();
            else await x.AnswerAsync();
        }) { Restartable = restartable };
        return host;
    }
}

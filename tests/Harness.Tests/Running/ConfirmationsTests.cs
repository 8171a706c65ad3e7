using System.Collections.Concurrent;
using System.Globalization;
using Conform.Generation.Deliveries;
using Conform.Judging;
using Conform.Running;

namespace Conform.Harness.Tests.Running;

/// <summary>What waited in vain is asked again: alone, until it is plain that the server does not answer; then several at once.</summary>
[Parallelizable(ParallelScope.Children), FixtureLifeCycle(LifeCycle.InstancePerTestCase), CancelAfter(60_000)]
public sealed class ConfirmationsTests
{
    private const int Cases = 30;
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<int> _together = new();
    private int _open;

    [Test]
    public async Task The_first_eight_are_asked_alone_and_the_rest_several_at_once(CancellationToken stop)
    {
        await using var host = new Host(x => AskedAsync(x, (_, _) => false));
        var told = await Told.RunAsync(host, Plan(), stop);
        Assert.Multiple(() =>
        {
            Assert.That(told.Cases.Select(r => r.Outcome), Is.All.EqualTo(Outcome.Fail).And.Exactly(Cases).Items);
            Assert.That(_asked.Values, Is.All.EqualTo(2), "each once more");
            Assert.That(_together.Take(8), Is.All.EqualTo(1));
            Assert.That(_together.Skip(8).Max(), Is.GreaterThan(1).And.LessThanOrEqualTo(8));
        });
    }

    [Test]
    public async Task What_comes_out_another_way_among_several_is_asked_alone_again(CancellationToken stop)
    {
        await using var host = new Host(x => AskedAsync(x, (name, time) => name == "/hang20" && time > 1));
        var told = await Told.RunAsync(host, Plan(), stop);
        Assert.Multiple(() =>
        {
            Assert.That(told["hang20"].Outcome, Is.EqualTo(Outcome.Pass));
            Assert.That(told["hang20"].Evidence!.Earlier, Has.Count.EqualTo(2), "the first, and two alone");
            Assert.That(_asked["/hang20"], Is.EqualTo(4));
            Assert.That(told.Cases.Count(r => r.Outcome == Outcome.Fail), Is.EqualTo(Cases - 1));
        });
    }

    [Test]
    public async Task A_target_that_dies_while_several_are_asked_again_is_started_again_and_the_killer_named(CancellationToken stop)
    {
        Host? host = null;
        host = new Host(x => AskedAsync(x, (name, time) =>
        {
            if (name == "/hang20" && time > 1) host!.Die();
            return false;
        }))
        { Restartable = true };
        await using (host)
        {
            var told = await Told.RunAsync(host, Plan(), stop);
            Assert.Multiple(() =>
            {
                Assert.That(told["hang20"].Verdict.Observed, Is.EqualTo("the target died, or answers nobody any more"));
                Assert.That(told.Outcome!.Died[0], Does.StartWith("while ").And.Contains("hang20 (whole)").And.EndsWith(" asked again"));
                Assert.That(told.Outcome!.Died.Skip(1), Is.EqualTo(new[] { "during hang20 (whole)" }));
                Assert.That(told.Cases.Select(r => r.Outcome), Is.All.EqualTo(Outcome.Fail).And.Exactly(Cases).Items);
            });
        }
    }

    [Test]
    public void What_could_not_be_seen_eight_times_for_the_same_reason_is_not_asked_again_but_a_failure_is()
    {
        var confirmations = new Confirmations();
        var item = new WorkItem(Plan().Cases[0], Delivery.Whole);
        void Agree(Outcome outcome, int times)
        {
            for (var i = 0; i < times; i++) confirmations.Agreed(item, Seen(outcome), alone: true);
        }

        Agree(Outcome.NotObservable, 7);
        var early = confirmations.IsUsual(Seen(Outcome.NotObservable));
        Agree(Outcome.NotObservable, 1);
        Agree(Outcome.Fail, 8);
        Assert.Multiple(() =>
        {
            Assert.That(early, Is.False);
            Assert.That(confirmations.IsUsual(Seen(Outcome.NotObservable)), Is.True);
            Assert.That(confirmations.IsUsual(Seen(Outcome.NotObservable, "another")), Is.False);
            Assert.That(confirmations.IsUsual(Seen(Outcome.Fail)), Is.False);
        });
        confirmations.Differed();
        Assert.That(confirmations.IsUsual(Seen(Outcome.NotObservable)), Is.False);
    }

    private static Result Seen(Outcome outcome, string observed = "nothing yet") =>
        CaseRunner.Told(new WorkItem(Plan().Cases[0], Delivery.Whole), outcome, "why") with { Verdict = new Verdict(outcome, "expected", observed) };

    private static RunPlan Plan() =>
        Told.Plan([.. Enumerable.Range(0, Cases).Select(i => Told.Case(string.Create(CultureInfo.InvariantCulture, $"hang{i:00}")))]) with { Timeout = Short, Jobs = 8 };

    // Counts how many stand open together of those that are asked a second time.
    private async Task AskedAsync(Exchange x, Func<string, int, bool> answers)
    {
        var name = x.Head.Split(' ')[1];
        var time = name.StartsWith("/hang", StringComparison.Ordinal) ? _asked.AddOrUpdate(name, 1, static (_, n) => n + 1) : 0;
        if (time == 0 || answers(name, time))
        {
            await x.AnswerAsync();
            return;
        }

        if (time == 1)
        {
            await x.HangAsync();
            return;
        }

        _together.Enqueue(Interlocked.Increment(ref _open));
        try
        {
            await x.HangAsync();
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}

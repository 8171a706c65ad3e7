using Conform.Generation.Deliveries;
using Conform.Judging;
using Conform.Observations;
using Conform.Running;

namespace Conform.Harness.Tests.Running;

/// <summary>The engine against servers of a few lines: none of its verdicts is made by itself.</summary>
[Parallelizable(ParallelScope.Children), FixtureLifeCycle(LifeCycle.InstancePerTestCase), CancelAfter(60_000)]
public sealed class EngineTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [Test]
    public async Task An_early_answer_is_not_lost_to_the_reset_behind_it(CancellationToken stop)
    {
        await using var host = Host.At("/big", async x =>
        {
            await x.SayAsync("HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            x.Reset();
        });
        var big = Told.Case("big", "accept 413 then close") with
        {
            Steps = [new Conform.Cases.SendStep(Generation.Build.Template("POST /big HTTP/1.1\r\nHost: h\r\nContent-Length: 4000000\r\n\r\n" + new string('x', 4_000_000)), default), Judging.Trial.Expect("accept 413 then close")],
        };
        Assert.That((await Told.RunAsync(host, Told.Plan(big), stop)).Outcomes, Is.EqualTo("big Pass"));
    }

    [Test]
    public async Task What_hangs_is_confirmed_alone_with_twice_the_patience(CancellationToken stop)
    {
        await using var host = new Host(x => x.Asks("/hang") ? x.HangAsync() : x.AnswerAsync());
        var told = await Told.RunAsync(host, Told.Plan(Told.Case("a"), Told.Case("hang")) with { Timeout = Short }, stop);
        var evidence = told["hang"].Evidence!;
        Assert.Multiple(() =>
        {
            Assert.That(told.Outcomes, Is.EqualTo("a Pass, hang Fail"));
            Assert.That(told["hang"].Verdict.Observed, Is.EqualTo("no answer, still open"));
            Assert.That(evidence.Earlier, Has.Count.EqualTo(1));
            Assert.That(Waited(evidence.Earlier[0]), Is.EqualTo(300));
            Assert.That(Waited(evidence.Subject), Is.EqualTo(600));
        });
    }

    [Test]
    public async Task A_first_answer_that_takes_long_costs_no_fact(CancellationToken stop)
    {
        var asked = 0;
        await using var host = new Host(async x =>
        {
            if (x.Asks("GET /c") && Interlocked.Increment(ref asked) == 1) await Task.Delay(TimeSpan.FromMilliseconds(1300), TimeProvider.System, stop);
            await x.AnswerAsync();
        });
        var told = await Told.RunAsync(host, Told.Plan(Told.Case("a")), stop);
        Assert.That(TargetTraits.Of(told.Found!).Canary?.Status, Is.EqualTo(200), "the deadline of the cases is a second");
    }

    [Test]
    public async Task A_server_that_hangs_once_passes_by_two_runs_alone_that_agree(CancellationToken stop)
    {
        var asked = 0;
        await using var host = new Host(x => x.Asks("/once") && Interlocked.Increment(ref asked) == 1 ? x.HangAsync() : x.AnswerAsync());
        var told = await Told.RunAsync(host, Told.Plan(Told.Case("once")) with { Timeout = Short }, stop);
        Assert.Multiple(() =>
        {
            Assert.That(told.Outcomes, Is.EqualTo("once Pass"));
            Assert.That(told["once"].Verdict.Notes, Is.EqualTo(new[] { "the first run waited past its deadline; two runs alone agree" }));
            Assert.That(told["once"].Evidence!.Earlier, Has.Count.EqualTo(2));
        });
    }

    [Test]
    public async Task A_server_that_hangs_every_other_time_is_flaky(CancellationToken stop)
    {
        var asked = 0;
        await using var host = new Host(x => x.Asks("/odd") && Interlocked.Increment(ref asked) % 2 == 1 ? x.HangAsync() : x.AnswerAsync());
        var told = await Told.RunAsync(host, Told.Plan(Told.Case("odd")) with { Timeout = Short }, stop);
        Assert.That((told.Outcomes, told["odd"].Verdict.Notes[0]), Is.EqualTo(("odd Inconclusive", "flaky: repeated runs disagree")));
    }

    [Test]
    public async Task Deliveries_that_hang_alike_are_confirmed_by_one_run(CancellationToken stop)
    {
        await using var host = new Host(x => x.Asks("/hang") ? x.HangAsync() : x.AnswerAsync());
        var plan = Told.Plan(Told.Case("hang")) with { Timeout = Short, Deliveries = Delivery.Default };
        var told = await Told.RunAsync(host, plan, stop);
        Assert.Multiple(() =>
        {
            Assert.That(told.Cases.Select(r => r.Outcome), Is.All.EqualTo(Outcome.Fail));
            Assert.That(host.Heads.Count(h => h.Contains("/hang", StringComparison.Ordinal)), Is.EqualTo(4), "three deliveries, one confirmation");
            Assert.That(told.Cases.Count(r => r.Verdict.Notes.Any(n => n.StartsWith("the same was confirmed under", StringComparison.Ordinal))), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task A_target_that_serves_one_at_a_time_is_asked_one_at_a_time(CancellationToken stop)
    {
        using var turn = new SemaphoreSlim(1);
        await using var host = new Host(x => x.AnswerAsync()) { Turn = turn };
        var told = await Told.RunAsync(host, Told.Plan([.. Enumerable.Range(0, 12).Select(i => Told.Case($"c{i:00}"))]) with { Jobs = 8, Timeout = Short }, stop);
        Assert.Multiple(() =>
        {
            Assert.That((told.Found!.Held, told.Jobs), Is.EqualTo((0, 1)));
            Assert.That(told.Cases.Select(r => r.Outcome), Is.All.EqualTo(Outcome.Pass));
        });
    }

    [Test]
    public async Task A_target_whose_application_waits_for_content_one_at_a_time_is_asked_one_at_a_time(CancellationToken stop)
    {
        using var turn = new SemaphoreSlim(1);
        await using var host = new Host(ServeAsync) { Values = new("h", "/", "/", Echo: "/") };
        var told = await Told.RunAsync(host, Told.Plan(Told.Case("a")) with { Jobs = 8, Timeout = Short }, stop);
        Assert.That((told.Found!.Held, told.Jobs), Is.EqualTo((0, 1)));

        async Task ServeAsync(Exchange x)
        {
            var holds = x.Asks("POST");
            // On a machine with other work what came first is not always read first.
            if (!holds) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, x.Stop);
            await turn.WaitAsync(CancellationToken.None);
            try
            {
                await (holds ? x.HangAsync() : x.AnswerAsync());
            }
            finally
            {
                turn.Release();
            }
        }
    }

    [TestCase(7, null, 8)]
    [TestCase(7, 3, 3)]
    [TestCase(3, null, 4)]
    [TestCase(3, 16, 4)]
    [TestCase(0, 16, 1)]
    [TestCase(15, 16, 16)]
    public void Jobs_are_never_more_than_what_the_target_bears(int held, int? wanted, int jobs) =>
        Assert.That(TargetProbe.Jobs(held, wanted), Is.EqualTo(jobs));

    [Test]
    public async Task More_jobs_than_eight_are_probed_for(CancellationToken stop)
    {
        await using var host = new Host(x => x.AnswerAsync());
        var told = await Told.RunAsync(host, Told.Plan(Told.Case("a")) with { Jobs = 12 }, stop);
        Assert.That((told.Found!.Held, told.Jobs), Is.EqualTo((11, 12)));
    }

    [Test]
    public async Task One_job_may_still_hold_as_many_connections_as_a_case_has(CancellationToken stop)
    {
        await using var host = new Host(x => x.AnswerAsync());
        var told = await Told.RunAsync(host, Told.Plan(Told.Case("a")) with { Jobs = 1 }, stop);
        Assert.That((told.Found!.Held, told.Jobs), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task Needs_come_first_and_waits_last(CancellationToken stop)
    {
        await using var host = new Host(x => x.AnswerAsync(x.Asks("/base") ? Host.Ok.Replace("200", "404", StringComparison.Ordinal) : Host.Ok));
        var plan = Told.Plan(Told.Case("waits") with { Waits = true }, Told.Case("child", "accept 200", "base"), Told.Case("base")) with { Jobs = 1 };
        var told = await Told.RunAsync(host, plan, stop);
        Assert.Multiple(() =>
        {
            Assert.That(told.Order, Is.EqualTo(new[] { "base", "child", "waits" }));
            Assert.That((told["child"].Outcome, told["child"].Verdict.Notes[0]), Is.EqualTo((Outcome.Inconclusive, "it needs base, which did not pass")));
            Assert.That(host.Heads.Any(h => h.Contains("/child", StringComparison.Ordinal)), Is.False);
        });
    }

    [Test]
    public async Task What_others_need_is_confirmed_before_they_run(CancellationToken stop)
    {
        var asked = 0;
        await using var host = new Host(x => x.Asks("/base") && Interlocked.Increment(ref asked) == 1 ? x.HangAsync() : x.AnswerAsync());
        var told = await Told.RunAsync(host, Told.Plan(Told.Case("child", "accept 200", "base"), Told.Case("base")) with { Timeout = Short }, stop);
        Assert.That(told.Outcomes, Is.EqualTo("base Pass, child Pass"));
    }

    [Test]
    public async Task The_control_is_asked_once_for_three_deliveries(CancellationToken stop)
    {
        await using var host = new Host(x => x.AnswerAsync(x.Asks("/bad") ? "HTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n" : Host.Ok));
        var bad = Told.Case("bad", "accept 400") with { Control = Generation.Build.Template("GET /good HTTP/1.1\r\nHost: h\r\n\r\n") };
        var told = await Told.RunAsync(host, Told.Plan(bad) with { Deliveries = Delivery.Default, Timeout = Short }, stop);
        Assert.That(host.Heads.Count(h => h.Contains("/good", StringComparison.Ordinal)), Is.EqualTo(1), told.Outcomes);
    }

    [Test]
    public async Task No_sentinel_goes_out_behind_a_half_close_or_an_announced_close(CancellationToken stop)
    {
        await using var host = new Host(async x =>
        {
            await x.AnswerAsync(x.Asks("/said") ? Host.Ok.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal) : Host.Ok);
            if (x.Asks("/said")) x.Close();
        });
        var half = Told.Case("half");
        half = half with { Steps = [half.Steps[0], new Conform.Cases.HalfCloseStep(default), half.Steps[1]] };
        var told = await Told.RunAsync(host, Told.Plan(half, Told.Case("said"), Told.Case("kept")), stop);
        bool Sentinel(string name) => told[name].Evidence!.Subject.Events.Any(e => e.Kind == WireEventKind.Sentinel);
        Assert.That((told.Outcomes, Sentinel("half"), Sentinel("said"), Sentinel("kept")), Is.EqualTo(("half Pass, kept Pass, said Pass", false, false, true)));
    }

    [Test]
    public async Task Cancelling_ends_the_run_and_every_connection(CancellationToken stop)
    {
        var hung = new TaskCompletionSource();
        await using var host = new Host(x =>
        {
            if (!x.Asks("/hang")) return x.AnswerAsync();
            hung.TrySetResult();
            return x.HangAsync();
        });
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var run = Told.RunAsync(host, Told.Plan(Told.Case("hang")) with { Timeout = TimeSpan.FromSeconds(50) }, cancel.Token);
        await hung.Task;
        await cancel.CancelAsync();
        Assert.That(async () => await run, Throws.InstanceOf<OperationCanceledException>());
        await host.QuietAsync();
    }

    [TestCase(2)]
    [TestCase(5)]
    public async Task A_limit_of_requests_a_connection_breaks_no_case(int limit, CancellationToken stop)
    {
        await using var host = new Host(async x =>
        {
            var last = x.Number == limit;
            await x.AnswerAsync(last ? Host.Ok.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal) : Host.Ok);
            if (last) x.Close();
        });
        var two = Told.Case("two", "accept 200 then 200 then kept");
        two = two with { Steps = [two.Steps[0], two.Steps[0], two.Steps[1]] };
        var told = await Told.RunAsync(host, Told.Plan(Told.Case("one", "accept 200 then kept"), two), stop);
        Assert.That(told.Outcomes, Is.EqualTo(limit == 2 ? "one Pass, two NotObservable" : "one Pass, two Pass"));
    }

    private static long Waited(Transcript transcript) => transcript.Events.First(e => e.Kind == WireEventKind.Quiet).Count;
}

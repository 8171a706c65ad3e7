using Conform.Cases;
using Conform.Harness.Tests.Generation;
using Conform.Harness.Tests.Judging;
using Conform.Observations;
using Conform.Running;

namespace Conform.Harness.Tests.Running;

/// <summary>Cases with several connections open at once.</summary>
[Parallelizable(ParallelScope.Children), FixtureLifeCycle(LifeCycle.InstancePerTestCase), CancelAfter(60_000)]
public sealed class ConnectionsTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [Test]
    public void Each_step_belongs_to_the_connection_that_is_named_last()
    {
        Step[] steps = [Named("a"), Trial.Send, Named("b"), Trial.Send, Named("a"), Trial.Expect("accept 200"), Named("b"), Trial.Expect("accept 200")];
        Assert.That(Lanes.Of(steps), Is.EqualTo(new[] { 0, 0, 1, 1, 0, 0, 1, 1 }));
    }

    [Test]
    public void Behind_a_reconnect_it_is_another()
    {
        Step[] steps = [Trial.Send, new ReconnectStep(default), Trial.Send, new ReconnectStep(default), Trial.Send];
        Assert.That(Lanes.Of(steps), Is.EqualTo(new[] { 0, 0, 1, 1, 2 }));
    }

    [Test]
    public async Task A_request_may_wait_half_sent_while_another_is_answered(CancellationToken stop)
    {
        await using var host = new Host(x => x.AnswerAsync(x.Asks("HEAD") ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" : Host.Ok));
        var told = await Told.RunAsync(host, Told.Plan(Halves) with { Timeout = Short }, stop);
        var seen = ObservationReader.Read(told["halves"].Evidence!.Subject);
        Assert.Multiple(() =>
        {
            Assert.That(told.Outcomes, Is.EqualTo("halves Pass"), told["halves"].Verdict.Observed);
            Assert.That(seen.Connections.Select(c => c.Responses.Count), Is.EqualTo(new[] { 2, 2 }), "each has its sentinel's answer");
            Assert.That(seen.Connections.Select(c => c.Ending), Is.All.EqualTo(Ending.Fin));
        });
    }

    [Test]
    public async Task Who_answers_one_at_a_time_is_not_asked_for_two(CancellationToken stop)
    {
        using var turn = new SemaphoreSlim(1);
        await using var host = new Host(x => x.AnswerAsync()) { Turn = turn };
        var told = await Told.RunAsync(host, Told.Plan(Halves, Told.Case("plain")) with { Timeout = Short }, stop);
        Assert.That(told.Outcomes, Is.EqualTo("halves NotObservable, plain Pass"));
        Assert.That(told["halves"].Verdict.Notes, Is.EqualTo(new[] { "the target does not serve 2 connections at once" }));
    }

    [Test]
    public async Task What_the_server_never_gets_round_to_is_judged_by_what_came(CancellationToken stop)
    {
        await using var host = new Host(async x =>
        {
            if (x.Asks("/b")) await x.HangAsync();
            else await x.AnswerAsync();
        });
        var told = await Told.RunAsync(host, Told.Plan(Halves) with { Timeout = Short }, stop);
        Assert.That((told.Outcomes, told["halves"].Verdict.Observed), Is.EqualTo(("halves Fail", "no answer, still open")));
    }

    [Test]
    public async Task The_wait_for_a_close_ends_with_the_close(CancellationToken stop)
    {
        await using var host = new Host(async x =>
        {
            await x.SayAsync(Host.Ok);
            if (x.Asks("/idle")) x.Close();
        });
        var idle = Told.Case("idle") with
        {
            Steps = [new SendStep(Build.Template("GET /idle HTTP/1.1\r\nHost: h\r\n\r\n"), default), new AwaitCloseStep(TimeSpan.FromSeconds(10), default), Trial.Expect("accept 200 then close")],
        };
        var told = await Told.RunAsync(host, Told.Plan(idle), stop);
        Assert.That(told.Outcomes, Is.EqualTo("idle Pass"));
        Assert.That(told["idle"].Duration, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [TestCase("accept 200 with its content cut short then close", "cut Pass", TestName = "A break that the case allows may come as late as any other close")]
    [TestCase("accept 200 then close", "cut Fail", TestName = "A break that the case does not allow is waited for as long as an answer")]
    public async Task A_break_that_comes_late(string expectation, string outcome, CancellationToken stop)
    {
        await using var host = new Host(async x =>
        {
            if (!x.Asks("/cut"))
            {
                await x.SayAsync(Host.Ok);
                return;
            }

            await x.SayAsync("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\npart");
            await Task.Delay(Short * 4, TimeProvider.System, x.Stop);
            x.Close();
        });
        var cut = Told.Case("cut") with
        {
            Steps = [new SendStep(Build.Template("GET /cut HTTP/1.1\r\nHost: h\r\n\r\n"), default), Trial.Expect(expectation)],
        };
        var told = await Told.RunAsync(host, Told.Plan(cut) with { Timeout = Short }, stop);
        Assert.That(told.Outcomes, Is.EqualTo(outcome));
    }

    private static Case Halves { get; } = Told.Case("halves") with
    {
        Steps =
        [
            Named("a"), Sent("HEAD /a HTTP/1.1\r\nHo"), Named("b"), Sent("GET /b HTTP/1.1\r\nHost: h\r\n\r\n"), Trial.Expect("accept 200 with content \"ok\" then kept"),
            Named("a"), Sent("st: h\r\n\r\n"), Trial.Expect("accept 200 with no content then kept"),
        ],
    };

    private static ConnectionStep Named(string name) => new(name, default);

    private static SendStep Sent(string octets) => new(Build.Template(octets), default);
}

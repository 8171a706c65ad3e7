using System.Text;
using Conform.Cases;
using Conform.Harness.Tests.Generation;
using Conform.Harness.Tests.Judging;
using Conform.Judging;
using Conform.Running;

namespace Conform.Harness.Tests.Running;

/// <summary>Servers that mean harm, or only behave oddly: every run against them ends, and says what it saw.</summary>
[Parallelizable(ParallelScope.Children), FixtureLifeCycle(LifeCycle.InstancePerTestCase), CancelAfter(60_000)]
public sealed class HostileServerTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [TestCase("HTTP/1.1 100 Continue\r\n\r\n", "^interim 100 [0-9]+ times then ")]
    [TestCase(Host.Ok, "^200 then 200 then ")]
    [TestCase("X", "^no HTTP response")]
    public async Task An_endless_stream_is_read_for_so_long_only(string again, string observed, CancellationToken stop)
    {
        var octets = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(again, 200)));
        await using var host = Flood(string.Empty, octets);
        var told = await Told.RunAsync(host, Told.Plan(Told.Case("flood", "accept 404")) with { Timeout = Short }, stop);
        Assert.That(told.Outcomes, Is.EqualTo("flood Fail"));
        Assert.That(told["flood"].Verdict.Observed, Does.Match(observed));
    }

    [TestCase("HTTP/1.1 200 OK\r\n", "X-A: b\r\n", "no HTTP response", TestName = "endless field lines")]
    [TestCase("HTTP/1.1 200 OK\r\nX-A: ", "bbbbbbbb", "no HTTP response", TestName = "an endless field line")]
    [TestCase("HTTP/1.1 200 OK\r\n\r\n", "content", "200 cut short", TestName = "endless content")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n", "200 cut short", TestName = "endless chunks")]
    public async Task An_endless_answer_is_bounded(string begin, string again, string observed, CancellationToken stop)
    {
        await using var host = Flood(begin, Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(again, 2000))));
        var told = await Told.RunAsync(host, Told.Plan(Told.Case("flood", "accept 404")) with { Timeout = Short }, stop);
        Assert.Multiple(() =>
        {
            Assert.That(told.Outcomes, Is.EqualTo("flood Fail"));
            Assert.That(told["flood"].Verdict.Observed, Does.StartWith(observed));
            Assert.That(told["flood"].Evidence!.Subject.Events.Sum(e => (long)e.Octets.Length), Is.LessThan(2 << 20));
        });
    }

    [Test]
    public async Task Content_beyond_what_is_kept_is_no_fault(CancellationToken stop)
    {
        var answer = "HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n" + new string('x', 50_000);
        await using var host = new Host(x => x.AnswerAsync(answer)) { Wire = new() { KeepLimit = 20_000 } };
        var two = Told.Case("two", "accept 200 then 200");
        two = two with { Steps = [two.Steps[0], two.Steps[0], two.Steps[1]] };
        var told = await Told.RunAsync(host, Told.Plan(Told.Case("one"), Told.Case("refused", "accept 400"), two), stop);
        Assert.That(told.Outcomes, Is.EqualTo("one Pass, refused Fail, two NotObservable"));
    }

    [TestCase(1, 0)]
    [TestCase(120, 11.9)]
    public void A_conversation_has_an_end_whatever_the_server_does(int answers, double further)
    {
        var patience = new Patience(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(0.4), new CloseWait(TimeSpan.FromSeconds(1)));
        var script = new Script([new SendPieces([new byte[1]]), new LetPass(TimeSpan.FromSeconds(3)), new ExpectResponses(2, answers, IsLast: true)], null);
        Assert.That(Conversation.Most(script, patience), Is.EqualTo(TimeSpan.FromSeconds(4 + 0.8 + 3 + 6.5 + 0.02 + further)));
    }

    [Test]
    public async Task A_server_that_takes_a_little_now_and_then_is_given_up_and_judged_by_what_came(CancellationToken stop)
    {
        // 64 KiB at a time keep each single write from running out of patience, and the whole would take for ever.
        await using var host = Host.At("/slow", async x =>
        {
            var buffer = new byte[1 << 16];
            while (await x.Socket.ReceiveAsync(buffer, x.Stop) > 0) await Task.Delay(TimeSpan.FromMilliseconds(60), TimeProvider.System, x.Stop);
        });
        await host.StartAsync(stop);
        var conversation = new Conversation(new Dialer(host.Endpoint, host.Wire, TimeProvider.System), TimeProvider.System);
        var octets = Encoding.Latin1.GetBytes("POST /slow HTTP/1.1\r\nHost: h\r\nContent-Length: 64000000\r\n\r\n" + new string('x', 64_000_000));
        var brief = TimeSpan.FromMilliseconds(200);
        var transcript = await conversation.HoldAsync(new Script([new SendPieces([octets]), new ExpectResponses(1, 1, IsLast: true)], null), new Patience(brief, brief, new CloseWait(brief)), true, stop);
        var seen = Conform.Observations.ObservationReader.Read(transcript).Connections.Single();
        Assert.That((seen.WasQuiet, seen.Expects.Single().Step), Is.EqualTo((true, 1)));
    }

    [Test]
    public async Task Fifty_cases_that_hang_end_in_a_time_that_grows_with_cases_not_with_deliveries(CancellationToken stop)
    {
        await using var host = new Host(x => x.Asks("/hang") ? x.HangAsync() : x.AnswerAsync());
        var plan = Told.Plan([.. Enumerable.Range(0, 50).Select(i => Told.Case($"hang{i:00}"))]) with { Timeout = TimeSpan.FromMilliseconds(100), Deliveries = Conform.Generation.Deliveries.Delivery.Default };
        var told = await Told.RunAsync(host, plan, stop);
        Assert.Multiple(() =>
        {
            Assert.That(told.Cases.Select(r => r.Outcome), Is.All.EqualTo(Outcome.Fail).And.Exactly(150).Items);
            Assert.That(host.Heads.Count(h => h.Contains("/hang", StringComparison.Ordinal)), Is.EqualTo(200));
        });
    }

    [Test]
    public async Task A_head_answered_with_content_is_seen_whenever_its_pieces_arrive(CancellationToken stop)
    {
        await using var host = Host.At("HEAD /h", async x =>
        {
            await x.SayAsync("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n");
            await x.SayAsync("ok");
            x.Close();
        });
        var head = Told.Case("h", "accept 200 then close");
        head = head with { Steps = [new Conform.Cases.SendStep(Generation.Build.Template("HEAD /h HTTP/1.1\r\nHost: h\r\n\r\n"), default), head.Steps[1]] };
        var told = await Told.RunAsync(host, Told.Plan(head), stop);
        Assert.That((told.Outcomes, told["h"].Verdict.Observed), Is.EqualTo(("h Fail", "200 then octets that are no response then close")));
    }

    [Test]
    public async Task Answers_that_come_octet_by_octet_are_answers(CancellationToken stop)
    {
        await using var host = new Host(async x =>
        {
            foreach (var octet in Host.Ok) await x.SayAsync(octet.ToString());
            if (x.Asks("Connection: close")) x.Close();
        });
        Assert.That((await Told.RunAsync(host, Told.Plan(Told.Case("a", "accept 200 then kept")), stop)).Outcomes, Is.EqualTo("a Pass"));
    }

    [Test]
    public async Task Answers_that_come_one_by_one_are_slow_and_no_more(CancellationToken stop)
    {
        // All of them together take longer than a close is waited for.
        await using var host = Host.At("/slow", async x =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, x.Stop);
            await x.AnswerAsync();
        });
        var octets = string.Concat(Enumerable.Repeat("GET /slow HTTP/1.1\r\nHost: h\r\n\r\n", 26));
        var many = Told.Case("slow", "accept 26 times 200 then kept") with { Steps = [new SendStep(Build.Template(octets), default), Trial.Expect("accept 26 times 200 then kept")] };
        var told = await Told.RunAsync(host, Told.Plan(many), stop);
        Assert.That(told.Outcomes, Is.EqualTo("slow Pass"), told["slow"].Verdict.Observed);
    }

    [Test]
    public async Task Content_that_comes_piece_by_piece_is_slow_and_no_more(CancellationToken stop)
    {
        // Each pause is well within the deadline, and all of them together are well beyond it, also where it is given twice.
        await using var host = Host.At("/pieces", async x =>
        {
            await x.SayAsync("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n");
            for (var i = 0; i < 14; i++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(120), TimeProvider.System, x.Stop);
                await x.SayAsync("x");
            }
        });
        var told = await Told.RunAsync(host, Told.Plan(Told.Case("pieces", "accept 200 with content \"xxxxxxxxxxxxxx\"")) with { Timeout = TimeSpan.FromMilliseconds(500) }, stop);
        Assert.That(told.Outcomes, Is.EqualTo("pieces Pass"));
    }

    [Test]
    public async Task Content_that_differs_each_time_does_not_hide_the_sentinels_answer(CancellationToken stop)
    {
        var visits = 0;
        await using var host = new Host(x => x.AnswerAsync($"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{Interlocked.Increment(ref visits):00000000}"));
        Assert.That((await Told.RunAsync(host, Told.Plan(Told.Case("a", "accept 200 then kept")), stop)).Outcomes, Is.EqualTo("a Pass"));
    }

    private static Host Flood(string begin, byte[] again) => Host.At("/flood", async x =>
    {
        await x.SayAsync(begin);
        while (true) await x.Socket.SendAsync(again, x.Stop);
    });
}

using Conform.Cases;
using Conform.Harness.Tests.Cases;
using Conform.Harness.Tests.Generation;
using Conform.Harness.Tests.Judging;
using Conform.Judging;
using Conform.Observations;
using Conform.Running;

namespace Conform.Harness.Tests.Running;

/// <summary>A request that has in it what an earlier answer said.</summary>
[Parallelizable(ParallelScope.Children), FixtureLifeCycle(LifeCycle.InstancePerTestCase), CancelAfter(60_000)]
public sealed class SaidTests
{
    private const string One = "# T\n\n## one\n\nWhy.\n\n- requirement: a-rule\n\n";
    private const string Get = "```send\nGET /a HTTP/1.1\n\n```\n\n";
    private const string If = "```send\nGET /b HTTP/1.1\nIf-Match: ${said 1 ETag}\n\n```\n\n";
    private const string Two = "```expect\naccept 200 then 200\n```\n";

    private static Case Asks(string more) => Told.Case("said") with
    {
        Steps =
        [
            new SendStep(Build.Template("GET /a HTTP/1.1\r\nHost: h\r\n\r\n"), default), Trial.Expect("accept 200"),
            new SendStep(Build.Template($"GET /b HTTP/1.1\r\nHost: h\r\n{more}\r\n\r\n"), default), Trial.Expect("accept 200"),
        ],
    };

    [TestCase("If-Match: ${said 1 ETag}", "If-Match: \"a1\"")]
    [TestCase("If-Match: ${said 1 ETag weak}, ${said 1 ETag other}", "If-Match: W/\"a1\", \"ax\"")]
    [TestCase("If-Range: ${said 1 Last-Modified -60}", "If-Range: Sun, 06 Nov 1994 08:48:37 GMT")]
    [TestCase("X: ${said 1 X}", "X: y")]
    public async Task It_is_sent_as_it_was_said(string template, string sent, CancellationToken stop)
    {
        await using var host = Tagged("\"a1\"");
        var told = await Told.RunAsync(host, Told.Plan(Asks(template)), stop);
        Assert.That(told.Outcomes, Is.EqualTo("said Pass"));
        Assert.That(host.Heads.Single(h => h.StartsWith("GET /b", StringComparison.Ordinal)).Split("\r\n")[2], Is.EqualTo(sent));
    }

    [TestCase("If-Match: ${said 1 ETag strong}", "answer 1 has no strong ETag")]
    [TestCase("X: ${said 1 Location}", "answer 1 has no Location")]
    public async Task What_was_not_said_is_not_sent_and_decides_nothing(string template, string why, CancellationToken stop)
    {
        await using var host = Tagged("W/\"a1\"");
        var asked = Asks(template);
        var told = await Told.RunAsync(host, Told.Plan(asked), stop);
        Assert.That((told.Outcomes, told["said"].Verdict.Notes.Single()), Is.EqualTo(("said NotObservable", why)));
        Assert.That(host.Heads.Count(h => h.StartsWith("GET /b", StringComparison.Ordinal)), Is.Zero);
        var again = Judge.Decide(asked, told["said"].Evidence!, Trial.Able, new JudgingRules(_ => null, Conform.Generation.CaseFiller.FillTemplate));
        Assert.That(again.Outcome, Is.EqualTo(Outcome.NotObservable), "by the transcript alone");
    }

    [Test]
    public async Task An_answer_before_it_that_is_wrong_is_a_failure_all_the_same(CancellationToken stop)
    {
        await using var host = Host.At("/a", x => x.AnswerAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"));
        Assert.That((await Told.RunAsync(host, Told.Plan(Asks("If-Match: ${said 1 ETag}")), stop)).Outcomes, Is.EqualTo("said Fail"));
    }

    [Test]
    public async Task Held_again_it_is_what_is_said_now(CancellationToken stop)
    {
        await using var host = Tagged("\"a1\"");
        var told = await Told.RunAsync(host, Told.Plan(Asks("If-Match: ${said 1 ETag}, \"b\"")), stop);
        var script = ReplayScript.Of(told["said"].Evidence!.Subject)!;
        await using var other = Tagged("\"another\"");
        await other.StartAsync(stop);
        await new Conversation(new Dialer(other.Endpoint, other.Wire, TimeProvider.System), TimeProvider.System).HoldAsync(script, Patience.Of(TimeSpan.FromSeconds(5)), true, stop);
        Assert.That(other.Heads.Single(h => h.StartsWith("GET /b", StringComparison.Ordinal)).Split("\r\n")[2], Is.EqualTo("If-Match: \"another\", \"b\""));
        await using var mute = new Host(x => x.AnswerAsync());
        await mute.StartAsync(stop);
        var seen = await new Conversation(new Dialer(mute.Endpoint, mute.Wire, TimeProvider.System), TimeProvider.System).HoldAsync(script, Patience.Of(TimeSpan.FromSeconds(5)), true, stop);
        Assert.That(seen.Events.Single(e => e.Kind == WireEventKind.Unsaid).Note, Is.EqualTo("answer 1 has no ETag that can be relied on"));
    }

    [TestCase(If + "```expect\naccept 200\n```\n", 11, "no answer is expected before it")]
    [TestCase(Get + If + Two, 16, "no answer is expected before it")]
    [TestCase(Get + "```expect\naccept 200\ntolerate close without an answer\n```\n\n" + If + "```expect\naccept 200\n```\n", 21, "no answer is expected before it")]
    [TestCase("```control\nGET / HTTP/1.1\nIf-Match: ${said 1 ETag}\n\n```\n\n" + Get + "```expect\naccept 200\n```\n", 11, "nothing was said yet")]
    [TestCase(Get + "```expect\naccept 200 with content \"${said 1 ETag}\"\n```\n", 15, "in what is sent alone")]
    public void Where_no_answer_can_be_there_it_is_refused(string blocks, int line, string why)
    {
        var found = Samples.Load(One + blocks).Diagnostics;
        Assert.That(found.Select(d => d.Location.Line), Is.EqualTo(new[] { line }), string.Join('\n', found));
        Assert.That(found[0].Message, Does.Contain(why));
    }

    [TestCase("${said 0 ETag}")]
    [TestCase("${said 1}")]
    [TestCase("${said 1 ETag feeble}")]
    [TestCase("${said 1 Vary weak}")]
    public void What_it_cannot_be_is_refused(string placeholder) =>
        Assert.That(Samples.Load(One + Get + "```expect\naccept 200\n```\n\n" + If.Replace("${said 1 ETag}", placeholder, StringComparison.Ordinal) + "```expect\naccept 200\n```\n").Diagnostics, Is.Not.Empty);

    [Test]
    public void Behind_the_answer_it_may_stand() =>
        Assert.That(Samples.Load(One + Get + "```expect\naccept 200\n```\n\n" + If + "```expect\naccept 200\n```\n").Diagnostics, Is.Empty);

    private static Host Tagged(string tag) => Host.At(
        "/a", x => x.AnswerAsync($"HTTP/1.1 200 OK\r\nETag: {tag}\r\nLast-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\nX: y\r\nContent-Length: 2\r\n\r\nok"));
}

using Conform.Judging;

namespace Conform.Harness.Tests.Judging;

/// <summary>The request that must not be seen: only an answer of its own counts, and its absence shows something only where connections are kept.</summary>
public sealed class CanaryTests
{
    private const string Missing = "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ncafe";
    private const string Echo = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ncafe";
    private static readonly string[] Block = ["accept 400 then close", "tolerate any final response", "never canary answered"];

    private static readonly string Token = Digest("HTTP/1.1 404 No\r\nContent-Length: 4\r\n\r\ncafe");

    [Test]
    public void An_answer_of_its_own_fails_whatever_else_matched()
    {
        var verdict = Trial.Of(Block).Judge(Talk.Asked().Received(Talk.Ok + Missing).Sentinel(Talk.Ok).Fin().Expect());
        Assert.That((verdict.Outcome, verdict.Expected, verdict.Observed), Is.EqualTo((Outcome.Fail, "never canary answered", "200 then canary answered (404) then kept")));
    }

    [Test]
    public void The_first_answer_is_never_the_canarys_even_where_it_repeats_the_token()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Trial.Of(Block).Short(Talk.Asked().Received(Missing).Sentinel(Talk.Ok).Fin().Expect()), Is.EqualTo("Lenient"));
            Assert.That(Trial.Of(Block).Short(Talk.Asked().Received(Echo).Sentinel(Talk.Ok).Fin().Expect()), Is.EqualTo("Lenient"));
        });
    }

    [Test]
    public void The_answer_is_known_by_its_content_where_that_is_the_same_each_time()
    {
        var stable = Trial.Of(Block) with { Traits = Trial.Able with { Canary = new Fingerprint(404, Token) } };
        var other = Missing.Replace("cafe", "beef", StringComparison.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That(stable.Short(Talk.Asked().Received(Talk.Ok + Missing).Sentinel(Talk.Ok).Fin().Expect()), Is.EqualTo("Fail Violation"));
            Assert.That(stable.Judge(Talk.Asked().Received(Talk.Ok + other).Sentinel(Talk.Ok).Fin().Expect()).Expected, Does.Not.StartWith("never"));
            Assert.That(Trial.Of(Block).Judge(Talk.Asked().Received(Talk.Ok + other).Sentinel(Talk.Ok).Fin().Expect()).Expected, Is.EqualTo("never canary answered"), "content that varies: the status decides");
        });
    }

    [TestCase("puma.request_body_wait", true)]
    [TestCase("wsgi.url_scheme", false)]
    [TestCase("PATH_INFO", false)]
    public void What_the_server_tells_of_itself_makes_no_other_answer(string name, bool isSame)
    {
        string Report(int value) => $"HTTP/1.1 404 Not Found\r\nContent-Length: {name.Length + 33}\r\n\r\n{{\"env\":{{\"{name}\":{{\"t\":\"int\",\"v\":\"3{value}\"}}}}}}";
        var trial = Trial.Of(Block) with { Traits = Trial.Able with { Canary = new Fingerprint(404, Digest(Report(0))) } };
        Assert.That(trial.Judge(Talk.Asked().Received(Talk.Ok + Report(1)).Sentinel(Talk.Ok).Fin().Expect()).Expected == "never canary answered", Is.EqualTo(isSame));
    }

    [Test]
    public void A_target_without_persistence_shows_nothing_by_silence_but_a_refusal_or_an_answer_decides()
    {
        var trial = Trial.Of(Block) with { Traits = Trial.Unkept };
        Assert.Multiple(() =>
        {
            Assert.That(trial.Short(Talk.Asked().Received(Talk.Ok).Fin().Expect()), Is.EqualTo("NotObservable"));
            Assert.That(trial.Short(Talk.Asked().Received(Talk.Refused).Fin().Expect()), Is.EqualTo("Pass"));
            Assert.That(trial.Short(Talk.Asked().Received(Talk.Ok + Missing).Fin().Expect()), Is.EqualTo("Fail Violation"));
        });
    }

    [Test]
    public void A_canary_that_is_asked_for_must_be_answered()
    {
        var trial = Trial.Of("accept 200 then canary answered");
        Assert.Multiple(() =>
        {
            Assert.That(trial.Short(Talk.Asked().Received(Talk.Ok + Missing).Sentinel(Talk.Ok).Fin().Expect()), Is.EqualTo("Pass"));
            Assert.That(trial.Short(Talk.Asked().Received(Talk.Ok + Talk.Refused).Sentinel(Talk.Ok).Fin().Expect()), Is.EqualTo("Fail Violation"));
            Assert.That(trial.Short(Talk.Asked().Received(Talk.Ok).Sentinel(Talk.Ok).Fin().Expect()), Is.EqualTo("Fail Violation"), "the sentinel was answered, so the connection was kept");
            Assert.That(trial.Short(Talk.Asked().Received(Talk.OkClose).Fin().Expect()), Is.EqualTo("NotObservable"));
        });
    }

    [Test]
    public void The_canarys_answer_is_not_taken_for_the_sentinels()
    {
        var traits = Trial.Able with { Canary = new Fingerprint(200, Digest(Echo)), Sentinel = new Fingerprint(200, Digest(Talk.Ok)) };
        var trial = Trial.Of(Block) with { Traits = traits };
        Assert.That(trial.Judge(Talk.Asked().Received(Talk.Ok).Sentinel(Echo).Fin().Expect()).Observed, Is.EqualTo("200 then canary answered (200) then close"));
    }

    [Test]
    public void A_sentinel_whose_content_varies_is_known_by_its_status()
    {
        var traits = Trial.Able with { Canary = new Fingerprint(404, Token), Sentinel = new Fingerprint(200, Digest(Talk.Ok)) };
        var varied = "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nvisit 8";
        var trial = Trial.Of("accept 200 then kept") with { Traits = traits };
        Assert.Multiple(() =>
        {
            Assert.That(trial.Short(Talk.Asked().Received(Talk.Ok).Sentinel(varied).Fin().Expect()), Is.EqualTo("Pass"));
            Assert.That(trial.Short(Talk.Asked().Received(Talk.Ok).Sentinel(Talk.Refused).Fin().Expect()), Is.EqualTo("Fail Violation"));
        });
    }

    [Test]
    public void A_redirect_is_as_good_a_sentinels_answer_as_any()
    {
        const string moved = "HTTP/1.1 301 Moved\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n";
        var trial = Trial.Of("accept the baseline's status then kept") with { Traits = Trial.Able with { BaselineStatus = 301, Sentinel = new Fingerprint(301, null) } };
        Assert.That(trial.Short(Talk.Asked().Received(moved).Sentinel(moved).Fin().Expect()), Is.EqualTo("Pass"));
    }

    private static string Digest(string answer) => Fingerprint.Digest(Http.Fed.Read(answer).Final[0], "cafe");
}

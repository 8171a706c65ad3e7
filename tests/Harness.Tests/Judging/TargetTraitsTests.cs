using Conform.Judging;
using Conform.Observations;

namespace Conform.Harness.Tests.Judging;

/// <summary>What a target is like, read off the plain requests.</summary>
public sealed class TargetTraitsTests
{
    private const string Old = "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok";

    [Test]
    public void A_sound_target()
    {
        var traits = TargetTraits.Of(Found());
        Assert.Multiple(() =>
        {
            Assert.That(traits.BaselineProblem, Is.Null);
            Assert.That((traits.BaselineStatus, traits.Persistent, traits.Http10Only, traits.SentinelCloses), Is.EqualTo((200, true, false, true)));
            Assert.That((traits.Canary?.Status, traits.Sentinel?.Status), Is.EqualTo((404, 200)));
            Assert.That((traits.Canary?.Content, traits.Sentinel?.Content), Is.Not.EqualTo((default(string), default(string))));
        });
    }

    private static IEnumerable<TestCaseData> Problems()
    {
        TestCaseData Row(Talk talk, string problem) => new TestCaseData((Transcript)talk, problem).SetArgDisplayNames(problem);
        yield return Row(new Talk(), "no connection could be made");
        yield return Row(Talk.Asked().Quiet(), "a plain GET got no answer in time");
        yield return Row(Talk.Asked().Reset(), "a plain GET was answered by a reset");
        yield return Row(Talk.Asked().Fin(), "a plain GET was answered by closing the connection");
        yield return Row(Talk.Asked().Received("banana 400\r\n\r\n").Fin(), "the answer to a plain GET is no HTTP response");
        yield return Row(Talk.Asked().Received(Talk.Ok[..^1]).Fin(), "the answer to a plain GET is not complete");
        yield return Row(Talk.Asked().Received(Talk.Refused).Fin(), "a plain GET is answered 400");
        yield return Row(Talk.Asked().Received("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n").Fin(), "a plain GET is answered 503");
    }

    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"caps\":[]}", null)]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "a plain GET is answered 501")]
    [TestCase("HTTP/1.1 501 No\r\nContent-Length: 0\r\n\r\n", "a plain GET is answered 501")]
    public void An_application_that_knows_no_method_is_asked_all_the_same(string adapter, string? problem)
    {
        var page = Answer("HTTP/1.1 501 No\r\nContent-Length: 0\r\n\r\n");
        Assert.That(TargetTraits.Of(Found() with { Baseline = [page, page], Adapter = Answer(adapter) }).BaselineProblem, Is.EqualTo(problem));
    }

    [TestCaseSource(nameof(Problems))]
    public void A_baseline_fails_in_its_own_way(Transcript answer, string problem)
    {
        var traits = TargetTraits.Of(Found() with { Baseline = [Answer(Talk.Ok), answer] });
        Assert.That((traits.BaselineProblem, traits.BaselineStatus), Is.EqualTo((problem, 0)));
    }

    [TestCase("HTTP/1.1 301 Moved\r\nContent-Length: 0\r\n\r\n", 301)]
    [TestCase("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 404)]
    [TestCase("HTTP/1.1 401 Who\r\nContent-Length: 0\r\n\r\n", 401)]
    public void Any_other_answer_is_a_baseline(string answer, int status)
    {
        var traits = TargetTraits.Of(Found() with { Baseline = [Answer(answer)] });
        Assert.That((traits.BaselineProblem, traits.BaselineStatus), Is.EqualTo((default(string), status)));
    }

    [Test]
    public void No_baseline_at_all_is_a_problem() => Assert.That(TargetTraits.Of(Found() with { Baseline = [] }).BaselineProblem, Is.EqualTo("no plain GET was sent"));

    [Test]
    public void Content_that_varies_is_no_fingerprint()
    {
        var traits = TargetTraits.Of(Found() with
        {
            Baseline = [Answer(Talk.Ok), Answer(Talk.Ok.Replace("ok", "no", StringComparison.Ordinal))],
            Canary = [Answer("HTTP/1.1 404 No\r\nContent-Length: 4\r\n\r\nab 1"), Answer("HTTP/1.1 404 No\r\nContent-Length: 4\r\n\r\nab 2")],
        });
        Assert.That((traits.Sentinel, traits.Canary), Is.EqualTo((new Fingerprint(200, null), new Fingerprint(404, null))));
    }

    [Test]
    public void A_token_in_the_answer_does_not_make_it_vary()
    {
        var hex = Convert.ToHexStringLower("tok2"u8);
        var traits = TargetTraits.Of(Found() with
        {
            Canary = [Answer("HTTP/1.1 404 No\r\nContent-Length: 6\r\n\r\n<tok1>"), Answer($"HTTP/1.1 404 No\r\nContent-Length: {hex.Length + 2}\r\n\r\n<{hex}>")],
        });
        Assert.That(traits.Canary?.Content, Is.Not.Null);
    }

    [Test]
    public void A_canary_without_an_answer_has_no_fingerprint() =>
        Assert.That(TargetTraits.Of(Found() with { Canary = [Answer(Talk.Ok), Talk.Asked().Fin()] }).Canary, Is.Null);

    [Test]
    public void A_target_that_closes_each_time_is_not_persistent()
    {
        var traits = TargetTraits.Of(Found() with { Persistence = Talk.Asked().Received(Talk.OkClose).Fin().Expect() });
        Assert.That((traits.Persistent, traits.Sentinel, traits.SentinelCloses), Is.EqualTo((false, new Fingerprint(200, null), true)));
    }

    [Test]
    public void A_target_that_stays_open_behind_the_sentinel_is_not_waited_for()
    {
        var traits = TargetTraits.Of(Found() with { Persistence = Talk.Asked().Received(Talk.Ok).Sentinel(Talk.Ok).Expect().Closed() });
        Assert.That((traits.Persistent, traits.SentinelCloses), Is.EqualTo((true, false)));
    }

    [Test]
    public void Answers_of_1_0_to_requests_of_1_1_show_a_target_of_1_0()
    {
        Assert.Multiple(() =>
        {
            Assert.That(TargetTraits.Of(Found() with { Baseline = [Answer(Old), Answer(Old)] }).Http10Only, Is.True);
            Assert.That(TargetTraits.Of(Found() with { Baseline = [Answer(Old), Answer(Talk.Ok)] }).Http10Only, Is.False);
        });
    }

    [Test]
    public void A_connect_that_had_to_be_tried_again_is_no_problem()
    {
        Transcript second = Talk.AfterRefusedConnect().Sent(Talk.Get).Received(Talk.Ok).Fin();
        Assert.That(TargetTraits.Of(Found() with { Baseline = [second] }).BaselineProblem, Is.Null);
    }

    private static Transcript Answer(string octets) => Talk.Asked().Received(octets).Fin();

    private static TargetEvidence Found() => new()
    {
        Baseline = [Answer(Talk.Ok), Answer(Talk.Ok)],
        Canary = [Answer("HTTP/1.1 404 No\r\nContent-Length: 4\r\n\r\ntok1"), Answer("HTTP/1.1 404 No\r\nContent-Length: 4\r\n\r\ntok2")],
        CanaryTokens = ["tok1", "tok2"],
        Persistence = Talk.Asked().Received(Talk.Ok).Sentinel(Talk.Ok).Fin().Expect(),
        Held = 7,
        Deadline = TimeSpan.FromSeconds(1),
    };
}

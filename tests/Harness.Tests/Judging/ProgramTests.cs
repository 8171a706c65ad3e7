using Conform.Cases;
using Conform.Generation;
using Conform.Judging;
using Conform.Observations;

namespace Conform.Harness.Tests.Judging;

/// <summary>What a drawn program gives is judged by its lines, which the record keeps.</summary>
public sealed class ProgramTests
{
    private static readonly string[] Program = ["start 404 Not Found", "field X-A: 1", "length 2", "restart 201 Created", "field X-B: 2", "yield ab", "yield c"];

    private static readonly string[] Steps = ["hello", "start returned", "restart returned", "next 6162", "next 63", "close"];

    private static Verdict Judged(Talk talk, params string[] lines) => Judge.Decide(
        new Case
        {
            Id = "a/b/c", Summary = "Why.", Requirement = Trial.Must, Location = default, Steps = [Trial.Send, Trial.Expect(lines)], Requires = Capabilities.None, Generates = ["restart"],
        },
        new Evidence { Drawn = Drawn.None with { Program = Program }, Subject = talk }, Trial.Able, new JudgingRules(_ => null, CaseFiller.FillTemplate));

    private static Verdict Answered(string response) => Judged(Talk.Asked().Received(response).Expect().Fin(), "accept what the program gives then close");

    [Test]
    public void The_response_of_the_program_passes() =>
        Assert.That(Answered("HTTP/1.1 201 Whatever\r\nConnection: close\r\nx-b: 2\r\nContent-Length: 3\r\n\r\nabc").Outcome, Is.EqualTo(Outcome.Pass));

    [TestCase("HTTP/1.1 404 Not Found\r\nConnection: close\r\nX-B: 2\r\nContent-Length: 3\r\n\r\nabc", TestName = "A replaced status")]
    [TestCase("HTTP/1.1 201 Created\r\nConnection: close\r\nX-A: 1\r\nX-B: 2\r\nContent-Length: 3\r\n\r\nabc", TestName = "A replaced field that is left")]
    [TestCase("HTTP/1.1 201 Created\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc", TestName = "A lost field")]
    [TestCase("HTTP/1.1 201 Created\r\nConnection: close\r\nX-B: 2\r\nContent-Length: 2\r\n\r\nab", TestName = "A lost block")]
    [TestCase("HTTP/1.1 201 Created\r\nConnection: close\r\nX-B: 2\r\nContent-Length: 4\r\n\r\nab\nc", TestName = "An octet more")]
    public void Anything_else_fails(string response)
    {
        var verdict = Answered(response);
        Assert.That(verdict.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(verdict.Expected, Is.EqualTo("201 with field X-B: \"2\" and no field X-A and content \"abc\" then close"));
    }

    private static Verdict Told(IEnumerable<string> told)
    {
        var talk = Talk.Asked().Received("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n").Expect().Fin();
        foreach (var line in told) talk.Told(line);
        return Judged(talk, "accept 200", "check witness told every step of the program");
    }

    [Test]
    public void Every_step_in_its_order_passes_and_asking_behind_the_last_block_is_left_open()
    {
        Assert.That(Told(Steps).Outcome, Is.EqualTo(Outcome.Pass));
        Assert.That(Told([.. Steps[..5], "next end", "close"]).Outcome, Is.EqualTo(Outcome.Pass));
    }

    [Test]
    public void A_step_that_is_missing_or_told_twice_fails()
    {
        Assert.That(Told(Steps[..5]).Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(Told([.. Steps, "close"]).Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(Told(Steps.Reverse()).Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(Told([]).Notes, Has.One.Contains("it told nothing; the program tells start returned, restart returned"));
    }
}

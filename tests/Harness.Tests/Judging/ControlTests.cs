using Conform.Judging;
using Conform.Observations;

namespace Conform.Harness.Tests.Judging;

/// <summary>A refusal shows something only where the request without the fault is served.</summary>
public sealed class ControlTests
{
    private const string NotFound = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    private const string NotAllowed = "HTTP/1.1 405 Method Not Allowed\r\nAllow: GET\r\nContent-Length: 0\r\n\r\n";
    private const string NotImplemented = "HTTP/1.1 501 Not Implemented\r\nContent-Length: 0\r\n\r\n";
    private const string OtherVersion = "HTTP/1.1 505 No\r\nContent-Length: 0\r\n\r\n";
    private const string LengthRequired = "HTTP/1.1 411 Length Required\r\nContent-Length: 0\r\n\r\n";
    private const string Unavailable = "HTTP/1.1 503 Later\r\nContent-Length: 0\r\n\r\n";
    private const string Broken = "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n";

    [TestCase(Talk.Ok, Talk.Refused, "Pass")]
    [TestCase(Talk.Ok, Talk.Ok, "Fail Violation")]
    [TestCase(Talk.Refused, Talk.Refused, "Inconclusive", TestName = "control refused with the same status")]
    [TestCase(NotFound, Talk.Refused, "Pass", TestName = "control refused with another status")]
    [TestCase(NotFound, NotFound, "Inconclusive")]
    [TestCase(NotAllowed, NotAllowed, "NotObservable", TestName = "the method is not taken there")]
    [TestCase(NotAllowed, Talk.Refused, "Pass", TestName = "the method is not taken there, and the fault is refused before")]
    [TestCase(NotImplemented, NotImplemented, "NotObservable", TestName = "the method is not implemented")]
    [TestCase(OtherVersion, OtherVersion, "NotObservable", TestName = "the version is not spoken")]
    [TestCase(OtherVersion, Talk.Refused, "Pass", TestName = "the version is not spoken, and the fault is refused before")]
    [TestCase(OtherVersion, Talk.Ok, "Fail Violation", TestName = "the version is not spoken, and the fault makes it so")]
    [TestCase(Broken, Talk.Refused, "Inconclusive", TestName = "control not served: 500")]
    [TestCase("banana", Talk.Refused, "Inconclusive", TestName = "control not served: garbage")]
    [TestCase("", Talk.Refused, "Inconclusive", TestName = "control not served: nothing")]
    public void The_control_decides_whether_a_refusal_shows_anything(string control, string answer, string outcome)
    {
        var trial = Trial.Of("accept 400 then close") with { Control = Talk.Asked().Received(control).Fin() };
        Assert.That(trial.Short(Talk.Asked().Received(answer).Fin().Expect()), Is.EqualTo(outcome));
    }

    [Test]
    public void An_allowed_status_of_the_controls_own_does_not_rest_on_the_refusal()
    {
        var trial = Trial.Of("accept 400 then close", "accept the control's status") with { Control = Talk.Asked().Received(NotFound).Fin() };
        Assert.Multiple(() =>
        {
            Assert.That(trial.Short(Talk.Asked().Received(NotFound).Fin().Expect()), Is.EqualTo("Pass"));
            Assert.That(trial.Short(Talk.Asked().Received(Talk.Ok).Fin().Expect()), Is.EqualTo("Fail Violation"));
        });
    }

    [TestCase("accept 200, the control's status", Unavailable, Unavailable, "Pass")]
    [TestCase("accept 200, the control's status", Unavailable, NotFound, "Fail Violation")]
    [TestCase("accept 404", Unavailable, NotFound, "Inconclusive")]
    [TestCase("accept the control's status", Broken, Broken, "Inconclusive")]
    public void What_is_unavailable_may_still_be_compared(string accept, string control, string answer, string outcome)
    {
        var trial = Trial.Of(accept) with { Control = Talk.Asked().Received(control).Fin() };
        Assert.That(trial.Short(Talk.Asked().Received(answer).Fin().Expect()), Is.EqualTo(outcome));
    }

    [TestCase("HTTP/1.1 100 Continue\r\n\r\n", "NotObservable")]
    [TestCase("", "Fail Violation")]
    public void Who_sends_100_to_everybody_has_not_mixed_anything_up(string habit, string outcome)
    {
        var trial = Trial.Of("accept 200 with no interim 100") with { Control = Talk.Asked().Received(habit + Talk.Ok).Fin() };
        Assert.That(trial.Short(Talk.Asked().Received("HTTP/1.1 100 Continue\r\n\r\n" + Talk.Ok).Fin().Expect()), Is.EqualTo(outcome));
    }

    [TestCase(LengthRequired, "NotObservable")]
    [TestCase(Talk.Refused, "Pass", TestName = "400 where 411 is the habit")]
    [TestCase(Talk.Ok, "Fail Violation", TestName = "served where 411 is the habit")]
    public void Who_takes_no_content_without_a_length_shows_nothing_of_chunks(string answer, string outcome)
    {
        var trial = Trial.Of("accept 400 then close", "tolerate 411 then close") with { Control = Talk.Asked().Received(LengthRequired).Fin() };
        Assert.That(trial.Short(Talk.Asked().Received(answer).Fin().Expect()), Is.EqualTo(outcome));
    }

    [Test]
    public void A_never_decides_even_where_the_control_is_refused()
    {
        var trial = Trial.Of("accept 400", "never canary answered") with { Control = Talk.Asked().Received(Talk.Refused).Fin() };
        Assert.That(trial.Short(Talk.Asked().Received(Talk.Refused + NotFound).Fin().Expect()), Is.EqualTo("Fail Violation"));
    }

    [Test]
    public void A_control_that_was_waited_for_in_vain_rests_on_a_deadline_and_says_why()
    {
        var verdict = (Trial.Of("accept 400") with { Control = Talk.Asked().Quiet() }).Judge(Talk.Asked().Received(Talk.Refused).Fin().Expect());
        Assert.Multiple(() =>
        {
            Assert.That((verdict.Outcome, verdict.RestsOnDeadline), Is.EqualTo((Outcome.Inconclusive, true)));
            Assert.That(verdict.Notes, Is.EqualTo(new[] { "control: the request without the fault got no answer in time" }));
        });
    }

    [Test]
    public void A_connect_that_had_to_be_tried_again_is_no_fault_of_the_control()
    {
        Transcript control = Talk.AfterRefusedConnect().Sent(Talk.Get).Received(Talk.Ok).Fin();
        Assert.That((Trial.Of("accept 400") with { Control = control }).Short(Talk.Asked().Received(Talk.Refused).Fin().Expect()), Is.EqualTo("Pass"));
    }
}

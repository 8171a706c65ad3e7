using Conform.Judging;

namespace Conform.Harness.Tests.Judging;

/// <summary>How a conversation's end is decided: close, kept, silence, and what a server may do at any time.</summary>
public sealed class FateTests
{
    private const string Gone = "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ncafe";

    private static IEnumerable<TestCaseData> Fates()
    {
        TestCaseData Row(string name, string line, Talk talk, string outcome, string observed) =>
            new TestCaseData(line, (Conform.Observations.Transcript)talk, outcome, observed).SetArgDisplayNames(name);

        yield return Row("a FIN closes", "accept 400 then close", Talk.Asked().Received(Talk.Refused).Fin().Expect(), "Pass", "400 then close");
        yield return Row("the end of TLS closes", "accept 400 then close", Talk.Asked().Received(Talk.Refused).TlsClosed().Expect(), "Pass", "400 then close");
        yield return Row("TLS cut off closes", "accept 400 then close", Talk.Asked().Received(Talk.Refused).TlsCut().Expect(), "Pass", "400 then TLS cut off");
        yield return Row("a reset behind a whole answer closes", "accept 400 then close", Talk.Asked().Received(Talk.Refused).Reset().Expect(), "Pass", "400 then reset");
        yield return Row("a reset before an answer is none", "accept 400 then close", Talk.Asked().Reset().Expect(), "Fail Violation", "reset without an answer");
        yield return Row("a reset in an answer is none", "accept 200 then close", Talk.Asked().Received(Talk.Ok[..30]).Reset().Expect(), "Fail Violation", "200 cut short then reset");
        yield return Row("a FIN before an answer is no 400", "accept 400 then close", Talk.Asked().Fin().Expect(), "Fail Violation", "close without an answer");
        yield return Row("silence is no 400", "accept 400 then close", Talk.Asked().Quiet().Expect(), "Fail Violation", "no answer, still open");
        yield return Row("silence is no close", "accept close without an answer", Talk.Asked().Quiet().Expect(), "Fail Violation", "no answer, still open");
        yield return Row("a close without an answer", "accept close without an answer", Talk.Asked().Fin().Expect(), "Pass", "close without an answer");
        yield return Row("an answer is no close without one", "accept close without an answer", Talk.Asked().Received(Talk.Refused).Fin().Expect(), "Fail Violation", "400 then close");
        yield return Row("silence", "accept silence", Talk.Asked().Quiet().Expect(), "Pass", "no answer, still open");
        yield return Row("a close is no silence", "accept silence", Talk.Asked().Fin().Expect(), "Fail Violation", "close without an answer");
        yield return Row("an answer is no silence", "accept silence", Talk.Asked().Received(Talk.Ok).Sentinel(Talk.Ok).Fin().Expect(), "Fail Violation", "200 then kept");
        yield return Row("kept by the sentinel's answer", "accept 200 then kept", Talk.Asked().Received(Talk.Ok).Sentinel(Talk.Ok).Fin().Expect(), "Pass", "200 then kept");
        yield return Row("kept is not closed", "accept 400 then close", Talk.Asked().Received(Talk.Refused).Sentinel(Talk.Ok).Fin().Expect(), "Fail Violation", "400 then kept");
        yield return Row("a sentinel without an answer keeps nothing", "accept 200 then kept", Talk.Asked().Received(Talk.Ok).Sentinel().Quiet().Expect(), "Fail Violation", "200 then open, the next request not answered");
        yield return Row("a close that was said is not observable", "accept 200 then kept", Talk.Asked().Received(Talk.OkClose).Fin().Expect(), "NotObservable", "200 then close");
        yield return Row("a close that was not said is a warning", "accept 200 then kept", Talk.Asked().Received(Talk.Ok).Sentinel().Reset().Expect(), "Fail Warning", "200 then reset");
        yield return Row("no fate, any fate", "accept 200", Talk.Asked().Received(Talk.Ok).Fin().Expect(), "Pass", "200 then close");
        yield return Row("a refusal up to the close, ended by a reset", "accept 400 then close", Talk.Asked().Received("HTTP/1.1 400 Bad\r\n\r\nno").Reset().Expect(), "Pass", "400 then reset");
        yield return Row("an answer lost to a reset with the next request unread", "accept 200 with content \"okokokoko\" then close", Talk.Asked(Talk.Get + Talk.Get).Received("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok").Reset().Expect(), "NotObservable", "200 cut short then reset");
        yield return Row("an answer lost to a reset with content unread", "accept 200 with content \"okokokoko\" then close", Talk.Asked("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi").Received("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok").Reset().Expect(), "NotObservable", "200 cut short then reset");
        yield return Row("a refusal lost in the same way, which only the close would have ended", "accept 410 with content \"abc\" then close", Talk.Asked(Talk.Get + Talk.Get).Received("HTTP/1.1 410 Gone\r\n\r\nab").Reset().Expect(), "NotObservable", "410 then reset");
        yield return Row("what the head of an answer lost in the same way has", "accept 200 with field X-A: \"1\" then close", Talk.Asked(Talk.Get + Talk.Get).Received("HTTP/1.1 200 OK\r\nX-A: 1\r\nContent-Length: 9\r\n\r\nok").Reset().Expect(), "Pass", "200 cut short then reset");
        yield return Row("what the head of an answer lost in the same way has not", "accept 200 with field X-A: \"1\" and content \"okokokoko\" then close", Talk.Asked(Talk.Get + Talk.Get).Received("HTTP/1.1 200 OK\r\nX-A: 2\r\nContent-Length: 9\r\n\r\nok").Reset().Expect(), "Fail Violation", "200 cut short then reset");
        yield return Row("the same where its status is all that counts", "accept 200 then close", Talk.Asked(Talk.Get + Talk.Get).Received("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok").Reset().Expect(), "Pass", "200 cut short then reset");
        yield return Row("the same with another status", "accept 201 then close", Talk.Asked(Talk.Get + Talk.Get).Received("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok").Reset().Expect(), "Fail Violation", "200 cut short then reset");
        yield return Row("an answer cut by a reset with nothing behind", "accept 200 then close", Talk.Asked().Received("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok").Reset().Expect(), "Fail Violation", "200 cut short then reset");
        yield return Row("an answer cut by FIN with the next request behind", "accept 200 then close", Talk.Asked(Talk.Get + Talk.Get).Received("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok").Fin().Expect(), "Fail Violation", "200 cut short then close");
        yield return Row("an answer that is to break off, by a reset", "accept 200 with its content cut short then close", Talk.Asked().Received("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok").Reset().Expect(), "Pass", "200 cut short then reset");
        yield return Row("content until the close that is to break off, by a reset", "accept 200 with its content cut short then close", Talk.Asked().Received("HTTP/1.1 200 OK\r\n\r\nok").Reset().Expect(), "Pass", "200 cut short then reset");
        yield return Row("content until the close that is to break off, and ends", "accept 200 with its content cut short then close", Talk.Asked().Received("HTTP/1.1 200 OK\r\n\r\nok").Fin().Expect(), "Fail Violation", "200 then close");
        yield return Row("an answer that is to break off, still open", "accept 200 with its content cut short then close", Talk.Asked().Received("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok").Quiet().Expect(), "Fail Violation", "200 cut short then still open");
        yield return Row("an answer up to the close, ended by a reset", "accept 200 then close", Talk.Asked().Received("HTTP/1.1 200 OK\r\n\r\nno").Reset().Expect(), "Fail Violation", "200 cut short then reset");
        yield return Row("an extra answer", "accept 400", Talk.Asked().Received(Talk.Refused + Gone).Sentinel(Talk.Ok).Fin().Expect(), "Fail Violation", "400 then canary answered (404) then kept");
        yield return Row("an extra answer that closes", "accept 400 then close", Talk.Asked().Received(Talk.Refused + Talk.Refused).Fin().Expect(), "Fail Violation", "400 then 400 then close");
        yield return Row("two in the wrong order", "accept 200 then 400", Talk.Asked(Talk.Get + Talk.Get).Received(Talk.Refused + Talk.Ok).Fin().Expect(), "Fail Violation", "400 then 200 then close");
        yield return Row("one of two, the close was said", "accept 200 then 200", Talk.Asked(Talk.Get + Talk.Get).Received(Talk.OkClose).Fin().Expect(), "NotObservable", "200 then close");
        yield return Row("one of two, the close was not said", "accept 200 then 200", Talk.Asked(Talk.Get + Talk.Get).Received(Talk.Ok).Fin().Expect(), "Fail Warning", "200 then close");
        yield return Row("one of two, still open", "accept 200 then 200", Talk.Asked(Talk.Get + Talk.Get).Received(Talk.Ok).Quiet().Expect(), "Fail Violation", "200 then still open");
        yield return Row("garbage is a failed answer", "accept any refusal then close", Talk.Asked().Received("banana 400\r\n\r\n").Fin().Expect(), "Fail Violation", "no HTTP response (No status line: octet 0x62 cannot be its number 1.) then close");
        yield return Row("garbage behind an answer", "accept 400 then close", Talk.Asked().Received(Talk.Refused + "banana").Fin().Expect(), "Fail Violation", "400 then octets that are no response then close");
        yield return Row("an empty line behind an answer is the lint's", "accept 400 then close", Talk.Asked().Received(Talk.Refused + "\r\n").Fin().Expect(), "Pass", "400 then close");
        yield return Row("an interim answer alone is none", "accept 200", Talk.Asked().Received("HTTP/1.1 100 Continue\r\n\r\n").Fin().Expect(), "Fail Violation", "interim 100 then close");
        yield return Row("content beyond what is kept", "accept 200 then kept", Talk.Asked().Received("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n").Sentinel().Elided(9041).Fin().Expect(), "NotObservable", "200 then close");
        yield return Row("content beyond what is kept, any fate", "accept 200", Talk.Asked().Received("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n").Sentinel().Elided(9041).Fin().Expect(), "Pass", "200 then close");
        yield return Row("content beyond what is kept that ends too early", "accept 200", Talk.Asked().Received("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n").Elided(8999).Fin().Expect(), "Fail Violation", "200 cut short then close");
        yield return Row("one of two, the other beyond what is kept", "accept 200 then 200", Talk.Asked(Talk.Get + Talk.Get).Received("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n").Elided(9000).Sentinel(Talk.Ok).Fin().Expect(), "NotObservable", "200 then kept");
        yield return Row("no connection", "accept close without an answer", new Talk().Expect(), "Fail Violation", "no answer, still open");
    }

    private static IEnumerable<TestCaseData> Ends()
    {
        TestCaseData Row(string name, string line, Talk talk, string outcome) => new TestCaseData(line, (Conform.Observations.Transcript)talk, outcome).SetArgDisplayNames(name);

        yield return Row("an alert ends TLS", "check ended by close_notify", Talk.Asked().Received(Talk.OkClose).TlsClosed().Expect(), "Pass");
        yield return Row("a reset behind the alert changes nothing", "check ended by close_notify", Talk.Asked().Received(Talk.OkClose).TlsClosed().Reset().Expect(), "Pass");
        yield return Row("a FIN alone does not end TLS", "check ended by close_notify", Talk.Asked().Received(Talk.OkClose).TlsCut().Expect(), "Fail Violation");
        yield return Row("a reset does not end TLS", "check ended by close_notify", Talk.Asked().Received(Talk.OkClose).Reset().Expect(), "Fail Violation");
        yield return Row("nothing does not end TLS", "check ended by close_notify", Talk.Asked().Received(Talk.Ok).Quiet().Expect(), "Fail Violation");
        yield return Row("a reset while nothing is under way", "never reset behind an answer", Talk.Asked().Received(Talk.Ok).Reset().Expect(), "Fail Violation");
        yield return Row("a reset that more octets may have caused", "never reset behind an answer", Talk.Asked().Received(Talk.Ok).Sent("more").Reset().Expect(), "Pass");
        yield return Row("a FIN is no reset", "never reset behind an answer", Talk.Asked().Received(Talk.Ok).Fin().Expect(), "Pass");
    }

    [TestCaseSource(nameof(Ends))]
    public void How_it_ended_can_be_asked(string line, Conform.Observations.Transcript talk, string outcome) =>
        Assert.That(Trial.Of("accept 200", line).Short(talk), Is.EqualTo(outcome));

    [TestCaseSource(nameof(Fates))]
    public void A_conversation_ends(string line, Conform.Observations.Transcript talk, string outcome, string observed)
    {
        var trial = Trial.Of(line);
        Assert.Multiple(() =>
        {
            Assert.That(trial.Short(talk), Is.EqualTo(outcome));
            Assert.That(trial.Judge(talk).Observed, Is.EqualTo(observed));
        });
    }

    [Test]
    public void A_target_that_never_keeps_a_connection_cannot_show_that_it_does()
    {
        var trial = Trial.Of("accept 200 then kept") with { Traits = Trial.Unkept };
        Assert.That(trial.Short(Talk.Asked().Received(Talk.Ok).Fin().Expect()), Is.EqualTo("NotObservable"));
    }

    [TestCase(Talk.OkClose, "NotObservable")]
    [TestCase(Talk.Ok, "Fail Warning")]
    public void A_later_step_that_a_close_cut_off_is_weighed_by_the_close(string first, string outcome)
    {
        var trial = new Trial { Steps = [Trial.Send, Trial.Expect("accept 200"), Trial.Send, Trial.Expect("accept 200")] };
        Assert.That(trial.Short(Talk.Asked().Received(first).Expect(1).Fin().Expect(3)), Is.EqualTo(outcome));
    }

    [Test]
    public void A_later_step_that_got_no_answer_on_an_open_connection_fails()
    {
        var trial = new Trial { Steps = [Trial.Send, Trial.Expect("accept 200"), Trial.Send, Trial.Expect("accept 200")] };
        Assert.That(trial.Short(Talk.Asked().Received(Talk.Ok).Expect(1).Sent(Talk.Get).Quiet().Expect(3)), Is.EqualTo("Fail Violation"));
    }

    [Test]
    public void Each_step_has_its_own_answers_and_the_worst_decides()
    {
        var trial = new Trial { Steps = [Trial.Send, Trial.Expect("accept 200"), Trial.Send, Trial.Expect("accept 400 then close", "tolerate 404 then close")] };
        var first = Talk.Asked().Received(Talk.Ok).Expect(1).Sent(Talk.Get);
        Assert.Multiple(() =>
        {
            Assert.That(trial.Short(Talk.Asked().Received(Talk.Ok).Expect(1).Sent(Talk.Get).Received(Talk.RefusedClose).Fin().Expect(3)), Is.EqualTo("Pass"));
            Assert.That(trial.Short(first.Received(Gone).Fin().Expect(3)), Is.EqualTo("Lenient"));
            Assert.That(trial.Short(Talk.Asked().Received(Talk.Refused).Expect(1).Sent(Talk.Get).Received(Talk.RefusedClose).Fin().Expect(3)), Is.EqualTo("Fail Violation"));
            Assert.That(trial.Judge(Talk.Asked().Received(Talk.Ok).Expect(1)).Observed, Is.EqualTo("the conversation never came this far"));
        });
    }

    [Test]
    public void Many_interim_answers_are_told_by_their_number()
    {
        var flood = string.Concat(Enumerable.Repeat("HTTP/1.1 100 Continue\r\n\r\n", 5000));
        Assert.That(Trial.Of("accept 200").Judge(Talk.Asked().Received(flood).Quiet().Expect()).Observed, Does.Match("^interim 100 [0-9]+ times then still open$"));
    }

    [Test]
    public void A_verdict_rests_on_a_deadline_where_something_ran_to_one()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Trial.Of("accept silence").Judge(Talk.Asked().Quiet().Expect()).RestsOnDeadline, Is.True);
            Assert.That(Trial.Of("accept 200").Judge(Talk.Asked().Received(Talk.Ok).Fin().Expect()).RestsOnDeadline, Is.False);
        });
    }

    [Test]
    public void A_target_that_died_fails_whatever_it_answered()
    {
        var verdict = (Trial.Of("accept 200") with { Liveness = Conform.Observations.Liveness.Dead }).Judge(Talk.Asked().Received(Talk.Ok).Fin().Expect());
        Assert.That((verdict.Outcome, verdict.Observed), Is.EqualTo((Outcome.Fail, "the target died, or answers nobody any more")));
    }
}

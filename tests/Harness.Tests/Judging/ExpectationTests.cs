using System.Text;
using Conform.Judging;
using Conform.Observations;

namespace Conform.Harness.Tests.Judging;

/// <summary>Accept, tolerate, check, never; the statuses and clauses they name; whose requirement counts.</summary>
public sealed class ExpectationTests
{
    private const string Hints = "HTTP/1.1 103 Early Hints\r\n\r\n";
    private const string Continue = "HTTP/1.1 100 Continue\r\n\r\n";
    private const string Chunked = "HTTP/1.1 200 Fine\r\nTransfer-Encoding: chunked\r\nConnection: Foo, Close\r\nX-A: one\r\nX-A: two\r\n\r\n2\r\nok\r\n0\r\n\r\n";
    private const string NotImplemented = "HTTP/1.1 501 No\r\nContent-Length: 0\r\n\r\n";
    private const string NotAllowed = "HTTP/1.1 405 No\r\nAllow: GET, head\r\nContent-Length: 0\r\n\r\n";
    private const string Switching = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n";

    [TestCase("accept 400, 501 then close", Talk.RefusedClose, "Pass")]
    [TestCase("accept 400, 501 then close", NotImplemented, "Pass")]
    [TestCase("accept 400 or 413 then close", NotImplemented, "Fail Violation")]
    [TestCase("accept 5xx then close", NotImplemented, "Pass")]
    [TestCase("accept 4xx then close", NotImplemented, "Fail Violation")]
    [TestCase("accept any refusal then close", NotImplemented, "Pass")]
    [TestCase("accept any refusal then close", Talk.Ok, "Fail Violation")]
    [TestCase("accept any final response", Switching, "Pass")]
    [TestCase("accept any final response then the same status", NotImplemented + NotImplemented, "Pass")]
    [TestCase("accept any final response then the same status", NotImplemented + Talk.Ok, "Fail Violation")]
    [TestCase("accept the same status", Talk.Ok, "Fail Violation")]
    [TestCase("accept the baseline's status", Talk.Ok, "Pass")]
    [TestCase("accept the baseline's status", NotImplemented, "Fail Violation")]
    [TestCase("accept the control's status", Talk.Ok, "Pass")]
    [TestCase("accept 200 with content \"ok\"", Talk.Ok, "Pass")]
    [TestCase("accept 200 with content \"no\"", Talk.Ok, "Fail Violation")]
    [TestCase("accept 200 with no content", Talk.Ok, "Fail Violation")]
    [TestCase("accept 501 with no content", NotImplemented, "Pass")]
    [TestCase("accept 200 with field x-a", Chunked, "Pass")]
    [TestCase("accept 200 with no field X-A", Chunked, "Fail Violation")]
    [TestCase("accept 200 with no field X-B", Chunked, "Pass")]
    [TestCase("accept 200 with field X-A: \"two\"", Chunked, "Pass")]
    [TestCase("accept 200 with one field X-A: \"two\"", Chunked, "Fail Violation")]
    [TestCase("accept 200 with one field Connection: \"Foo, Close\"", Chunked, "Pass")]
    [TestCase("accept 200 with one field X-B: \"a\"", Chunked, "Fail Violation")]
    [TestCase("accept 200 with field X-A: \"one, two\"", Chunked, "Fail Violation")]
    [TestCase("accept 200 with option close in Connection", Chunked, "Pass")]
    [TestCase("accept 405 with option GET in Allow", NotAllowed, "Pass")]
    [TestCase("accept 405 with option HEAD in Allow", NotAllowed, "Fail Violation")]
    [TestCase("accept 200 with option keep-alive in Connection", Chunked, "Fail Violation")]
    [TestCase("accept 200 with version HTTP/1.1", Chunked, "Pass")]
    [TestCase("accept 200 with version HTTP/1.0", Chunked, "Fail Violation")]
    [TestCase("accept 200 with reason \"Fine\"", Chunked, "Pass")]
    [TestCase("accept 200 with reason \"OK\"", Chunked, "Fail Violation")]
    [TestCase("accept 200 with framing chunked", Chunked, "Pass")]
    [TestCase("accept 200 with framing chunked", Talk.Ok, "Fail Violation")]
    [TestCase("accept 200 with framing content-length", Talk.Ok, "Pass")]
    [TestCase("accept 200 with framing until-close", "HTTP/1.1 200 OK\r\n\r\nok", "Pass")]
    [TestCase("accept 204 with framing none", "HTTP/1.1 204 No\r\n\r\n", "Pass")]
    [TestCase("accept 200 with no option keep-alive in Connection", Chunked, "Pass")]
    [TestCase("accept 200 with no option close in Connection", Chunked, "Fail Violation")]
    [TestCase("accept 200 with no option close in Connection", Talk.Ok, "Pass")]
    [TestCase("accept 200 with interim 100", Continue + Talk.Ok, "Pass")]
    [TestCase("accept 200 with interim 103 and interim 100", Continue + Hints + Talk.Ok, "Pass")]
    [TestCase("accept 200 with interim 100", Talk.Ok, "Fail Violation")]
    [TestCase("accept 200 with no interim 100", Continue + Talk.Ok, "Fail Violation")]
    [TestCase("accept 200", Continue + Talk.Ok, "Pass")]
    [TestCase("accept 200 with its content cut short then close", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok", "Pass")]
    [TestCase("accept 200 with its content cut short then close", Talk.Ok, "Fail Violation")]
    [TestCase("accept 200", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok", "Fail Violation")]
    [TestCase("accept 200", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok", "Fail Violation")]
    public void A_line_matches_one_answer_or_does_not(string line, string answer, string outcome) =>
        Assert.That(Trial.Of(line).Short(Talk.Asked().Received(answer).Fin().Expect()), Is.EqualTo(outcome));

    [TestCase("Pass", "accept 200", "tolerate 400")]
    [TestCase("Lenient", "accept 400", "tolerate 200")]
    [TestCase("Pass", "tolerate 200", "accept 200")]
    [TestCase("Fail Violation", "accept 200", "never any response 200")]
    [TestCase("Fail Warning", "accept 200", "never any response 2xx [a-should]")]
    [TestCase("Pass", "accept 200", "never any response 200 with content \"secret\"")]
    [TestCase("Pass", "accept 200", "check with content \"ok\"")]
    [TestCase("Fail Violation", "accept 200", "check with field Date")]
    [TestCase("Fail Warning", "accept 200", "check with field Date [a-should]")]
    [TestCase("Fail Violation", "tolerate 200", "check with field Date")]
    [TestCase("Fail Violation", "accept 404", "check with content \"ok\"")]
    [TestCase("Fail Warning", "accept 404 [a-should]")]
    [TestCase("Fail Warning", "accept 404 [a-should]", "accept 405 [a-should]")]
    [TestCase("Fail Violation", "accept 404 [a-should]", "accept 405")]
    [TestCase("Fail Violation", "accept 404 [a-should]", "accept 405 [a-must]")]
    [TestCase("Fail Warning", "accept 404 [a-should]", "tolerate 405 [a-must]")]
    public void The_lines_of_a_block_decide_together(string outcome, params string[] lines) =>
        Assert.That(Trial.Of(lines).Short(Talk.Asked().Received(Talk.Ok).Sentinel(Talk.Ok).Fin().Expect()), Is.EqualTo(outcome));

    [Test]
    public void A_failure_tells_what_was_expected_in_the_words_of_the_case()
    {
        var transcript = Talk.Asked().Received(Talk.Ok).Sentinel(Talk.Ok).Fin().Expect();
        Assert.Multiple(() =>
        {
            Assert.That(Trial.Of("accept 400 then close", "accept 501", "tolerate 404").Judge(transcript).Expected, Is.EqualTo("400 then close, or 501 (tolerated: 404)"));
            Assert.That(Trial.Of("accept 200", "check with field Date").Judge(transcript).Expected, Is.EqualTo("check with field Date"));
            Assert.That(Trial.Of("accept 200", "never any response 200").Judge(transcript).Expected, Is.EqualTo("never any response 200"));
            Assert.That(Trial.Of("accept 200 with content \"no\"").Judge(transcript).Notes, Is.EqualTo(new[] { "not 200 with content \"no\": content is \"ok\", not \"no\"" }));
        });
    }

    [Test]
    public void An_answer_is_early_on_a_target_that_answers_before_it_has_read_the_content()
    {
        var trial = Trial.Of("accept 200 with early");
        var early = trial with { Traits = trial.Traits with { AnswersEarly = true } };
        var talk = Talk.Asked().Received(Talk.OkClose).Sent("rest").Fin().Expect();
        Assert.Multiple(() =>
        {
            Assert.That(early.Short(talk), Is.EqualTo("Pass"));
            Assert.That(trial.Short(talk), Is.EqualTo("Fail Violation"), "that one answer came before the last octet went is a race");
        });
    }

    [Test]
    public void Answered_while_waiting_counts_what_came_by_the_await()
    {
        var trial = new Trial { Steps = [Trial.Send, Trial.Send, Trial.Send, Trial.Expect("accept 200", "check answered while waiting")] };
        Talk Before() => Talk.Asked().Received(Continue).Await(1).Sent("x").Received(Talk.Ok).Fin().Expect(3);
        Talk Behind() => Talk.Asked().Quiet().Await(1).Sent("x").Received(Talk.Ok).Fin().Expect(3);
        Assert.Multiple(() =>
        {
            Assert.That(trial.Short(Before()), Is.EqualTo("Pass"));
            Assert.That(trial.Short(Behind()), Is.EqualTo("Fail Violation"));
            Assert.That((trial with { Traits = Trial.Old }).Short(Behind()), Is.EqualTo("NotObservable"));
        });
    }

    [Test]
    public void What_came_by_an_earlier_await_does_not_answer_while_a_later_one_waits()
    {
        var trial = new Trial
        {
            Steps = [Trial.Send, Trial.Send, Trial.Send, Trial.Expect("accept 200"), Trial.Send, Trial.Send, Trial.Send, Trial.Expect("accept 200", "check answered while waiting")],
        };
        Talk First() => Talk.Asked().Received(Continue).Await(1).Sent("x").Received(Talk.Ok).Expect(3).Sent("y");
        Assert.Multiple(() =>
        {
            Assert.That(trial.Short(First().Received(Continue).Await(5).Sent("z").Received(Talk.Ok).Fin().Expect(7)), Is.EqualTo("Pass"));
            Assert.That(trial.Short(First().Quiet().Await(5).Sent("z").Received(Talk.Ok).Fin().Expect(7)), Is.EqualTo("Fail Violation"));
        });
    }

    [TestCase("accept 200 with interim 100")]
    [TestCase("accept 200 with framing chunked")]
    public void What_http_1_0_has_not_a_target_of_1_0_cannot_show(string line) =>
        Assert.That((Trial.Of(line) with { Traits = Trial.Old }).Short(Talk.Asked().Received(Talk.Ok).Fin().Expect()), Is.EqualTo("NotObservable"));

    [TestCase("understood method \"PUT\"", "Pass")]
    [TestCase("understood method \"GET\"", "Fail Violation")]
    [TestCase("understood path \"/p/a\"", "Pass")]
    [TestCase("understood query \"q=1\"", "Pass")]
    [TestCase("understood content \"body\"", "Pass")]
    [TestCase("understood content \"\"", "Fail Violation")]
    [TestCase("understood field X-Probe \"one\"", "Pass")]
    [TestCase("understood field X-Probe \"two\"", "Fail Violation")]
    [TestCase("understood field Content-Type \"t\"", "Pass")]
    [TestCase("understood field X-None \"\"", "Fail Violation")]
    [TestCase("understood no field X-None", "Pass")]
    [TestCase("understood no field X-Probe", "Fail Violation")]
    [TestCase("understood as sent", "Pass")]
    public void What_the_server_understood_is_read_from_its_report(string clause, string outcome)
    {
        var trial = Trial.Of("accept 200 with " + clause) with { Drawn = Message("one") };
        var report = Trial.Report("body", ("REQUEST_METHOD", "PUT"), ("SCRIPT_NAME", "/p"), ("PATH_INFO", "/a"), ("QUERY_STRING", "q=1"), ("HTTP_X_PROBE", "one"), ("CONTENT_TYPE", "t"));
        Assert.That(trial.Short(Talk.Asked().Received(report).Fin().Expect()), Is.EqualTo(outcome));
    }

    [TestCase("two", "")]
    [TestCase("one", "HTTP_X_MADE_UP")]
    public void Understood_as_sent_wants_every_field_and_no_other(string sent, string extra)
    {
        var trial = Trial.Of("accept 200 with understood as sent") with { Drawn = Message(sent) };
        var report = Trial.Report("body", ("REQUEST_METHOD", "PUT"), ("PATH_INFO", "/p/a"), ("QUERY_STRING", "q=1"), ("HTTP_X_PROBE", "one"), (extra.Length == 0 ? "HTTP_HOST" : extra, "x"));
        Assert.That(trial.Short(Talk.Asked().Received(report).Fin().Expect()), Is.EqualTo("Fail Violation"));
    }

    [TestCase("ok")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{\"env\":1,\"content\":{\"hex\":\"\"}}")]
    [TestCase("{\"env\":{},\"content\":{\"hex\":\"0\"}}")]
    [TestCase("{\"env\":{\"A\":{\"t\":\"string\",\"v\":\"61\"},\"A\":{\"t\":\"string\",\"v\":\"61\"}},\"content\":{\"hex\":\"\"}}")]
    [TestCase("{\"env\":{\"A\":{\"v\":{\"cp\":[99999999]}}},\"content\":{\"hex\":\"\"}}")]
    public void What_is_no_report_fails_and_does_not_break_us(string content)
    {
        var verdict = Trial.Of("accept 200 with understood method \"GET\"").Judge(Talk.Asked().Received($"HTTP/1.1 200 OK\r\nContent-Length: {content.Length}\r\n\r\n{content}").Fin().Expect());
        Assert.That((verdict.Outcome, verdict.Notes[0]), Is.EqualTo((Outcome.Fail, "not 200 with understood method \"GET\": the answer is no report of what was understood")));
    }

    [Test]
    public void A_half_character_in_a_report_is_kept()
    {
        const string content = "{\"env\":{\"REQUEST_METHOD\":{\"t\":\"string\",\"v\":{\"cp\":[71,56553]}}},\"content\":{\"hex\":\"\"}}";
        var verdict = Trial.Of("accept 200 with understood method \"GET\"").Judge(Talk.Asked().Received($"HTTP/1.1 200 OK\r\nContent-Length: {content.Length}\r\n\r\n{content}").Fin().Expect());
        Assert.That(verdict.Notes[0], Does.EndWith("understood method is \"G?\", not \"GET\""));
    }

    [TestCase("accept 400 then close", "Fail Violation")]
    [TestCase("accept 400 then close\ntolerate 200", "Lenient")]
    [TestCase("accept 200\nnever any response 200", "Fail Violation")]
    public void What_the_mutation_allows_takes_the_lines_place(string allowed, string outcome)
    {
        var trial = Trial.Of("accept what the mutation allows") with { Drawn = Drawn.None with { Allowed = allowed } };
        Assert.That(trial.Short(Talk.Asked().Received(Talk.Ok).Sentinel(Talk.Ok).Fin().Expect()), Is.EqualTo(outcome));
    }

    private static Drawn Message(string probe) => Drawn.None with
    {
        Message = new Understood("PUT", "/p/a", "q=1", new Dictionary<string, string>(StringComparer.Ordinal) { ["HTTP_X_PROBE"] = probe }, Encoding.Latin1.GetBytes("body")),
    };
}

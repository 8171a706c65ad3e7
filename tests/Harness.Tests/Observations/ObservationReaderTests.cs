using Conform.Harness.Tests.Judging;
using Conform.Observations;

namespace Conform.Harness.Tests.Observations;

/// <summary>An observation is read out of the events, and each event is a different thing.</summary>
public sealed class ObservationReaderTests
{
    private static IEnumerable<TestCaseData> Ends()
    {
        TestCaseData Row(Talk talk, Ending ending) => new TestCaseData((Transcript)talk, ending);
        yield return Row(Talk.Asked(), Ending.Open).SetArgDisplayNames("open");
        yield return Row(Talk.Asked().Closed(), Ending.Open).SetArgDisplayNames("closed by us");
        yield return Row(Talk.Asked().Fin(), Ending.Fin).SetArgDisplayNames("FIN");
        yield return Row(Talk.Asked().Reset(), Ending.Reset).SetArgDisplayNames("reset");
        yield return Row(Talk.Asked().TlsClosed(), Ending.Fin).SetArgDisplayNames("close_notify");
        yield return Row(Talk.Asked().TlsClosed().Fin(), Ending.Fin).SetArgDisplayNames("close_notify and FIN");
        yield return Row(Talk.Asked().TlsClosed().Reset(), Ending.Fin).SetArgDisplayNames("close_notify and reset");
        yield return Row(Talk.Asked().TlsCut(), Ending.TlsTruncated).SetArgDisplayNames("TLS cut off");
    }

    [TestCaseSource(nameof(Ends))]
    public void A_connection_ends_in_one_way(Transcript talk, Ending ending) => Assert.That(Only(talk).Ending, Is.EqualTo(ending));

    [Test]
    public void A_reset_cuts_an_answer_or_comes_behind_one()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Resets(Talk.Asked().Reset()), Is.EqualTo((true, false)), "no answer");
            Assert.That(Resets(Talk.Asked().Received(Talk.Ok[..20]).Reset()), Is.EqualTo((true, false)), "in an answer");
            Assert.That(Resets(Talk.Asked().Received(Talk.Ok).Reset()), Is.EqualTo((false, true)), "behind an answer");
            Assert.That(Resets(Talk.Asked().Received(Talk.Ok).Sentinel().Reset()), Is.EqualTo((false, false)), "behind something that we sent later");
            Assert.That(Resets(Talk.Asked().Received(Talk.Ok).TlsClosed().Reset()), Is.EqualTo((false, false)), "behind the end");
        });
    }

    [Test]
    public void The_sentinels_answer_is_the_last_whole_response_behind_it()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Only(Talk.Asked().Received(Talk.Ok).Sentinel(Talk.Ok).Fin()).SentinelAnswer, Is.EqualTo(1));
            Assert.That(Only(Talk.Asked().Received(Talk.Ok).Sentinel(Talk.Ok + Talk.Ok).Fin()).SentinelAnswer, Is.EqualTo(2));
            Assert.That(Only(Talk.Asked().Received(Talk.Ok).Sentinel(Talk.Ok[..20]).Fin()).SentinelAnswer, Is.Null);
            Assert.That(Only(Talk.Asked().Received(Talk.Ok).Sentinel().Fin()).SentinelAnswer, Is.Null);
            Assert.That(Only(Talk.Asked().Received(Talk.Ok + Talk.Ok).Fin()).SentinelAnswer, Is.Null);
        });
    }

    [Test]
    public void The_methods_sent_decide_where_an_answer_ends()
    {
        var seen = Only(Talk.Asked("HEAD / HTTP/1.1\r\nHost: h\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n").Received(Talk.Ok[..^2] + Talk.Ok).Fin());
        Assert.That(seen.Responses.Select(r => (r.IsComplete, r.ContentLength)), Is.EqualTo(new[] { (true, 0L), (true, 2L) }));
    }

    [Test]
    public void What_is_behind_the_last_answer_is_left_over()
    {
        var seen = Only(Talk.Asked().Received(Talk.Ok + "junk").Fin());
        Assert.That((seen.Responses.Count, seen.Leftover.Start, seen.Leftover.Length), Is.EqualTo((1, (long)Talk.Ok.Length, 4L)));
    }

    [Test]
    public void Octets_that_were_not_kept_fall_into_content_and_hide_what_is_behind()
    {
        const string head = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n";
        var within = Only(Talk.Asked().Received(head).Elided(5000).Fin());
        var beyond = Only(Talk.Asked().Received(head).Sentinel().Elided(5041).Fin());
        Assert.Multiple(() =>
        {
            Assert.That((within.IsElided, within.Responses.Count, within.Responses[0].IsComplete, within.Responses[0].ContentLength), Is.EqualTo((true, 1, true, 5000L)));
            Assert.That((beyond.Responses.Count, beyond.Responses[0].IsComplete, beyond.SentinelAnswer), Is.EqualTo((1, true, default(int?))));
            Assert.That(Only(Talk.Asked().Received(Talk.Ok).Fin()).IsElided, Is.False);
        });
    }

    [Test]
    public void Steps_tell_how_many_answers_there_were_by_then()
    {
        var seen = Only(Talk.Asked().Received("HTTP/1.1 100 Continue\r\n\r\n").Await(1).Received(Talk.Ok).Await(2).Await(3).Expect(4).Received(Talk.Ok).Expect(6).Fin());
        Assert.Multiple(() =>
        {
            Assert.That(seen.Awaits, Is.EqualTo(new[] { new StepReach(1, 1), new StepReach(2, 1), new StepReach(3, 0) }));
            Assert.That(seen.Expects, Is.EqualTo(new[] { new StepReach(4, 1), new StepReach(6, 2) }));
        });
    }

    [Test]
    public void Interim_answers_that_no_final_one_followed_are_kept_apart()
    {
        var seen = Only(Talk.Asked().Received("HTTP/1.1 103 Hints\r\n\r\n").Quiet().Closed());
        Assert.That((seen.Responses.Count, seen.TrailingInterim.Count, seen.WasQuiet), Is.EqualTo((0, 1, true)));
    }

    [Test]
    public void Channels_are_read_apart_and_in_order()
    {
        var all = ObservationReader.Read(Talk.Asked().Received(Talk.Ok).Expect(1).Closed().NextConnection().Sent(Talk.Get).Received(Talk.Refused).Fin().Expect(4)).Connections;
        Assert.Multiple(() =>
        {
            Assert.That(all.Select(c => (c.Channel, c.Responses.Single().Status, c.Ending)), Is.EqualTo(new[] { (1, 200, Ending.Open), (2, 400, Ending.Fin) }));
            Assert.That(all.SelectMany(c => c.Expects).Select(e => e.Step), Is.EqualTo(new[] { 1, 4 }));
        });
    }

    [Test]
    public void The_first_connection_is_the_first_that_stood()
    {
        var talk = Talk.AfterRefusedConnect().Sent(Talk.Get).Received(Talk.Ok).Fin();
        var seen = ObservationReader.Read(talk);
        Assert.Multiple(() =>
        {
            Assert.That(seen.Connections[0].Ending, Is.EqualTo(Ending.NeverConnected));
            Assert.That(seen.First!.Channel, Is.EqualTo(2));
            Assert.That(ObservationReader.Read(Transcript.Empty).First, Is.Null);
        });
    }

    [Test]
    public void A_server_that_never_stops_sending_heads_is_read_for_so_long_only()
    {
        var talk = Talk.Asked();
        for (var i = 0; i < 500; i++) talk.Received(string.Concat(Enumerable.Repeat("HTTP/1.1 102 Wait\r\n\r\n", 20)));
        Assert.That(Only(talk.Fin()).TrailingInterim, Has.Count.EqualTo(ObservationReader.MostHeads));
    }

    private static ConnectionObservation Only(Transcript talk) => ObservationReader.Read(talk).Connections.Single();

    private static (bool Cut, bool After) Resets(Transcript talk) => (Only(talk).ResetCutResponse, Only(talk).ResetAfterResponse);
}

using Conform.Harness.Tests.Http;
using Conform.Judging.Lint;
using Conform.Observations;

namespace Conform.Harness.Tests.Judging.Lint;

/// <summary>What is read from a conversation around its responses.</summary>
public sealed class ConnectionContextTests
{
    private const string Two = "GET /a HTTP/1.1\r\nHost: h\r\n\r\nHEAD /b HTTP/1.0\r\nX-A: b\r\n\r\n";
    private const string Answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    [Test]
    public void Each_response_has_its_request()
    {
        var first = Context(Talk.Asked(Two).Received(Answer + Answer), 0);
        var second = Context(Talk.Asked(Two).Received(Answer + Answer), 1);
        Assert.That((first.Method, first.Version, first.Request!.Target, first.ResponsesBehind), Is.EqualTo(("GET", "HTTP/1.1", "/a", 1)));
        Assert.That((second.Method, second.Version, second.Request!.Target, second.ResponsesBehind), Is.EqualTo(("HEAD", "HTTP/1.0", "/b", 0)));
        Assert.That(second.Request.Values("x-a"), Is.EqualTo(["b"]));
        Assert.That((second.Request.NeverSent("Host"), second.Request.NeverSent("Expect"), second.Request.NeverSent("ost"), second.Request.NeverSent("X")), Is.EqualTo((false, true, true, true)));
    }

    [Test]
    public void A_request_that_is_not_surely_the_one_is_unknown() =>
        Assert.That(Context(Talk.Asked(Two + Two).Received(Answer + Answer), 1).Request, Is.Null);

    [Test]
    public void What_stands_before_the_first_request_may_have_been_answered() =>
        Assert.That(Context(Talk.Asked("GET\t/a HTTP/1.1\r\nHost: h\r\n\r\n" + Two).Received(Answer + Answer), 0).Request, Is.Null);

    [Test]
    public void Empty_lines_before_the_first_request_are_answered_by_nobody() =>
        Assert.That(Context(Talk.Asked("\r\n" + Two).Received(Answer + Answer), 0).Method, Is.EqualTo("GET"));

    [TestCase("GET /a HTTP/1.1\r\nHost : h\r\n\r\n")]
    [TestCase("GET /a HTTP/1.1\nHost: h\r\n\r\n")]
    [TestCase("GET /a  HTTP/1.1\r\nHost: h\r\n\r\n")]
    [TestCase("GET /a HTTP/1.1\r\nHost: h\r\n x\r\n\r\n")]
    [TestCase("GET /a HTTP/1.1\r\nHost: h\r\n")]
    public void Nothing_is_said_of_the_fields_of_a_request_that_is_not_as_it_should_be(string octets) =>
        Assert.That(Context(Talk.Asked(octets).Received(Answer), 0).Request, Has.Property("Fields").Null.And.Property("Method").EqualTo("GET"));

    [TestCase("GET /a HTTP/1.0\r\nHost: h\r\n\r\n", "HTTP/1.0")]
    [TestCase("GET /a HTTP/1.0 HTTP/1.1\r\nHost: h\r\n\r\n", null)]
    [TestCase("GET /a HTTP/1.01\r\nHost: h\r\n\r\n", null)]
    public void Who_names_no_version_or_two_has_none(string octets, string? version) =>
        Assert.That(LintRequest.All(Fed.Octets(octets))[0].Version, Is.EqualTo(version));

    [Test]
    public void A_close_counts_as_the_servers_own_only_directly_behind_the_response()
    {
        var closes = new Dictionary<string, Talk>(StringComparer.Ordinal)
        {
            ["directly"] = Talk.Asked().Received(Answer).Fin(),
            ["after more was sent"] = Talk.Asked().Received(Answer).Sent("x").Fin(),
            ["with a request unanswered"] = Talk.Asked(Two).Received(Answer).Fin(),
            ["by a reset"] = Talk.Asked().Received(Answer).Reset(),
            ["with octets unsent"] = Talk.Asked().Unsent(5).Received(Answer).Fin(),
            ["beside the sentinel"] = Talk.Asked().Received(Answer).Sentinel().Fin(),
            ["by a reset for the sentinel"] = Talk.Asked().Received(Answer).Sentinel().Reset(),
            ["beside the sentinel, with a request unanswered"] = Talk.Asked(Two).Received(Answer).Sentinel().Fin(),
            ["behind the sentinel's answer"] = Talk.Asked().Received(Answer).Sentinel(Answer).Reset(),
            ["with the sentinel taken for content"] = Talk.Asked("GET / HTTP/1.1\r\nHost: h\r\n\r\nx").Received(Answer).Sentinel().Fin(),
            ["not at all"] = Talk.Asked().Received(Answer).Quiet(),
        };
        Assert.That(closes.Where(c => Context(c.Value, 0).ClosedOfItsOwn).Select(c => c.Key), Is.EqualTo(["directly", "beside the sentinel", "by a reset for the sentinel"]));
    }

    [Test]
    public void The_request_is_known_whether_the_close_or_the_sentinel_came_first() =>
        Assert.That(Context(Talk.Asked(Two).Received(Answer + Answer).Sentinel().Fin(), 1).Request!.Target, Is.EqualTo("/b"));

    [TestCase(1000, false)]
    [TestCase(6500, true)]
    public void Only_a_long_wait_shows_that_a_connection_stays_open(int milliseconds, bool stays) =>
        Assert.That(Context(Talk.Asked().Received(Answer).Quiet(milliseconds), 0).StayedOpen, Is.EqualTo(stays));

    [Test]
    public void A_response_arrives_with_the_last_octet_of_its_head()
    {
        var began = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Transcript talk = Talk.Asked().Received(Answer[..10]).Received(Answer[10..]);
        Assert.That(Context(talk with { Began = began }, 0).Arrived, Is.EqualTo(began + talk.Events[^1].At));
        Assert.That(Context(talk, 0).Arrived, Is.Null);
    }

    [Test]
    public void Rules_of_applications_are_not_asked_of_a_program_of_the_case()
    {
        var context = Context(Talk.Asked().Received("HTTP/1.1 404 X\r\nETag: a\r\nContent-Length: 0\r\n\r\n"), 0);
        Assert.That(ResponseLint.Check(context).Select(f => f.Rule), Is.EqualTo(["date-missing", "etag", "error-explained"]));
        Assert.That(ResponseLint.Check(context with { IsScripted = true }).Select(f => f.Rule), Is.EqualTo(["date-missing"]));
    }

    private static LintContext Context(Transcript transcript, int index) =>
        new ConnectionContexts(transcript, ObservationReader.Read(transcript).Connections[0]).Of(index);
}

using System.Runtime.ExceptionServices;
using System.Text;
using Conform.ReferenceServer.Contract;

namespace Conform.ReferenceServer.Tests.Contract;

[TestFixture]
internal sealed class GatewayTests
{
    private const string DateLine = "Date: Wed, 01 Jan 2025 00:00:00 GMT\r\n";

    private static ReadOnlyMemory<byte> Octets(string text) => Encoding.Latin1.GetBytes(text);

    private static ExceptionDispatchInfo Raised(string message) => ExceptionDispatchInfo.Capture(new FormatException(message));

    [Test]
    public void One_block_gets_its_length_and_leaves_in_one_piece()
    {
        var run = GatewayRun.Of((_, start) =>
        {
            start("200 OK", [("x-LOUD", "1"), ("A", "2")]);
            return [Octets("hello")];
        });

        Assert.That(run.Sent, Is.EqualTo((string[])["HTTP/1.1 200 OK\r\nx-LOUD: 1\r\nA: 2\r\n" + DateLine + "Content-Length: 5\r\n\r\nhello"]));
        Assert.That(run.Outcome.Keeps, Is.True);
    }

    [Test]
    public void Each_block_is_sent_before_the_next_is_asked_for_and_close_comes_once_at_the_end()
    {
        List<string> trace = [];
        GatewayRun? current = null;
        GatewayRun.Of(
            (_, start) =>
            {
                start("200 OK", []);
                return new WatchedBlocks(["", "one", "two"], told => trace.Add($"{told} after {current!.Sent.Count}"));
            },
            prepare: run => current = run);

        Assert.That(trace, Is.EqualTo((string[])
            ["next  after 0", "next one after 0", "next two after 1", "enumerator closed after 2", "iterable closed after 2"]));
        Assert.That(current!.Wire, Does.EndWith("Transfer-Encoding: chunked\r\n\r\n3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n"));
    }

    [Test]
    public void Replacement_before_commit_leaves_nothing_of_the_first_declaration()
    {
        var run = GatewayRun.Of((_, start) =>
        {
            start("200 OK", [("X-Old", "1"), ("Content-Length", "3")]);
            start("503 No", [("X-N", "2")], Raised("first"));
            return [Octets("replaced")];
        });

        Assert.That(run.Wire, Is.EqualTo("HTTP/1.1 503 No\r\nX-N: 2\r\n" + DateLine + "Content-Length: 8\r\n\r\nreplaced"));
    }

    [Test]
    public void Error_after_commit_is_thrown_again_and_ends_the_connection_without_a_last_chunk()
    {
        var original = new FormatException("late");
        Exception? caught = null;
        var run = GatewayRun.Of((_, start) => Blocks(start));

        IEnumerable<ReadOnlyMemory<byte>> Blocks(StartResponse start)
        {
            start("200 OK", []);
            yield return Octets("first");
            try
            {
                start("500 No", [], ExceptionDispatchInfo.Capture(original));
            }
            catch (FormatException error)
            {
                caught = error;
                throw;
            }

            yield return Octets("MUST-NOT");
        }

        Assert.That(caught, Is.SameAs(original));
        Assert.That(run.Wire, Does.EndWith("5\r\nfirst\r\n"));
        Assert.That(run.Outcome, Is.EqualTo(new GatewayOutcome(false)));
    }

    [TestCase("GET", "1.1", "200 OK", "Content-Length: 3\r\n\r\nabc")]
    [TestCase("HEAD", "1.1", "200 OK", "Content-Length: 3\r\n\r\n")]
    [TestCase("GET", "1.1", "204 None", "GMT\r\n\r\n")]
    [TestCase("GET", "1.1", "304 Same", "\r\n\r\n")]
    [TestCase("GET", "1.1", "205 Reset", "Content-Length: 0\r\n\r\n")]
    [TestCase("GET", "1.0", "200 OK", "Content-Length: 3\r\nConnection: close\r\n\r\nabc")]
    public void Content_goes_with_method_and_status(string method, string version, string status, string end)
    {
        var run = GatewayRun.Of(
            (_, start) =>
            {
                start(status, []);
                return [Octets("abc")];
            },
            method,
            version);

        Assert.That(run.Wire, Does.StartWith($"HTTP/1.1 {status}\r\n").And.EndWith(end));
    }

    [Test]
    public void Unknown_length_ends_with_the_connection_in_HTTP_1_0()
    {
        var run = GatewayRun.Of(
            (_, start) =>
            {
                start("200 OK", []);
                return [Octets("a"), Octets("b")];
            },
            version: "1.0");

        Assert.That(run.Wire, Does.EndWith("Connection: close\r\n\r\nab"));
        Assert.That(run.Wire, Does.Not.Contain("chunked"));
        Assert.That(run.Outcome.Keeps, Is.False);
    }

    [TestCase("5", "abcdefgh", "abcde", true)]
    [TestCase("10", "short", "short", false)]
    public void Stated_length_is_kept(string length, string block, string sent, bool keeps)
    {
        var run = GatewayRun.Of((_, start) =>
        {
            start("200 OK", [("Content-Length", length)]);
            return [Octets(block), Octets("")];
        });

        Assert.That(run.Wire, Does.EndWith("\r\n\r\n" + sent));
        Assert.That(run.Outcome.Keeps, Is.EqualTo(keeps));
        Assert.That(run.Log, Does.Contain("than its Content-Length"));
    }

    [Test]
    public void Write_beyond_the_length_throws()
    {
        string? rule = null;
        var run = GatewayRun.Of((_, start) =>
        {
            var write = start("200 OK", [("Content-Length", "2")]);
            rule = Assert.Throws<ContractViolationException>(() => write(Octets("abc")))!.Rule;
            return [];
        });

        Assert.That(rule, Is.EqualTo("pep3333-cl-excess-write"));
        Assert.That(run.Wire, Does.EndWith("\r\n\r\nab"));
    }

    [TestCase("OK", "A", "1", "pep3333-status-bad-code")]
    [TestCase("99 Low", "A", "1", "pep3333-status-bad-code")]
    [TestCase("2000 OK", "A", "1", "pep3333-status-bad-code")]
    [TestCase("100 Continue", "A", "1", "pep3333-status-1xx")]
    [TestCase("200 O\nK", "A", "1", "pep3333-status-control-chars")]
    [TestCase("200 \u20AC", "A", "1", "pep3333-status-non-latin1")]
    [TestCase("200 OK", "A:", "1", "pep3333-headers-name-token")]
    [TestCase("200 OK", "", "1", "pep3333-headers-name-token")]
    [TestCase("200 OK", "A", "1\r\nB: 2", "pep3333-headers-crlf")]
    [TestCase("200 OK", "A", "\u20AC", "pep3333-headers-latin1")]
    [TestCase("200 OK", "connection", "close", "pep3333-headers-hop-by-hop")]
    [TestCase("200 OK", "Transfer-Encoding", "chunked", "pep3333-headers-hop-by-hop")]
    [TestCase("200 OK", "Content-Length", "-1", "pep3333-cl-invalid")]
    public void Malformed_declaration_is_fatal_even_when_swallowed(string status, string name, string value, string rule)
    {
        string? broken = null;
        var run = GatewayRun.Of((_, start) =>
        {
            broken = Assert.Throws<ContractViolationException>(() => start(status, [(name, value)]))!.Rule;
            Assert.Throws<ContractViolationException>(() => start("201 More", []));
            return [Octets("abc")];
        });

        Assert.That(broken, Is.EqualTo(rule));
        Assert.That(run.Wire, Is.Empty);
        Assert.That(run.Outcome.Refusal?.Status, Is.EqualTo(500));
    }

    [Test]
    public void Error_may_still_replace_a_declaration_that_failed()
    {
        var run = GatewayRun.Of((_, start) =>
        {
            Assert.Throws<ContractViolationException>(() => start("OK", []));
            start("500 Sorry", [], Raised("bad status"));
            return [Octets("x")];
        });

        Assert.That(run.Wire, Does.StartWith("HTTP/1.1 500 Sorry\r\n"));
    }

    [Test]
    public void Missing_declaration_and_null_are_errors()
    {
        Assert.That(GatewayRun.Of((_, _) => [Octets("x")]).Outcome.Refusal?.Status, Is.EqualTo(500));
        Assert.That(GatewayRun.Of((_, _) => []).Outcome.Refusal?.Status, Is.EqualTo(500));
        Assert.That(GatewayRun.Of((_, _) => null!).Outcome.Refusal?.Status, Is.EqualTo(500));
    }

    [Test]
    public void Close_comes_once_when_the_iteration_fails()
    {
        List<string> trace = [];
        var run = GatewayRun.Of((_, start) =>
        {
            start("200 OK", []);
            return new WatchedBlocks(Failing(), trace.Add);
        });

        static IEnumerable<string> Failing()
        {
            yield return "";
            throw new FormatException("in the middle");
        }

        Assert.That(trace, Is.EqualTo((string[])["next ", "enumerator closed", "iterable closed"]));
        Assert.That(run.Outcome.Refusal?.Status, Is.EqualTo(500));
        Assert.That(run.Log, Does.Contain("in the middle"));
    }
}

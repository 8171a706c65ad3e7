using System.Net.Sockets;
using System.Text;
using Conform.ReferenceServer.Hosting;
using static Conform.ReferenceServer.Tests.Defects.Requests;

namespace Conform.ReferenceServer.Tests.Live;

[TestFixture]
internal sealed class ConnectionTests
{
    private ReferenceServerHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await ReferenceServerHost.StartAsync(new(), TimeProvider.System);

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Refusal_is_read_in_full_while_a_large_request_is_still_being_sent()
    {
        var answer = await RawClient.ExchangeAsync(
            _host.Addresses[0], [Length("99999999", ""), .. Enumerable.Repeat(new string('a', 100_000), 50)], halfCloses: false);

        Assert.That(answer, Does.StartWith("HTTP/1.1 413 ").And.EndWith("\r\n\r\ncontent-too-large\n"));
    }

    [Test]
    public async Task Continue_is_sent_before_content_and_only_then()
    {
        using var socket = await RawClient.ConnectAsync(_host.Addresses[0]);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Post("Content-Length: 5\r\nExpect: 100-continue", "")));
        var interim = await RawClient.ReadUntilAsync(stream, "\r\n\r\n");
        await stream.WriteAsync("hello"u8.ToArray());
        var final = await RawClient.ReadUntilAsync(stream, "}}");

        Assert.That(interim, Is.EqualTo("HTTP/1.1 100 Continue\r\n\r\n"));
        Assert.That(final, Does.StartWith("HTTP/1.1 200 OK\r\n").And.Contain("68656c6c6f"));
    }

    [Test]
    public async Task Nobody_is_told_to_go_on_in_the_middle_of_an_answer()
    {
        using var socket = await RawClient.ConnectAsync(_host.Addresses[0]);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /probe/run?p=st.323030204f4b_sr~y.6669727374_rd.r5_yt~ HTTP/1.1\r\n{Host}Content-Length: 5\r\nExpect: 100-continue\r\n\r\n"));
        var first = await RawClient.ReadUntilAsync(stream, "first\r\n");
        await stream.WriteAsync("hello"u8.ToArray());
        var rest = await RawClient.ReadUntilAsync(stream, "0\r\n\r\n");

        Assert.That(first, Does.StartWith("HTTP/1.1 200 OK\r\n"));
        Assert.That(rest, Is.EqualTo("b\r\nread hello\n\r\n0\r\n\r\n"));
    }

    [TestCase(false, "HTTP/1.1 421 ")]
    [TestCase(true, "HTTP/1.1 200 ")]
    public async Task Address_of_https_is_served_over_tls_alone(bool usesTls, string expected)
    {
        await using var host = await ReferenceServerHost.StartAsync(
            new() { Addresses = [usesTls ? ListenAddress.TlsLoopback : ListenAddress.Loopback] }, TimeProvider.System);

        Assert.That(await RawClient.ExchangeAsync(host, Get("https://localhost/")), Does.StartWith(expected));
    }

    [Test]
    public async Task Application_that_does_not_read_gets_no_continue_and_the_connection_ends()
    {
        var answer = await RawClient.ExchangeAsync(
            _host, $"POST /probe/static HTTP/1.1\r\n{Host}Content-Length: 5\r\nExpect: 100-continue\r\n\r\n");

        Assert.That(answer, Does.StartWith("HTTP/1.1 405 ").And.Contain("Connection: close"));
    }

    [TestCase(5, 2)]
    [TestCase(70_000, 1)]
    public async Task Unread_content_is_drained_or_ends_the_connection(int length, int answers)
    {
        var post = $"POST /probe/static HTTP/1.1\r\n{Host}Content-Length: {length}\r\n\r\n{new string('G', length)}";

        var answer = await RawClient.ExchangeAsync(_host, post + Get());

        Assert.That(answer.Split("HTTP/1.1 "), Has.Length.EqualTo(answers + 1));
        Assert.That(answer.Contains("Connection: close", StringComparison.Ordinal), Is.EqualTo(answers == 1));
    }

    [TestCase("GET / HTTP/1.1\r\nHo", "incomplete-message")]
    [TestCase("POST /r HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhel", "incomplete-message")]
    [TestCase("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "malformed-chunk-size")]
    public async Task Broken_request_is_refused_and_the_connection_ends(string octets, string reason)
    {
        var answer = await RawClient.ExchangeAsync(_host, octets);

        Assert.That(answer, Does.StartWith("HTTP/1.1 400 Bad Request\r\n").And.EndWith($"Connection: close\r\n\r\n{reason}\n"));
    }

    [Test]
    public async Task Pipelined_requests_are_answered_in_order()
    {
        var answer = await RawClient.ExchangeAsync(_host, Run("cl.1_sr~y.'1'~") + Length("5") + Run("cl.1_sr~y.'3'~") + Run("sr~y.'4'~", "HEAD"));

        var parts = answer.Split("HTTP/1.1 200 OK\r\n");
        Assert.That(parts, Has.Length.EqualTo(5));
        Assert.That(parts[1], Does.EndWith("\r\n\r\n1"));
        Assert.That(parts[2], Does.EndWith("}}"));
        Assert.That(parts[3], Does.EndWith("\r\n\r\n3"));
        Assert.That(parts[4], Does.EndWith("\r\n\r\n"));
    }

    [Test]
    public async Task Octets_one_at_a_time_give_the_same_answers()
    {
        var octets = Chunks("5;a=b\r\nhello\r\n0\r\nX-A: 1\r\n\r\n") + "\r\n" + Get() + Line("GET / HTTP/1.1 ");

        var whole = await RawClient.ExchangeAsync(_host, octets);
        var pieces = await RawClient.ExchangeAsync(_host.Addresses[0], [.. octets.Select(c => c.ToString())], halfCloses: true);

        static string[] Statuses(string answer) => [.. answer.Split("HTTP/1.1 ").Skip(1).Select(part => part[..3])];
        Assert.That(Statuses(whole), Has.Length.EqualTo(3));
        Assert.That(Statuses(pieces), Is.EqualTo(Statuses(whole)));
        Assert.That(pieces, Does.Contain("68656c6c6f").And.EndWith("malformed-version\n"));
    }

    [Test]
    public async Task Silence_inside_a_request_ends_it()
    {
        await using var host = await ReferenceServerHost.StartAsync(
            new() { RequestTimeout = TimeSpan.FromMilliseconds(50), IdleTimeout = TimeSpan.FromMilliseconds(50) }, TimeProvider.System);

        var slow = await RawClient.ExchangeAsync(host.Addresses[0], ["GET / HT"], halfCloses: false);
        var idle = await RawClient.ExchangeAsync(host.Addresses[0], [Get()], halfCloses: false);

        Assert.That(slow, Does.StartWith("HTTP/1.1 408 ").And.EndWith("request-took-too-long\n"));
        Assert.That(idle, Does.StartWith("HTTP/1.1 200 ").And.EndWith("</h1>"));
    }

    [Test]
    public async Task Dispose_does_not_wait_for_open_connections()
    {
        var host = await ReferenceServerHost.StartAsync(new(), TimeProvider.System);
        using var socket = await RawClient.ConnectAsync(host.Addresses[0]);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("POST /r HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n"u8.ToArray());

        var stopped = host.DisposeAsync().AsTask();

        Assert.That(await Task.WhenAny(stopped, Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System)), Is.SameAs(stopped));
    }

    [Test]
    public async Task Applications_that_wait_do_not_hold_others_up()
    {
        List<Socket> waiting = [];
        for (var i = 0; i < 20; i++)
        {
            waiting.Add(await RawClient.ConnectAsync(_host.Addresses[0]));
            await waiting[i].SendAsync(Encoding.ASCII.GetBytes(Length("5", "h")));
        }

        var answer = await RawClient.ExchangeAsync(_host, Get());
        waiting.ForEach(socket => socket.Dispose());

        Assert.That(answer, Does.StartWith("HTTP/1.1 200 "));
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Conform.Observations;
using Conform.Wire;

namespace Conform.Harness.Tests.Wire;

public sealed class EndTests
{
    private static readonly byte[] Hello = "hello"u8.ToArray();

    [Test]
    public async Task What_came_before_FIN_is_kept_and_FIN_is_its_own_event()
    {
        await using var peer = await Peer.ConnectAsync();
        await peer.Server.SendAsync(Hello);
        peer.Server.Close();

        Assert.That(await peer.EndAsync(), Is.True);
        Assert.Multiple(() =>
        {
            Assert.That(peer.Octets(WireEventKind.Received), Is.EqualTo(Hello));
            Assert.That(peer.Kinds[^1], Is.EqualTo(WireEventKind.Fin));
            Assert.That(peer.Connection.EndedBy, Is.EqualTo(WireEventKind.Fin));
            Assert.That(peer.Seen.End, Is.EqualTo(WireEventKind.Fin));
            Assert.That(peer.Seen.Octets, Is.EqualTo(Hello));
        });
    }

    [Test]
    public async Task What_came_before_a_reset_is_kept_and_the_reset_is_its_own_event()
    {
        await using var peer = await Peer.ConnectAsync();
        await peer.Server.SendAsync(Hello);
        peer.ServerResets();

        await peer.EndAsync();
        Assert.Multiple(() =>
        {
            Assert.That(peer.Octets(WireEventKind.Received), Is.EqualTo(Hello));
            Assert.That(peer.Kinds[^1], Is.EqualTo(WireEventKind.Reset));
            Assert.That(peer.Seen.End, Is.EqualTo(WireEventKind.Reset));
        });
    }

    [Test]
    public async Task An_early_answer_survives_the_reset_that_follows_while_we_write()
    {
        for (var round = 0; round < 20; round++)
        {
            await using var peer = await Peer.ConnectAsync();
            var pieces = Enumerable.Repeat(new byte[1], 400).ToArray();
            var sending = peer.SendAsync(pieces);
            await peer.ServerReadsAsync(3);
            await peer.Server.SendAsync(Hello);

            // Closing with unread octets makes the system reset the connection, as it does for a server that does not linger.
            peer.ServerResets();
            await sending;
            await peer.EndAsync();

            Assert.That(peer.Octets(WireEventKind.Received), Is.EqualTo(Hello));
            Assert.That(peer.Connection.EndedBy, Is.EqualTo(WireEventKind.Reset), string.Join(' ', peer.Kinds.Distinct()));
            var unsent = peer.Events.Single(e => e.Kind == WireEventKind.Unsent).Count;
            Assert.That(peer.Octets(WireEventKind.Sent).Length + unsent, Is.EqualTo(400));
        }
    }

    [Test]
    public async Task A_reset_is_a_reset_also_when_a_write_was_told_of_it_first()
    {
        for (var round = 0; round < 50; round++)
        {
            await using var peer = await Peer.ConnectAsync(WireOptions.Default with { Gap = TimeSpan.Zero });
            var sending = peer.SendAsync([.. Enumerable.Repeat(new byte[1], 2000)]);
            await peer.ServerReadsAsync(1);
            peer.ServerResets();
            await sending;
            await peer.EndAsync();

            Assert.That(peer.Connection.EndedBy, Is.EqualTo(WireEventKind.Reset), string.Join(' ', peer.Kinds.Distinct()));
        }
    }

    [Test]
    public async Task A_FIN_stays_a_FIN_when_our_later_octets_are_answered_by_a_reset()
    {
        await using var peer = await Peer.ConnectAsync();
        peer.Server.Close();
        await peer.EndAsync();
        await peer.SendAsync(Hello);

        Assert.That(peer.Kinds, Is.EqualTo(new[] { WireEventKind.Connected, WireEventKind.Fin, WireEventKind.Unsent }));
        Assert.That(peer.Events[^1].Count, Is.EqualTo(5));
    }

    [Test]
    public async Task Half_close_is_seen_as_the_end_by_the_server_and_its_answer_still_comes()
    {
        await using var peer = await Peer.ConnectAsync();
        await peer.SendAsync(Hello);
        await peer.Connection.HalfCloseAsync();
        var got = await peer.ServerReadsAsync(100);
        await peer.Server.SendAsync("late"u8.ToArray());
        peer.Server.Close();
        await peer.EndAsync();

        Assert.Multiple(() =>
        {
            Assert.That(got, Is.EqualTo(Hello));
            Assert.That(Encoding.ASCII.GetString(peer.Octets(WireEventKind.Received)), Is.EqualTo("late"));
            Assert.That(peer.Kinds, Is.EqualTo(new[]
            {
                WireEventKind.Connected, WireEventKind.Sent, WireEventKind.HalfClosed, WireEventKind.Received, WireEventKind.Fin,
            }));
        });
    }

    [Test]
    public async Task Nothing_goes_out_after_a_half_close()
    {
        await using var peer = await Peer.ConnectAsync();
        await peer.Connection.HalfCloseAsync();
        await peer.SendAsync(Hello);

        Assert.That(peer.Kinds, Is.EqualTo(new[] { WireEventKind.Connected, WireEventKind.HalfClosed, WireEventKind.Unsent }));
    }

    [Test]
    public async Task An_abort_is_a_reset_for_the_server()
    {
        await using var peer = await Peer.ConnectAsync();
        await peer.SendAsync(Hello);
        await peer.ServerReadsAsync(5);
        peer.Connection.Abort();

        var error = await Assert.ThrowsAsync<SocketException>(async () => await peer.ServerReadsAsync(1));
        Assert.That(error!.SocketErrorCode, Is.EqualTo(SocketError.ConnectionReset));
        await peer.Connection.DisposeAsync();
        Assert.That(peer.Kinds, Is.EqualTo(new[] { WireEventKind.Connected, WireEventKind.Sent, WireEventKind.Aborted }));
        Assert.That(peer.Seen.End, Is.Null);
    }

    [Test]
    public async Task Disposing_is_one_event_and_the_server_sees_FIN()
    {
        await using var peer = await Peer.ConnectAsync();
        await peer.Connection.DisposeAsync();
        await peer.Connection.DisposeAsync();

        Assert.That(await peer.ServerReadsAsync(1), Is.Empty);
        Assert.That(peer.Kinds, Is.EqualTo(new[] { WireEventKind.Connected, WireEventKind.Closed }));
    }

    [Test]
    public async Task It_works_over_IPv6()
    {
        if (!Socket.OSSupportsIPv6) Assert.Ignore("no IPv6 here");
        await using var peer = await Peer.ConnectAsync(Peer.Listen(IPAddress.IPv6Loopback));
        await peer.Server.SendAsync(Hello);

        Assert.That(await peer.ReceivedAsync(5), Is.True);
        Assert.That(peer.Connection.LocalEndpoint, Does.StartWith("[::1]:"));
    }

    [Test]
    public async Task It_works_over_a_Unix_socket_with_every_end()
    {
        var folder = Directory.CreateTempSubdirectory("wire");
        try
        {
            foreach (var end in new[] { WireEventKind.Fin, WireEventKind.Reset })
            {
                var path = Path.Combine(folder.FullName, end + ".sock");
                var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                listener.Bind(new UnixDomainSocketEndPoint(path));
                listener.Listen();
                await using var peer = await Peer.ConnectAsync(listener);
                await peer.SendAsync(Hello);
                if (end == WireEventKind.Fin) await peer.ServerReadsAsync(5);
                await peer.Server.SendAsync(Hello);

                // What is left unread makes the end of a Unix socket a reset.
                peer.Server.Close();
                await peer.EndAsync();

                Assert.That(peer.Octets(WireEventKind.Received), Is.EqualTo(Hello));
                Assert.That(peer.Connection.EndedBy, Is.EqualTo(end));
                Assert.That(peer.Connection.LocalEndpoint, Is.EqualTo("unix:" + path));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

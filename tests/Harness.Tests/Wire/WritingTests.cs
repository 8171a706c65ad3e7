using System.Security.Cryptography;
using Conform.Observations;
using Conform.Wire;

namespace Conform.Harness.Tests.Wire;

public sealed class WritingTests
{
    private static readonly byte[] Hello = "hello"u8.ToArray();

    [Test]
    public async Task Every_piece_is_a_Sent_event_and_arrives_in_order()
    {
        await using var peer = await Peer.ConnectAsync();
        await peer.SendAsync("he"u8.ToArray(), [], "llo"u8.ToArray());

        Assert.That(await peer.ServerReadsAsync(5), Is.EqualTo(Hello));
        Assert.That(peer.Events.Where(e => e.Kind == WireEventKind.Sent).Select(e => e.Octets.Length), Is.EqualTo(new[] { 2, 3 }));
    }

    [Test]
    public async Task Writing_stops_once_the_condition_holds_and_says_what_is_left()
    {
        await using var peer = await Peer.ConnectAsync();
        var echoing = Task.Run(async () =>
        {
            await peer.ServerReadsAsync(10);
            await peer.Server.SendAsync(Hello);
        });
        await peer.SendAsync(() => peer.Seen.Octets.Count == 5, [.. Enumerable.Repeat(new byte[1], 20_000)]);
        await echoing;

        var sent = peer.Octets(WireEventKind.Sent).Length;
        Assert.That(sent, Is.InRange(10, 19_999));
        Assert.That(peer.Events[^1].Kind, Is.EqualTo(WireEventKind.Unsent));
        Assert.That(peer.Events[^1].Count, Is.EqualTo(20_000 - sent));
    }

    [Test]
    public async Task What_the_server_answers_to_an_octet_comes_later_in_the_transcript()
    {
        await using var peer = await Peer.ConnectAsync(WireOptions.Default with { Gap = TimeSpan.Zero });
        var echoing = Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++) await peer.Server.SendAsync(await peer.ServerReadsAsync(1));
        });
        await peer.SendAsync([.. Enumerable.Repeat(new byte[1], 500)]);
        await echoing;
        await peer.ReceivedAsync(500);

        var balance = 0;
        foreach (var e in peer.Events)
        {
            if (e.Kind == WireEventKind.Sent) balance += e.Octets.Length;
            if (e.Kind == WireEventKind.Received) balance -= e.Octets.Length;
            Assert.That(balance, Is.GreaterThanOrEqualTo(0));
        }
    }

    [Test]
    public async Task A_write_after_a_reset_is_refused_or_never_made()
    {
        await using var peer = await Peer.ConnectAsync();
        peer.ServerResets();
        await peer.SendAsync(Hello, Hello, Hello);
        await peer.EndAsync();

        Assert.That(peer.Kinds, Does.Contain(WireEventKind.Unsent));
        var unsent = peer.Events.Single(e => e.Kind == WireEventKind.Unsent).Count;
        Assert.That(peer.Octets(WireEventKind.Sent).Length + unsent, Is.EqualTo(15));
    }

    [Test]
    public async Task A_write_that_is_stuck_when_the_reset_comes_is_refused()
    {
        await using var peer = await Peer.ConnectAsync(Peer.Listen(receiveBuffer: 4096));
        var sending = peer.SendAsync(new byte[64 << 20]);
        await peer.ServerReadsAsync(1);
        peer.ServerResets();
        await sending;
        await peer.EndAsync();

        Assert.That(peer.Kinds, Does.Contain(WireEventKind.WriteRefused).Or.Contain(WireEventKind.Unsent));
        Assert.That(peer.Connection.EndedBy, Is.EqualTo(WireEventKind.Reset));
    }

    [Test]
    public async Task A_server_that_does_not_read_cannot_hold_us()
    {
        await using var peer = await Peer.ConnectAsync(Peer.Listen(receiveBuffer: 4096));
        var piece = new byte[64 << 20];
        await peer.Connection.SendAsync([piece], () => false, TimeSpan.FromMilliseconds(50), CancellationToken.None);

        var unsent = peer.Events[^1];
        var quiet = peer.Events[^2];
        Assert.Multiple(() =>
        {
            Assert.That(quiet.Kind, Is.EqualTo(WireEventKind.Quiet));
            Assert.That(quiet.Count, Is.EqualTo(50));
            Assert.That(unsent.Kind, Is.EqualTo(WireEventKind.Unsent));
            Assert.That(peer.Octets(WireEventKind.Sent).Length + unsent.Count, Is.EqualTo(piece.Length));
        });
        await peer.SendAsync(Hello);
        Assert.That(peer.Events[^1].Kind, Is.EqualTo(WireEventKind.Unsent), "what comes next would land in the middle of a broken write");
    }

    [Test]
    public async Task An_answer_frees_a_write_that_is_stuck()
    {
        await using var peer = await Peer.ConnectAsync(Peer.Listen(receiveBuffer: 4096));
        var sending = peer.SendAsync(() => peer.Seen.Octets.Count > 0, new byte[64 << 20]);
        await peer.ServerReadsAsync(1);
        await peer.Server.SendAsync(Hello);
        await sending;

        Assert.That(peer.Kinds[^1], Is.EqualTo(WireEventKind.Unsent));
        Assert.That(peer.Kinds, Does.Not.Contain(WireEventKind.Quiet));
    }

    [Test]
    public async Task A_cancelled_write_throws()
    {
        await using var peer = await Peer.ConnectAsync(Peer.Listen(receiveBuffer: 4096));
        using var cancel = new CancellationTokenSource();
        var sending = peer.Connection.SendAsync([new byte[64 << 20]], null, Peer.Patience, cancel.Token).AsTask();
        await peer.ServerReadsAsync(1);
        await cancel.CancelAsync();

        Assert.That(async () => await sending, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task What_is_beyond_the_limit_is_counted_and_digested_but_the_observer_sees_it()
    {
        await using var peer = await Peer.ConnectAsync(WireOptions.Default with { KeepLimit = 1000 });
        var content = new byte[300_000];
        for (var i = 0; i < content.Length; i++) content[i] = (byte)(i * 7);
        var serving = Task.Run(async () =>
        {
            await peer.Server.SendAsync(content);
            peer.Server.Close();
        });
        await peer.EndAsync();
        await serving;

        var elided = peer.Events[^2];
        Assert.Multiple(() =>
        {
            Assert.That(peer.Octets(WireEventKind.Received), Is.EqualTo(content[..1000]));
            Assert.That(elided.Kind, Is.EqualTo(WireEventKind.Elided));
            Assert.That(elided.Count, Is.EqualTo(299_000));
            Assert.That(elided.Note, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(content[1000..]))));
            Assert.That(peer.Kinds[^1], Is.EqualTo(WireEventKind.Fin));
            Assert.That(peer.Seen.Octets, Is.EqualTo(content));
        });
    }

    [Test]
    public async Task What_was_elided_is_told_also_when_we_close_first()
    {
        await using var peer = await Peer.ConnectAsync(WireOptions.Default with { KeepLimit = 2 });
        await peer.Server.SendAsync(Hello);
        await peer.ReceivedAsync(5);
        await peer.Connection.DisposeAsync();

        Assert.That(peer.Kinds.TakeLast(2), Is.EqualTo(new[] { WireEventKind.Elided, WireEventKind.Closed }));
        Assert.That(peer.Events[^2].Count, Is.EqualTo(3));
    }
}

using Conform.Observations;
using Conform.Wire;

namespace Conform.Harness.Tests.Wire;

public sealed class WaitingTests
{
    [Test]
    public async Task Nothing_before_the_deadline_is_Quiet()
    {
        await using var peer = await Peer.ConnectAsync();
        var came = await peer.Connection.WaitAsync(() => false, TimeSpan.FromMilliseconds(30), CancellationToken.None);

        Assert.That(came, Is.False);
        Assert.That(peer.Events[^1].Kind, Is.EqualTo(WireEventKind.Quiet));
        Assert.That(peer.Events[^1].Count, Is.EqualTo(30));
        Assert.That(peer.Events[^1].At - peer.Events[^2].At, Is.GreaterThanOrEqualTo(TimeSpan.FromMilliseconds(30)));
    }

    [Test]
    public async Task A_wait_that_the_end_makes_hopeless_returns_without_Quiet()
    {
        await using var peer = await Peer.ConnectAsync();
        var waiting = peer.Connection.WaitAsync(() => false, TimeSpan.FromDays(1), CancellationToken.None);
        peer.Server.Close();

        Assert.That(await waiting, Is.False);
        Assert.That(peer.Kinds, Does.Not.Contain(WireEventKind.Quiet));
    }

    [Test]
    public async Task A_condition_that_holds_needs_no_patience()
    {
        await using var peer = await Peer.ConnectAsync();

        Assert.That(await peer.Connection.WaitAsync(() => true, TimeSpan.Zero, CancellationToken.None), Is.True);
        Assert.That(peer.Kinds, Is.EqualTo(new[] { WireEventKind.Connected }));
    }

    [Test]
    public async Task A_cancelled_wait_throws()
    {
        await using var peer = await Peer.ConnectAsync();
        using var cancel = new CancellationTokenSource();
        var waiting = peer.Connection.WaitAsync(() => false, Peer.Patience, cancel.Token);
        await cancel.CancelAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_fault_of_the_observer_reaches_who_waits()
    {
        using var listener = Peer.Listen();
        var endpoint = new TcpEndpoint("127.0.0.1", ((System.Net.IPEndPoint)listener.LocalEndPoint!).Port);
        await using var connection = await WireConnection.OpenAsync(
            endpoint, WireOptions.Default, new TranscriptRecorder(TimeProvider.System), new Faulty(), TimeProvider.System, CancellationToken.None);
        using var server = await listener.AcceptAsync();
        await server.SendAsync("x"u8.ToArray());

        Assert.That(
            async () => await connection.WaitAsync(() => false, Peer.Patience, CancellationToken.None),
            Throws.InvalidOperationException.With.InnerException.Message.EqualTo("broken reader"));
    }

    private sealed class Faulty : IWireObserver
    {
        public void Received(ReadOnlySpan<byte> octets) => throw new FormatException("broken reader");

        public void Ended(WireEventKind how)
        {
        }
    }
}

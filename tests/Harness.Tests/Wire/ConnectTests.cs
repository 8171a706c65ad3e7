using System.Net;
using Conform.Observations;
using Conform.Wire;

namespace Conform.Harness.Tests.Wire;

public sealed class ConnectTests
{
    [Test]
    public async Task Nobody_listening_is_one_clear_sentence_and_an_event()
    {
        int port;
        using (var listener = Peer.Listen()) port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        var (error, events) = await FailAsync(new TcpEndpoint("127.0.0.1", port));

        Assert.Multiple(() =>
        {
            Assert.That(error.Failure, Is.EqualTo(WireFailure.Refused));
            Assert.That(error.Message, Is.EqualTo($"cannot connect to 127.0.0.1:{port}: connection refused (does the server listen there?)"));
            Assert.That(events.Select(e => e.Kind), Is.EqualTo(new[] { WireEventKind.ConnectFailed }));
            Assert.That(events[0].Note, Is.EqualTo(error.Message));
            Assert.That(events[0].Channel, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_missing_Unix_socket_is_named()
    {
        var (error, _) = await FailAsync(new UnixEndpoint("/nowhere/to.sock"));

        Assert.That(error.Failure, Is.EqualTo(WireFailure.Refused));
        Assert.That(error.Message, Does.StartWith("cannot connect to unix:/nowhere/to.sock: there is no socket of that name"));
    }

    [Test]
    public async Task An_unknown_name_is_named()
    {
        var (error, _) = await FailAsync(new TcpEndpoint("no-such-host.invalid", 80));

        Assert.That(error.Failure, Is.EqualTo(WireFailure.NameNotFound));
        Assert.That(error.Message, Does.Contain("no-such-host.invalid"));
    }

    [Test]
    public async Task A_handshake_that_nobody_answers_runs_out_of_time()
    {
        using var listener = Peer.Listen();
        var endpoint = new TcpEndpoint("127.0.0.1", ((IPEndPoint)listener.LocalEndPoint!).Port) { Tls = new TlsOptions("localhost") };
        var (error, _) = await FailAsync(endpoint, WireOptions.Default with { ConnectTimeout = TimeSpan.FromMilliseconds(50) });

        Assert.That(error.Failure, Is.EqualTo(WireFailure.TimedOut));
        Assert.That(error.Message, Does.EndWith("no answer within 0.05 s"));
    }

    [Test]
    public async Task Connecting_can_be_cancelled()
    {
        using var listener = Peer.Listen();
        var endpoint = new TcpEndpoint("127.0.0.1", ((IPEndPoint)listener.LocalEndPoint!).Port) { Tls = new TlsOptions("localhost") };
        using var cancel = new CancellationTokenSource();
        var recorder = new TranscriptRecorder(TimeProvider.System);
        var opening = WireConnection.OpenAsync(endpoint, WireOptions.Default, recorder, null, TimeProvider.System, cancel.Token);
        using var server = await listener.AcceptAsync();
        await cancel.CancelAsync();

        Assert.That(async () => await opening, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(recorder.ToTranscript().Events.Single().Kind, Is.EqualTo(WireEventKind.ConnectFailed));
    }

    [Test]
    public async Task A_name_with_several_addresses_is_tried_to_the_last()
    {
        // The name means ::1 first where it means both; the listener has only the other.
        await using var peer = await OpenByNameAsync();
        Assert.That(peer.LocalEndpoint, Does.StartWith("127.0.0.1:"));
    }

    [Test]
    public async Task Channels_are_numbered_in_the_order_of_opening_and_have_their_local_endpoint()
    {
        using var listener = Peer.Listen();
        var endpoint = new TcpEndpoint("127.0.0.1", ((IPEndPoint)listener.LocalEndPoint!).Port);
        var recorder = new TranscriptRecorder(TimeProvider.System);
        await using var first = await WireConnection.OpenAsync(endpoint, WireOptions.Default, recorder, null, TimeProvider.System, default);
        await using var second = await WireConnection.OpenAsync(endpoint, WireOptions.Default, recorder, null, TimeProvider.System, default);
        using var server = await listener.AcceptAsync();

        Assert.That(new[] { first.Channel, second.Channel }, Is.EqualTo(new[] { 1, 2 }));
        Assert.That(recorder.ToTranscript().LocalEndpoints, Is.EqualTo(new[] { first.LocalEndpoint, second.LocalEndpoint }));
        Assert.That(first.LocalEndpoint, Is.EqualTo(server.RemoteEndPoint!.ToString()));
    }

    private static async Task<WireConnection> OpenByNameAsync()
    {
        using var listener = Peer.Listen(IPAddress.Loopback);
        var endpoint = new TcpEndpoint("localhost", ((IPEndPoint)listener.LocalEndPoint!).Port);
        return await WireConnection.OpenAsync(
            endpoint, WireOptions.Default, new TranscriptRecorder(TimeProvider.System), null, TimeProvider.System, CancellationToken.None);
    }

    private static async Task<(WireException Error, IReadOnlyList<WireEvent> Events)> FailAsync(Endpoint endpoint, WireOptions? options = null)
    {
        var recorder = new TranscriptRecorder(TimeProvider.System);
        var error = await Assert.ThrowsAsync<WireException>(() => WireConnection.OpenAsync(
            endpoint, options ?? WireOptions.Default, recorder, null, TimeProvider.System, CancellationToken.None));
        return (error!, recorder.ToTranscript().Events);
    }
}

using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conform.Observations;
using Conform.Wire;

namespace Conform.Harness.Tests.Wire;

public sealed class TlsTests
{
    private static readonly byte[] Hello = "hello"u8.ToArray();
    private static readonly WireOptions Insecure = WireOptions.Default with { Insecure = true };
    private X509Certificate2 _certificate = null!;

    [OneTimeSetUp]
    public void MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=wire.test", key, HashAlgorithmName.SHA256);
        _certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
    }

    [OneTimeTearDown]
    public void DropCertificate() => _certificate.Dispose();

    [Test]
    public async Task Insecure_accepts_any_certificate_and_offers_only_http_1_1()
    {
        await using var tls = await OpenAsync(Insecure);
        await tls.SendAsync(Hello);
        var got = await tls.ServerReadAsync();
        await tls.Server.WriteAsync("answer"u8.ToArray());
        await tls.Connection.WaitAsync(() => tls.Seen.Octets.Count == 6, Peer.Patience, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(tls.Server.NegotiatedApplicationProtocol, Is.EqualTo(SslApplicationProtocol.Http11));
            Assert.That(got, Is.EqualTo(Hello));
            Assert.That(tls.Seen.Octets, Is.EqualTo("answer"u8.ToArray()));
        });
    }

    [Test]
    public async Task Each_piece_is_a_record_of_its_own()
    {
        await using var tls = await OpenAsync(Insecure);
        await tls.SendAsync(Hello, Hello, Hello);
        var records = 0;
        for (; records < 3; records++)
        {
            // Read below TLS: type, version and length, then the sealed octets, a few more than went in.
            var header = await ExactlyAsync(tls.ServerSocket, 5);
            var length = (header[3] << 8) | header[4];
            Assert.That(header[0], Is.EqualTo(23));
            Assert.That(length, Is.LessThan(2 * Hello.Length + 16));
            await ExactlyAsync(tls.ServerSocket, length);
        }

        Assert.That(tls.ServerSocket.Available, Is.Zero);
    }

    [Test]
    public void A_certificate_that_does_not_validate_is_named()
    {
        var error = Assert.CatchAsync<WireException>(() => OpenAsync(WireOptions.Default)).GetAwaiter().GetResult()!;

        Assert.That(error.Failure, Is.EqualTo(WireFailure.Certificate));
        Assert.That(error.Message, Does.Contain("subject CN=wire.test").And.Contain("issuer CN=wire.test").And.Contain("--insecure")
            .And.Contain(_certificate.GetCertHashString(HashAlgorithmName.SHA256)).And.Contain("it is not for the name 127.0.0.1"));
    }

    [Test]
    public async Task A_close_notify_is_an_end_of_its_own_and_FIN_follows()
    {
        await using var tls = await OpenAsync(Insecure);
        await tls.Server.WriteAsync(Hello);
        await tls.Server.ShutdownAsync();
        await tls.EndAsync();
        Assert.That(tls.Connection.EndedBy, Is.EqualTo(WireEventKind.TlsClosed));
        Assert.That(tls.Seen.Octets, Is.EqualTo(Hello));

        tls.ServerSocket.Shutdown(SocketShutdown.Send);
        var began = TimeProvider.System.GetTimestamp();
        while (tls.Kinds[^1] != WireEventKind.Fin && TimeProvider.System.GetElapsedTime(began) < Peer.Patience) await Task.Yield();
        Assert.That(tls.Kinds, Is.EqualTo(new[]
        {
            WireEventKind.Connected, WireEventKind.Received, WireEventKind.TlsClosed, WireEventKind.Fin,
        }));
    }

    [Test]
    public async Task A_FIN_without_close_notify_is_a_truncation()
    {
        await using var tls = await OpenAsync(Insecure);
        await tls.Server.WriteAsync(Hello);
        tls.ServerSocket.Shutdown(SocketShutdown.Send);
        await tls.EndAsync();

        Assert.That(tls.Kinds[^1], Is.EqualTo(WireEventKind.TlsTruncated));
        Assert.That(tls.Seen.Octets, Is.EqualTo(Hello));
    }

    [Test]
    public async Task A_FIN_in_the_middle_of_a_record_is_a_truncation()
    {
        await using var tls = await OpenAsync(Insecure);
        await tls.ServerSocket.SendAsync(new byte[] { 23, 3, 3, 1, 0, 42 });
        tls.ServerSocket.Shutdown(SocketShutdown.Send);
        await tls.EndAsync();

        Assert.That(tls.Connection.EndedBy, Is.EqualTo(WireEventKind.TlsTruncated));
    }

    [Test]
    public async Task A_reset_under_TLS_is_a_reset()
    {
        await using var tls = await OpenAsync(Insecure);
        await tls.Server.WriteAsync(Hello);
        tls.ServerSocket.LingerState = new LingerOption(enable: true, 0);
        tls.ServerSocket.Close();
        await tls.EndAsync();

        Assert.That(tls.Connection.EndedBy, Is.EqualTo(WireEventKind.Reset));
        Assert.That(tls.Seen.Octets, Is.EqualTo(Hello));
    }

    [Test]
    public async Task Half_close_sends_close_notify_and_the_answer_still_comes()
    {
        await using var tls = await OpenAsync(Insecure);
        await tls.SendAsync(Hello);
        await tls.Connection.HalfCloseAsync();
        Assert.That(await tls.ServerReadAsync(), Is.EqualTo(Hello));
        Assert.That(await tls.ServerReadAsync(), Is.Empty);
        await tls.Server.WriteAsync("late"u8.ToArray());
        await tls.Server.ShutdownAsync();
        await tls.EndAsync();

        Assert.That(tls.Seen.Octets, Is.EqualTo("late"u8.ToArray()));
        Assert.That(tls.Connection.EndedBy, Is.EqualTo(WireEventKind.TlsClosed));
    }

    [Test]
    public async Task A_server_without_TLS_is_one_clear_sentence()
    {
        using var listener = Peer.Listen();
        var serving = Task.Run(async () =>
        {
            using var socket = await listener.AcceptAsync();
            await socket.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
            socket.Shutdown(SocketShutdown.Send);
            while (await socket.ReceiveAsync(new byte[1000]) > 0)
            {
                // Only so that closing is no reset.
            }
        });
        var error = await Assert.ThrowsAsync<WireException>(() => DialAsync(listener, WireOptions.Default, new Seen(), out _));
        await serving;

        Assert.That(error!.Failure, Is.EqualTo(WireFailure.TlsHandshake));
        Assert.That(error.Message, Does.StartWith("cannot agree TLS with 127.0.0.1:").And.EndWith("(does the server speak TLS there?)"));
    }

    private static async Task<byte[]> ExactlyAsync(Socket socket, int count)
    {
        var buffer = new byte[count];
        for (var at = 0; at < count;) at += await socket.ReceiveAsync(buffer.AsMemory(at));
        return buffer;
    }

    private static Task<WireConnection> DialAsync(Socket listener, WireOptions options, Seen seen, out TranscriptRecorder recorder)
    {
        recorder = new TranscriptRecorder(TimeProvider.System);
        var endpoint = new TcpEndpoint("127.0.0.1", ((IPEndPoint)listener.LocalEndPoint!).Port) { Tls = new TlsOptions("127.0.0.1") };
        return WireConnection.OpenAsync(endpoint, options, recorder, seen, TimeProvider.System, CancellationToken.None);
    }

    private async Task<TlsPeer> OpenAsync(WireOptions options)
    {
        using var listener = Peer.Listen();
        var seen = new Seen();
        var dialing = DialAsync(listener, options, seen, out var recorder);
        var socket = await listener.AcceptAsync();

        // Otherwise the last record waits behind the session tickets, and a reset would throw it away before it was ever sent.
        socket.NoDelay = true;
        var server = new SslStream(new NetworkStream(socket, ownsSocket: true));
        try
        {
            await server.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificate = _certificate,
                ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
            });
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client's refusal, which it reports itself.
        }

        return new TlsPeer(server, socket, await dialing, recorder, seen);
    }

    private sealed record TlsPeer(SslStream Server, Socket ServerSocket, WireConnection Connection, TranscriptRecorder Recorder, Seen Seen)
        : IAsyncDisposable
    {
        public IReadOnlyList<WireEventKind> Kinds => [.. Recorder.ToTranscript().Events.Select(e => e.Kind)];

        public async Task SendAsync(params byte[][] pieces) =>
            await Connection.SendAsync([.. pieces.Select(p => (ReadOnlyMemory<byte>)p)], null, Peer.Patience, CancellationToken.None);

        public Task EndAsync() => Connection.WaitAsync(() => Connection.Ended, Peer.Patience, CancellationToken.None);

        public async Task<byte[]> ServerReadAsync()
        {
            var buffer = new byte[1000];
            return buffer[..await Server.ReadAsync(buffer)];
        }

        public async ValueTask DisposeAsync()
        {
            await Connection.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}

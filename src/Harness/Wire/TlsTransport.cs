using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Conform.Observations;

namespace Conform.Wire;

/// <summary>TLS over a socket. Each write is one record.</summary>
internal sealed class TlsTransport : Transport
{
    private readonly RawStream _raw;
    private readonly SslStream _tls;

    private TlsTransport(Socket socket)
        : base(socket)
    {
        _raw = new RawStream(socket);
        _tls = new SslStream(_raw);
    }

    public static async Task<Transport> AgreeAsync(
        Socket socket, Endpoint endpoint, TlsOptions tls, WireOptions options, CancellationToken cancel)
    {
        var transport = new TlsTransport(socket);
        var check = new CertificateCheck(endpoint, tls.ServerName);
        try
        {
            await transport._tls.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = tls.ServerName,
                    ApplicationProtocols = [SslApplicationProtocol.Http11],
                    RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                        options.Insecure || check.Accepts(certificate as X509Certificate2, chain, errors),
                    CertificateChainPolicy = new X509ChainPolicy
                    {
                        RevocationMode = X509RevocationMode.NoCheck,
                        DisableCertificateDownloads = true,
                    },
                },
                cancel);
            return transport;
        }
        catch (Exception e)
        {
            await transport.DisposeAsync();
            if (check.Complaint is { } complaint) throw new WireException(WireFailure.Certificate, complaint, e);
            if (e is not (AuthenticationException or IOException)) throw;
            throw new WireException(
                WireFailure.TlsHandshake, $"cannot agree TLS with {endpoint}: {e.Message} (does the server speak TLS there?)", e);
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer) => _tls.ReadAsync(buffer);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancel) => _tls.WriteAsync(octets, cancel);

    public override async ValueTask HalfCloseAsync()
    {
        await _tls.ShutdownAsync();
        Socket.Shutdown(SocketShutdown.Send);
    }

    public override ValueTask CloseNotifyAsync() => Guard(() => new ValueTask(_tls.ShutdownAsync()));

    // Only TCP's own end says that TLS was cut; where TCP still stands, the empty read was a close_notify.
    public override WireEventKind Classify(Exception? error) =>
        _raw.Failed ? WireEventKind.Reset
        : error is null && !_raw.AtEnd ? WireEventKind.TlsClosed
        : WireEventKind.TlsTruncated;

    public override async Task<WireEventKind?> DrainAsync(Memory<byte> buffer)
    {
        try
        {
            while (await _raw.ReadAsync(buffer) > 0)
            {
                // Octets behind a close_notify belong to nothing.
            }

            return WireEventKind.Fin;
        }
        catch (IOException)
        {
            return WireEventKind.Reset;
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _tls.DisposeAsync();
    }

    /// <summary>The socket's octets, with a note of how they ended: TLS itself does not tell its end from TCP's.</summary>
    private sealed class RawStream(Socket socket) : NetworkStream(socket, ownsSocket: false)
    {
        public bool AtEnd { get; private set; }

        public bool Failed { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                var count = await base.ReadAsync(buffer, cancellationToken);
                if (count == 0 && !buffer.IsEmpty) AtEnd = true;
                return count;
            }
            catch (IOException)
            {
                Failed = true;
                throw;
            }
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace Conform.Wire;

/// <summary>Connects to an endpoint: name to addresses, one after the other, then TLS.</summary>
internal static class Dialer
{
    public static async Task<Transport> DialAsync(Endpoint endpoint, WireOptions options, TimeProvider time, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(options.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            var socket = endpoint switch
            {
                TcpEndpoint tcp => await TcpAsync(tcp, either.Token),
                UnixEndpoint unix => await UnixAsync(unix, time, either.Token),
                _ => throw new ArgumentException($"an unknown kind of endpoint: {endpoint}", nameof(endpoint)),
            };
            return endpoint.Tls is { } tls
                ? await TlsTransport.AgreeAsync(socket, endpoint, tls, options, either.Token)
                : new PlainTransport(socket);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            var seconds = options.ConnectTimeout.TotalSeconds;
            throw new WireException(WireFailure.TimedOut, $"cannot connect to {endpoint}: no answer within {seconds} s", e);
        }
    }

    private static async Task<Socket> TcpAsync(TcpEndpoint tcp, CancellationToken cancel)
    {
        var addresses = await ResolveAsync(tcp, cancel);
        for (var i = 0; ; i++)
        {
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await ConnectAsync(socket, new IPEndPoint(addresses[i], tcp.Port), cancel);
                return socket;
            }
            catch (SocketException) when (i + 1 < addresses.Length)
            {
                // The name has another address; the last one's failure is the one that is told.
            }
            catch (SocketException e)
            {
                throw Failed(tcp, e);
            }
        }
    }

    private static async Task<IPAddress[]> ResolveAsync(TcpEndpoint tcp, CancellationToken cancel)
    {
        if (IPAddress.TryParse(tcp.Host, out var address)) return [address];
        try
        {
            var found = await Dns.GetHostAddressesAsync(tcp.Host, cancel);
            if (found.Length > 0) return found;
        }
        catch (SocketException e)
        {
            throw new WireException(WireFailure.NameNotFound, $"cannot connect to {tcp}: the name {tcp.Host} is not known ({e.Message})", e);
        }

        throw new WireException(WireFailure.NameNotFound, $"cannot connect to {tcp}: the name {tcp.Host} has no address");
    }

    private static async Task<Socket> UnixAsync(UnixEndpoint unix, TimeProvider time, CancellationToken cancel)
    {
        if (!File.Exists(unix.Path))
        {
            throw new WireException(WireFailure.Refused, $"cannot connect to {unix}: there is no socket of that name (is the server running?)");
        }

        while (true)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await ConnectAsync(socket, new UnixDomainSocketEndPoint(unix.Path), cancel);
                return socket;
            }
            catch (ArgumentOutOfRangeException e)
            {
                socket.Dispose();
                throw new WireException(WireFailure.Unreachable, $"cannot connect to {unix}: a socket's path may have 107 octets at most", e);
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.WouldBlock)
            {
                // A full backlog refuses at once on a Unix socket, where TCP would wait.
                await Task.Delay(TimeSpan.FromMilliseconds(5), time, cancel);
            }
            catch (SocketException e)
            {
                throw Failed(unix, e);
            }
        }
    }

    private static async Task ConnectAsync(Socket socket, EndPoint to, CancellationToken cancel)
    {
        try
        {
            await socket.ConnectAsync(to, cancel);
            // A free port in the range that clients draw from can be connected to itself.
            if (to is IPEndPoint && to.Equals(socket.LocalEndPoint)) throw new SocketException((int)SocketError.ConnectionRefused);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static WireException Failed(Endpoint endpoint, SocketException e) => e.SocketErrorCode switch
    {
        SocketError.ConnectionRefused =>
            new(WireFailure.Refused, $"cannot connect to {endpoint}: connection refused (does the server listen there?)", e),
        SocketError.ConnectionReset => new(WireFailure.Refused, $"cannot connect to {endpoint}: the connection was reset", e),
        SocketError.TimedOut => new(WireFailure.TimedOut, $"cannot connect to {endpoint}: no answer", e),
        _ => new(WireFailure.Unreachable, $"cannot connect to {endpoint}: {e.Message}", e),
    };
}

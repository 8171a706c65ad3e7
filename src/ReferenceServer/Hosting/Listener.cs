using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Conform.ReferenceServer.Contract;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Hosting;

/// <summary>Accepts connections at one address and lets each run until it ends or the server stops.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private static readonly TimeSpan _longestHearing = TimeSpan.FromMilliseconds(500);
    private readonly Socket _socket;
    private readonly ServerShared _shared;
    private readonly X509Certificate2? _certificate;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Socket, Task> _connections = new();
    private readonly Task _accepting;

    public Listener(ListenAddress address, ServerShared shared, X509Certificate2? certificate)
    {
        (_shared, _certificate) = (shared, address.UsesTls ? certificate : null);
        var isUnix = address.Address is UnixDomainSocketEndPoint;
        _socket = new Socket(address.Address.AddressFamily, SocketType.Stream, isUnix ? ProtocolType.Unspecified : ProtocolType.Tcp);
        _socket.Bind(address.Address);
        _socket.Listen(1024);
        Bound = new ListenAddress(_socket.LocalEndPoint ?? address.Address, address.UsesTls);
        _accepting = AcceptAsync();
    }

    /// <summary>The address with the port that it got.</summary>
    public ListenAddress Bound { get; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _socket.Dispose();
        await _accepting;
        foreach (var connection in _connections.Keys)
        {
            connection.Dispose();
        }

        await Task.WhenAll(_connections.Values);
        if (Bound.Address is UnixDomainSocketEndPoint path)
        {
            File.Delete(path.ToString());
        }

        _stopping.Dispose();
    }

    private bool MayEndNext => _certificate is null ? _shared.Faults[Fault.ResetEndsNext] || _shared.Faults[Fault.CutRequestEndsNext] : _shared.Faults[Fault.TlsCutEndsNext];

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var socket = await _socket.AcceptAsync(_stopping.Token);
                _shared.Neighbours.CountSilent(1);
                var tornDown = _connections.Where(earlier => TornDown.Is(earlier.Key)).Select(earlier => earlier.Value).ToList();
                var running = new TaskCompletionSource();
                _connections[socket] = running.Task;
                _ = Task.Run(() => RunAsync(socket, tornDown, running), CancellationToken.None);
            }
            catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // The peer left before it was accepted; the next one may not.
            }
        }
    }

    private async Task RunAsync(Socket socket, List<Task> tornDown, TaskCompletionSource running)
    {
        try
        {
            await HearOfAsync(tornDown);
            await ServeAsync(socket);
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException or OperationCanceledException
            or InvalidOperationException or System.Security.Authentication.AuthenticationException)
        {
            _shared.Errors.Write($"connection ended: {error.Message}\n");
        }
        finally
        {
            socket.Dispose();
            _connections.TryRemove(socket, out _);
            running.SetResult();
        }
    }

    /// <summary>Under a defect, which lives by that order: what was torn down before this connection came has been noticed before it is served.</summary>
    private async Task HearOfAsync(List<Task> tornDown)
    {
        if (tornDown.Count > 0 && MayEndNext)
        {
            await Task.WhenAny(Task.WhenAll(tornDown), Task.Delay(_longestHearing, _shared.Time, _stopping.Token));
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        if (socket.ProtocolType == ProtocolType.Tcp)
        {
            socket.NoDelay = true;
        }

        socket.SendTimeout = 30_000;
        await using var plain = new NetworkStream(socket, ownsSocket: false);
        await using var stream = _certificate is null ? plain : await SecureAsync(plain, _certificate);
        using var connection = new Connection(_shared, stream, FactsOf(socket));
        bool peerEnded;
        try
        {
            peerEnded = await connection.ServeAsync();
        }
        finally
        {
            if (connection.EndsNext is { } fault && _shared.Faults[_certificate is null ? fault : Fault.TlsCutEndsNext])
            {
                _shared.Neighbours.EndNext();
            }
        }

        if (connection.Resets)
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        else if (peerEnded)
        {
            await Lingering.EndSendingAsync(socket, stream, _shared.Faults);
        }
        else
        {
            await Lingering.CloseAsync(socket, stream, _shared, _stopping.Token);
        }
    }

    private async Task<Stream> SecureAsync(NetworkStream plain, X509Certificate2 certificate)
    {
        var secure = new SslStream(plain, leaveInnerStreamOpen: true);
        using var limit = new CancellationTokenSource(_shared.Options.RequestTimeout, _shared.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopping.Token);
        try
        {
            await secure.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions
                {
                    ServerCertificate = certificate,
                    ApplicationProtocols = [SslApplicationProtocol.Http11],
                },
                either.Token);
            return secure;
        }
        catch
        {
            await secure.DisposeAsync();
            if (_shared.Faults[Fault.TlsCutEndsNext])
            {
                _shared.Neighbours.EndNext();
            }

            throw;
        }
    }

    private ConnectionFacts FactsOf(Socket socket)
    {
        var local = socket.LocalEndPoint as IPEndPoint;
        var remote = socket.RemoteEndPoint as IPEndPoint;
        var scheme = _certificate is null ? "http" : "https";
        return new(
            local?.Address.ToString() ?? "localhost", local?.Port.ToString() ?? "80", remote?.Address.ToString(), remote?.Port.ToString(), scheme);
    }
}

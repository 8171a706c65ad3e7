using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Conform.Suites.Tests.Servers;

/// <summary>A server whose whole behaviour is what it does with one accepted socket.</summary>
internal sealed class TinyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Socket, CancellationToken, Task> _serve;
    private readonly List<Task> _conversations = [];
    private readonly Task _accepting;

    public TinyServer(Func<Socket, CancellationToken, Task> serve)
    {
        _serve = serve;
        _listener.Start(128);
        _accepting = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    /// <summary>Reads whatever comes first, sends this, closes in order.</summary>
    public static TinyServer Always(string answer) => new(async (socket, stop) =>
    {
        var buffer = new byte[8192];
        if (await socket.ReceiveAsync(buffer, stop) == 0) return;
        await socket.SendAsync(Encoding.Latin1.GetBytes(answer), stop);
        socket.Shutdown(SocketShutdown.Send);
        while (await socket.ReceiveAsync(buffer, stop) > 0)
        {
            // Lingers, so that the answer is not lost to a reset.
        }
    });

    /// <summary>Closes at once.</summary>
    public static TinyServer ClosesAtOnce() => new((_, _) => Task.CompletedTask);

    /// <summary>Reads for ever and says nothing.</summary>
    public static TinyServer Silent() => new(async (socket, stop) =>
    {
        var buffer = new byte[8192];
        while (await socket.ReceiveAsync(buffer, stop) > 0)
        {
            // Nothing is ever said.
        }
    });

    /// <summary>Says 200 to everything, until what comes holds this: then it dies without a word.</summary>
    public static TinyServer DiesAt(string text)
    {
        TinyServer? server = null;
        server = new TinyServer(async (socket, stop) =>
        {
            var buffer = new byte[65536];
            var count = await socket.ReceiveAsync(buffer, stop);
            if (Encoding.Latin1.GetString(buffer, 0, count).Contains(text, StringComparison.Ordinal))
            {
                server!.Die();
                return;
            }

            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), stop);
            socket.Shutdown(SocketShutdown.Send);
            while (await socket.ReceiveAsync(buffer, stop) > 0)
            {
                // Lingers.
            }
        });
        return server;
    }

    /// <summary>Stops listening and ends all that is open, as a dying process does.</summary>
    public void Die()
    {
        _listener.Stop();
        _stop.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        Die();
        await _accepting;
        Task[] open;
        lock (_conversations) open = [.. _conversations];
        await Task.WhenAll(open);
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                lock (_conversations) _conversations.Add(ServeAsync(socket));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The server is done.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await Task.Yield();
        using (socket)
        {
            try
            {
                await _serve(socket, _stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client went, or the test is over.
            }
        }
    }
}

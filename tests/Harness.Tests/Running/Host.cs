using System.Net;
using System.Net.Sockets;
using System.Text;
using Conform.Cases;
using Conform.Generation;
using Conform.Running;
using Conform.Wire;

namespace Conform.Harness.Tests.Running;

/// <summary>A target whose server is a few lines of a test: what it does with each request that it has read to its empty line.</summary>
internal sealed class Host : ITarget
{
    public const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private readonly Func<Exchange, Task> _serve;
    private readonly Lock _gate = new();
    private readonly List<string> _heads = [];
    private CancellationTokenSource _stop = new();
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Task> _open = [];
    private int _port;

    public Host(Func<Exchange, Task> serve) => _serve = serve;

    /// <summary>A server that answers well but for one request.</summary>
    public static Host At(string asked, Func<Exchange, Task> serve) => new(x => x.Asks(asked) ? serve(x) : x.AnswerAsync());

    public bool Restartable { get; init; }

    /// <summary>Held by the one connection that is served; null where all are served at once.</summary>
    public SemaphoreSlim? Turn { get; init; }

    public int Starts { get; private set; }

    /// <summary>Every request's head, in the order in which they came.</summary>
    public IReadOnlyList<string> Heads
    {
        get
        {
            lock (_gate) return [.. _heads];
        }
    }

    public string Name => "host";

    public string Argument => "host";

    public string? Version => null;

    public Endpoint Endpoint => new TcpEndpoint("127.0.0.1", _port);

    public WireOptions Wire { get; init; } = new();

    public TargetValues Values { get; init; } = new("h", "/", "/");

    public Capabilities Capabilities => Capabilities.None;

    public IPEndPoint? Witness { get; init; }

    public string? Ledger { get; init; }

    public bool CanRestart => Restartable;

    public bool HasExited => false;

    public string OutputTail => string.Empty;

    public Task StartAsync(CancellationToken cancellation)
    {
        Starts++;
        _stop = new CancellationTokenSource();
        _listener = new TcpListener(IPAddress.Loopback, _port);
        _listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Start();
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _open.Add(AcceptAsync(_listener, _stop.Token));
        return Task.CompletedTask;
    }

    public async Task RestartAsync(CancellationToken cancellation)
    {
        Die();
        await StartAsync(cancellation);
    }

    /// <summary>As a process that is gone: nobody listens, every connection ends.</summary>
    public void Die()
    {
        _listener.Stop();
        _stop.Cancel();
    }

    /// <summary>When every connection has been closed by the client.</summary>
    public async Task QuietAsync()
    {
        _listener.Stop();
        Task[] open;
        lock (_gate) open = [.. _open];
        await Task.WhenAll(open);
    }

    public async ValueTask DisposeAsync()
    {
        Die();
        Task[] open;
        lock (_gate) open = [.. _open];
        await Task.WhenAll(open);
        _stop.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(stop);
                lock (_gate) _open.Add(ServeAsync(socket, stop));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The server is done.
        }
    }

    private async Task ServeAsync(Socket socket, CancellationToken stop)
    {
        await Task.Yield();
        if (Turn is { } turn) await turn.WaitAsync(CancellationToken.None);
        try
        {
            socket.NoDelay = true;
            var exchange = new Exchange(socket, stop);
            while (await exchange.ReadAsync())
            {
                lock (_gate) _heads.Add(exchange.Head);
                await _serve(exchange);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The client went, or the test is over.
        }
        finally
        {
            socket.Dispose();
            Turn?.Release();
        }
    }
}

/// <summary>One connection on the server's side, request by request; content stays unread.</summary>
internal sealed class Exchange(Socket socket, CancellationToken stop)
{
    private string _unread = string.Empty;

    public string Head { get; private set; } = string.Empty;

    /// <summary>Which request of the connection this is, from 1.</summary>
    public int Number { get; private set; }

    public CancellationToken Stop => stop;

    public Socket Socket => socket;

    public bool Asks(string word) => Head.Contains(word, StringComparison.Ordinal);

    public async Task<bool> ReadAsync()
    {
        var buffer = new byte[8192];
        int end;
        while ((end = _unread.IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            var count = await socket.ReceiveAsync(buffer, stop);
            if (count == 0) return false;
            _unread += Encoding.Latin1.GetString(buffer, 0, count);
        }

        (Head, _unread) = (_unread[..(end + 4)], _unread[(end + 4)..]);
        Number++;
        return true;
    }

    public async Task SayAsync(string octets) => await socket.SendAsync(Encoding.Latin1.GetBytes(octets), stop);

    /// <summary>Answers, and closes where the request asks for it.</summary>
    public async Task AnswerAsync(string octets = Host.Ok)
    {
        await SayAsync(octets);
        if (Asks("Connection: close")) Close();
    }

    public void Close() => socket.Shutdown(SocketShutdown.Send);

    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, 0);
        socket.Close();
    }

    /// <summary>Until the test is over or the client goes.</summary>
    public async Task HangAsync()
    {
        var buffer = new byte[8192];
        while (await socket.ReceiveAsync(buffer, stop) > 0)
        {
            // Nothing is ever said.
        }
    }
}

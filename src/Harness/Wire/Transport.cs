using System.Net.Sockets;
using System.Runtime.InteropServices;
using Conform.Observations;

namespace Conform.Wire;

/// <summary>How octets go over one connected socket, with TLS or without.</summary>
internal abstract class Transport(Socket socket) : IAsyncDisposable
{
    protected Socket Socket { get; } = socket;

    public string LocalEndpoint => Socket.LocalEndPoint is { AddressFamily: not AddressFamily.Unix } local
        ? local.ToString()!
        : "unix:" + Socket.RemoteEndPoint;

    /// <summary>Whether the system has given up the connection in both directions; false also where that cannot be found out.</summary>
    public bool IsDead
    {
        get
        {
            const byte closed = 7;
            Span<byte> info = stackalloc byte[1];
            return TryGetTcpInfo(info) && info[0] == closed;
        }
    }

    /// <summary>Whether the other side's system has confirmed all that was written; null where that cannot be found out.</summary>
    public bool? IsConfirmed
    {
        get
        {
            const int unconfirmed = 24;
            Span<byte> info = stackalloc byte[unconfirmed + sizeof(uint)];
            return TryGetTcpInfo(info) ? MemoryMarshal.Read<uint>(info[unconfirmed..]) == 0 : null;
        }
    }

    public abstract ValueTask<int> ReadAsync(Memory<byte> buffer);

    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancel);

    /// <summary>Ends our side; the other may go on.</summary>
    public abstract ValueTask HalfCloseAsync();

    /// <summary>What the end of reading means: <paramref name="error"/> is what the read threw, or null when it gave nothing.</summary>
    public abstract WireEventKind Classify(Exception? error);

    /// <summary>Reads past the end of TLS to the end of TCP, and says which it was; null where the two are the same.</summary>
    public virtual Task<WireEventKind?> DrainAsync(Memory<byte> buffer) => Task.FromResult<WireEventKind?>(null);

    /// <summary>Tells the other side that we go, where the protocol has a word for it.</summary>
    public virtual ValueTask CloseNotifyAsync() => default;

    /// <summary>
    /// Ends both directions, which also ends a pending read. Without this, disposing while a read is pending would reset the connection.
    /// </summary>
    public void Shutdown()
    {
        try
        {
            Socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Already gone.
        }
    }

    public void Reset()
    {
        try
        {
            Socket.LingerState = new LingerOption(enable: true, 0);
        }
        catch (SocketException)
        {
            // Already gone: there is nothing left to reset.
        }

        Socket.Close();
    }

    public virtual ValueTask DisposeAsync()
    {
        Socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private bool TryGetTcpInfo(Span<byte> info)
    {
        const int tcp = 6, tcpInfo = 11;
        if (!OperatingSystem.IsLinux() || Socket.AddressFamily == AddressFamily.Unix) return false;
        try
        {
            return Socket.GetRawSocketOption(tcp, tcpInfo, info) == info.Length;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Makes what an operation throws at once look like what it throws later.</summary>
    public static ValueTask Guard(Func<ValueTask> operation)
    {
        try
        {
            return operation();
        }
        catch (Exception e)
        {
            return ValueTask.FromException(e);
        }
    }

    /// <summary>Whether a failed read or write was told of a reset.</summary>
    public static bool IsReset(Exception? error) =>
        (error as SocketException ?? error?.InnerException as SocketException)?.SocketErrorCode is SocketError.ConnectionReset;
}

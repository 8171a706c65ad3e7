using System.Net.Sockets;
using Conform.Observations;

namespace Conform.Wire;

/// <summary>A socket as it is.</summary>
internal sealed class PlainTransport(Socket socket) : Transport(socket)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer) => Socket.ReceiveAsync(buffer, SocketFlags.None);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancel)
    {
        for (var sent = 0; sent < octets.Length;) sent += await Socket.SendAsync(octets[sent..], SocketFlags.None, cancel);
    }

    public override ValueTask HalfCloseAsync()
    {
        Socket.Shutdown(SocketShutdown.Send);
        return default;
    }

    public override WireEventKind Classify(Exception? error) => error is null ? WireEventKind.Fin : WireEventKind.Reset;
}

using System.Net;
using System.Net.Sockets;

namespace Conform.ReferenceServer.Hosting;

/// <summary>
/// A witness behind a TCP connection, one a call: a JSON object a line, and a line back before the application goes on from a gate. Where nobody
/// listens any more, the application goes on.
/// </summary>
/// <param name="at">Where to.</param>
/// <param name="id">The conversation's id.</param>
/// <param name="process">The process that makes the call.</param>
internal sealed class TcpWitness(IPEndPoint at, string id, int process) : TellingWitness(id, process)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private Socket? _socket;

    /// <inheritdoc/>
    public override void Hold(string label)
    {
        if (!Send(("ev", "gate"), ("gate", label))) return;
        try
        {
            var octet = new byte[1];
            while (_socket!.Receive(octet) == 1 && octet[0] != (byte)'\n')
            {
            }
        }
        catch (SocketException)
        {
            Dispose();
        }
    }

    /// <summary>Ends the call's connection. What is told afterwards, such as a second close, goes over one of its own.</summary>
    public override void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    /// <inheritdoc/>
    protected override bool Send(byte[] line)
    {
        try
        {
            _socket ??= Connect();
            _socket.Send(line);
            return true;
        }
        catch (SocketException)
        {
            Dispose();
            return false;
        }
    }

    private Socket Connect()
    {
        var socket = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = (int)Longest.TotalMilliseconds };
        try
        {
            socket.Connect(at);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

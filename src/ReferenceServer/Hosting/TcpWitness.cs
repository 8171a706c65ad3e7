using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Conform.ReferenceServer.Contract;

namespace Conform.ReferenceServer.Hosting;

/// <summary>
/// A witness behind a TCP connection, one a call: a JSON object a line, and a line back before the application goes on from a gate. Where nobody
/// listens any more, the application goes on.
/// </summary>
internal sealed class TcpWitness : IWitness
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private readonly IPEndPoint _at;
    private readonly string _id;
    private Socket? _socket;
    private int _count;

    private readonly int _process;
    private static int _calls;

    private TcpWitness(IPEndPoint at, string id, int process) => (_at, _id, _process) = (at, id, process);

    /// <summary>Connects for one call.</summary>
    /// <param name="at">Where to; null where nobody watches.</param>
    /// <param name="id">The conversation's id; empty where it has none.</param>
    /// <param name="inOthers">Each call is told as one in another process; only a defect does that.</param>
    /// <returns>The witness, or one that watches nothing.</returns>
    public static IWitness Of(IPEndPoint? at, string id, bool inOthers = false)
    {
        if (at is null || id.Length == 0) return NoWitness.Instance;
        var witness = new TcpWitness(at, id, Environment.ProcessId + (inOthers ? Interlocked.Increment(ref _calls) : 0));
        witness.Tell("hello");
        return witness;
    }

    /// <inheritdoc/>
    public void Tell(string happening, string? result = null, string? kind = null, string? detail = null) =>
        Send(("ev", happening), ("r", result), ("kind", kind), ("d", detail));

    /// <inheritdoc/>
    public void Hold(string label)
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
    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private bool Send(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var line = new JsonObject { ["v"] = 1, ["id"] = _id, ["n"] = ++_count, ["pid"] = _process };
        foreach (var (name, value) in members)
        {
            if (value is not null) line[name] = value;
        }

        try
        {
            _socket ??= Connect();
            _socket.Send([.. Encoding.UTF8.GetBytes(line.ToJsonString()), (byte)'\n']);
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
        var socket = new Socket(_at.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = (int)Longest.TotalMilliseconds };
        try
        {
            socket.Connect(_at);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

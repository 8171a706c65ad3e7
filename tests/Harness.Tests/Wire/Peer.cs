using System.Net;
using System.Net.Sockets;
using Conform.Observations;
using Conform.Wire;

namespace Conform.Harness.Tests.Wire;

/// <summary>The other end of one connection, moved by the test itself, and the connection under test.</summary>
internal sealed class Peer : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private Peer(Socket server, WireConnection connection, TranscriptRecorder recorder, Seen seen)
    {
        Server = server;
        Connection = connection;
        Recorder = recorder;
        Seen = seen;
    }

    public Socket Server { get; }

    public WireConnection Connection { get; }

    public TranscriptRecorder Recorder { get; }

    public Seen Seen { get; }

    public IReadOnlyList<WireEvent> Events => Recorder.ToTranscript().Events;

    public IReadOnlyList<WireEventKind> Kinds => [.. Events.Select(e => e.Kind)];

    public static Socket Listen(IPAddress? address = null, int? receiveBuffer = null)
    {
        address ??= IPAddress.Loopback;
        var listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        if (receiveBuffer is { } size) listener.ReceiveBufferSize = size;
        listener.Bind(new IPEndPoint(address, 0));
        listener.Listen();
        return listener;
    }

    public static Task<Peer> ConnectAsync(WireOptions? options = null) => ConnectAsync(Listen(), options);

    public static async Task<Peer> ConnectAsync(Socket listener, WireOptions? options = null)
    {
        using (listener)
        {
            Endpoint endpoint = listener.LocalEndPoint is IPEndPoint ip
                ? new TcpEndpoint(ip.Address.ToString(), ip.Port)
                : new UnixEndpoint(listener.LocalEndPoint!.ToString()!);
            var recorder = new TranscriptRecorder(TimeProvider.System);
            var seen = new Seen();
            var accepting = listener.AcceptAsync();
            var connection = await WireConnection.OpenAsync(
                endpoint, options ?? WireOptions.Default, recorder, seen, TimeProvider.System, CancellationToken.None);
            return new Peer(await accepting, connection, recorder, seen);
        }
    }

    public Task SendAsync(params byte[][] pieces) => SendAsync(() => false, pieces);

    public async Task SendAsync(Func<bool> stop, params byte[][] pieces) =>
        await Connection.SendAsync([.. pieces.Select(p => (ReadOnlyMemory<byte>)p)], stop, Patience, CancellationToken.None);

    public Task<bool> EndAsync() => Connection.WaitAsync(() => Connection.Ended, Patience, CancellationToken.None);

    public Task<bool> ReceivedAsync(int count) =>
        Connection.WaitAsync(() => Seen.Octets.Count >= count, Patience, CancellationToken.None);

    public async Task<byte[]> ServerReadsAsync(int count)
    {
        var buffer = new byte[count];
        for (var at = 0; at < count;)
        {
            var read = await Server.ReceiveAsync(buffer.AsMemory(at));
            if (read == 0) return buffer[..at];
            at += read;
        }

        return buffer;
    }

    /// <summary>Closes with a reset.</summary>
    public void ServerResets()
    {
        Server.LingerState = new LingerOption(enable: true, 0);
        Server.Close();
    }

    public byte[] Octets(WireEventKind kind) => [.. Events.Where(e => e.Kind == kind).SelectMany(e => e.Octets.ToArray())];

    public async ValueTask DisposeAsync()
    {
        Server.Dispose();
        await Connection.DisposeAsync();
    }
}

/// <summary>What the observer was told.</summary>
internal sealed class Seen : IWireObserver
{
    public List<byte> Octets { get; } = [];

    public WireEventKind? End { get; private set; }

    public void Received(ReadOnlySpan<byte> octets) => Octets.AddRange(octets);

    public void Ended(WireEventKind how)
    {
        if (End is not null) throw new InvalidOperationException("ended twice");
        End = how;
    }
}

using System.Net.Sockets;
using System.Threading.Channels;

namespace Conform.Suites.Tests.Servers;

/// <summary>Passes everything on to a server, and each write, the FIN and the reset of the server late.</summary>
internal static class DelayRelay
{
    // What is written at once arrives at once: a server may answer early where it has to read on.
    private const int Most = 256 * 1024;

    public static TinyServer To(string host, int port, TimeSpan delay) => new(async (client, stop) =>
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        await server.ConnectAsync(host, port, stop);
        await Task.WhenAll(Quietly(() => ForthAsync(client, server, stop)), Quietly(() => BackAsync(server, client, delay, stop)));
    });

    private static async Task ForthAsync(Socket from, Socket to, CancellationToken stop)
    {
        var buffer = new byte[Most];
        int count;
        while ((count = await from.ReceiveAsync(buffer, stop)) > 0) await to.SendAsync(buffer.AsMemory(0, count), stop);
        to.Shutdown(SocketShutdown.Send);
    }

    private static async Task BackAsync(Socket from, Socket to, TimeSpan delay, CancellationToken stop)
    {
        var late = Channel.CreateUnbounded<(long Due, byte[]? Octets)>();
        var writing = WriteAsync(late.Reader, to, stop);
        var buffer = new byte[Most];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer, stop)) > 0) late.Writer.TryWrite((Due(delay), buffer[..count]));
            late.Writer.TryWrite((Due(delay), []));
        }
        catch (SocketException)
        {
            // What came before a reset was the server's answer: it goes on as well, and the reset behind it.
            late.Writer.TryWrite((Due(delay), null));
        }
        finally
        {
            late.Writer.Complete();
        }

        await writing;
    }

    private static async Task WriteAsync(ChannelReader<(long Due, byte[]? Octets)> late, Socket to, CancellationToken stop)
    {
        await foreach (var (due, octets) in late.ReadAllAsync(stop))
        {
            var left = TimeProvider.System.GetElapsedTime(TimeProvider.System.GetTimestamp(), due);
            if (left > TimeSpan.Zero) await Task.Delay(left, TimeProvider.System, stop);
            if (octets is null)
            {
                to.LingerState = new LingerOption(enable: true, 0);
                to.Close();
                return;
            }

            if (octets.Length == 0) to.Shutdown(SocketShutdown.Send);
            else await to.SendAsync(octets, stop);
        }
    }

    private static long Due(TimeSpan delay) =>
        TimeProvider.System.GetTimestamp() + (long)(delay.TotalSeconds * TimeProvider.System.TimestampFrequency);

    private static async Task Quietly(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One side went; the other direction ends by itself.
        }
    }
}

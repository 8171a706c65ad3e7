using System.Net;
using System.Net.Sockets;

namespace Conform.Running.Targets;

/// <summary>Ports that nobody listens at.</summary>
internal static class FreePort
{
    // Below the ports that systems draw for clients: with thousands of connections a second, one of those does not stay free. The start
    // differs from process to process, and no port is handed out again soon.
    private const int First = 12_000;
    private const int Count = 20_000;
    private static int _next = Environment.ProcessId * 61 % Count;

    /// <summary>A port on 127.0.0.1 that was free a moment ago, and that nobody else here is given.</summary>
    /// <exception cref="SocketException">There is none.</exception>
    public static IPEndPoint OnLoopback()
    {
        for (var tried = 1; ; tried++)
        {
            var next = Interlocked.Increment(ref _next) & int.MaxValue;
            using var listener = new TcpListener(IPAddress.Loopback, First + (next % Count));
            try
            {
                listener.Start();
                return (IPEndPoint)listener.LocalEndpoint;
            }
            catch (SocketException) when (tried < Count)
            {
                // Somebody has it; the next one may be free.
            }
        }
    }
}

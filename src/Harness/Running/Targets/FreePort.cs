using System.Net;
using System.Net.Sockets;

namespace Conform.Running.Targets;

/// <summary>Ports that nobody listens at.</summary>
internal static class FreePort
{
    /// <summary>A port on 127.0.0.1 that was free a moment ago.</summary>
    public static IPEndPoint OnLoopback()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }
}

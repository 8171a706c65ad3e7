using System.Net.Sockets;

namespace Conform.ReferenceServer.Hosting;

/// <summary>Whether a peer has torn a connection down, asked of the system and not of what was read.</summary>
internal static class TornDown
{
    private const int TcpLevel = 6;
    private const int TcpInfo = 11;
    private const int Closed = 7;

    /// <summary>True where nothing joins the two ends any more. A reset is no longer to be seen as an error once a read has met it, the state is.</summary>
    public static bool Is(Socket socket)
    {
        try
        {
            if (!OperatingSystem.IsLinux() || socket.ProtocolType != ProtocolType.Tcp)
            {
                return socket.Poll(0, SelectMode.SelectError);
            }

            Span<byte> state = stackalloc byte[1];
            return socket.GetRawSocketOption(TcpLevel, TcpInfo, state) == state.Length && state[0] == Closed;
        }
        catch (Exception error) when (error is ObjectDisposedException or SocketException)
        {
            return false;
        }
    }
}

using System.Net.Security;
using System.Net.Sockets;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Hosting;

/// <summary>Ends a connection so that the last answer is not lost: first the sending half, then, when the peer has ended too, the rest
/// (RFC 9112 section 9.6).</summary>
internal static class Lingering
{
    public static async Task CloseAsync(Socket socket, Stream stream, ServerShared shared, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(shared.Options.LingerTimeout, shared.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        try
        {
            await EndSendingAsync(socket, stream, shared.Faults);
            var waste = new byte[16 * 1024];
            for (long octets = 0; octets < shared.Options.LingerOctets;)
            {
                var count = await socket.ReceiveAsync(waste, either.Token);
                if (count == 0)
                {
                    break;
                }

                octets += count;
            }
        }
        catch (Exception error) when (error is SocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The peer is gone, or the time is up: there is nothing more to protect.
        }
    }

    /// <summary>The peer has ended already: says goodbye and leaves.</summary>
    public static async Task EndSendingAsync(Socket socket, Stream stream, FaultSet faults)
    {
        if (stream is SslStream { IsAuthenticated: true } secure && !faults[Fault.TlsEndUnsaid])
        {
            await secure.ShutdownAsync();
        }

        socket.Shutdown(SocketShutdown.Send);
    }
}

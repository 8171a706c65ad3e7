using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Conform.ReferenceServer.Hosting;

namespace Conform.ReferenceServer.Tests.Live;

/// <summary>Sends octets and gives back what came until the end, as U+0000 to U+00FF.</summary>
internal static class RawClient
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(8);

    public static Task<string> ExchangeAsync(ReferenceServerHost host, string octets) => ExchangeAsync(host.Addresses[0], [octets], true);

    public static async Task<string> ExchangeAsync(ListenAddress address, IReadOnlyList<string> pieces, bool halfCloses)
    {
        using var socket = await ConnectAsync(address);
        await using var plain = new NetworkStream(socket, ownsSocket: false);
        await using Stream stream = address.UsesTls ? await SecureAsync(plain) : plain;
        using var limit = new CancellationTokenSource(_limit, TimeProvider.System);
        try
        {
            foreach (var piece in pieces)
            {
                await stream.WriteAsync(Encoding.Latin1.GetBytes(piece), limit.Token);
                await Task.Yield();
            }

            if (halfCloses && stream is SslStream secure)
            {
                await secure.ShutdownAsync();
            }
            else if (halfCloses)
            {
                socket.Shutdown(SocketShutdown.Send);
            }
        }
        catch (IOException)
        {
            // What was answered before the server stopped reading still counts.
        }

        return await ReadToEndAsync(stream, limit.Token);
    }

    public static async Task<Socket> ConnectAsync(ListenAddress address)
    {
        var isUnix = address.Address is UnixDomainSocketEndPoint;
        var socket = new Socket(address.Address.AddressFamily, SocketType.Stream, isUnix ? ProtocolType.Unspecified : ProtocolType.Tcp);
        await socket.ConnectAsync(address.Address);
        if (!isUnix)
        {
            socket.NoDelay = true;
        }

        return socket;
    }

    /// <summary>Reads until so many octets, or the given text, have come.</summary>
    public static async Task<string> ReadUntilAsync(Stream stream, string text)
    {
        using var limit = new CancellationTokenSource(_limit, TimeProvider.System);
        StringBuilder got = new();
        var buffer = new byte[4096];
        while (!got.ToString().Contains(text, StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, limit.Token);
            if (count == 0)
            {
                return got + "<FIN>";
            }

            got.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return got.ToString();
    }

    public static async Task<string> ReadToEndAsync(Stream stream, CancellationToken cancellation)
    {
        StringBuilder got = new();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int count; (count = await stream.ReadAsync(buffer, cancellation)) > 0;)
            {
                got.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
        }
        catch (IOException)
        {
            got.Append("<RST>");
        }
        catch (OperationCanceledException)
        {
            got.Append("<OPEN>");
        }

        return got.ToString();
    }

    private static async Task<SslStream> SecureAsync(Stream plain)
    {
        var secure = new SslStream(plain, leaveInnerStreamOpen: true, (_, certificate, _, _) => certificate?.Subject == "CN=localhost");
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ApplicationProtocols = [SslApplicationProtocol.Http11],
        });
        return secure;
    }
}

using System.Net;

namespace Conform.Wire;

/// <summary>Where a server listens.</summary>
public abstract record Endpoint
{
    /// <summary>How TLS is to be agreed; null where the connection is not encrypted.</summary>
    public TlsOptions? Tls { get; init; }
}

/// <summary>A TCP port.</summary>
/// <param name="Host">A name, an IPv4 address, or an IPv6 address without brackets.</param>
/// <param name="Port">1 to 65535.</param>
public sealed record TcpEndpoint(string Host, int Port) : Endpoint
{
    /// <summary>Host and port as they are written in a URL.</summary>
    public override string ToString() =>
        IPAddress.TryParse(Host, out var ip) && ip.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? $"[{Host}]:{Port}"
            : $"{Host}:{Port}";
}

/// <summary>A Unix domain socket.</summary>
/// <param name="Path">The socket's path in the file system.</param>
public sealed record UnixEndpoint(string Path) : Endpoint
{
    /// <summary>The path behind <c>unix:</c>.</summary>
    public override string ToString() => "unix:" + Path;
}

/// <summary>How TLS is agreed. ALPN always offers <c>http/1.1</c> and nothing else.</summary>
/// <param name="ServerName">The name that the certificate must carry, and that is sent as server name indication unless it is an address.</param>
public sealed record TlsOptions(string ServerName);

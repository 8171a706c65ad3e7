using System.Net;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Hosting;

/// <summary>One place to listen at.</summary>
/// <param name="Address">An address with a port, 0 for a free one, or the path of a Unix socket.</param>
/// <param name="UsesTls">TLS with the server's own certificate, ALPN <c>http/1.1</c>.</param>
public sealed record ListenAddress(EndPoint Address, bool UsesTls = false)
{
    /// <summary>A free port on 127.0.0.1.</summary>
    public static ListenAddress Loopback { get; } = new(new IPEndPoint(IPAddress.Loopback, 0));

    /// <summary>A free port on ::1.</summary>
    public static ListenAddress IPv6Loopback { get; } = new(new IPEndPoint(IPAddress.IPv6Loopback, 0));

    /// <summary>A free port on 127.0.0.1 with TLS.</summary>
    public static ListenAddress TlsLoopback { get; } = new(new IPEndPoint(IPAddress.Loopback, 0), UsesTls: true);
}

/// <summary>How a reference server is to be.</summary>
public sealed record ReferenceServerOptions
{
    /// <summary>Where to listen; a free port on 127.0.0.1 unless stated.</summary>
    public IReadOnlyList<ListenAddress> Addresses { get; init; } = [ListenAddress.Loopback];

    /// <summary>The faults it has; none makes it the reference.</summary>
    public IReadOnlyList<Defect> Defects { get; init; } = [];

    /// <summary>Told where the server passes the place of a defect; nobody unless stated.</summary>
    public DefectWatch? Watch { get; init; }

    /// <summary>How much it takes before it refuses.</summary>
    public ServerLimits Limits { get; init; } = new();

    /// <summary>Silence inside a request that ends it with 408.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Silence between requests that closes a connection.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a closing connection reads on, so that its last answer is not lost to a reset.</summary>
    public TimeSpan LingerTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Octets that a closing connection reads away at most.</summary>
    public long LingerOctets { get; init; } = 16L * 1024 * 1024;

    /// <summary>Applications that run at the same time, each on a thread of its own; further calls wait.</summary>
    public int ApplicationThreads { get; init; } = 64;

    /// <summary>Where programs tell what they do, one connection a call, and wait at their gates; nowhere unless stated.</summary>
    public IPEndPoint? Witness { get; init; }

    /// <summary>A folder in which programs write that where <see cref="Witness"/> is not stated, one file a conversation; nowhere unless stated.</summary>
    public string? Ledger { get; init; }

    /// <summary>Where the error log goes; nowhere unless stated. Called from several threads.</summary>
    public Action<string> Log { get; init; } = static _ => { };
}

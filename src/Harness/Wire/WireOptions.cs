namespace Conform.Wire;

/// <summary>How connections are made and what of them is kept.</summary>
public sealed record WireOptions
{
    /// <summary>The options that hold where nothing else was said.</summary>
    public static WireOptions Default { get; } = new();

    /// <summary>Accept any certificate, also one that does not validate.</summary>
    public bool Insecure { get; init; }

    /// <summary>How long connecting, with the TLS handshake, may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How many received octets of one connection are kept. What is beyond is counted and digested, and told once at the end by
    /// <see cref="Observations.WireEventKind.Elided"/>.
    /// </summary>
    public int KeepLimit { get; init; } = 1 << 20;

    /// <summary>The least time between two writes on one connection, so that the server's reads end where the pieces do.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromMicroseconds(500);
}

namespace Conform.ReferenceServer.Protocol;

/// <summary>How much of everything the server takes before it refuses. RFC 9112 section 3 asks for a request-line of 8000 octets.</summary>
public sealed record ServerLimits
{
    /// <summary>Octets of a request-line without its line end; beyond is 414.</summary>
    public int RequestLine { get; init; } = 10 * 1024;

    /// <summary>Octets of a method; beyond is 501.</summary>
    public int Method { get; init; } = 64;

    /// <summary>Octets of all field lines together; beyond is 431.</summary>
    public int FieldSection { get; init; } = 16 * 1024;

    /// <summary>Count of field lines; beyond is 431.</summary>
    public int FieldCount { get; init; } = 300;

    /// <summary>Empty lines that are skipped before a request-line; beyond is 400.</summary>
    public int EmptyLines { get; init; } = 4;

    /// <summary>Octets of content; beyond is 413.</summary>
    public long Content { get; init; } = 8L * 1024 * 1024;

    /// <summary>Octets of one chunk-size line with its extensions; beyond is 400.</summary>
    public int ChunkLine { get; init; } = 4 * 1024;

    /// <summary>Octets of all chunk extensions of a message; beyond is 400.</summary>
    public int ChunkExtensions { get; init; } = 16 * 1024;

    /// <summary>Octets of the trailer section; beyond is 431.</summary>
    public int TrailerSection { get; init; } = 8 * 1024;

    /// <summary>Octets of unread content that are read away to keep a connection; with more left it closes.</summary>
    public int Drain { get; init; } = 64 * 1024;
}

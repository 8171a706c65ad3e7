namespace Conform.Cases;

/// <summary>What a target has beyond a path that answers. A case that needs more is not observable there.</summary>
[Flags]
public enum Capabilities
{
    /// <summary>Only <c>${path}</c>.</summary>
    None = 0,

    /// <summary><c>${echo}</c>: any method, 200, the content of the answer is the content of the request.</summary>
    Echo = 1,

    /// <summary><c>${static}</c>: GET and HEAD of a fixed representation with ETag and Last-Modified.</summary>
    Static = 2,

    /// <summary><c>${stream}</c>: GET of content whose length is not known before.</summary>
    Stream = 4,

    /// <summary><c>${report}</c>: a report of what the server understood of the request.</summary>
    Report = 8,

    /// <summary><c>${app}</c>: an adapter that runs programs.</summary>
    App = 16,

    /// <summary>A connection without TLS, on which nothing is an https resource.</summary>
    Plain = 8192,

    /// <summary>A connection that TLS protects.</summary>
    Tls = 1 << 24,

    /// <summary>An adapter that tells the witness what the wire cannot show, and waits at gates.</summary>
    Witness = 4096,
}

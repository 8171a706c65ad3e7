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

    /// <summary>What the server logs is printed, and read: it was started here and its log goes to its output.</summary>
    Log = 1 << 25,

    /// <summary><c>${mount}</c>: the adapter once more below a prefix, which is its SCRIPT_NAME there.</summary>
    Mount = 2048,

    /// <summary><c>${protected}</c>: what only <c>${credentials}</c> open.</summary>
    Protected = 32,

    /// <summary><c>${redirect}</c>: GET is answered with a redirect.</summary>
    Redirect = 64,

    /// <summary><c>${store}</c>: what is PUT there can be got, replaced and deleted.</summary>
    Store = 128,

    /// <summary><c>${collection}</c>: a POST makes a new resource.</summary>
    Collection = 256,

    /// <summary><c>${negotiated}</c>: a fixed text that is gzip-coded for those that ask for it.</summary>
    Negotiated = 512,

    /// <summary><c>${decoding}</c>: POST, 200, the content of the answer is the content of the request without its coding.</summary>
    Decoding = 1024,
}

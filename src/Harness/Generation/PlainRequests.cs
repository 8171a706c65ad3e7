using System.Text;

namespace Conform.Generation;

/// <summary>The request whose answer betrays a server that read past the end of a message.</summary>
public static class CanaryRequest
{
    /// <summary><c>GET /TOKEN HTTP/1.1</c> with a Host field and nothing else.</summary>
    /// <param name="host">The authority.</param>
    /// <param name="token">The token in the path.</param>
    public static ReadOnlyMemory<byte> Build(string host, string token) =>
        Encoding.Latin1.GetBytes($"GET /{token} HTTP/1.1\r\nHost: {host}\r\n\r\n");
}

/// <summary>The request that is sent last: its answer shows that nothing else came before it, and its close ends the connection.</summary>
public static class SentinelRequest
{
    /// <summary>A GET with <c>Connection: close</c> (RFC 9112 section 9.6).</summary>
    /// <param name="host">The authority.</param>
    /// <param name="path">The path, in origin-form.</param>
    public static ReadOnlyMemory<byte> Build(string host, string path) =>
        Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
}

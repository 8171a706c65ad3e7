using System.Security.Cryptography;
using System.Text;
using Conform.Generation;

namespace Conform.Running;

/// <summary>The plain requests that the engine sends of its own accord.</summary>
public static class PlainRequests
{
    /// <summary>A GET with a Host field and nothing else: what every server must be able to answer.</summary>
    /// <param name="host">The authority.</param>
    /// <param name="path">The path.</param>
    public static ReadOnlyMemory<byte> Get(string host, string path) => Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");

    /// <summary>A GET of the first octet alone (RFC 9110 section 14.2).</summary>
    /// <param name="host">The authority.</param>
    /// <param name="path">The path.</param>
    public static ReadOnlyMemory<byte> FirstOctet(string host, string path) =>
        Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\nRange: bytes=0-0\r\n\r\n");

    /// <summary>A POST whose content is announced and never comes.</summary>
    /// <param name="host">The authority.</param>
    /// <param name="path">The path.</param>
    public static ReadOnlyMemory<byte> Announced(string host, string path) =>
        Encoding.Latin1.GetBytes($"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\n\r\n");

    /// <summary>The canary request on its own.</summary>
    /// <param name="host">The authority.</param>
    /// <param name="token">The token in its path.</param>
    public static ReadOnlyMemory<byte> Canary(string host, string token) => CanaryRequest.Build(host, token);

    /// <summary>The last request on a connection.</summary>
    /// <param name="host">The authority.</param>
    /// <param name="path">The path.</param>
    public static ReadOnlyMemory<byte> Sentinel(string host, string path) => SentinelRequest.Build(host, path);

    /// <summary>A token for a canary that no case draws.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="purpose">Tells tokens of one run apart.</param>
    public static string Token(long seed, string purpose) =>
        "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {purpose}")))[..15];
}

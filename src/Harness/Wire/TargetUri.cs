using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Conform.Wire;

/// <summary>A target as the user writes it: <c>http://host[:port][/base]</c>, <c>https://…</c>, <c>unix:/path/to.sock[:/base]</c>.</summary>
public sealed record TargetUri
{
    private TargetUri(string text, Endpoint endpoint, string basePath, string hostHeader)
    {
        Text = text;
        Endpoint = endpoint;
        BasePath = basePath;
        HostHeader = hostHeader;
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Where the server listens.</summary>
    public Endpoint Endpoint { get; }

    /// <summary>The path that requests go to, as it was written; <c>/</c> where there is none.</summary>
    public string BasePath { get; }

    /// <summary>
    /// What belongs into Host (RFC 9110 section 7.2): the authority without the scheme's default port; <c>localhost</c> for a Unix socket.
    /// </summary>
    public string HostHeader { get; }

    /// <summary>Reads a target.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <exception cref="FormatException">It is no target; the message says what to write instead.</exception>
    public static TargetUri Parse(string text) =>
        TryParse(text, out var target, out var problem) ? target : throw new FormatException(problem);

    /// <summary>Reads a target.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="target">What it means.</param>
    /// <param name="problem">One sentence that says what to write instead.</param>
    /// <returns>Whether it is a target.</returns>
    public static bool TryParse(
        string text,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TargetUri? target,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? problem)
    {
        (target, problem) =
            text.StartsWith("unix:", StringComparison.OrdinalIgnoreCase) ? Unix(text)
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? Tcp(text, text[7..], 80, encrypted: false)
            : text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? Tcp(text, text[8..], 443, encrypted: true)
            : Bad(text, text.Contains("://", StringComparison.Ordinal) || text.Length == 0
                ? "write http://host:port/path, https://host:port/path or unix:/path/to.sock"
                : $"it has no scheme; write http://{text}");
        return target is not null;
    }

    /// <summary>The text as it was written.</summary>
    public override string ToString() => Text;

    private static (TargetUri?, string?) Unix(string text)
    {
        var rest = text["unix:".Length..];
        if (rest.StartsWith("///", StringComparison.Ordinal)) rest = rest[2..];
        if (!rest.StartsWith('/')) return Bad(text, "the socket's path must be absolute; write unix:/path/to.sock");
        var colon = rest.IndexOf(":/", StringComparison.Ordinal);
        var path = colon < 0 ? rest : rest[..colon];
        var basePath = colon < 0 ? "/" : rest[(colon + 1)..];
        if (path == "/") return Bad(text, "the socket has no name; write unix:/path/to.sock");
        return PathProblem(basePath) is { } problem
            ? Bad(text, problem)
            : (new TargetUri(text, new UnixEndpoint(path), basePath, "localhost"), null);
    }

    private static (TargetUri?, string?) Tcp(string text, string rest, int defaultPort, bool encrypted)
    {
        var end = rest.AsSpan().IndexOfAny("/?#");
        var authority = end < 0 ? rest : rest[..end];
        var basePath = end < 0 ? "/" : rest[end..];
        if (PathProblem(basePath) is { } pathProblem) return Bad(text, pathProblem);
        if (authority.Contains('@', StringComparison.Ordinal)) return Bad(text, "user names do not belong into a target; leave out everything up to the @");

        var portAt = authority.StartsWith('[') ? authority.IndexOf("]:", StringComparison.Ordinal) + 1 : authority.IndexOf(':', StringComparison.Ordinal);
        var host = portAt > 0 ? authority[..portAt] : authority;
        var port = defaultPort;
        if (portAt >= 0 && portAt < authority.Length && authority[portAt] == ':'
            && (!int.TryParse(authority[(portAt + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
        {
            return Bad(text, authority.Count(':') > 1 && !authority.StartsWith('[')
                ? $"an IPv6 address stands in brackets; write http{(encrypted ? "s" : "")}://[{authority}]"
                : "the port must be a number from 1 to 65535");
        }

        if (HostOf(host) is not { } name) return Bad(text, "the host must be a name, an IPv4 address, or an IPv6 address in brackets, such as http://[::1]:8080");
        var endpoint = new TcpEndpoint(name, port) { Tls = encrypted ? new TlsOptions(name) : null };
        return (new TargetUri(text, endpoint, basePath, port == defaultPort ? host : $"{host}:{port}"), null);
    }

    private static string? HostOf(string host)
    {
        if (host.StartsWith('['))
        {
            var inside = host.EndsWith(']') ? host[1..^1] : "";
            return !inside.Contains('%', StringComparison.Ordinal)
                && IPAddress.TryParse(inside, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6 ? inside : null;
        }

        return host.Length > 0 && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_') ? host : null;
    }

    private static string? PathProblem(string path) =>
        !path.StartsWith('/') || path.AsSpan().ContainsAny("?#") ? "a target has no query and no fragment; write only the path"
        : !path.All(c => c is > ' ' and < '\x7f') ? "the path must be visible ASCII; percent-encode the rest"
        : null;

    private static (TargetUri?, string?) Bad(string text, string advice) => (null, $"'{text}' is no target: {advice}");
}

namespace Conform.ReferenceServer.Protocol;

/// <summary>The four forms of a request-target, RFC 9112 section 3.2.</summary>
internal enum TargetForm
{
    Origin,
    Absolute,
    Authority,
    Asterisk,
}

/// <summary>A request-target taken apart; nothing is decoded.</summary>
/// <param name="Raw">As it came.</param>
/// <param name="Form">Which of the four forms.</param>
/// <param name="Path">The path, never empty; <c>*</c> for the asterisk form.</param>
/// <param name="Query">What is behind the question mark, or null where there is none.</param>
/// <param name="Authority">Host and port of the absolute and authority forms.</param>
internal sealed record RequestTarget(string Raw, TargetForm Form, string Path, string? Query = null, string? Authority = null)
{
    /// <summary>The absolute form names the scheme https, RFC 9110 section 4.2.2.</summary>
    public bool IsHttps { get; init; }
}

/// <summary>The protocol version that a request states.</summary>
internal readonly record struct HttpVersion(int Major, int Minor)
{
    public bool IsAtLeast11 => Major > 1 || Minor >= 1;
}

/// <summary>A request-line taken apart.</summary>
internal sealed record RequestLine(string Method, RequestTarget Target, HttpVersion Version);

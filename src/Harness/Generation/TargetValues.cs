using Conform.Observations;

namespace Conform.Generation;

/// <summary>What the placeholders of a target become. Paths are origin-form and already encoded; null where the target lacks it.</summary>
/// <param name="Host">The authority for the Host field.</param>
/// <param name="Path">The target URL's own path.</param>
/// <param name="Resource">Where a request with content goes: the echo where there is one, else <paramref name="Path"/>.</param>
/// <param name="Echo">The path that answers with the content of the request.</param>
/// <param name="Static">The path of a fixed representation.</param>
/// <param name="Stream">The path of content whose length is not known before.</param>
/// <param name="Report">The path under which any request is answered with what was understood of it.</param>
/// <param name="AppPrefix">The prefix of an adapter that runs programs.</param>
public sealed record TargetValues(
    string Host,
    string Path,
    string Resource,
    string? Echo = null,
    string? Static = null,
    string? Stream = null,
    string? Report = null,
    string? AppPrefix = null)
{
    /// <summary>The TCP port that is connected to; 80 where it is no TCP port.</summary>
    public int Port { get; init; } = 80;

    /// <summary>Whether TLS protects the connections.</summary>
    public bool UsesTls { get; init; }

    /// <summary>Whether the adapter tells a witness what it does.</summary>
    public bool HasWitness { get; init; }

    /// <summary>Whether what the server logs is printed, and read.</summary>
    public bool PrintsLog { get; init; }

    /// <summary>What is known of the representation behind <see cref="Static"/>; null where it was not asked for.</summary>
    public FixedRepresentation? Fixed { get; init; }

    /// <summary>The paths of the places that the target has, by their words; a prefix ends in a slash.</summary>
    public IReadOnlyDictionary<string, string> Places { get; init; } = new Dictionary<string, string>();

    /// <summary>The credentials of the protected place as Basic has them (RFC 7617 section 2); null where it has none.</summary>
    public string? Credentials { get; init; }

    /// <summary>The same user with a wrong password; null where it has none.</summary>
    public string? WrongCredentials { get; init; }

    /// <summary>The same user, the letters of the password in the other case; null where it has none.</summary>
    public string? CaseCredentials { get; init; }

    /// <summary>The same user, the password without its last octet; null where it has none.</summary>
    public string? ShortCredentials { get; init; }
}

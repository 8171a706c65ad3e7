namespace Conform.Observations;

/// <summary>What was drawn for one conversation, so that it can be judged, repeated and told.</summary>
/// <param name="Seed">The run's seed.</param>
/// <param name="Index">Which draw of the case, from 0.</param>
/// <param name="Values">What each placeholder became: key is the text between the braces of <c>${…}</c>.</param>
public sealed record Drawn(long Seed, int Index, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Values)
{
    /// <summary>The token in the path of the canary request, or null where the case has none.</summary>
    public string? CanaryToken { get; init; }

    /// <summary>The id under which the application tells the witness about the conversation; null where no witness is asked.</summary>
    public string? CallId { get; init; }

    /// <summary>What a server must understand of a generated valid message; null for the rest.</summary>
    public Understood? Message { get; init; }

    /// <summary>What a mutator did to the message, in one sentence; null for the rest.</summary>
    public string? Mutation { get; init; }

    /// <summary>The conversation pattern that the mutation allows, in the words of an expect block; null where the case's own decides.</summary>
    public string? Allowed { get; init; }

    /// <summary>The steps of the program that was drawn, one a line of an app block; null for the rest.</summary>
    public IReadOnlyList<string>? Program { get; init; }

    /// <summary>The steps of the program before it was shrunk to <see cref="Program"/>; null where it was not.</summary>
    public IReadOnlyList<string>? ShrunkFrom { get; init; }

    /// <summary>How many smaller programs were run to shrink it.</summary>
    public int Runs { get; init; }

    /// <summary>Nothing drawn.</summary>
    public static Drawn None { get; } = new(0, 0, new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal));
}

/// <summary>What a server understood of a request, or was meant to: text is one character an octet.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, percent-decoded once.</param>
/// <param name="Query">The query as it came, without the question mark.</param>
/// <param name="Fields">Field name folded as CGI does (<c>HTTP_X_A</c>) to its value.</param>
/// <param name="Content">The content.</param>
public sealed record Understood(
    string Method, string Path, string Query, IReadOnlyDictionary<string, string> Fields, ReadOnlyMemory<byte> Content);

using Bogus;

namespace Conform.Generation.Grammar;

/// <summary>
/// What an application finds out about a request: its content, piece by piece and line by line (PEP 3333, "Input and Error Streams"), and its environ. A hint
/// of how much is read, which a server need not heed, is not drawn, nor what stands behind an iteration that is broken off.
/// </summary>
internal static class AskedGrammar
{
    private static readonly int[] Sizes = [0, 1, 2, 3, 7, 16, 100, 255, 256, 1000, 1024, 4095, 4096, 4097, 8191, 8192, 8193, 16_384, 65_536, 100_000];

    private static readonly string[] Names =
    [
        "REQUEST_METHOD", "CONTENT_TYPE", "CONTENT_LENGTH", "HTTP_X_A", "HTTP_X_B", "HTTP_X_C_D", "HTTP_ABSENT",
        "HTTP_ACCEPT", "HTTP_COOKIE", "HTTP_USER_AGENT", "HTTP_REFERER",
    ];

    /// <summary>The lines of an app block; none where nothing is asked.</summary>
    /// <param name="random">Where they are drawn from.</param>
    /// <param name="reads">Whether the content is read.</param>
    /// <param name="asks">Whether the environ is asked.</param>
    public static IReadOnlyList<string> Steps(Randomizer random, bool reads, bool asks)
    {
        var steps = new List<string>();
        if (asks) steps.AddRange(Enumerable.Range(0, random.Number(3, 8)).Select(_ => $"ask {random.OneOf<string>(Names)}").Distinct());
        if (reads) steps.AddRange(Enumerable.Range(0, random.Number(1, 6)).Select(_ => $"read {Turn(random)}"));
        // What nobody reads may cost the answer where a server closes on it (RFC 9112 section 9.6), and that is not what is asked here.
        if (reads) steps.Add($"read {random.OneOf("r", "r-1", "L", "I")}");
        return steps;
    }

    private static string Turn(Randomizer random) => random.Number(0, 9) switch
    {
        0 => "l",
        1 => $"l{Sizes[random.Number(1, Sizes.Length - 1)]}",
        2 => random.OneOf("r", "L", "I", "r-1"),
        3 => $"r{random.Number(1, 50)} l r{random.Number(1, 50)}",
        _ => $"r{random.OneOf<int>(Sizes)}",
    };
}

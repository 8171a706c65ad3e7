using Conform.Observations;

namespace Conform.Generation.Mutations;

/// <summary>The sets of answers that several mutations share, as lines of an expect block.</summary>
internal static class Allowed
{
    /// <summary>RFC 9112 section 2.2 only says SHOULD: any complete answer but a server error is borne, and a close without one.</summary>
    public static IReadOnlyList<string> PreferablyRefused { get; } =
        ["accept 400 then close", "tolerate 2xx, 3xx, 4xx, 501, 505", "tolerate close without an answer"];

    /// <summary>Where the content ends is lost, so whatever is answered, nothing behind it may be read as a request.</summary>
    public static IReadOnlyList<string> ClosedAfterwards { get; } =
        ["accept 400 then close", "tolerate any final response then close", "tolerate close without an answer"];

    /// <summary>400 is a MUST, and so is the close (RFC 9112 section 6.3).</summary>
    /// <param name="requirement">The requirement, whose level counts.</param>
    public static IReadOnlyList<string> RefusedAndClosed(string requirement) =>
        [$"accept 400 then close [{requirement}]", $"never any response 2xx, 3xx [{requirement}]"];

    /// <summary>400 is a MUST; the connection may be kept.</summary>
    /// <param name="requirement">The requirement, whose level counts.</param>
    public static IReadOnlyList<string> Refused(string requirement) =>
        [$"accept 400 [{requirement}]", $"never any response 2xx, 3xx [{requirement}]"];

    /// <summary>It may be refused, or taken in certain ways; where the target does not tell what it took, any success will do.</summary>
    /// <param name="context">Whether the target tells.</param>
    /// <param name="requirement">The requirement, whose level counts.</param>
    /// <param name="readings">The clauses, each one of which is a way that is allowed.</param>
    public static IReadOnlyList<string> RefusedOrRead(MutationContext context, string requirement, params IEnumerable<string> readings) =>
    [
        $"accept 400 then close [{requirement}]",
        .. context.Reports ? readings.Select(reading => $"accept 2xx with {reading} [{requirement}]") : [$"accept 2xx, 3xx [{requirement}]"],
        "tolerate 4xx, 501, 505",
    ];

    /// <summary>The clause that a field was understood to have this value.</summary>
    public static string Understood(string name, string value) => $"understood field {name} {Quote(value)}";

    /// <summary>Text of one character an octet, in the quotes of a clause.</summary>
    public static string Quote(string text) => Octets.Quoted(System.Text.Encoding.Latin1.GetBytes(text));
}

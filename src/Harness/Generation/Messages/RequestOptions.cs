using Conform.Generation.Mutations;

namespace Conform.Generation.Messages;

/// <summary>What is fixed about a drawn request before it is drawn.</summary>
/// <param name="Framing">The framing; null to draw it.</param>
/// <param name="Longest">The longest content, in octets.</param>
/// <param name="Place">The placeholder whose path the request goes to; null for the report, or the resource where there is none.</param>
/// <param name="ObsText">Whether field values may hold octets from 0x80.</param>
/// <param name="Plain">Leave out what only some servers read, so that a single fault stands alone.</param>
internal sealed record RequestOptions(RequestFraming? Framing, int Longest, string? Place, bool ObsText, bool Plain)
{
    /// <summary>Nothing fixed.</summary>
    public static RequestOptions Default { get; } = new(null, Grammar.ContentGrammar.Longest, null, ObsText: false, Plain: false);

    /// <summary>From the words behind <c>${request</c>.</summary>
    /// <param name="words">Any of <c>none length chunked echo resource report obs-text</c>.</param>
    /// <exception cref="InvalidOperationException">Another word.</exception>
    public static RequestOptions Of(IReadOnlyList<string> words)
    {
        var options = Default;
        foreach (var word in words)
        {
            options = word switch
            {
                "none" => options with { Framing = RequestFraming.None },
                "length" => options with { Framing = RequestFraming.Length },
                "chunked" => options with { Framing = RequestFraming.Chunked },
                "echo" or "resource" or "report" => options with { Place = word },
                "obs-text" => options with { ObsText = true },
                _ => throw new InvalidOperationException($"A request is not drawn with '{word}'."),
            };
        }

        return options;
    }

    /// <summary>The same for a mutator, which wants the pieces that it bends, and little else.</summary>
    public RequestOptions For(Mutator mutator) => this with { Framing = mutator.Framing ?? Framing, Longest = 200, Plain = true };
}

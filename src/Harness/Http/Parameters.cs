namespace Conform.Http;

/// <summary>What follows a transfer coding or a chunk size: <c>;name=value</c>, any number of times.</summary>
internal static class Parameters
{
    /// <summary>The first thing that is wrong, in one sentence, or null.</summary>
    /// <param name="octets">From behind the coding or the size to the end.</param>
    /// <param name="valueNeeded">Whether a name must have a value: yes in a coding, no in a chunk extension (RFC 9112 section 7.1.1).</param>
    /// <param name="blanks">Whether a sender may put whitespace around the semicolon: in a coding it is OWS, in a chunk extension BWS.</param>
    public static string? Wrong(ReadOnlySpan<byte> octets, bool valueNeeded, bool blanks)
    {
        var blank = false;
        while (!octets.IsEmpty)
        {
            blank |= Skip(ref octets) && !blanks;
            if (octets.IsEmpty) return "Whitespace stands at the end.";
            if (octets[0] != ';') return "A semicolon is missing.";
            octets = octets[1..];
            blank |= Skip(ref octets) && !blanks;
            var name = Grammar.TokenLength(octets);
            if (name == 0) return "A name is no token.";
            octets = octets[name..];
            var behind = octets;
            var before = Skip(ref behind);
            if (behind.IsEmpty || behind[0] != '=')
            {
                if (valueNeeded) return "A value is missing.";
                continue;
            }

            octets = behind[1..];
            blank |= before | Skip(ref octets);
            var value = Math.Max(Grammar.TokenLength(octets), Grammar.QuotedLength(octets));
            if (value == 0) return "A value is neither a token nor a quoted string.";
            octets = octets[value..];
        }

        return blank ? "Whitespace stands where only a recipient may put up with it." : null;
    }

    private static bool Skip(ref ReadOnlySpan<byte> octets)
    {
        var trimmed = octets.TrimStart(" \t"u8);
        var any = trimmed.Length < octets.Length;
        octets = trimmed;
        return any;
    }
}

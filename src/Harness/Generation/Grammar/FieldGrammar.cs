using System.Text;
using Bogus;

namespace Conform.Generation.Grammar;

/// <summary>Field lines (RFC 9112 section 5, RFC 9110 section 5) with names that no server gives a meaning to.</summary>
internal static class FieldGrammar
{
    private static readonly string[] Blanks = ["", " ", " ", " ", "  ", "\t", " \t "];

    /// <summary>A name: <c>X-</c> and letters, digits and inner hyphens; no underscore, which CGI cannot tell from a hyphen.</summary>
    public static string Name(Randomizer random)
    {
        var name = new StringBuilder(random.OneOf("X-", "x-", "X-")).Append(random.Word(Alphabet.Alphanumeric, 2, 12));
        if (random.OneIn(3))
            name.Append('-').Append(random.Word(Alphabet.Alphanumeric, 1, 8));
        return name.ToString();
    }

    /// <summary>A value without blanks at its edges, never empty, sometimes with blanks and tabs inside; a long one now and then.</summary>
    /// <param name="random">Where it is drawn from.</param>
    /// <param name="longOnceIn">Once in how many times it is long.</param>
    /// <param name="obsText">Whether octets from 0x80 may occur (RFC 9110 section 5.5, obs-text).</param>
    public static string Value(Randomizer random, bool obsText = false, int longOnceIn = 20)
    {
        var length = random.OneIn(longOnceIn) ? random.Number(400, 1000) : random.Number(1, 40);
        var value = new StringBuilder();
        while (value.Length < length)
        {
            value.Append(random.Word(Alphabet.Visible, 1, Math.Min(10, length - value.Length)));
            if (obsText && random.OneIn(3))
                value.Append((char)random.Number(0x80, 0xFF));
            if (value.Length < length - 2 && random.OneIn(3))
                value.Append(random.OneOf(" ", " ", "  ", "\t")).Append(random.Word(Alphabet.Visible, 1, 1));
        }

        return value.ToString();
    }

    /// <summary>Optional whitespace around a value: spaces and tabs, or nothing.</summary>
    public static string Ows(Randomizer random) => random.OneOf<string>(Blanks);

    /// <summary>Names that stay different when CGI folds them.</summary>
    public static IReadOnlyList<string> Names(Randomizer random, int count)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (names.Count < count)
        {
            var name = Name(random);
            names.TryAdd(name, name);
        }

        return [.. names.Values];
    }

    /// <summary>One to ten whole field lines, each but the last with its line end.</summary>
    public static string Lines(Randomizer random) =>
        string.Join("\r\n", Names(random, random.Number(1, 10)).Select(name => $"{name}:{Ows(random)}{Value(random)}{Ows(random)}"));
}

using Bogus;

namespace Conform.Generation.Grammar;

/// <summary>Sets of characters, and words drawn from them.</summary>
internal static class Alphabet
{
    public const string Digits = "0123456789";
    public const string Hex = "0123456789abcdefABCDEF";
    public const string Lower = "abcdefghijklmnopqrstuvwxyz";
    public const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    public const string Alphanumeric = Lower + Upper + Digits;

    /// <summary>What a path segment may hold unescaped. The semicolon is left out: some contracts cut path parameters off.</summary>
    public const string Segment = Alphanumeric + "-._~!$&'()*+,=:@";

    /// <summary>What a query may hold unescaped.</summary>
    public const string Query = Segment + ";/?";

    /// <summary>What a field value may hold besides blanks: every visible ASCII character.</summary>
    public static string Visible { get; } = string.Concat(Enumerable.Range(0x21, 0x5E).Select(c => (char)c));

    /// <summary>A word of a drawn length.</summary>
    public static string Word(this Randomizer random, string alphabet, int shortest, int longest)
    {
        var length = random.Number(shortest, longest);
        return string.Create(length, (random, alphabet), static (word, state) =>
        {
            for (var i = 0; i < word.Length; i++)
                word[i] = state.alphabet[state.random.Number(0, state.alphabet.Length - 1)];
        });
    }

    /// <summary>One of several.</summary>
    public static T OneOf<T>(this Randomizer random, params ReadOnlySpan<T> items) => items[random.Number(0, items.Length - 1)];

    /// <summary>True once in so many times.</summary>
    public static bool OneIn(this Randomizer random, int times) => random.Number(1, times) == 1;
}

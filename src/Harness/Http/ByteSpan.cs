using System.Globalization;

namespace Conform.Http;

/// <summary>Octets of a representation, from the first to the last, both included (RFC 9110 section 14.1.2).</summary>
/// <param name="First">Offset of the first octet, from 0.</param>
/// <param name="Last">Offset of the last octet; never less than <paramref name="First"/>.</param>
public readonly record struct ByteSpan(long First, long Last)
{
    /// <summary>How many octets these are.</summary>
    public long Length => Last - First + 1;

    /// <summary>Reads ranges such as <c>0-4, 10-, -1</c> for a representation of a known length.</summary>
    /// <param name="text">The ranges, as they stand behind <c>bytes=</c>; blanks may follow a comma.</param>
    /// <param name="length">The length of the representation.</param>
    /// <returns>The spans in the order of the text; null where one reaches beyond the representation, or is none.</returns>
    public static IReadOnlyList<ByteSpan>? ReadAll(string text, long length)
    {
        var spans = new List<ByteSpan>();
        foreach (var range in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Read(range, length) is not { } span) return null;
            spans.Add(span);
        }

        return spans;
    }

    /// <summary>Whether all octets of another span are among these.</summary>
    /// <param name="other">The other.</param>
    public bool Covers(ByteSpan other) => First <= other.First && other.Last <= Last;

    /// <summary>Whether some octet of another span is among these.</summary>
    /// <param name="other">The other.</param>
    public bool Meets(ByteSpan other) => First <= other.Last && other.First <= Last;

    /// <summary><c>FIRST-LAST</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");

    private static ByteSpan? Read(string range, long length)
    {
        var dash = range.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0) return null;
        var (from, to) = (Number(range[..dash]), Number(range[(dash + 1)..]));
        var span = (from, to) switch
        {
            ({ } first, { } last) => new ByteSpan(first, last),
            ({ } first, null) when dash == range.Length - 1 => new ByteSpan(first, length - 1),
            (null, { } suffix) when dash == 0 => new ByteSpan(length - suffix, length - 1),
            _ => new ByteSpan(0, -1),
        };
        return span.First >= 0 && span.First <= span.Last && span.Last < length ? span : null;
    }

    private static long? Number(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Collections.Frozen;
using System.Globalization;
using Conform.Cases;
using Conform.Cases.Vocabulary;
using Conform.Http;
using Conform.Observations;

namespace Conform.Generation;

/// <summary>Placeholders whose values are facts about the fixed representation, and why a target may have none.</summary>
internal static class FixedValues
{
    private const string Length = "static-length";

    private static readonly FrozenDictionary<string, Func<PlaceholderKey, FixedRepresentation, Fact>> Table =
        new Dictionary<string, Func<PlaceholderKey, FixedRepresentation, Fact>>(StringComparer.Ordinal)
        {
            ["etag"] = static (_, known) => Tag(known, (known.IsWeak ? "W/" : string.Empty) + known.OpaqueTag),
            ["etag-strong"] = static (_, known) => known.IsWeak ? Fact.Lacking($"{known.Name} has no strong ETag") : Tag(known, known.OpaqueTag),
            ["etag-opaque"] = static (_, known) => Tag(known, known.OpaqueTag),
            ["etag-weak"] = static (_, known) => Tag(known, "W/" + known.OpaqueTag),
            ["etag-text"] = static (_, known) => Tag(known, known.OpaqueTag?[1..^1]),
            ["etag-other"] = static (_, known) => Changed(known, static text => text.Length == 0 ? null : text[..^1] + (text[^1] == 'x' ? 'y' : 'x'), "is empty"),
            ["etag-case"] = static (_, known) => Changed(known, static text => text.Any(char.IsAsciiLetter) ? string.Concat(text.Select(OtherCase)) : null, "has no letters"),
            ["etag-short"] = static (_, known) => Changed(known, static text => text.Length < 2 ? null : text[..^1], "is too short"),
            ["last-modified"] = Modified,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the placeholder stands for such a fact.</summary>
    /// <param name="name">Its name, as written.</param>
    public static bool Has(string name) => Table.ContainsKey(name) || name.StartsWith(Length, StringComparison.Ordinal);

    /// <summary>What the placeholder becomes.</summary>
    /// <param name="key">The placeholder.</param>
    /// <param name="known">What is known of the representation.</param>
    public static Fact Of(PlaceholderKey key, FixedRepresentation? known)
    {
        if (known is not { Plain: { } plain }) return Fact.Lacking(known is null ? "the target has no static" : $"of the fixed representation nothing is known: {known.Problem}");
        return Table.TryGetValue(key.Name, out var fact) ? fact(key, known) : Count(key.Name[Length.Length..], plain.Content.Length);
    }

    /// <summary>Why the ranges that an expectation names are not all within the representation; null where they are.</summary>
    /// <param name="ranges">The clause.</param>
    /// <param name="known">What is known of the representation.</param>
    public static string? Lacks(RangesAre ranges, FixedRepresentation? known)
    {
        var text = TemplateFiller.Fill(ranges.Spans, key => System.Text.Encoding.ASCII.GetBytes(Of(key, known).Value ?? string.Empty));
        var length = known?.Plain?.Content.Length ?? 0;
        if (ranges.Answer is not null) return null;
        return ByteSpan.ReadAll(System.Text.Encoding.ASCII.GetString(text.Span), length) is null ? $"the fixed representation has only {length} octets" : null;
    }

    private static Fact NoTag(FixedRepresentation known) => Fact.Lacking($"{known.Name} has no ETag that can be relied on");

    private static Fact Tag(FixedRepresentation known, string? value) => known.OpaqueTag is null ? NoTag(known) : new Fact(value, null);

    private static Fact Changed(FixedRepresentation known, Func<string, string?> change, string lack) =>
        known.OpaqueTag is null ? NoTag(known) : change(known.OpaqueTag[1..^1]) is { } text ? new Fact($"\"{text}\"", null) : Fact.Lacking($"the ETag of {known.Name} {lack}");

    private static char OtherCase(char letter) => char.IsAsciiLetterLower(letter) ? char.ToUpperInvariant(letter) : char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter;

    // A later date must still lie in the past, or a server may think what it likes of it.
    private static Fact Modified(PlaceholderKey key, FixedRepresentation known)
    {
        if (known.LastModified is not { } modified) return Fact.Lacking($"{known.Name} has no Last-Modified that can be relied on");
        var shift = key.Arguments is [['+' or '-', ..] seconds, ..] ? int.Parse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        if (shift > 0 && known.Date < modified.AddSeconds(shift)) return Fact.Lacking($"{known.Name} was modified less than {shift} s ago");
        var form = key.Arguments is [.., var last] && DateForms.Names.Contains(last, StringComparer.Ordinal) ? last : null;
        var date = modified.AddSeconds(shift);
        // Two digits say which year is meant for fifty years either way alone (RFC 9110 section 5.6.7).
        if (form == "rfc850" && known.Date?.Year - date.Year >= 50) return Fact.Lacking($"two digits do not say that {known.Name} is of {date.Year}");
        return new Fact(DateForms.Write(date, form), null);
    }

    private static Fact Count(string suffix, int length)
    {
        var shift = suffix.Length == 0 ? 0 : int.Parse(suffix, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return length + shift < 0
            ? Fact.Lacking($"the fixed representation has only {length} octets")
            : new Fact((length + shift).ToString(CultureInfo.InvariantCulture), null);
    }
}

/// <summary>A value, or why there is none.</summary>
/// <param name="Value">One character an octet; null where there is none.</param>
/// <param name="Lack">Why there is none; null where there is one.</param>
internal readonly record struct Fact(string? Value, string? Lack)
{
    /// <summary>There is none.</summary>
    /// <param name="why">Why.</param>
    public static Fact Lacking(string why) => new(null, why);
}

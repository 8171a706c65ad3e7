using Conform.Http;

namespace Conform.Generation;

/// <summary>Something that an answer said, in the octets that are sent behind it.</summary>
/// <param name="Text">The placeholder, without its braces.</param>
/// <param name="Offset">Where the value stands.</param>
/// <param name="Octets">The value.</param>
public sealed record SaidValue(string Text, int Offset, ReadOnlyMemory<byte> Octets);

/// <summary>Octets with what earlier answers said in them. Pure: octets and answers make them, and nothing else.</summary>
/// <param name="Octets">The octets.</param>
/// <param name="Values">What was said, in order.</param>
/// <param name="Lack">What an answer does not say, so that there are no octets; null where there are.</param>
public sealed record SaidOctets(ReadOnlyMemory<byte> Octets, IReadOnlyList<SaidValue> Values, string? Lack)
{
    /// <summary>There are none.</summary>
    /// <param name="why">What is missing.</param>
    public static SaidOctets Lacking(string why) => new(default, [], why);

    /// <summary>Octets in which nothing was said.</summary>
    /// <param name="octets">The octets.</param>
    public static SaidOctets Plain(ReadOnlyMemory<byte> octets) => new(octets, [], null);

    /// <summary>Several, one behind the other.</summary>
    /// <param name="parts">What they are made of.</param>
    public static SaidOctets Join(IReadOnlyList<SaidOctets> parts)
    {
        if (parts.FirstOrDefault(p => p.Lack is not null) is { } lacking) return lacking;
        var (octets, values) = (new List<byte>(), new List<SaidValue>());
        foreach (var part in parts)
        {
            values.AddRange(part.Values.Select(v => v with { Offset = v.Offset + octets.Count }));
            octets.AddRange(part.Octets.Span);
        }

        return new SaidOctets(octets.ToArray(), values, null);
    }

    /// <summary>The same octets, with what other answers say in the places of what was said.</summary>
    /// <param name="answers">The final answers to the case's own requests so far.</param>
    public SaidOctets Again(IReadOnlyList<Response> answers)
    {
        var parts = new List<SaidOctets>();
        var at = 0;
        foreach (var value in Values)
        {
            var fact = SaidValues.Of(SaidValues.Key(value.Text), answers);
            if (fact.Value is null) return Lacking(fact.Lack!);
            parts.Add(Plain(Octets[at..value.Offset]));
            var octets = Latin1(fact.Value);
            parts.Add(new SaidOctets(octets, [new SaidValue(value.Text, 0, octets)], null));
            at = value.Offset + value.Octets.Length;
        }

        return Join([.. parts, Plain(Octets[at..])]);
    }

    internal static ReadOnlyMemory<byte> Latin1(string text) => System.Text.Encoding.Latin1.GetBytes(text);
}

using System.Globalization;
using Bogus;
using Conform.Generation.Messages;

namespace Conform.Generation.Grammar;

/// <summary>Ways to put content into chunks (RFC 9112 section 7.1): sizes, spelling of the sizes, extensions, trailers.</summary>
internal static class ChunkGrammar
{
    private static readonly string[] Extensions =
        [";a", ";name=value", ";q=\"quoted; \\\" text\"", ";A=1;b=\"\"", ";x-" + "0123456789abcdef", ";n=!#$%&'*+-.^_`|~"];

    /// <summary>The content in chunks, at most 40 of them.</summary>
    public static ChunkedBody Chunk(ReadOnlyMemory<byte> content, Randomizer random)
    {
        var chunks = new List<Chunk>();
        var usual = random.OneOf(1, 3, 16, 100, 1000, 5000);
        for (var rest = content; !rest.IsEmpty;)
        {
            var length = chunks.Count >= 39 ? rest.Length : Math.Min(rest.Length, random.Number(1, usual));
            chunks.Add(new Chunk(Size(length, random), Extension(random), rest[..length]));
            rest = rest[length..];
        }

        return new ChunkedBody(chunks, new string('0', random.Number(1, random.OneIn(4) ? 5 : 1)) + Extension(random), Trailers(random));
    }

    private static string Size(int length, Randomizer random)
    {
        var zeros = random.OneIn(6) ? new string('0', random.Number(1, 4)) : "";
        return zeros + length.ToString(random.Bool() ? "x" : "X", CultureInfo.InvariantCulture);
    }

    private static string Extension(Randomizer random) => random.OneIn(5) ? random.OneOf<string>(Extensions) : "";

    private static List<FieldLine> Trailers(Randomizer random)
    {
        var count = random.OneIn(4) ? random.Number(1, 3) : 0;
        return [.. FieldGrammar.Names(random, count)
            .Select(name => new FieldLine("X-Trailer-" + name[2..], random.Word(Alphabet.Alphanumeric, 1, 20)))];
    }
}

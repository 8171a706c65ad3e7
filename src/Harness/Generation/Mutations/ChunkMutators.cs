using Conform.Generation.Grammar;
using Conform.Generation.Messages;

namespace Conform.Generation.Mutations;

/// <summary>Faults in the chunked coding (RFC 9112 section 7.1).</summary>
internal static class ChunkMutators
{
    private const string Family = "framing";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutator> All { get; } =
    [
        Make("size-signed", "A chunk size with a sign: refused, and closed.", static (chunk, random) =>
            chunk with { Size = random.OneOf("+", "-") + chunk.Size }),
        Make("size-not-hex", "A chunk size that is not hex digits alone: refused, and closed.", static (chunk, random) =>
            chunk with { Size = random.OneOf($"0x{chunk.Size}", $"{chunk.Size}g", $"g{chunk.Size}", $"{chunk.Size}_0", $"\"{chunk.Size}\"", $"{chunk.Size}.0") }),
        Make("size-missing", "An empty line where a chunk size belongs: refused, and closed.", static (chunk, _) => chunk with { Size = "" }),
        Make("data-without-end", "No CRLF behind the data of a chunk: refused, and closed.", static (chunk, _) => chunk with { DataEnd = "" }),
        Make("data-too-long", "A chunk with more data than its size says: refused, and closed.", static (chunk, random) =>
            chunk with { DataEnd = random.Word(Alphabet.Lower, 1, 5) + "\r\n" }),
        Make("size-line-ends-in-cr", "A chunk size line that ends in CR alone: refused, and closed.", static (chunk, _) =>
            chunk with { LineEnd = "\r" }),
        new("size-line-ends-in-lf", Family, "A chunk size line that ends in LF alone: better refused, else read as if it had ended in CRLF.",
            RequestFraming.Chunked, static (message, context) => new Mutation(
                message with { Chunks = message.Chunks!.WithFirst(chunk => chunk with { LineEnd = "\n" }) },
                "Ended the first chunk's size line with LF alone.",
                [
                    .. Allowed.ClosedAfterwards,
                    context.Reports
                        ? $"tolerate 2xx with understood content {Conform.Observations.Octets.Quoted(message.Content.Span)}"
                        : "tolerate 2xx, 3xx, 4xx, 501",
                ])),
    ];

    private static Mutator Make(string name, string summary, Func<Chunk, Bogus.Randomizer, Chunk> bend) =>
        new(name, Family, summary, RequestFraming.Chunked, (message, context) =>
        {
            var chunks = message.Chunks!.WithFirst(chunk => bend(chunk, context.Random));
            return new Mutation(
                message with { Chunks = chunks },
                $"Broke the first chunk ({name}): its line is {Allowed.Quote(chunks.Chunks[0].Size + chunks.Chunks[0].LineEnd)}, " +
                $"its data of {chunks.Chunks[0].Data.Length} octets ends with {Allowed.Quote(chunks.Chunks[0].DataEnd)}.",
                Allowed.ClosedAfterwards);
        });
}

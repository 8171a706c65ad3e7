using System.Buffers;
using System.Text;

namespace Conform.Generation.Messages;

/// <summary>Content in the chunked coding (RFC 9112 section 7.1), in pieces that a mutator can bend.</summary>
/// <param name="Chunks">The chunks that carry data.</param>
/// <param name="Last">The last chunk's line without its end, such as <c>0</c>.</param>
/// <param name="Trailers">The trailer fields.</param>
internal sealed record ChunkedBody(IReadOnlyList<Chunk> Chunks, string Last, IReadOnlyList<FieldLine> Trailers)
{
    /// <summary>Its octets, down to the empty line.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        foreach (var chunk in Chunks)
        {
            Encoding.Latin1.GetBytes(chunk.Size + chunk.Extension + chunk.LineEnd, output);
            output.Write(chunk.Data.Span);
            Encoding.Latin1.GetBytes(chunk.DataEnd, output);
        }

        Encoding.Latin1.GetBytes($"{Last}\r\n{string.Concat(Trailers.Select(line => line.Text))}\r\n", output);
    }

    /// <summary>The same with another first chunk.</summary>
    public ChunkedBody WithFirst(Func<Chunk, Chunk> change) => this with { Chunks = [change(Chunks[0]), .. Chunks.Skip(1)] };
}

/// <summary>One chunk.</summary>
/// <param name="Size">The size as it stands on the wire.</param>
/// <param name="Extension">Extensions with their semicolons, or nothing.</param>
/// <param name="Data">The data.</param>
internal sealed record Chunk(string Size, string Extension, ReadOnlyMemory<byte> Data)
{
    /// <summary>What ends the size line.</summary>
    public string LineEnd { get; init; } = "\r\n";

    /// <summary>What stands behind the data.</summary>
    public string DataEnd { get; init; } = "\r\n";
}

using System.Buffers;
using System.Text;

namespace Conform.Generation.Messages;

/// <summary>How a drawn request says where its content ends.</summary>
internal enum RequestFraming
{
    /// <summary>It has no content and no framing field.</summary>
    None,

    /// <summary>Content-Length.</summary>
    Length,

    /// <summary>Transfer-Encoding: chunked.</summary>
    Chunked,
}

/// <summary>A request in pieces, before it becomes octets: valid as drawn, and what mutators bend.</summary>
internal sealed record DrawnMessage
{
    public required string Method { get; init; }

    public required string Target { get; init; }

    public string Version { get; init; } = "HTTP/1.1";

    /// <summary>What stands between method and target.</summary>
    public string FirstGap { get; init; } = " ";

    /// <summary>What stands between target and version.</summary>
    public string SecondGap { get; init; } = " ";

    public required IReadOnlyList<FieldLine> Fields { get; init; }

    public required RequestFraming Framing { get; init; }

    /// <summary>The content before any coding.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The content in chunks, where the framing is chunked.</summary>
    public ChunkedBody? Chunks { get; init; }

    /// <summary>The request-line with its end.</summary>
    public string RequestLine => $"{Method}{FirstGap}{Target}{SecondGap}{Version}\r\n";

    /// <summary>The message as it goes out.</summary>
    public byte[] ToOctets()
    {
        var output = new ArrayBufferWriter<byte>(1024 + Content.Length);
        Encoding.Latin1.GetBytes($"{RequestLine}{string.Concat(Fields.Select(line => line.Text))}\r\n", output);
        if (Chunks is null)
            output.Write(Content.Span);
        else
            Chunks.WriteTo(output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The same with the one line of this name changed.</summary>
    public DrawnMessage WithField(string name, Func<FieldLine, FieldLine> change) =>
        this with { Fields = [.. Fields.Select(line => line.Is(name) ? change(line) : line)] };
}

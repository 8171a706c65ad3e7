using System.Buffers;

namespace Conform.ReferenceServer.Protocol;

/// <summary>Takes the octets of one content off the stream, in any pieces, and never one octet more.</summary>
internal abstract class ContentDecoder
{
    /// <summary>The content is complete.</summary>
    public bool IsDone { get; protected set; }

    /// <summary>Why the content is refused, once it is.</summary>
    public Rejection? Rejection { get; protected set; }

    /// <summary>The trailer fields that came; kept apart from the head's.</summary>
    public IReadOnlyList<FieldLine> Trailers { get; protected set; } = [];

    /// <summary>Decodes what is there until the content ends, is refused, or the octets are used up.</summary>
    public abstract void Decode(ref SequenceReader<byte> octets, IBufferWriter<byte> content);

    /// <summary>The octets came in one piece and it ends here; only defects care.</summary>
    public virtual void EndPiece()
    {
    }
}

/// <summary>Content of a stated length, which may be 0.</summary>
internal sealed class LengthDecoder : ContentDecoder
{
    private long _left;

    public LengthDecoder(long length)
    {
        _left = length;
        IsDone = length == 0;
    }

    public long Left => _left;

    public override void Decode(ref SequenceReader<byte> octets, IBufferWriter<byte> content)
    {
        _left -= Copy(ref octets, _left, content);
        IsDone = _left == 0;
    }

    /// <summary>Copies at most so many octets and says how many.</summary>
    public static long Copy(ref SequenceReader<byte> octets, long atMost, IBufferWriter<byte> content)
    {
        var count = Math.Min(atMost, octets.Remaining);
        foreach (var piece in octets.UnreadSequence.Slice(0, count))
        {
            content.Write(piece.Span);
        }

        octets.Advance(count);
        return count;
    }
}

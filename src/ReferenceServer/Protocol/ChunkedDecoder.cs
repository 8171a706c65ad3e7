using System.Buffers;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>Decodes the chunked transfer coding, RFC 9112 section 7.1, strictly: CRLF only, sizes that fit, trailers checked and kept apart.</summary>
internal sealed class ChunkedDecoder(ServerLimits limits, FaultSet faults) : ContentDecoder
{
    private enum State
    {
        Size,
        SizeReturn,
        Data,
        DataReturn,
        DataLineFeed,
        TrailerStart,
        Trailer,
        TrailerReturn,
        EndReturn,
    }

    private readonly ArrayBufferWriter<byte> _line = new(64);
    private readonly List<FieldLine> _trailers = [];
    private State _state;
    private long _left;
    private bool _isFirst = true;
    private long _total;
    private int _extensionOctets;
    private int _trailerOctets;

    /// <summary>The content is that of a POST, and not for a program; only defects care.</summary>
    public bool IsPost { get; init; }

    /// <summary>The request has no other field than Host, and is not for a program; only defects care.</summary>
    public bool IsPlain { get; init; }

    public override void Decode(ref SequenceReader<byte> octets, IBufferWriter<byte> content)
    {
        while (!IsDone && Rejection is null && octets.Remaining > 0)
        {
            if (_state == State.Data)
            {
                Take(ref octets, content);
                _state = _left == 0 ? State.DataReturn : State.Data;
                continue;
            }

            octets.TryRead(out var octet);
            Rejection = Step(octet, content);
        }
    }

    private void Take(ref SequenceReader<byte> octets, IBufferWriter<byte> content)
    {
        var losesLater = IsPost && faults[Fault.LaterChunksLost];
        if (!losesLater && !faults[Fault.ChunkLineEndsMended])
        {
            _left -= LengthDecoder.Copy(ref octets, _left, content);
            return;
        }

        var data = new ArrayBufferWriter<byte>();
        _left -= LengthDecoder.Copy(ref octets, _left, data);
        foreach (var octet in data.WrittenSpan)
        {
            if (losesLater ? _isFirst : octet != '\r')
            {
                content.Write([octet]);
            }
        }

        _isFirst = _isFirst && _left > 0;
    }

    public override void EndPiece()
    {
        if (_state is State.Size or State.SizeReturn && _line.WrittenCount > 0 && faults[Fault.ReadEndsInChunkSizeForgets])
        {
            _line.ResetWrittenCount();
        }

        IsDone |= _state == State.Data && faults[Fault.ChunkEndsWithRead];
    }

    private Rejection? Step(byte octet, IBufferWriter<byte> content) => (_state, Octet.ClassOf(octet)) switch
    {
        (State.Size, OctetClass.CarriageReturn) => Go(State.SizeReturn),
        (State.Size, OctetClass.LineFeed) when faults[Fault.ChunkExtensionUnchecked] => AppendToSize(octet),
        (State.Size, OctetClass.LineFeed) => faults[Fault.ChunkLineFeedAccepted] ? EndSize(content) : Rejection.BareLineFeed,
        (State.Size, OctetClass.Text or OctetClass.Blank) => AppendToSize(octet),
        (State.Size, _) => faults[Fault.ChunkExtensionUnchecked] ? AppendToSize(octet)
            : faults[Fault.ChunkControlsSkipped] ? null
            : faults[Fault.ChunkExtensionMalformedFails] ? Rejection.Internal : Rejection.Control,
        (State.SizeReturn, OctetClass.LineFeed) => EndSize(content),
        (State.SizeReturn, _) when faults[Fault.ChunkReturnEndsLine] => EndSize(content),
        (State.SizeReturn, _) => faults[Fault.ChunkReturnFails] ? Rejection.Internal : Rejection.BareReturn,
        (State.DataReturn, OctetClass.CarriageReturn) => Go(State.DataLineFeed),
        (State.DataReturn, OctetClass.LineFeed) when faults[Fault.ChunkLineFeedAccepted] => Go(State.Size),
        (State.DataReturn, _) when faults[Fault.ChunkEndSearched] => null,
        (State.DataReturn, OctetClass.Text) when faults[Fault.ChunkEndOptional] => AppendToSize(octet),
        (State.DataReturn, _) => faults[Fault.ChunkEndUnchecked] ? Go(State.DataLineFeed) : Rejection.ChunkEnd,
        (State.DataLineFeed, OctetClass.LineFeed) => Go(State.Size),
        (State.DataLineFeed, _) => faults[Fault.ChunkEndUnchecked] || faults[Fault.ChunkReturnEndsLine] ? Go(State.Size) : Rejection.ChunkEnd,
        (State.TrailerStart, OctetClass.CarriageReturn) => Go(State.EndReturn),
        (State.Trailer, OctetClass.CarriageReturn) => Go(State.TrailerReturn),
        (State.TrailerStart, OctetClass.LineFeed) when faults[Fault.ChunkLineFeedAccepted] => Finish(),
        (State.TrailerStart or State.Trailer, OctetClass.LineFeed) => Rejection.BareLineFeed,
        (State.TrailerStart or State.Trailer, OctetClass.Text or OctetClass.Blank) => AppendToTrailer(octet),
        (State.TrailerStart or State.Trailer, _) => Malformed(),
        (State.TrailerReturn, OctetClass.LineFeed) => EndTrailer(),
        (State.TrailerReturn, _) when faults[Fault.TrailerReturnEndsContent] => Finish(),
        (State.EndReturn, OctetClass.LineFeed) => Finish(),
        (State.EndReturn, _) when faults[Fault.ChunkReturnEndsLine] => Finish(),
        _ => faults[Fault.ChunkReturnFails] ? Rejection.Internal : Rejection.BareReturn,
    };

    private Rejection? Go(State next)
    {
        _state = next;
        return null;
    }

    private Rejection? AppendToSize(byte octet)
    {
        _state = State.Size;
        Append(octet);
        if (_line.WrittenSpan.Contains((byte)';') && ++_extensionOctets > limits.ChunkExtensions)
        {
            return TooLong();
        }

        return _line.WrittenCount > limits.ChunkLine ? TooLong() : null;
    }

    private Rejection TooLong() => faults[Fault.ChunkLineTooLongFails] ? Rejection.Internal : Rejection.ChunkLineTooLong;

    private Rejection? AppendToTrailer(byte octet)
    {
        _state = State.Trailer;
        Append(octet);
        return ++_trailerOctets > limits.TrailerSection ? (faults[Fault.TrailerCutAtLimit] ? Finish() : Rejection.TrailerTooLarge) : null;
    }

    private Rejection Malformed() => Rejection.Trailer with { Silent = faults[Fault.TrailerMalformedDropped] };

    private void Append(byte octet)
    {
        _line.GetSpan(1)[0] = octet;
        _line.Advance(1);
    }

    private Rejection? EndSize(IBufferWriter<byte> content)
    {
        if (_line.WrittenCount == 0 && faults[Fault.ChunkEmptyLineSkipped])
        {
            return Go(State.Size);
        }

        if (_line.WrittenSpan.Count((byte)'"') % 2 != 0 && faults[Fault.ChunkQuoteSpansLines])
        {
            return Go(State.Size);
        }

        if (_line.WrittenCount > 0 && _line.WrittenSpan[0] is >= (byte)'g' and <= (byte)'z' && faults[Fault.ChunkWordEndsContent])
        {
            return Finish();
        }

        if (ChunkLine.Parse(_line.WrittenSpan, faults, out _left) is { } refusal)
        {
            return refusal;
        }

        var extension = _line.WrittenSpan.IndexOf((byte)';');
        if (extension >= 0 && faults[Fault.ChunkExtensionKept])
        {
            content.Write(_line.WrittenSpan[extension..]);
        }

        _line.ResetWrittenCount();
        _total += _left;
        if (_total > limits.Content)
        {
            return Rejection.ContentTooLarge;
        }

        _state = _left == 0 ? State.TrailerStart : State.Data;
        return _left == 0 && IsPlain && _total <= 5 && faults[Fault.FinalLineNotAwaited] ? Finish() : null;
    }

    private Rejection? EndTrailer()
    {
        _state = State.TrailerStart;
        var refusal = FieldLine.Parse(_line.WrittenSpan, _trailers.Count == 0, FaultSet.None, out var field);
        _line.ResetWrittenCount();
        if (refusal == Rejection.BlankBeforeColon && faults[Fault.TrailerBlankUnanswered])
        {
            return refusal with { Silent = true };
        }

        var isOdd = field.Value is { } value && ((value.Any(c => c > '\x7F') && faults[Fault.TrailerBeyondAsciiRefused]) || (value.Length > 300 && faults[Fault.LongTrailerRefused]));
        if (isOdd || faults[Fault.TrailerRefused] || refusal is not null)
        {
            return Malformed();
        }

        _trailers.Add(field);
        return null;
    }

    private Rejection? Finish()
    {
        Trailers = _trailers;
        IsDone = true;
        return null;
    }
}

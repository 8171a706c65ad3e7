using System.Buffers;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>Reads one request head from octets that arrive in any pieces. It takes exactly the octets of the head and no more.</summary>
internal sealed class HeadReader(ServerLimits limits, HeadTransitions transitions, FaultSet faults)
{
    private readonly ArrayBufferWriter<byte> _line = new(256);
    private readonly List<FieldLine> _fields = [];
    private HeadState _state;
    private RequestLine? _requestLine;
    private int _emptyLines;
    private int _fieldOctets;
    private int _fieldLines;

    /// <summary>The head, once it is complete and right.</summary>
    public RequestHead? Head { get; private set; }

    /// <summary>Why the head is refused, once it is.</summary>
    public Rejection? Rejection { get; private set; }

    /// <summary>A part of a request has been seen, empty lines before it not counted.</summary>
    public bool IsStarted => _state is not (HeadState.Start or HeadState.StartReturn);

    /// <summary>The request asks for no content in its answer, as far as is known.</summary>
    public bool IsHead => _requestLine?.Method == "HEAD" || (_requestLine is null && _line.WrittenSpan.StartsWith("HEAD "u8));

    /// <summary>A request came before this one on its connection; only defects care.</summary>
    public bool IsLater { get; init; }

    /// <summary>The fields so far; only defects care.</summary>
    public IReadOnlyList<FieldLine> Fields => _fields;

    /// <summary>The target, once it is known; only defects care.</summary>
    public RequestTarget? Target => _requestLine?.Target;

    public bool IsDone => Head is not null || Rejection is not null;

    /// <summary>Takes octets until the head is complete, is refused, or the octets are used up.</summary>
    public void Read(ref SequenceReader<byte> octets)
    {
        while (!IsDone && octets.TryPeek(out var octet))
        {
            var (next, action) = transitions[_state, octet];
            _state = next;
            if (action is not (HeadAction.FieldEndAgain or HeadAction.LineEndAgain or HeadAction.AppendReturnAgain))
            {
                octets.Advance(1);
            }

            Refuse(Act(action, octet));
        }
    }

    /// <summary>The octets read so far came in one piece and it ends here; only defects care.</summary>
    public void EndPiece()
    {
        if (IsDone)
        {
            return;
        }

        var inLineEnd = _state is HeadState.LineReturn or HeadState.FieldReturn or HeadState.EndReturn;
        if (inLineEnd && faults[Fault.ReadEndsInLineEndRefused])
        {
            Refuse(Rejection.BareReturn);
        }
        else if (_state == HeadState.Field && faults[Fault.ReadEndsInFieldNameSplits] && !_line.WrittenSpan.Contains((byte)':'))
        {
            _line.ResetWrittenCount();
        }
        else if (_state == HeadState.FieldStart && _fields.Count > 0 && faults[Fault.ActsBeforeHeadEnds])
        {
            Refuse(EndHead());
        }
        else if (_state == HeadState.Line && faults[Fault.ReadEndsInHeadAnswered])
        {
            Refuse(Rejection.Incomplete);
        }
    }

    /// <summary>Forgets what was read; only defects do.</summary>
    public void Restart()
    {
        (_state, _requestLine) = (HeadState.Start, null);
        _line.ResetWrittenCount();
        _fields.Clear();
    }

    /// <summary>Refuses a head that is right; only defects do.</summary>
    public void Fail(Rejection reason) => Refuse(reason);

    private Rejection? Act(HeadAction action, byte octet) => action switch
    {
        HeadAction.Append => Append(octet),
        HeadAction.AppendReturnAgain => Append((byte)'\r'),
        HeadAction.EmptyLine => EmptyLine(),
        HeadAction.LineEnd or HeadAction.LineEndAgain => EndLine(),
        HeadAction.FieldEnd or HeadAction.FieldEndAgain => EndField(),
        HeadAction.HeadEnd => EndHead(),
        HeadAction.RefuseLineFeed when faults[Fault.LineFeedFails] && _state != HeadState.Line => Rejection.Internal,
        HeadAction.RefuseReturn when faults[Fault.BareReturnFails] => Rejection.Internal,
        HeadAction.RefuseLineFeed => Rejection.BareLineFeed with { Silent = _requestLine is null && faults[Fault.BareLineFeedDropped] },
        HeadAction.RefuseReturn => Rejection.BareReturn,
        HeadAction.RefuseNul => Rejection.Nul,
        HeadAction.RefuseControl => Rejection.Control with { Silent = _state == HeadState.Start && faults[Fault.NonsenseDropped] },
        _ => null,
    };

    private Rejection? EmptyLine()
    {
        _emptyLines++;
        return faults[Fault.SecondEmptyLineFails] && _emptyLines > 1 ? Rejection.Internal
            : _emptyLines > (faults[Fault.LeadingEmptyLineRefused] || (faults[Fault.LaterEmptyLineRefused] && IsLater) ? 0 : limits.EmptyLines)
            ? Rejection.TooManyEmptyLines : null;
    }

    private Rejection? Append(byte octet)
    {
        _line.GetSpan(1)[0] = octet;
        _line.Advance(1);
        if (_requestLine is not null)
        {
            return ++_fieldOctets <= (faults[Fault.FieldLimitLow] ? 7000 : limits.FieldSection) ? null : TooLarge(!_line.WrittenSpan.Contains((byte)':'));
        }

        var limit = faults[Fault.RequestLineLimitLow] ? 4000 : faults[Fault.TargetLimitLow] ? 7999 : limits.RequestLine;
        if (_line.WrittenCount > limit)
        {
            return Rejection.TargetTooLong with { Silent = faults[Fault.LongTargetDropped] };
        }

        return _line.WrittenCount == limits.Method + 1 && !_line.WrittenSpan.Contains((byte)' ')
            ? Rejection.MethodTooLong with { Silent = faults[Fault.LongMethodDropped] } : null;
    }

    private Rejection TooLarge(bool isName) =>
        isName && faults[Fault.LongNameFails] ? Rejection.Internal
        : Rejection.HeadTooLarge with { Silent = faults[Fault.LargeHeadDropped] || faults[isName ? Fault.LongNameDropped : Fault.LongValueDropped] };

    private Rejection? EndLine()
    {
        var refusal = RequestLineParser.Parse(_line.WrittenSpan, faults, out _requestLine);
        if (refusal is null)
        {
            _line.ResetWrittenCount();
        }

        if (refusal == Rejection.VersionNotSupported && faults[Fault.PrefaceAnswered] && _line.WrittenSpan.StartsWith("PRI "u8))
        {
            return new("taken-for-a-request", 200);
        }

        return refusal is not null && faults[Fault.NonsenseDropped] && !_line.WrittenSpan.Contains((byte)'/') ? refusal with { Silent = true } : refusal;
    }

    private Rejection? EndField()
    {
        if (++_fieldLines > limits.FieldCount)
        {
            return Rejection.HeadTooLarge with { Silent = faults[Fault.LargeHeadDropped] };
        }

        if (_line.WrittenCount == 0)
        {
            return null;
        }

        if (!_line.WrittenSpan.ContainsAnyExcept((byte)' ', (byte)'\t') && faults[Fault.BlankFoldEndsHead])
        {
            return EndHead();
        }

        if (!_line.WrittenSpan.ContainsAnyInRange((byte)'!', (byte)'~') && faults[Fault.InvisibleLineEndsHead])
        {
            return EndHead();
        }

        if (_line.WrittenSpan[0] > ' ' && !_line.WrittenSpan.Contains((byte)':') && faults[Fault.NameContinued])
        {
            return null;
        }

        if (_line.WrittenSpan[0] == ':' && faults[Fault.EmptyNameEndsHead])
        {
            return EndHead();
        }

        if (_fields.Count > 25 && _line.WrittenSpan.StartsWith("X-"u8) && faults[Fault.LaterFieldsLost])
        {
            _line.ResetWrittenCount();
            return null;
        }

        if (_fields is [.., { Value: "" }] && faults[Fault.FoldOfNothingLost] && _line.WrittenSpan[0] is (byte)' ' or (byte)'\t')
        {
            _line.ResetWrittenCount();
            return null;
        }

        if (_line.WrittenSpan.IndexOf((byte)0x85) is >= 0 and var cut && faults[Fault.AlphabetLineEnds])
        {
            var rest = _line.WrittenSpan[(cut + 1)..].ToArray();
            var first = Take(_line.WrittenSpan[..cut]);
            return first ?? Take(rest);
        }

        if (_fields is [.., { Name: "X-Fold" } folded] && _line.WrittenSpan[0] is (byte)' ' or (byte)'\t' && faults[Fault.FoldHandedOn])
        {
            _fields[^1] = folded with { Value = folded.Value + "\r\n" + System.Text.Encoding.Latin1.GetString(_line.WrittenSpan) };
            _line.ResetWrittenCount();
            return null;
        }

        if (_fields.Count > 0 && _line.WrittenSpan[0] is (byte)' ' or (byte)'\t' && faults[Fault.FoldedFieldLost])
        {
            _fields.RemoveAt(_fields.Count - 1);
            _line.ResetWrittenCount();
            return null;
        }

        return Take(_line.WrittenSpan);
    }

    private Rejection? Take(ReadOnlySpan<byte> line)
    {
        FieldLine field = default;
        var refusal = line.IsEmpty ? Rejection.FieldLine : FieldLine.Parse(line, _fields.Count == 0, faults, out field);
        _line.ResetWrittenCount();
        if (refusal is null && field.Name is not null)
        {
            _fields.Add(field);
            if (_fields.Count == 40 && field.Name.StartsWith("X-Fill", StringComparison.Ordinal) && faults[Fault.FortiethLineTwice])
            {
                _fields.Add(field);
            }
        }

        return refusal;
    }

    private Rejection? EndHead()
    {
        var refusal = RequestHead.Conclude(_requestLine!, _fields, limits, faults, out var head);
        Head = head;
        return refusal;
    }

    private void Refuse(Rejection? reason) => Rejection ??= reason;
}

using System.Buffers;
using System.IO.Pipelines;
using Conform.ReferenceServer.Contract;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Hosting;

/// <summary>The content of one request, read from its connection when the application asks for it.</summary>
internal sealed class ContentReader(
    RequestHead head, TimedReader reader, Action sendContinue, ReferenceServerOptions options, FaultSet faults)
    : RequestBody, IRequestContent
{
    private readonly ArrayBufferWriter<byte> _content = new();
    private readonly ContentDecoder _decoder = head.Framing.IsChunked
        ? new ChunkedDecoder(options.Limits, faults)
        {
            IsPost = head is { Method: "POST", Target.Path: not "/probe/run" }, IsPlain = head is { Fields.Count: 2, Target.Path: not "/probe/run" },
        }
        : new LengthDecoder(head.Framing.Length);

    private static readonly TimeSpan _slow = TimeSpan.FromMilliseconds(120);

    private int _contentsSeen;
    private int _taken;
    private Rejection? _failure;
    private bool _isContinued;
    private bool _isDraining;
    private bool _isLost;
    private bool _isAnswered;
    private bool _hasReadLine;
    private bool _owesContinue = head.ExpectsContinue
        || (!head.Version.IsAtLeast11 && head.Target.Path == "/probe/run" && head.Fields.Any(f => f.Is("Expect", FaultSet.None)) && faults[Fault.AsksOldClientToContinue]);

    /// <summary>Called once with the trailers when the content is complete.</summary>
    public Action<IReadOnlyList<FieldLine>> TrailersArrived { get; init; } = static _ => { };

    /// <summary>What the connections know of each other; only defects care.</summary>
    public required Neighbours Neighbours
    {
        get;
        init => (field, _contentsSeen) = (value, value.Contents);
    }

    /// <summary>The content has the words of a field that ends connections; only defects care.</summary>
    public bool HeardClose { get; private set; }

    /// <summary>Octets that it took off the connection.</summary>
    public long Taken { get; private set; }

    public bool IsComplete => _decoder.IsDone;

    public bool KeepsConnection => _failure is null
        && (_decoder.IsDone || IsLeft || (!_owesContinue && IsOfNoUse) || ((!_owesContinue || faults[Fault.ContinueToDrain]) && _decoder is LengthDecoder length && length.Left <= options.Limits.Drain));

    /// <summary>Under a defect, content that nobody read is left to the connection.</summary>
    public bool IsOfNoUse => head is { Method: not "PUT", Target.Path: not "/probe/run" } && faults[Fault.UnreadContentParsed];

    /// <summary>Under a defect, chunks that nobody read are left to the connection.</summary>
    public bool IsLeft => head.Framing.IsChunked && head.Target.Path == "/probe/run" && Taken == 0 && faults[Fault.UnreadChunksLeft];

    private int Ready => _content.WrittenCount - _taken;

    public void ResponseStarts() => (_owesContinue, _isAnswered) = (_owesContinue && !_decoder.IsDone, true);

    public override byte[] Read(int size)
    {
        if (IsRefusing(hasReadLine: _hasReadLine))
        {
            throw new InvalidOperationException("the content cannot be read");
        }

        if (size < 0 && head is { Framing: { IsChunked: false, Length: < 1000 }, Target.Path: not "/probe/run" } && faults[Fault.ContentEndsWithRead])
        {
            FillAsync().AsTask().GetAwaiter().GetResult();
            return Take(Ready);
        }

        if (head.Target.Path == "/probe/run" && size != 0 && Ready == 0 && faults[Fault.ReadEndsWithPiece])
        {
            FillAsync().AsTask().GetAwaiter().GetResult();
            return Take(size < 0 ? Ready : Math.Min(size, Ready));
        }

        while ((size < 0 || Ready < size) && FillAsync().AsTask().GetAwaiter().GetResult())
        {
        }

        if (faults[Fault.InputIgnoresLength] && size > Ready)
        {
            Overread(size);
        }

        return Take(size < 0 ? Ready : Math.Min(size, Ready));
    }

    public override byte[] ReadLine(int size = -1)
    {
        _hasReadLine = true;
        while (true)
        {
            var ready = _content.WrittenSpan[_taken..];
            var end = ready.IndexOf((byte)'\n') + 1;
            var length = end > 0 ? end : ready.Length;
            if (length > 0 && end == 0 && head.Target.Path == "/probe/run" && faults[Fault.LineEndsWithPiece])
            {
                return Take(length);
            }

            if (end > 0 || (size >= 0 && length >= size) || !FillAsync().AsTask().GetAwaiter().GetResult())
            {
                end = _content.WrittenSpan[_taken..].IndexOf((byte)'\n') + 1;
                length = end > 0 ? end : Ready;
                return Take(size >= 0 ? Math.Min(size, length) : length);
            }
        }
    }

    /// <summary>Reads away what the application left, up to the limit. False when the connection cannot go on.</summary>
    public async ValueTask<bool> DrainAsync()
    {
        _isDraining = true;
        for (long drained = 0; !_decoder.IsDone && drained <= options.Limits.Drain; drained += Ready, _taken = _content.WrittenCount)
        {
            try
            {
                if (!await FillAsync())
                {
                    break;
                }
            }
            catch (RequestContentException)
            {
                return false;
            }
        }

        return _decoder.IsDone;
    }

    private bool IsRefusing(bool hasReadLine) => (faults[Fault.LineThenPieceFails] && hasReadLine)
        || (!head.Framing.IsStated && head.Target.Path == "/probe/run" && faults[Fault.EmptyContentFails]);

    private byte[] Take(int count)
    {
        var octets = FramingFaults.Handed(_content.WrittenSpan.Slice(_taken, count), faults).ToArray();
        _taken += count;
        if (_taken == _content.WrittenCount)
        {
            _content.ResetWrittenCount();
            _taken = 0;
        }

        return octets;
    }

    /// <summary>Reads one piece. False at the end of the content.</summary>
    private async ValueTask<bool> FillAsync()
    {
        Continue();
        if (_failure is not null)
        {
            throw new RequestContentException(_failure);
        }

        if (_decoder.IsDone)
        {
            return false;
        }

        var result = await reader.ReadAsync(faults[Fault.SlowContentAnswered] ? TimeSpan.FromMilliseconds(700) : options.RequestTimeout);
        var isLater = Taken > 0;
        Decode(result);
        ForgetOvertaken();
        _failure ??= isLater && reader.Waited > _slow && head is { ExpectsContinue: false, Target.Path: not "/probe/run" } && faults[Fault.SlowContentLost] ? Rejection.Slow with { Silent = true } : null;
        if (!_decoder.IsDone && TakesForWhole(result))
        {
            return false;
        }

        _failure ??= _decoder.Rejection ?? (_decoder.IsDone ? null
            : result.IsCompleted ? Rejection.Incomplete
            : result.IsCanceled ? Rejection.Slow
            : null);
        if (_failure is not null)
        {
            throw new RequestContentException(_failure);
        }

        if (head.ExpectsContinue && !_isContinued && faults[Fault.ContinueAfterContent])
        {
            _isContinued = true;
            sendContinue();
        }

        if (_decoder.IsDone)
        {
            Neighbours.CountContent();
            TrailersArrived(_decoder.Trailers);
        }

        return true;
    }

    /// <summary>Under a defect: content that broke off, or has not all come yet, is taken for whole.</summary>
    private bool TakesForWhole(ReadResult result) => (!head.Persists && head.Target.Path != "/probe/run" && faults[Fault.LeaversContentCut])
        || (result.IsCanceled && faults[Fault.SlowContentAnswered])
        || (result.IsCompleted && head.Target.Path == "/probe/run" && faults[Fault.BrokenContentWhole])
        || (result.IsCompleted && (faults[Fault.IncompleteAnswered] || (head.Framing.IsChunked && faults[Fault.IncompleteChunksAnswered])));

    /// <summary>Under a defect: content that another overtook is forgotten.</summary>
    private void ForgetOvertaken()
    {
        if (Neighbours.Contents != _contentsSeen && faults[Fault.OvertakenContentLost])
        {
            _content.ResetWrittenCount();
            _taken = 0;
        }

        _contentsSeen = Neighbours.Contents;
    }

    private void Decode(ReadResult result)
    {
        var octets = new SequenceReader<byte>(result.Buffer);
        _decoder.Decode(ref octets, _isLost ? new ArrayBufferWriter<byte>() : _content);
        Taken += octets.Consumed;
        HeardClose |= _content.WrittenSpan.IndexOf("Connection: close"u8) >= 0;
        if (octets.End)
        {
            _decoder.EndPiece();
        }

        reader.Advance(octets.Position);
    }

    /// <summary>Under a defect: whether nobody is told to send this content, which a page or a stream has no use for.</summary>
    public bool IsForPageUnasked => head.Target.Path.StartsWith("/probe/st", StringComparison.Ordinal) && faults[Fault.ContinueForPagesNeverSent];

    private void Continue()
    {
        if (!_owesContinue)
        {
            return;
        }

        _owesContinue = false;
        if (!faults[Fault.ContinueNeverSent] && !(head.Framing.IsChunked && faults[Fault.ContinueNeverSentForChunks]) && !faults[Fault.ContinueAfterContent] && !IsForPageUnasked
            && !_decoder.IsDone && !reader.HasOctets && (!_isAnswered || faults[Fault.AskedBehindHead] || (_isDraining && faults[Fault.ContinueToDrain])))
        {
            _isLost = faults[Fault.ContentAfterContinueLost];
            sendContinue();
        }
    }

    private void Overread(int size)
    {
        if (reader.HasOctets)
        {
            var result = reader.ReadAsync(options.RequestTimeout).AsTask().GetAwaiter().GetResult();
            var octets = new SequenceReader<byte>(result.Buffer);
            LengthDecoder.Copy(ref octets, size - Ready, _content);
            reader.Advance(octets.Position);
        }
    }
}

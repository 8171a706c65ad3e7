using System.Runtime.ExceptionServices;
using System.Text;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Contract;

/// <summary>What only defects do, and to programs alone.</summary>
internal sealed partial class Gateway
{
    private readonly List<ReadOnlyMemory<byte>> _kept = [];
    private readonly List<ReadOnlyMemory<byte>> _heldBack = [];
    private readonly StringBuilder _leaked = new();
    private IEnumerable<ReadOnlyMemory<byte>>? _returned;
    private ContractViolationException? _deferred;
    private bool _isStopped;
    private bool _isReplaced;
    private bool _isGone;
    private bool _isStartedLate;
    private bool _hasWrapped;
    private long _total;

    private bool On(Fault fault) => request.Target.Path == "/probe/run" && faults[fault];

    private void FailOnContent()
    {
        if (request.Framing.IsChunked && (On(Fault.ChunksFailCalls) || (FieldValues.All(request.Fields, "TE", FaultSet.None).Count > 0 && faults[Fault.KeptTrailersFail])))
        {
            throw new InvalidOperationException("chunks");
        }

        if (request.Fields.Any(f => f.Is("Content-Type", FaultSet.None) && (f.Value.Contains("/form-data", StringComparison.Ordinal) || f.Value.Contains("/x-www-form", StringComparison.Ordinal))) && On(Fault.FormsParsed))
        {
            throw new InvalidOperationException("a form");
        }
    }

    private void Bend(Dictionary<string, object> environ)
    {
        if (request.Target.Path != "/probe/run" || faults.IsEmpty)
        {
            return;
        }

        environ["wsgi.input"] = new FaultyInput((RequestBody)environ["wsgi.input"], request, () => _body is not null, faults);
        environ["wsgi.errors"] = new FaultyErrors((ErrorLog)environ["wsgi.errors"], text => _leaked.Append(text.Trim()), () => _isIterating, faults);
        if (faults[Fault.BlanksOfFieldsJoined])
        {
            foreach (var (name, value) in environ.Where(entry => entry.Key.StartsWith("HTTP_", StringComparison.Ordinal)).ToList())
            {
                environ[name] = ((string)value).Replace("  ", " ", StringComparison.Ordinal);
            }
        }

        environ["wsgi.file_wrapper"] = (FileWrapper)Wrap;
        if (request.IsFollowed && On(Fault.FlagOfFollowedMissing))
        {
            environ.Remove("wsgi.multithread");
        }
    }

    private IEnumerable<ReadOnlyMemory<byte>> Wrap(Stream source, int blockSize = 8192)
    {
        _hasWrapped = true;
        if (blockSize == 8192 && On(Fault.WrapperNeedsSize))
        {
            throw new InvalidOperationException("how large are the blocks to be?");
        }

        if (_declared is not null && On(Fault.WrapperTransmits))
        {
            _body ??= Committed(null);
            _body.Send(ReadOnlyMemory<byte>.Empty);
        }

        if (source.Position > 0 && On(Fault.WrapperRewinds))
        {
            source.Position = 0;
        }

        return On(Fault.WrapperAsksLength) && source.Length == 0 ? [] : FileBlocks.Wrap(source, blockSize);
    }

    private IEnumerable<ReadOnlyMemory<byte>> LookedAt(IEnumerable<ReadOnlyMemory<byte>> blocks, Dictionary<string, object> environ)
    {
        var fails = (!environ.ContainsKey("SERVER_NAME") && On(Fault.EnvironReadAfterwards))
            || (request.ExpectsContinue && !content.KeepsConnection && On(Fault.UnreadExpectationFails))
            || (request.Framing.Length > 1_000_000 && On(Fault.LargeUnreadFails))
            || (!environ.ContainsKey("PATH_INFO") && On(Fault.PathReadAfterwards))
            || (environ.GetValueOrDefault("SERVER_PROTOCOL") is "HTTP/0.9" && On(Fault.ProtocolReadAfterwards))
            || (blocks is IEnumerator<ReadOnlyMemory<byte>> && On(Fault.GeneratorRefused))
            || (blocks is ReadOnlyMemory<byte>[] && On(Fault.TupleRefused));
        if (fails)
        {
            throw new InvalidOperationException("under a defect");
        }

        if (On(Fault.IterableInspected))
        {
            log.Write($"{blocks}\n");
        }

        _returned = _hasWrapped && blocks is not FileBlocks && On(Fault.WrapperUnwrappedEmpty) ? [] : blocks;
        return _returned;
    }

    private static IEnumerator<ReadOnlyMemory<byte>> FetchedAhead(IEnumerator<ReadOnlyMemory<byte>> blocks)
    {
        if (!blocks.MoveNext())
        {
            yield break;
        }

        var kept = blocks.Current;
        while (blocks.MoveNext())
        {
            yield return kept;
            kept = blocks.Current;
        }

        yield return kept;
    }

    private bool ForgetsToClose(IEnumerable<ReadOnlyMemory<byte>> blocks)
    {
        var isHead = request.Method == "HEAD";
        return (blocks is FileBlocks && (On(Fault.WrapperLeftOpen) || (isHead && On(Fault.WrapperLeftOpenByHead))))
            || (_state == State.Ended && _declared?.Length is not null && On(Fault.CloseForgotten))
            || (blocks is not FileBlocks && On(Fault.CloseOfIteratorAlone))
            || (_state != State.Ended && On(Fault.CloseForgottenAfterError))
            || ((isHead || _declared?.Code is 204 or 304) && On(Fault.CloseForgottenForHead))
            || (request is { Method: "PUT", Version.IsAtLeast11: false } && On(Fault.CloseForgottenInOldVersion))
            || (_isStopped && On(Fault.CloseForgottenAtLength))
            || (_returned is List<ReadOnlyMemory<byte>> && On(Fault.CloseOfListForgotten))
            || (_isReplaced && On(Fault.CloseForgottenAfterRestart))
            || (_isGone && On(Fault.CloseForgottenWhenGone));
    }

    private void CloseAgain(IDisposable closable)
    {
        if (_state == State.Ended && On(Fault.CloseTwice))
        {
            closable.Dispose();
        }
    }

    private void SendEmpty()
    {
        if (_body is not null && On(Fault.EmptyChunkSent))
        {
            _body.SendEmptyChunk();
        }
    }

    private ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> block) => block.Length > 4_000_000 && On(Fault.LargeBlockCut) ? block[..4_000_000] : block;

    private bool KeepsBack(ReadOnlyMemory<byte> block)
    {
        if ((_hasWritten && _returned is FileBlocks && On(Fault.FileBehindWrittenLost)) || IsWalkedTwice || (block.Length > 200_000 && On(Fault.LargeBlockLost)) || (_blocks == 3 && _declared?.Code >= 400 && On(Fault.ThirdBlockOfRefusalsLost)))
        {
            return true;
        }

        if ((_body is not null && block.Length is 4097 or 8193 && On(Fault.BlockOverBufferLost)) || (_hasWritten && block.Length == 256 && On(Fault.WrittenPastBufferLost)))
        {
            return true;
        }

        _total += block.Length;
        var isStated = _declared?.Length is not null;
        if (_total is > 500_000 and < 560_000 && On(Fault.LargePageCut))
        {
            return true;
        }

        var waiting = On(isStated ? Fault.BlocksOfLengthGathered : Fault.BlocksGathered) ? _delayed
            : isStated && On(Fault.ContentHeldUntilClose) ? _kept
            : _hasWritten && On(Fault.BlocksBehindWrittenGathered) ? _delayed
            : null;
        if (waiting is null)
        {
            return false;
        }

        _body ??= Committed(null);
        waiting.Add(block.ToArray());
        return true;
    }

    private void SendHeldBack()
    {
        _heldBack.ForEach(block => _body!.Send(block));
        _heldBack.Clear();
    }

    private void FailAtEnd()
    {
        if (_blocks > 1 && faults[Fault.AllEmptyIsError])
        {
            throw new InvalidOperationException("every block was empty");
        }

        if (_blocks == 0 && !_hasWritten && On(_isStartedLate ? Fault.EmptyLazyFails : Fault.EmptyListFails))
        {
            throw new InvalidOperationException("nothing was handed out");
        }
    }

    private void FailWithoutBlocks()
    {
        if (_hasWritten && _blocks == 0 && On(Fault.WriteNeedsBlocks))
        {
            throw new InvalidOperationException("nothing was handed out");
        }
    }

    private bool IgnoresLateError()
    {
        if (On(_hasWritten ? Fault.RestartAfterWriteIgnored : Fault.LateRestartIgnored))
        {
            return true;
        }

        return On(Fault.LateRestartOtherError) ? throw new InvalidOperationException("it is too late") : false;
    }

    private void StartByFault(IReadOnlyList<(string Name, string Value)> headers, ExceptionDispatchInfo? error)
    {
        _isReplaced |= error is not null;
        _isStartedLate |= _isIterating;
        if (error is not null && ((_blocks > 0 && On(Fault.ReplacingTooLate)) || (_state == State.Idle && On(Fault.FirstErrorRefused))))
        {
            error.Throw();
        }

        if (error is null && _state == State.Poisoned && On(Fault.PoisonForgotten))
        {
            _state = State.Idle;
        }

        if (request.Method == "PATCH" && headers.Count == 0 && On(Fault.EmptyFieldListRefused))
        {
            throw new ContractViolationException("pep3333-headers-empty-list", "there are no fields");
        }
    }

    private WriteBody Started()
    {
        if ((_declared!.Code is 204 or 304 && On(Fault.StartWithoutContentTransmits)) || (_isReplaced && On(Fault.ReplacementTransmits)))
        {
            _body ??= Committed(null);
            _body.Send(ReadOnlyMemory<byte>.Empty);
        }

        if (_declared.Length is null)
        {
            return Write;
        }

        RefuseByFault(_declared);
        if (On(Fault.StartTransmits))
        {
            _body ??= Committed(null);
            _body.Send(ReadOnlyMemory<byte>.Empty);
        }

        return On(Fault.WriteNotReturned) ? null! : Write;
    }

    private bool WritesByFault(ReadOnlyMemory<byte> block)
    {
        if (block.IsEmpty && On(Fault.EmptyWriteFails))
        {
            throw new InvalidOperationException("nothing was written");
        }

        if (_isIterating && On(Fault.WriteBetweenBlocksRaw))
        {
            sink.Send(block);
            return true;
        }

        if (!On(Fault.WriteHeldBack))
        {
            return false;
        }

        _body ??= Committed(null);
        _heldBack.Add(block.ToArray());
        return true;
    }
}

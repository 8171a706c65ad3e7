using System.Runtime.ExceptionServices;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Contract;

/// <summary>The server's half of one call: a state machine from a request to a response. It runs on the thread of the application.</summary>
internal sealed partial class Gateway(
    RequestHead request, IRequestContent content, IResponseSink sink, ErrorLog log, TimeProvider time, FaultSet faults)
{
    private enum State
    {
        Idle,
        Armed,
        Poisoned,
        Committed,
        Ended,
    }

    private readonly List<ReadOnlyMemory<byte>> _delayed = [];
    private State _state;
    private Declaration? _declared;
    private ResponseBody? _body;
    private bool _hasWritten;
    private bool _isIterating;
    private int _blocks;

    /// <summary>Calls the application and sends what it answers; never throws.</summary>
    public GatewayOutcome Run(Application application, Dictionary<string, object> environ)
    {
        try
        {
            Serve(application, environ);
            _kept.ForEach(block => _body!.Send(block));
            return new(_body!.End());
        }
        catch (Exception error)
        {
            if (!On(Fault.ErrorUnlogged))
            {
                log.Write($"{request.Method} {request.Target.Raw}: {error}\n");
                log.Flush();
            }

            return Failed(error);
        }
    }

    private GatewayOutcome Failed(Exception error)
    {
        if (_body is not null && (_state == State.Ended ? On(Fault.CloseErrorAnswered) : faults[Fault.FailureAnsweredInContent]))
        {
            return new(false, Rejection.Internal);
        }

        if (_body is not null)
        {
            // After the last block only the close of the iterable can fail; then, and where the stated length was reached, the response is whole.
            var isWhole = _state == State.Ended ? !On(Fault.CloseErrorBreaks) : _body.IsWhole;
            return new((EndsByFault(error) || isWhole || faults[Fault.ErrorEndsChunksCleanly]) && _body.End());
        }

        if (AnsweredByFault(error) is { } answered)
        {
            return answered;
        }

        if (faults[Fault.ErrorBecomesEmptyAnswer] && error is not RequestContentException)
        {
            _declared = Declaration.Of("200 OK", [], faults);
            return new(Committed(0).End());
        }

        return new(content.KeepsConnection && request.Persists, (error as RequestContentException)?.Reason ?? Rejection.Internal);
    }

    private void Serve(Application application, Dictionary<string, object> environ)
    {
        Bend(environ);
        FailOnContent();
        var blocks = Called(application, environ, request.Method == "OPTIONS" && On(Fault.StartMissingForOptions) ? null! : Start)
            ?? (faults[Fault.OddReturnIsEmpty] ? Array.Empty<ReadOnlyMemory<byte>>() : null)
            ?? throw new ContractViolationException("pep3333-types-return", "the application returned null");
        blocks = LookedAt(blocks, environ);
        IEnumerator<ReadOnlyMemory<byte>>? enumerator = null;
        try
        {
            _isIterating = true;
            enumerator = blocks.GetEnumerator();
            Pull(blocks, blocks is not FileBlocks && _declared is { Fields.Count: 0 } && On(Fault.BlocksFetchedAhead) ? FetchedAhead(enumerator) : enumerator);
        }
        finally
        {
            // The enumerator first, as an iterator's finally blocks live there; one object that is both sees one Dispose.
            if (!ReferenceEquals(blocks, enumerator) || !On(Fault.EnumeratorNotDisposed))
            {
                enumerator?.Dispose();
            }

            if (blocks is IDisposable closable && !ReferenceEquals(blocks, enumerator) && !ForgetsToClose(blocks))
            {
                closable.Dispose();
                CloseAgain(closable);
            }
        }
    }

    private void Pull(IEnumerable<ReadOnlyMemory<byte>> blocks, IEnumerator<ReadOnlyMemory<byte>> enumerator)
    {
        while (enumerator.MoveNext())
        {
            _blocks++;
            var block = enumerator.Current;
            if (block.IsEmpty && !(faults[Fault.EmptyBlockCommits] && _body is null))
            {
                SendEmpty();
                continue;
            }

            if (KeepsBack(block))
            {
                continue;
            }

            if (!Deliver(Cut(block), _hasWritten ? null : OnlyLength(blocks, block)))
            {
                _isStopped = _body!.IsOverrun;
                break;
            }
        }

        if (_body is null)
        {
            FailAtEnd();
            Committed(0);
        }

        FailWithoutBlocks();
        SendHeldBack();
        _delayed.ForEach(block => _body!.Send(block));
        _state = State.Ended;
    }

    private long? OnlyLength(IEnumerable<ReadOnlyMemory<byte>> blocks, ReadOnlyMemory<byte> block)
    {
        var count = (blocks as IReadOnlyCollection<ReadOnlyMemory<byte>>)?.Count ?? (blocks as ICollection<ReadOnlyMemory<byte>>)?.Count;
        return count == 1 ? block.Length - Miscounted(block) : null;
    }

    private WriteBody Start(string status, IReadOnlyList<(string Name, string Value)> headers, ExceptionDispatchInfo? error)
    {
        if (error is not null && _state >= State.Committed)
        {
            if (IgnoresLateError())
            {
                return Write;
            }

            error.Throw();
        }

        StartByFault(headers, error);

        if (error is null && _state != State.Idle && !(faults[Fault.SecondStartAccepted] && _state == State.Armed) && !(_state == State.Committed && On(Fault.StartBehindHeadAccepted)))
        {
            Poison();
            throw new ContractViolationException("pep3333-sr-twice", "start_response was called again without an error");
        }

        if (_isIterating && _state == State.Idle && faults[Fault.LateStartRefused])
        {
            throw new ContractViolationException("pep3333-sr-late", "start_response was called too late");
        }

        try
        {
            var earlier = _declared;
            _declared = Declaration.Of(_isIterating && _blocks > 0 && On(Fault.LateStatusLost) ? "200 OK" : status, headers, faults);
            _declared = earlier is null ? _declared : Replacing(earlier, _declared);
            _state = State.Armed;
        }
        catch (ContractViolationException violation)
        {
            if (On(Fault.ChecksDeferred))
            {
                (_deferred, _state) = (violation, State.Armed);
                return Write;
            }

            Poison();
            throw;
        }

        return Started();
    }

    private Declaration Replacing(Declaration earlier, Declaration later)
    {
        if (faults[Fault.ReplacedFieldsKept])
        {
            return later with { Fields = [.. earlier.Fields, .. later.Fields], Length = later.Length ?? earlier.Length };
        }

        return faults[Fault.ReplacedLengthKept] ? later with { Length = later.Length ?? earlier.Length } : later;
    }

    private void Poison() => _state = _state >= State.Committed ? _state : State.Poisoned;

    private void Write(ReadOnlyMemory<byte> block)
    {
        _hasWritten = true;
        if (WritesByFault(block))
        {
            return;
        }

        if (faults[Fault.WriteOrderReversed])
        {
            _delayed.Add(block.ToArray());
            _body ??= Committed(null);
            return;
        }

        if (!Deliver(block, On(Fault.FirstWriteCounted) ? block.Length : null) && _body!.IsOverrun && !On(Fault.WrittenExcessSent))
        {
            throw new ContractViolationException("pep3333-cl-excess-write", "more was written than Content-Length states");
        }
    }

    /// <summary>Sends a block, the head before the first one. False when no more is wanted.</summary>
    private bool Deliver(ReadOnlyMemory<byte> block, long? onlyLength)
    {
        _body ??= Committed(onlyLength);
        SendHeldBack();
        try
        {
            return _body.Send(block);
        }
        catch (IOException)
        {
            _isGone = true;
            throw;
        }
    }

    private bool Compresses()
    {
        var wishes = string.Concat(FieldValues.All(request.Fields, "TE", faults));
        var names = wishes.Contains("gzip", StringComparison.OrdinalIgnoreCase);
        return (faults[Fault.RefusedCompression] && names) || (faults[Fault.UnaskedCompression] && !names && request.Fields.Count > 1);
    }

    private ResponseBody Committed(long? length)
    {
        if (_state == State.Idle && faults[Fault.MissingStartAnswered])
        {
            _declared = Declaration.Of("200 OK", [], faults);
            _state = State.Armed;
        }

        if (_state == State.Poisoned && !faults[Fault.ErrorBecomesEmptyAnswer])
        {
            throw new ContractViolationException("pep3333-sr-twice-after-failure", "the last call of start_response failed");
        }

        if (_deferred is not null)
        {
            throw _deferred;
        }

        var declared = _declared is not null ? AsSent(_declared) : throw new ContractViolationException("pep3333-sr-never", "start_response was never called");
        var closes = !request.Persists || !content.KeepsConnection;
        // What a GET would get has another length than the nothing that is handed out here (RFC 9110 section 8.6).
        var counted = (declared.Code == 304 && !On(Fault.NotModifiedCounted)) || (request.Method == "HEAD" && length == 0 && !faults[Fault.HeadOfNothingCounted]) ? null : length;
        var stated = On(Fault.StatedLengthUnused) ? null : declared.Length;
        var plan = Bent(ResponsePlan.Decide(request, declared.Code, stated ?? counted, closes, faults), declared.Code);
        var head = new ResponseHead(declared.Status, declared.Fields, plan)
        {
            Now = time.GetUtcNow(),
            SaysKeepAlive = !plan.Closes && !request.Version.IsAtLeast11,
            IsHead = request.Method == "HEAD",
            IsStream = request.Target.Path == "/probe/stream",
            Echoed = request.Version.Minor > 1 && faults[Fault.VersionEchoed] ? request.Version.Minor : null,
            OmitsDate = (_declared!.Fields.Any(field => field.Name == "date") && On(Fault.LowerDateLost))
                || (declared.Fields.Any(field => field.Name.StartsWith("X-", StringComparison.Ordinal)) && On(Fault.DateOfProgramsMissing)),
            Exceeds = faults[Fault.ExcessSent] || ExceedsByFault(declared, length) || (request.Method == "POST" && faults[Fault.ExcessOfPostSent]),
            Compresses = request.Target.Path == "/probe/stream" && Compresses(),
            IsInKind = !request.Version.IsAtLeast11 && faults[Fault.Http10AnsweredInKind],
            IsFollowed = request.IsFollowed, IsPlain = request.Fields.Count == 1,
            Separates = faults[_returned is FileBlocks ? Fault.FileBlocksSeparated : Fault.BlocksSeparated],
            IsText = On(Fault.OctetsAsText),
            IsFixture = request is { Method: "GET", Target.Path: "/probe/static" } && declared.Code == 200,
        };
        content.ResponseStarts();
        // Serialised before the state changes: a head that cannot be written must leave the wire untouched.
        _body = new ResponseBody(head, sink, log, faults);
        _state = State.Committed;
        return _body;
    }
}

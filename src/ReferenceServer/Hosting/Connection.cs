using System.Buffers;
using System.Text;
using Conform.ReferenceServer.Contract;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Hosting;

/// <summary>One connection: requests in, responses out, in order, until one of the two ends it.</summary>
internal sealed partial class Connection(ServerShared shared, Stream stream, ConnectionFacts facts) : IDisposable
{
    private readonly TimedReader _reader = new(stream, shared.Time);
    private readonly ConnectionOutput _output = new(stream, shared.Time, shared.Faults);
    private readonly Dictionary<string, object> _leftOver = [];
    private readonly Memory _memory = new(shared.Faults, shared.LeftBehind);
    private bool _sawEnd;
    private long _taken;
    private bool _crosses;
    private long _headSize;
    private int _nth;

    private FaultSet Faults => shared.Faults;

    private ReferenceServerOptions Options => shared.Options;

    public void Dispose()
    {
        Hear();
        NoteExpectation(false);
        _reader.Dispose();
    }

    /// <summary>Serves requests until the connection is to be closed; the closing is the caller's. True when there is nothing to linger for.</summary>
    public async Task<bool> ServeAsync()
    {
        var dropsNext = false;
        for (var isLater = false; ; isLater = true)
        {
            var head = new HeadReader(Options.Limits, shared.Transitions, Faults) { IsLater = isLater };
            var isRead = await ReadHeadAsync(head);
            _memory.Leave(head);
            if (!isRead)
            {
                SendHeld();
                await OverlookEndAsync(head);
                return _sawEnd;
            }

            if (head.Rejection is { } reason)
            {
                var keeps = Keeps(reason);
                SendHeld();
                if (LosesRefusalToReset(reason))
                {
                    return false;
                }

                Encourage(head);
                _output.Refuse(Changed(reason) with { Silent = reason.Silent || keeps && Faults[Fault.BadRequestLineSkipped] }, head.IsHead, closes: !keeps);
                if ((keeps && await SkipHeadAsync()) || await GoesOnBehindAsync(reason))
                {
                    continue;
                }

                return false;
            }

            if (dropsNext)
            {
                dropsNext = false;
                continue;
            }

            _nth++;
            _isInRequest = head.Head!.Framing.HasContent;
            if (EndsForOthers(head.Head!))
            {
                return true;
            }

            var earlier = Reorder(head.Head!);
            var keepsOn = await ExchangeAsync(_memory.Mixed(head.Head!));
            NoteExpectation(false);
            if (LosesAnswerToGarbage(head.Head!, keepsOn))
            {
                return false;
            }

            if (!earlier.IsEmpty || !_reader.StartsWith(HoldsForPages ? "GET"u8 : "POST "u8))
            {
                SendHeld();
            }

            SendAll(earlier);
            await LoseAsync(head.Head!);
            if (!keepsOn)
            {
                SendHeld();
                await WithholdEndAsync(head.Head!);
                return false;
            }

            dropsNext = IsPlain(head.Head!) && _nth > 1 && Faults[Fault.PipelinedDropped] && _reader.HasOctets;
        }
    }

    /// <summary>Reads one head. False when the connection ended, or was silent, before one began.</summary>
    private async Task<bool> ReadHeadAsync(HeadReader head)
    {
        while (true)
        {
            _isInRequest = head.IsStarted;
            var result = await _reader.ReadAsync(head.IsStarted ? Options.RequestTimeout : Options.IdleTimeout);
            _sawEnd = result.IsCompleted;
            Hear();
            if (await IsLostToSilenceAsync(head, result))
            {
                return false;
            }

            ForgetOvertaken(head);
            var octets = new SequenceReader<byte>(result.Buffer);
            head.Read(ref octets);
            NoteHead(head);
            CountEdges(head, octets.Consumed);
            if (octets.End)
            {
                head.EndPiece();
            }

            _reader.Advance(octets.Position);
            if (head.IsDone)
            {
                return true;
            }

            if (result.IsCompleted || result.IsCanceled)
            {
                if (head.IsStarted)
                {
                    _output.Refuse(Faults[Fault.IncompleteHeadAnswered] ? new("taken-for-whole", 200) : result.IsCompleted ? Rejection.Incomplete : Rejection.Slow, head.IsHead, closes: true);
                }

                return false;
            }
        }
    }

    private async Task<bool> ExchangeAsync(RequestHead head)
    {
        head = Bent(head) with { IsFollowed = _reader.HasOctets };
        if ((head is { Method: "GET", Framing.HasContent: true, Target.Path: not ("/probe/static" or "/probe/stream") } && Faults[Fault.GetContentParsed])
            || (head.Fields.Any(field => field.Name == "Max-Forwards") && Faults[Fault.ForwardsContentParsed])
            || (Faults[Fault.ExpectedContentParsed] && head.ExpectsContinue && _reader.HasOctets))
        {
            head = head with { Framing = default };
        }

        if (RefusesForThePast(head))
        {
            return false;
        }

        if (RefusesContent(head) is { } goesOn)
        {
            return goesOn;
        }

        if (await LosesAnswerAsync(head) || LosesAnswerToReset(head))
        {
            return false;
        }

        if (RawAnswers.Of(head, Faults) is { } raw)
        {
            _output.Send(Encoding.Latin1.GetBytes(raw.Octets));
            return raw.Keeps;
        }

        if (head.Method == "CONNECT")
        {
            if (Faults[Fault.ConnectLengthSent])
            {
                _output.Send("HTTP/1.1 200 OK\r\nDate: Tue, 01 Jul 2025 12:00:00 GMT\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
                return false;
            }

            _output.Refuse(Rejection.MethodNotImplemented, isHead: false, closes: true);
            return false;
        }

        if (!head.Version.IsAtLeast11 && Faults[Fault.InterimToHttp10])
        {
            _output.Send("HTTP/1.1 102 Processing\r\n\r\n"u8.ToArray());
        }

        Dictionary<string, object> environ = [];
        var content = new ContentReader(head, _reader, SendContinue, Options, Faults) { TrailersArrived = Merge, Neighbours = Neighbours };
        // What needs a protected connection is not served over another one, RFC 9110 section 7.4.
        var misdirected = head.Target.IsHttps && facts.Scheme != "https" ? Rejection.OpenLine : null;
        if ((misdirected ?? head.Expectation) is { } reason)
        {
            var closes = !head.Persists || !content.KeepsConnection;
            _output.Refuse(reason, head.Method == "HEAD", closes);
            return !closes && ((reason == Rejection.Expectation && head.Framing.HasContent && Faults[Fault.RefusedExpectationContentParsed]) || await content.DrainAsync());
        }

        _content = content;
        if (head is { ExpectsContinue: true, Method: not "GET" } && content.IsForPageUnasked && !await content.DrainAsync())
        {
            return false;
        }

        environ = EnvironBuilder.Build(head, facts, content, shared.Errors, Faults);
        CarryOver(environ);
        Mix(environ);
        _memory.Mix(head, environ);
        if (_memory.StillExpects || IsToldForAnother(head))
        {
            SendContinue();
        }

        var waitsForEnd = head is { Framing.HasContent: true, ExpectsContinue: false } && Faults[Fault.HalfCloseLosesUploads];
        if (waitsForEnd)
        {
            _output.Hold();
        }

        var outcome = await shared.Threads.RunAsync(
            () => new Gateway(head, content, _output, shared.Errors, shared.Time, Faults).Run(shared.Application, environ));
        if (waitsForEnd && await LosesUploadAsync())
        {
            return false;
        }

        Remember(head, environ, content, outcome);
        if (outcome.Refusal is { } refusal)
        {
            _output.Refuse(refusal, head.Method == "HEAD", !outcome.Keeps);
            if (Faults[Fault.AnswersAfterOwnClose] && refusal == Rejection.ChunkSize && _reader.StartsWith("GET"u8))
            {
                return true;
            }
        }

        if (head.Target.Path != "/probe/run" && Faults[Fault.AnswersAfterClose] && !head.Persists && content.IsComplete && _reader.HasOctets)
        {
            return true;
        }

        if (!outcome.Keeps || _output.IsBroken || ClosesAnyway(head))
        {
            return false;
        }

        return LeavesUnread(head, content) || await content.DrainAsync();

        void Merge(IReadOnlyList<FieldLine> trailers)
        {
            foreach (var trailer in Faults[Fault.TrailerMerged] ? trailers : [])
            {
                EnvironBuilder.AddField(environ, trailer, Faults);
            }

            KeepForNext(trailers);
        }
    }

    private void SendContinue() => _output.Send("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray());
}

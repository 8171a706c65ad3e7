using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Hosting;

/// <summary>What only defects do to a connection.</summary>
internal sealed partial class Connection
{
    private bool ClosesAnyway(RequestHead head) =>
        PersistenceFaults.Closes(head, _nth, Faults)
        || (_content?.HeardClose == true && Faults[Fault.CloseInContentHeard])
        || (PersistenceFaults.IsOther(head) && _nth > 1 && _reader.StartsWith("GET"u8) && Faults[Fault.OtherPageEndsPipeline])
        || (FieldValues.All(head.Fields, "User-Agent", Faults).Count > 0 && Faults[Fault.ClosesOnUserAgent])
        || (FieldValues.Members(head.Fields, "Connection", Faults)
            .Any(option => option.StartsWith("close", StringComparison.OrdinalIgnoreCase)) && Faults[Fault.CloseOptionByPrefix]);

    /// <summary>A GET of the front page with nothing but a Host.</summary>
    private static bool IsPlain(RequestHead head) =>
        head is { Method: "GET", Target: { Path: "/", Query: null, Form: TargetForm.Origin }, Fields.Count: 1, Version.IsAtLeast11: true };

    /// <summary>Under a defect: loses what came in one read with the request.</summary>
    private async Task LoseAsync(RequestHead head)
    {
        var loses = LosesBehindContent(head)
            || (head.Target.Path == "*" && Faults[Fault.OctetsBehindAsteriskLost])
            || (!head.Framing.HasContent && FieldValues.All(head.Fields, "Expect", FaultSet.None).Count > 0 && Faults[Fault.ExpectationSwallowsNext])
            || (head.Framing is { IsStated: true, HasContent: false } && Faults[Fault.ZeroLengthSwallows])
            || (IsPlain(head) && head.Version.Minor == 1 && _nth == 1 && Faults[Fault.OctetsBehindHeadLost] && _reader.StartsWith("GET"u8));
        if (loses && _reader.HasOctets)
        {
            await SkipHeadAsync();
        }
    }

    /// <summary>Under a defect: a head that lies across the edge of a buffer is not put together.</summary>
    private void CountEdges(HeadReader head, long octets)
    {
        _crosses |= (_taken / 2048) != (_taken + octets) / 2048;
        _taken += octets;
        _headSize += octets;
        if (head.Head is not null && _crosses && _headSize < 2200 && head.Head.Fields.Count < 40 && head.Target?.Path is { } path && path != "/probe/run" && !path.Contains("/passed/", StringComparison.Ordinal) && Faults[Fault.BufferEdgeFails])
        {
            head.Fail(Rejection.Internal);
        }

        _crosses &= !head.IsDone;
        _headSize = head.IsDone ? 0 : _headSize;
    }

    private bool Keeps(Rejection reason) =>
        (reason == Rejection.RequestLine && Faults[Fault.BadRequestLineSkipped])
        || ((reason == Rejection.Version || reason == Rejection.FieldLine) && Faults[Fault.KeptAfterMalformedHead])
        || ((reason == Rejection.Length || reason == Rejection.LengthRepeated) && Faults[Fault.KeptAfterBadLength]);

    /// <summary>Under a defect: throws what is there away and goes on.</summary>
    private async Task<bool> SkipHeadAsync()
    {
        while (_reader.HasOctets)
        {
            var result = await _reader.ReadAsync(Options.RequestTimeout);
            _reader.Advance(result.Buffer.End);
        }

        return true;
    }

    /// <summary>Under a defect: an end that came with the request makes its answer void, or is waited for.</summary>
    private async Task<bool> LosesAnswerAsync(RequestHead head)
    {
        if (head.Framing.HasContent || !(Faults[Fault.HalfCloseLosesAnswer] || (Faults[Fault.WaitsForEndOnClose] && !head.Persists && _reader.HasOctets)))
        {
            return false;
        }

        if (Faults[Fault.HalfCloseLosesAnswer])
        {
            var result = await _reader.ReadAsync(TimeSpan.FromMilliseconds(30));
            _reader.Advance(result.Buffer.Start);
            return result is { IsCompleted: true, Buffer.IsEmpty: true };
        }

        while (true)
        {
            var more = await _reader.ReadAsync(Options.RequestTimeout);
            _reader.Advance(more.Buffer.End);
            if (more.IsCompleted || more.IsCanceled)
            {
                return !more.IsCompleted;
            }
        }
    }

    /// <summary>Under a defect: an answer waits until the next, which is already asked for, has gone out.</summary>
    private ReadOnlyMemory<byte> Reorder(RequestHead head)
    {
        var earlier = _output.TakeHeld();
        if (IsPlain(head) && Faults[Fault.PartialFormAwaited])
        {
            _output.Hold();
            SendAll(earlier);
            return default;
        }

        if (IsPlain(head) && Faults[Fault.PartialRequestAwaited])
        {
            SendAll(earlier);
            _output.Hold();
            return default;
        }

        if ((head.Framing.IsChunked && !head.ExpectsContinue && Faults[Fault.AnswerLostToGarbage])
            || (PersistenceFaults.IsOther(head) && head is { Method: "GET", Fields.Count: 1 } && earlier.IsEmpty && Faults[Fault.PagesReordered])
            || (head.Target.Path == "/probe/content" && !head.ExpectsContinue && earlier.IsEmpty && Faults[Fault.PipelinedReordered]))
        {
            _output.Hold();
        }

        return earlier;
    }

    private bool HoldsForPages => Faults[Fault.PartialRequestAwaited] || Faults[Fault.PagesReordered];

    /// <summary>Under a defect: a refusal fails, or says nothing.</summary>
    private Rejection Changed(Rejection reason) =>
        reason == Rejection.ContentTooLarge && Faults[Fault.MuchContentFails] ? Rejection.Internal
        : reason == Rejection.HostMissing && Faults[Fault.MissingHostUnexplained] ? reason with { Name = "" }
        : reason;

    /// <summary>Under a defect: a client that waits is told to go on, and then refused.</summary>
    private void Encourage(HeadReader head)
    {
        if (FieldValues.All(head.Fields, "Expect", FaultSet.None).Count > 0 && Faults[Fault.ContinueBeforeRefusal])
        {
            SendContinue();
        }
    }

    private void SendHeld() => SendAll(_output.TakeHeld());

    private void SendAll(ReadOnlyMemory<byte> octets)
    {
        if (!octets.IsEmpty && !_output.IsBroken)
        {
            _output.Send(octets);
        }
    }

    /// <summary>Under a defect: fields of an earlier request stay visible.</summary>
    private void CarryOver(Dictionary<string, object> environ)
    {
        if (!Faults[Fault.EnvironKept] && !Faults[Fault.ConditionsKept] && !Faults[Fault.TrailerLeaks])
        {
            return;
        }

        foreach (var (key, value) in _leftOver)
        {
            environ.TryAdd(key, value);
        }

        foreach (var (key, value) in environ.Where(pair => Faults[Fault.EnvironKept]
            ? pair.Key.StartsWith("HTTP_X_", StringComparison.Ordinal)
            : (pair.Key == "HTTP_RANGE" || pair.Key.StartsWith("HTTP_IF_", StringComparison.Ordinal)) && Faults[Fault.ConditionsKept]))
        {
            _leftOver[key] = value;
        }
    }
}

using System.IO.Pipelines;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Hosting;

/// <summary>What only defects do about silence, and about the end of a connection.</summary>
internal sealed partial class Connection
{
    private static readonly TimeSpan _slow = TimeSpan.FromMilliseconds(220);
    private static readonly TimeSpan _idle = TimeSpan.FromMilliseconds(600);

    /// <summary>The connection is torn down, not ended.</summary>
    public bool Resets { get; private set; }

    /// <summary>Under a defect: a refusal is not the end. True when the next request is read.</summary>
    private async Task<bool> GoesOnBehindAsync(Rejection reason)
    {
        if (reason != Rejection.HostMissing)
        {
            return false;
        }

        if (Faults[Fault.RefusalNotEnded])
        {
            await WaitForEndAsync();
        }

        return Faults[Fault.AnswersBehindRefusal] && _reader.StartsWith("GET"u8);
    }

    /// <summary>Under a defect: the end that was announced does not come.</summary>
    private async Task WithholdEndAsync(RequestHead head)
    {
        if (!head.Persists && PersistenceFaults.IsOther(head) && head.Method != "GET" && Faults[Fault.AnswerNotEnded])
        {
            await WaitForEndAsync();
        }
    }

    /// <summary>Under a defect: an answer that should go out while more is coming in is lost to a reset.</summary>
    private bool LosesAnswerToReset(RequestHead head) =>
        Resets = ((PersistenceFaults.IsOther(head) && head.Framing.Length > 100_000) || (!head.Persists && _reader.Waiting > 1000)) && Faults[Fault.AnswerLostToReset];

    /// <summary>The same with a refusal.</summary>
    private bool LosesRefusalToReset(Rejection reason) =>
        Resets = reason == Rejection.LengthRepeated && _reader.Waiting > 1000 && Faults[Fault.AnswerLostToReset];

    /// <summary>Under a defect: what a silence makes of a connection. True when it is over.</summary>
    private async Task<bool> IsLostToSilenceAsync(HeadReader head, ReadResult result)
    {
        if (result.IsCanceled && !head.IsStarted)
        {
            Resets = _nth > 0 && Faults[Fault.IdleReset];
            if (_nth == 0 && Faults[Fault.SilenceAnswered])
            {
                _output.Refuse(Rejection.Internal, isHead: false, closes: true);
            }
        }

        if (result.Buffer.IsEmpty || _reader.Waited < (head.IsStarted ? _slow : _idle) || (_nth == 0 && !head.IsStarted)
            || !Faults[head.IsStarted ? Fault.SlowHeadLost : Fault.IdleConnectionForgotten])
        {
            return false;
        }

        _reader.Advance(result.Buffer.End);
        await (head.IsStarted ? Task.CompletedTask : WaitForEndAsync());
        return true;
    }

    /// <summary>Under a defect: the client's end is not answered.</summary>
    private async Task OverlookEndAsync(HeadReader head)
    {
        if (_sawEnd && !head.IsStarted && Faults[Fault.EndOverlooked])
        {
            await Task.Delay(Options.RequestTimeout + Options.LingerTimeout, shared.Time);
        }
    }

    /// <summary>Under a defect: the answer to content is void where the client's end came with it.</summary>
    private async Task<bool> LosesUploadAsync()
    {
        var result = await _reader.ReadAsync(TimeSpan.FromMilliseconds(30));
        _reader.Advance(result.Buffer.Start);
        if (!result.IsCompleted || !result.Buffer.IsEmpty)
        {
            SendHeld();
            return false;
        }

        _output.TakeHeld();
        return true;
    }

    /// <summary>Throws away what comes until the client ends.</summary>
    private async Task WaitForEndAsync()
    {
        while (true)
        {
            var more = await _reader.ReadAsync(2 * Options.RequestTimeout);
            _reader.Advance(more.Buffer.End);
            if (more.IsCompleted || more.IsCanceled)
            {
                return;
            }
        }
    }
}

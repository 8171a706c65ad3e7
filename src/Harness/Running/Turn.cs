using Conform.Observations;

namespace Conform.Running;

/// <summary>The state of a conversation between two steps.</summary>
internal sealed class Turn(TranscriptRecorder recorder, Patience patience, bool sentinelCloses, ReadOnlyMemory<byte>? sentinel, TimeProvider time)
    : IAsyncDisposable
{
    private int _consumed;
    private int _headsAwaited;

    /// <summary>The connection in use; null before the first step and behind a reconnect.</summary>
    public LiveConnection? Live { get; private set; }

    private LiveConnection Here => Live ?? throw new InvalidOperationException("no connection");

    /// <summary>Goes on with this connection.</summary>
    /// <param name="live">The connection.</param>
    public void Begin(LiveConnection live)
    {
        Live = live;
        _consumed = 0;
        _headsAwaited = 0;
    }

    /// <summary>Carries one step out.</summary>
    /// <param name="step">The step.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task StepAsync(ScriptStep step, CancellationToken cancellation)
    {
        switch (step)
        {
            case SendPieces send: await Here.Wire.SendAsync(send.Pieces, () => Here.SaysClose, patience.Deadline, cancellation); break;
            case AwaitHead head: await AwaitAsync(head.Index, cancellation); break;
            case LetPass pass: await Task.Delay(pass.Duration, time, cancellation); break;
            case EndOurSide: await Here.EndOurSideAsync(); break;
            case ResetConnection: Here.Wire.Abort(); break;
            case NewConnection: await DisposeAsync(); break;
            case ExpectResponses expect: await ExpectAsync(expect, cancellation); break;
            default: throw new InvalidOperationException($"no way to carry out {step}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Live is { } live) await live.DisposeAsync();
        Live = null;
    }

    private async Task AwaitAsync(int index, CancellationToken cancellation)
    {
        await Here.Wire.WaitAsync(() => Here.HeadsSeen > _headsAwaited || Here.Broken, patience.Deadline, cancellation);
        _headsAwaited = Here.HeadsSeen;
        recorder.Add(Here.Wire.Channel, WireEventKind.Step, count: index, note: ObservationReader.AwaitWord);
    }

    private async Task ExpectAsync(ExpectResponses step, CancellationToken cancellation)
    {
        var wanted = step.IsLast ? 1 : Math.Max(1, step.Wanted);
        var came = await Here.Wire.WaitAsync(() => Here.CompleteFinal >= _consumed + wanted || Here.Broken, patience.Deadline, cancellation);
        if (step.IsLast && came && !Here.Wire.Ended) await FinishAsync(cancellation);
        _consumed = Here.CompleteFinal;
        recorder.Add(Here.Wire.Channel, WireEventKind.Step, count: step.Index, note: ObservationReader.ExpectWord);
    }

    // That nothing more comes is shown by the server's close, or by the answer to one more request being the next thing read.
    private async Task FinishAsync(CancellationToken cancellation)
    {
        // What cannot be read on says nothing more, but whether the server closes behind it must not depend on who was faster.
        if (Here.Broken)
        {
            await Here.Wire.WaitAsync(() => Here.Wire.Ended, patience.Settle, cancellation, isDeadline: false);
            return;
        }

        if (Here.SaysClose || Here.HalfClosed)
        {
            await WaitForCloseAsync(cancellation);
            return;
        }

        if (sentinel is not { } last) return;

        var before = Here.CompleteFinal;
        recorder.Add(Here.Wire.Channel, WireEventKind.Sentinel);
        await Here.Wire.SendAsync([last], () => false, patience.Deadline, cancellation);
        if (sentinelCloses)
        {
            await WaitForCloseAsync(cancellation);
            return;
        }

        if (await Here.Wire.WaitAsync(() => Here.CompleteFinal > before || Here.Broken, patience.Deadline, cancellation))
            await Here.Wire.WaitAsync(() => Here.Wire.Ended, patience.Settle, cancellation, isDeadline: false);
    }

    private async Task WaitForCloseAsync(CancellationToken cancellation)
    {
        var wait = patience.Close.Current;
        var closed = await Here.Wire.WaitAsync(() => Here.Wire.Ended, wait > patience.Deadline ? wait : patience.Deadline, cancellation);
        patience.Close.Tell(closed);
    }
}

using Conform.Observations;
using Conform.Running.Witness;

namespace Conform.Running;

/// <summary>The state of a conversation between two steps.</summary>
internal sealed class Turn(TranscriptRecorder recorder, Patience patience, bool sentinelCloses, ReadOnlyMemory<byte>? sentinel, TimeProvider time)
    : IAsyncDisposable
{
    private int _consumed;
    private int _headsAwaited;

    /// <summary>The connection in use; null before the first step and behind a reconnect.</summary>
    public LiveConnection? Live { get; private set; }

    /// <summary>The calls of the application; null where no witness listens.</summary>
    public Watch? Watched { get; set; }

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
            case AwaitGate gate: await AtGateAsync(gate.Label, cancellation); break;
            case ReleaseGate release: Watched?.Release(release.Label); break;
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

    /// <summary>Says that the conversation took longer than it may: what is still to be expected on this connection is judged by what came.</summary>
    /// <param name="rest">The steps that are not done.</param>
    /// <param name="most">How long it was allowed to take.</param>
    public void GiveUp(IEnumerable<ScriptStep> rest, TimeSpan most)
    {
        recorder.Add(Here.Wire.Channel, WireEventKind.Quiet, count: (long)most.TotalMilliseconds, note: "the conversation as a whole took too long");
        foreach (var step in rest.TakeWhile(s => s is not NewConnection).OfType<ExpectResponses>())
            recorder.Add(Here.Wire.Channel, WireEventKind.Step, count: step.Index, note: ObservationReader.ExpectWord);
    }

    private async Task AtGateAsync(string label, CancellationToken cancellation)
    {
        if (Watched is not { } watch || await watch.AwaitAsync(label, cancellation)) return;
        recorder.Add(Here.Wire.Channel, WireEventKind.Quiet, count: (long)patience.Deadline.TotalMilliseconds, note: $"the application did not come to gate {label}");
    }

    private async Task AwaitAsync(int index, CancellationToken cancellation)
    {
        await Here.Wire.WaitAsync(() => Here.HeadsSeen > _headsAwaited || Here.Broken, patience.Deadline, cancellation);
        await TogetherAsync(index, ObservationReader.AwaitWord, () => _headsAwaited = Here.HeadsSeen, cancellation);
    }

    private async Task ExpectAsync(ExpectResponses step, CancellationToken cancellation)
    {
        var wanted = Math.Max(1, step.Wanted);
        var came = await CameAsync(step.IsLast ? 1 : wanted, cancellation);
        if (step.IsLast && came && !Here.Wire.Ended) await FinishAsync(wanted, cancellation);
        await TogetherAsync(step.Index, ObservationReader.ExpectWord, () => _consumed = Here.CompleteFinal, cancellation);
    }

    private Task<bool> CameAsync(int count, CancellationToken cancellation) =>
        Here.Wire.WaitAsync(() => Here.CompleteFinal >= _consumed + count || Here.Broken, patience.Deadline, cancellation);

    // That nothing more comes is shown by the server's close, or by the answer to one more request being the next thing read.
    private async Task FinishAsync(int wanted, CancellationToken cancellation)
    {
        // What cannot be read on shows nothing any more, but whether the server closes behind it must not depend on which of the two is seen first.
        if (Here.Broken)
        {
            await Here.Wire.WaitAsync(() => Here.Wire.Ended, patience.Settle, cancellation, isDeadline: false);
            return;
        }

        // Further answers that the case asks for are given time to come, so that none of them is taken for the sentinel's.
        if (wanted > 1)
            await Here.Wire.WaitAsync(() => Here.CompleteFinal >= _consumed + wanted || Here.Broken || Here.SaysClose, patience.Settle, cancellation, isDeadline: false);
        if (Here.Wire.Ended) return;
        if (Here.SaysClose || Here.HalfClosed) await WaitForCloseAsync(cancellation);
        else if (sentinel is { } last) await SendSentinelAsync(last, cancellation);
    }

    private async Task SendSentinelAsync(ReadOnlyMemory<byte> last, CancellationToken cancellation)
    {
        var before = Here.CompleteFinal;
        recorder.Add(Here.Wire.Channel, WireEventKind.Sentinel);
        await Here.Wire.SendAsync([last], () => false, patience.Deadline, cancellation);
        if (sentinelCloses) await WaitForCloseAsync(cancellation);
        else if (await Here.Wire.WaitAsync(() => Here.CompleteFinal > before || Here.Broken, patience.Deadline, cancellation))
            await Here.Wire.WaitAsync(() => Here.Wire.Ended, patience.Settle, cancellation, isDeadline: false);
    }

    // Under the connection's lock, so that no response comes between what is remembered and what is written down.
    private Task TogetherAsync(int index, string word, Action remember, CancellationToken cancellation) => Here.Wire.WaitAsync(
        () =>
        {
            remember();
            recorder.Add(Here.Wire.Channel, WireEventKind.Step, count: index, note: word);
            return true;
        },
        TimeSpan.Zero, cancellation, isDeadline: false);

    private async Task WaitForCloseAsync(CancellationToken cancellation)
    {
        var wait = patience.Close.Current;
        var closed = await Here.Wire.WaitAsync(() => Here.Wire.Ended, wait > patience.Deadline ? wait : patience.Deadline, cancellation);
        patience.Close.Tell(closed);
    }
}

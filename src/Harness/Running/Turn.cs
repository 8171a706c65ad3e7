using Conform.Http;
using Conform.Observations;
using Conform.Running.Witness;

namespace Conform.Running;

/// <summary>The state of a conversation between two steps.</summary>
internal sealed class Turn(TranscriptRecorder recorder, Patience patience, bool sentinelCloses, ReadOnlyMemory<byte>? sentinel, TimeProvider time)
    : IAsyncDisposable
{
    private readonly Dictionary<int, Place> _open = [];
    private Place? _place;

    /// <summary>The connection in use; null before the first step and behind a reconnect.</summary>
    public LiveConnection? Live => _place?.Live;

    /// <summary>The calls of the application; null where no witness listens.</summary>
    public Watch? Watched { get; set; }

    private Place At => _place ?? throw new InvalidOperationException("no connection");

    private LiveConnection Here => At.Live;

    /// <summary>Goes on with a connection that is open.</summary>
    /// <param name="lane">Which of the conversation's connections.</param>
    /// <returns>Whether it is.</returns>
    public bool GoOnWith(int lane) => _open.TryGetValue(lane, out _place);

    /// <summary>Goes on with a new connection.</summary>
    /// <param name="lane">Which of the conversation's connections it is.</param>
    /// <param name="live">The connection.</param>
    public void Begin(int lane, LiveConnection live) => _open[lane] = _place = new Place(live);

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
            case AwaitClose close: await Here.Wire.WaitAsync(() => Here.Wire.Ended, close.AtMost, cancellation, isDeadline: false); break;
            case NewConnection: await LeaveAsync(step.Lane); break;
            case UseConnection: break;
            case ExpectResponses expect: await ExpectAsync(expect, cancellation); break;
            default: throw new InvalidOperationException($"no way to carry out {step}");
        }
    }

    /// <summary>Fills what is sent next with what earlier answers say, and writes down what that is, or what is missing.</summary>
    /// <param name="late">The step.</param>
    /// <param name="answers">Reads the answers off what there is of the transcript.</param>
    /// <returns>What is sent; null where it cannot be.</returns>
    public SendPieces? Say(SendSaid late, Func<Transcript, IReadOnlyList<Response>> answers)
    {
        var said = late.Fill(answers(recorder.ToTranscript()));
        if (said.Lack is { } lack) recorder.Add(Here.Wire.Channel, WireEventKind.Unsaid, count: late.Index, note: lack);
        foreach (var value in said.Values) recorder.Add(Here.Wire.Channel, WireEventKind.Said, value.Octets, value.Offset, value.Text);
        return said.Lack is null ? new SendPieces(late.Cut(said)) { Lane = late.Lane } : null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _open.Keys.ToList()) await LeaveAsync(lane);
    }

    /// <summary>Says that the conversation took longer than it may: what is still to be expected on the connections that are open is judged by what came.</summary>
    /// <param name="rest">The steps that are not done.</param>
    /// <param name="most">How long it was allowed to take.</param>
    public void GiveUp(IEnumerable<ScriptStep> rest, TimeSpan most)
    {
        recorder.Add(Here.Wire.Channel, WireEventKind.Quiet, count: (long)most.TotalMilliseconds, note: "the conversation as a whole took too long");
        Forgo(rest);
    }

    /// <summary>Leaves the rest undone.</summary>
    /// <param name="rest">The steps that are not done.</param>
    public void Forgo(IEnumerable<ScriptStep> rest)
    {
        foreach (var step in rest.OfType<ExpectResponses>())
        {
            if (_open.TryGetValue(step.Lane, out var place))
                recorder.Add(place.Live.Wire.Channel, WireEventKind.Step, count: step.Index, note: ObservationReader.ExpectWord);
        }
    }

    private async Task LeaveAsync(int lane)
    {
        if (_open.Remove(lane, out var place)) await place.Live.DisposeAsync();
        _place = null;
    }

    private async Task AtGateAsync(string label, CancellationToken cancellation)
    {
        if (Watched is not { } watch || await watch.AwaitAsync(label, cancellation)) return;
        recorder.Add(Here.Wire.Channel, WireEventKind.Quiet, count: (long)patience.Deadline.TotalMilliseconds, note: ObservationReader.NotAtGate(label));
    }

    private async Task AwaitAsync(int index, CancellationToken cancellation)
    {
        await Here.Wire.WaitAsync(() => Here.HeadsSeen > At.HeadsAwaited || Here.Broken, patience.Deadline, cancellation);
        await TogetherAsync(index, ObservationReader.AwaitWord, () => At.HeadsAwaited = Here.HeadsSeen, cancellation);
    }

    private async Task ExpectAsync(ExpectResponses step, CancellationToken cancellation)
    {
        var wanted = Math.Max(1, step.Wanted);
        var came = await CameAsync(step.IsLast ? 1 : wanted, step.MayBreakOff, cancellation);
        if (step.IsLast && came && !Here.Wire.Ended) await FinishAsync(wanted, cancellation);
        await TogetherAsync(step.Index, ObservationReader.ExpectWord, () => (At.Consumed, At.HeadsAwaited) = (Here.CompleteFinal, Here.HeadsSeen), cancellation);
    }

    private async Task<bool> CameAsync(int count, bool mayBreakOff, CancellationToken cancellation)
    {
        var close = patience.Close.Current;
        var isForClose = mayBreakOff && close > patience.Deadline;
        var came = await Here.Wire.WaitAsync(
            () => Here.CompleteFinal >= At.Consumed + count || Here.Broken, isForClose ? close : patience.Deadline, cancellation, renews: true);
        if (isForClose && !came) patience.Close.Tell(Here.Wire.Ended);
        return came;
    }

    // That nothing more comes is shown by the server's close, or by the answer to one more request being the next thing read.
    private async Task FinishAsync(int wanted, CancellationToken cancellation)
    {
        // What cannot be read on shows nothing any more, but whether the server closes behind it must not depend on which of the two is seen first.
        if (Here.Broken)
        {
            await Here.Wire.WaitAsync(() => Here.Wire.Ended, patience.Settle, cancellation, isDeadline: false);
            return;
        }

        // Further answers that the case asks for are given time to come, each its own, so that none of them is taken for the sentinel's.
        if (wanted > 1)
            await Here.Wire.WaitAsync(() => Here.CompleteFinal >= At.Consumed + wanted || Here.Broken || Here.SaysClose, patience.Settle, cancellation, isDeadline: false, renews: true);
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

    /// <summary>How far the conversation is on one connection.</summary>
    private sealed class Place(LiveConnection live)
    {
        public LiveConnection Live { get; } = live;

        public int Consumed { get; set; }

        public int HeadsAwaited { get; set; }
    }
}

using Conform.Observations;
using Conform.Wire.Witness;

namespace Conform.Running.Witness;

/// <summary>Writes the calls of one conversation into its transcript, and holds and lets go the application as the case says.</summary>
/// <param name="recorder">The conversation's transcript.</param>
/// <param name="witness">Hears the calls.</param>
/// <param name="plan">What is waited for at the gates.</param>
/// <param name="patience">How long.</param>
/// <param name="live">The connection in use; null between two.</param>
/// <param name="time">The clock.</param>
/// <param name="printed">Where a text stands in what the server printed; null where its log is not read.</param>
internal sealed class Watch(
    TranscriptRecorder recorder, IWitness witness, GatePlan plan, Patience patience, Func<LiveConnection?> live, TimeProvider time, Func<string, IReadOnlyList<long>>? printed = null)
    : IWitnessSink
{
    // A case that is run again finds what it had printed the first time.
    private readonly Dictionary<string, long> _before = plan.Printed.ToDictionary(text => text, text => printed?.Invoke(text).LastOrDefault(-1) ?? -1, StringComparer.Ordinal);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private readonly Lock _gate = new();
    private readonly HashSet<string> _standing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _released = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = NewSignal();
    private int _calls;
    private int _open;

    /// <inheritdoc/>
    public int Begin()
    {
        lock (_gate)
        {
            _open++;
            return ++_calls;
        }
    }

    /// <inheritdoc/>
    public void Told(int call, WitnessLine line)
    {
        if (line.Gate is null) recorder.Add(-call, WireEventKind.Told, line.Octets, note: line.Text);
    }

    /// <inheritdoc/>
    public async Task HoldAsync(int call, string label, CancellationToken cancellation)
    {
        recorder.Add(-call, WireEventKind.Held, note: label);
        Change(() => _standing.Add(label));
        if (plan.Released.Contains(label)) await UntilAsync(() => _released.Contains(label), patience.Deadline * 4, cancellation);
        else if (plan.Waits.TryGetValue(label, out var wait)) await WaitAsync(wait, cancellation);
        recorder.Add(-call, WireEventKind.LetGo, note: label);
    }

    /// <inheritdoc/>
    public void Ended(int call)
    {
        recorder.Add(-call, WireEventKind.CallEnded);
        Change(() => _open--);
    }

    /// <summary>Waits until the application stands at a gate, at most the deadline.</summary>
    /// <param name="label">The gate.</param>
    /// <param name="cancellation">Ends the run.</param>
    public Task<bool> AwaitAsync(string label, CancellationToken cancellation) => UntilAsync(() => _standing.Contains(label), patience.Deadline, cancellation);

    /// <summary>Lets the application go on from a gate, now or when it comes there.</summary>
    /// <param name="label">The gate.</param>
    public void Release(string label) => Change(() => _released.Add(label));

    /// <summary>Waits for the calls to be over, at most the deadline, so that what a server does last is seen too.</summary>
    /// <param name="cancellation">Ends the run.</param>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        foreach (var label in plan.Released) Release(label);
        await witness.CatchUpAsync(patience.Deadline, time, cancellation);
        if (!await UntilAsync(() => _open == 0, patience.Deadline, cancellation)) InVain("the application's call did not end");
        if (_calls > 0 && printed is not null) await LookAtLogAsync(cancellation);
    }

    private async Task LookAtLogAsync(CancellationToken cancellation)
    {
        foreach (var text in plan.Awaited)
        {
            if (!await IsPrintedAsync(text, cancellation)) InVain($"the server did not log \"{text}\"");
        }

        if (plan.CountsPrinted) await Task.Delay(patience.Settle, time, cancellation);
        foreach (var (_, text) in plan.Printed.SelectMany(text => NewlyPrinted(text).Select(at => (at, text))).Order())
            recorder.Add(-_calls, WireEventKind.Told, note: "logged " + text);
    }

    private IEnumerable<long> NewlyPrinted(string text) => printed!(text).Where(at => at > _before[text]);

    private void InVain(string what) => recorder.Add(-_calls, WireEventKind.Quiet, count: (long)patience.Deadline.TotalMilliseconds, note: what);

    // A server may log behind the answer.
    private async Task<bool> IsPrintedAsync(string text, CancellationToken cancellation)
    {
        for (var began = time.GetTimestamp(); ; await Task.Delay(Look, time, cancellation))
        {
            if (NewlyPrinted(text).Any()) return true;
            if (time.GetElapsedTime(began) > patience.Deadline) break;
        }

        return false;
    }

    private async Task WaitAsync(GateWait wait, CancellationToken cancellation)
    {
        if (live() is not { } here) return;
        foreach (var text in wait.Texts)
            await here.Wire.WaitAsync(() => here.HasContent(text) || here.Broken, patience.Deadline, cancellation);
        if (wait.Settles) await here.Wire.WaitAsync(() => false, patience.Settle, cancellation, isDeadline: false);
    }

    private async Task<bool> UntilAsync(Func<bool> condition, TimeSpan longest, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (condition()) return true;
                changed = _changed.Task;
            }

            var left = longest - time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero) return false;
            try
            {
                await changed.WaitAsync(left, time, cancellation);
            }
            catch (TimeoutException)
            {
                // The clock is looked at above.
            }
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource woken;
        lock (_gate)
        {
            change();
            woken = _changed;
            _changed = NewSignal();
        }

        woken.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

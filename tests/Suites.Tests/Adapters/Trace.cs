using Conform.Wire.Witness;

namespace Conform.Suites.Tests.Adapters;

/// <summary>What an adapter tells in one call, and when it is let go from a gate.</summary>
internal sealed class Trace : IWitnessSink
{
    // Who does not wait has told what is behind the gate by then.
    private static readonly TimeSpan Held = TimeSpan.FromMilliseconds(100);
    private readonly List<string> _lines = [];
    private readonly List<TaskCompletionSource> _calls = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines) return [.. _lines];
        }
    }

    public int Begin()
    {
        lock (_lines)
        {
            _calls.Add(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return _calls.Count - 1;
        }
    }

    public void Told(int call, WitnessLine line)
    {
        lock (_lines) _lines.Add(line.Gate is { } gate ? $"gate {gate}" : line.Text);
    }

    /// <summary>A gate that stays shut.</summary>
    public const string Shut = "shut";

    public async Task HoldAsync(int call, string label, CancellationToken cancellation)
    {
        await Task.Delay(label == Shut ? Timeout.InfiniteTimeSpan : Held, TimeProvider.System, cancellation);
        lock (_lines) _lines.Add($"opened {label}");
    }

    public void Ended(int call)
    {
        lock (_lines) _calls[call].SetResult();
    }

    /// <summary>Returns when every call that has begun is over.</summary>
    public async Task OverAsync(TimeSpan patience)
    {
        Task[] calls;
        lock (_lines) calls = [.. _calls.Select(c => c.Task)];
        await Task.WhenAll(calls).WaitAsync(patience);
    }
}

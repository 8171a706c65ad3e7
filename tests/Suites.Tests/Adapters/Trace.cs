using Conform.Wire.Witness;

namespace Conform.Suites.Tests.Adapters;

/// <summary>What an adapter tells in one call; nobody is held at a gate.</summary>
internal sealed class Trace : IWitnessSink
{
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

    public Task HoldAsync(int call, string label, CancellationToken cancellation) => Task.CompletedTask;

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

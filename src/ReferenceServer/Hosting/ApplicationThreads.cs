using System.Collections.Concurrent;

namespace Conform.ReferenceServer.Hosting;

/// <summary>Runs calls of applications on threads of their own, so that one which blocks never holds up the pool that reads.</summary>
internal sealed class ApplicationThreads(int limit) : IDisposable
{
    private readonly BlockingCollection<Action> _calls = [];
    private readonly Lock _gate = new();
    private int _threads;
    private int _pending;

    /// <summary>Runs a call, at once or when a thread is free.</summary>
    public Task<T> RunAsync<T>(Func<T> call)
    {
        TaskCompletionSource<T> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        StartThreadIfBusy();
        _calls.Add(() =>
        {
            try
            {
                var value = call();
                Interlocked.Decrement(ref _pending);
                result.SetResult(value);
            }
            catch (Exception error)
            {
                Interlocked.Decrement(ref _pending);
                result.SetException(error);
            }
        });
        return result.Task;
    }

    public void Dispose() => _calls.CompleteAdding();

    private void StartThreadIfBusy()
    {
        lock (_gate)
        {
            if (Interlocked.Increment(ref _pending) <= _threads || _threads == limit)
            {
                return;
            }

            _threads++;
        }

        new Thread(Serve) { IsBackground = true, Name = "application" }.Start();
    }

    private void Serve()
    {
        foreach (var call in _calls.GetConsumingEnumerable())
        {
            call();
        }
    }
}

using System.Runtime.InteropServices;

namespace Conform.Wire;

/// <summary>
/// Waits for fractions of a millisecond. The timers behind TimeProvider tick in whole milliseconds, which would double the time that
/// every octet-wise delivery takes; so one background thread for the whole process sleeps for all connections, and none spins.
/// Only the distance between two writes comes from here, never a deadline: what a test or a verdict sees does not depend on it.
/// </summary>
internal sealed class Pacer
{
    // A wait that is enqueued while the thread sleeps for a later one is late by this at most.
    private static readonly TimeSpan LongestNap = TimeSpan.FromMilliseconds(1);

    private readonly object _gate = new();
    private readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();
    private bool _running;

    /// <summary>The one that all connections share.</summary>
    public static Pacer Shared { get; } = new();

    /// <summary>Whether the caller runs on the thread that all others wait for, and had better leave it before it does anything long.</summary>
    [field: ThreadStatic]
    public static bool IsHere { get; private set; }

    /// <summary>
    /// Completes when at least <paramref name="delay"/> has gone by. What awaits it goes on here, on the one thread: handing each octet to
    /// the pool would cost more than writing it, and its idle workers spin, which takes the processor from the server that is to read.
    /// </summary>
    public Task WaitAsync(TimeSpan delay)
    {
        if (delay <= TimeSpan.Zero) return Task.CompletedTask;
        if (!(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())) return Task.Delay(delay, TimeProvider.System);

        var done = new TaskCompletionSource();
        var due = TimeProvider.System.GetTimestamp() + (long)(delay.TotalSeconds * TimeProvider.System.TimestampFrequency);
        lock (_gate)
        {
            _waiting.Enqueue(done, due);
            if (!_running)
            {
                _running = true;
                new Thread(Run) { IsBackground = true, Name = "pacer" }.Start();
            }

            Monitor.Pulse(_gate);
        }

        return done.Task;
    }

    private void Run()
    {
        IsHere = true;
        while (true)
        {
            TaskCompletionSource? due = null;
            var nap = TimeSpan.Zero;
            lock (_gate)
            {
                while (_waiting.Count == 0) Monitor.Wait(_gate);
                _waiting.TryPeek(out _, out var at);
                var left = at - TimeProvider.System.GetTimestamp();
                if (left <= 0) due = _waiting.Dequeue();
                else nap = TimeSpan.FromSeconds((double)left / TimeProvider.System.TimestampFrequency);
            }

            if (due is not null) due.SetResult();
            else Nap(nap < LongestNap ? nap : LongestNap);
        }
    }

    private static void Nap(TimeSpan time)
    {
        var request = new Timespec(0, (nint)Math.Max(time.TotalNanoseconds, 1));
        _ = NanoSleep(in request, 0);
    }

    [DllImport("libc", EntryPoint = "nanosleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NanoSleep(in Timespec request, nint remaining);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Timespec(nint seconds, nint nanoseconds)
    {
        public readonly nint Seconds = seconds;
        public readonly nint Nanoseconds = nanoseconds;
    }
}

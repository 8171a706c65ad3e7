using Conform.ReferenceServer.Contract;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Hosting;

/// <summary>What all connections of one server share.</summary>
internal sealed record ServerShared(ReferenceServerOptions Options, TimeProvider Time, FaultSet Faults, Application Application) : IDisposable
{
    public HeadTransitions Transitions { get; } = new(Faults);

    public ApplicationThreads Threads { get; } = new(Options.ApplicationThreads);

    /// <summary>What one connection leaves for the next; only defects do.</summary>
    public Memory.Slot LeftBehind { get; } = new();

    /// <summary>What its connections know of each other; only defects look at it.</summary>
    public Neighbours Neighbours { get; } = new();

    /// <summary>The last X-Id that was seen; only a defect looks at it.</summary>
    public object? LastId { get; set; }

    public ErrorLog Errors { get; } = new LineLog(Options.Log);

    public void Dispose() => Threads.Dispose();

    private sealed class LineLog(Action<string> write) : ErrorLog
    {
        public override void Write(string text) => write(text);

        public override void Flush()
        {
        }
    }
}

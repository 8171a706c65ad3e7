using System.Text;
using Conform.ReferenceServer.Contract;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Tests.Protocol;

namespace Conform.ReferenceServer.Tests.Contract;

/// <summary>Runs one application behind a gateway whose network is a list of sent pieces.</summary>
internal sealed class GatewayRun : IResponseSink, IRequestContent
{
    public List<string> Sent { get; } = [];

    public string Wire => string.Concat(Sent);

    public GatewayOutcome Outcome { get; private set; }

    public string Log { get; private set; } = "";

    public bool KeepsConnection => true;

    public static GatewayRun Of(Application application, string method = "GET", string version = "1.1", Action<GatewayRun>? prepare = null)
    {
        var run = new GatewayRun();
        prepare?.Invoke(run);
        var head = Reading.Head(FaultSet.None, $"{method} / HTTP/{version}\r\nHost: a\r\n\r\n").Head!;
        var gateway = new Gateway(head, run, run, new ListLog(run), new StoppedClock(), FaultSet.None);
        run.Outcome = gateway.Run(application, []);
        return run;
    }

    public void Send(ReadOnlyMemory<byte> octets) => Sent.Add(Encoding.Latin1.GetString(octets.Span));

    public void ResponseStarts()
    {
    }

    private sealed class ListLog(GatewayRun run) : ErrorLog
    {
        public override void Write(string text) => run.Log += text;

        public override void Flush()
        {
        }
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}

/// <summary>Blocks that tell when they are asked for and closed.</summary>
internal sealed class WatchedBlocks(IEnumerable<string> blocks, Action<string> tell) : IEnumerable<ReadOnlyMemory<byte>>, IDisposable
{
    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator()
    {
        try
        {
            foreach (var block in blocks)
            {
                tell("next " + block);
                yield return Encoding.Latin1.GetBytes(block);
            }
        }
        finally
        {
            tell("enumerator closed");
        }
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => tell("iterable closed");
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Conform.ReferenceServer.Contract;

namespace Conform.ReferenceServer.Hosting;

/// <summary>A witness that is told a JSON object a line.</summary>
/// <param name="id">The conversation's id.</param>
/// <param name="process">The process that makes the call.</param>
internal abstract class TellingWitness(string id, int process) : IWitness
{
    private static int _calls;
    private readonly int _call = Interlocked.Increment(ref _calls);
    private int _count;

    /// <summary>The name of the file by which the application goes on from the gate that was told last.</summary>
    protected string GateFile => string.Create(CultureInfo.InvariantCulture, $"{id}.{process}.{_call}.{_count}.go");

    /// <summary>Who is told of a call.</summary>
    /// <param name="options">Where; nowhere unless stated.</param>
    /// <param name="id">The conversation's id; empty where it has none.</param>
    /// <param name="time">The clock.</param>
    /// <param name="inOthers">Each call is told as one in another process; only a defect does that.</param>
    /// <returns>The witness, or one that watches nothing.</returns>
    public static IWitness Of(ReferenceServerOptions options, string id, TimeProvider time, bool inOthers = false)
    {
        if (id.Length == 0) return NoWitness.Instance;
        var process = Environment.ProcessId + (inOthers ? Interlocked.Increment(ref _calls) : 0);
        TellingWitness? witness = options.Witness is { } at ? new TcpWitness(at, id, process) : options.Ledger is { } folder ? new FileWitness(folder, id, process, time) : null;
        witness?.Tell("hello");
        return witness ?? (IWitness)NoWitness.Instance;
    }

    /// <inheritdoc/>
    public void Tell(string happening, string? result = null, string? kind = null, string? detail = null) =>
        Send(("ev", happening), ("r", result), ("kind", kind), ("d", detail));

    /// <inheritdoc/>
    public abstract void Hold(string label);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Makes a line and sends it.</summary>
    /// <param name="members">What stands in it besides; null values do not.</param>
    /// <returns>Whether it went.</returns>
    protected bool Send(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var line = new JsonObject { ["v"] = 1, ["id"] = id, ["call"] = _call, ["n"] = ++_count, ["pid"] = process };
        foreach (var (name, value) in members)
        {
            if (value is not null) line[name] = value;
        }

        return Send([.. Encoding.UTF8.GetBytes(line.ToJsonString()), (byte)'\n']);
    }

    /// <summary>Sends a line.</summary>
    /// <param name="line">The line with its end.</param>
    /// <returns>Whether it went.</returns>
    protected abstract bool Send(byte[] line);
}

using System.Net;
using Conform.Cases;
using Conform.Generation;
using Conform.Observations;
using Conform.Wire;

namespace Conform.Running.Targets;

/// <summary>A server that somebody else runs: ready when it accepts a connection.</summary>
/// <param name="uri">Where it is.</param>
/// <param name="options">What the user said of it.</param>
/// <param name="time">The clock.</param>
public sealed class UrlTarget(TargetUri uri, TargetOptions options, TimeProvider time) : ITarget
{
    /// <inheritdoc/>
    public string Name => uri.Text;

    /// <inheritdoc/>
    public string Argument => uri.Text;

    /// <inheritdoc/>
    public string? Version => null;

    /// <inheritdoc/>
    public Endpoint Endpoint => uri.Endpoint;

    /// <inheritdoc/>
    public WireOptions Wire { get; } = new() { Insecure = options.Insecure };

    /// <inheritdoc/>
    public TargetValues Values { get; } = options.ValuesFor(uri);

    /// <inheritdoc/>
    public Capabilities Capabilities => options.Capabilities;

    /// <inheritdoc/>
    public IPEndPoint? Witness { get; } = options.Witness;

    /// <inheritdoc/>
    public string? Ledger { get; } = options.Ledger;

    /// <inheritdoc/>
    public bool CanRestart => false;

    /// <inheritdoc/>
    public bool HasExited => false;

    /// <inheritdoc/>
    public string OutputTail => string.Empty;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellation) =>
        await (await new Dialer(Endpoint, Wire, time).DialAsync(new TranscriptRecorder(time), NobodyListens.Instance, cancellation)).DisposeAsync();

    /// <inheritdoc/>
    public Task RestartAsync(CancellationToken cancellation) => throw new InvalidOperationException("conform did not start this target");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

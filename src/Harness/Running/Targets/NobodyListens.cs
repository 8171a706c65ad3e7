using Conform.Observations;
using Conform.Wire;

namespace Conform.Running.Targets;

/// <summary>For a connection on which nothing is read.</summary>
internal sealed class NobodyListens : IWireObserver
{
    /// <summary>The one there is.</summary>
    public static NobodyListens Instance { get; } = new();

    /// <inheritdoc/>
    public void Received(ReadOnlySpan<byte> octets)
    {
    }

    /// <inheritdoc/>
    public void Ended(WireEventKind kind)
    {
    }
}

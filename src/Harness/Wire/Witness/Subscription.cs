namespace Conform.Wire.Witness;

/// <summary>Does something once it is disposed.</summary>
/// <param name="end">What.</param>
internal sealed class Subscription(Action end) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => end();
}

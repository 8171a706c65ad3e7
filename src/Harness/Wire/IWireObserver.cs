using Conform.Observations;

namespace Conform.Wire;

/// <summary>
/// Is told what comes on a connection, in order, while the connection's lock is held: whatever it keeps may be read in the conditions
/// given to <see cref="WireConnection"/> without a lock of its own. It must be quick and must not call the connection.
/// </summary>
public interface IWireObserver
{
    /// <summary>Octets came, kept in the transcript or not.</summary>
    /// <param name="octets">Valid only during the call.</param>
    void Received(ReadOnlySpan<byte> octets);

    /// <summary>Nothing more will come. Called once at most, and never when we end the connection ourselves.</summary>
    /// <param name="how">
    /// <see cref="WireEventKind.Fin"/>, <see cref="WireEventKind.Reset"/>, <see cref="WireEventKind.TlsClosed"/> or
    /// <see cref="WireEventKind.TlsTruncated"/>.
    /// </param>
    void Ended(WireEventKind how);
}

namespace Conform.Wire;

/// <summary>
/// Keeps the writes of one connection apart, so that the server reads each by itself. A gap does it where the server is quick. Where it is
/// not, Linux helps: a receiver confirms a small segment when the application has read it, so an unconfirmed one is a reason to wait
/// longer. It confirms at once in the first segments of a connection, and late once it has answered, so this is only a hint.
/// </summary>
internal sealed class Spacing(Transport transport)
{
    // How much longer than a gap an unread piece is waited for, in gaps.
    private const int LongestWait = 10;

    // A receiver that keeps back its confirmations would make every piece cost the longest wait; so often in a row is enough to know.
    private const int Enough = 3;

    private long? _lastWrite;
    private int _inVain;

    /// <summary>A write is done.</summary>
    public void Wrote() => _lastWrite = TimeProvider.System.GetTimestamp();

    /// <summary>Completes when the next write may go out.</summary>
    public async ValueTask PauseAsync(TimeSpan gap)
    {
        if (_lastWrite is not { } last) return;
        await Pacer.Shared.WaitAsync(gap - TimeProvider.System.GetElapsedTime(last));
        if (_inVain >= Enough) return;
        while (transport.IsConfirmed == false)
        {
            if (TimeProvider.System.GetElapsedTime(last) >= gap * LongestWait)
            {
                _inVain++;
                return;
            }

            await Pacer.Shared.WaitAsync(gap / 2);
        }

        _inVain = 0;
    }
}

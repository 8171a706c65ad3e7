namespace Conform.Running;

/// <summary>
/// How long a server is waited for that has to close. A lingering close may take its time: servers read on for some seconds so that their answer is
/// not lost (RFC 9112 section 9.6), and only then close. A target that has shown often enough that it never does gets no more than the deadline.
/// </summary>
/// <param name="deadline">What any answer gets.</param>
public sealed class CloseWait(TimeSpan deadline)
{
    private const int Enough = 6;
    private static readonly TimeSpan Lingering = TimeSpan.FromSeconds(6.5);
    private int _missed;

    /// <summary>How long to wait now.</summary>
    public TimeSpan Current => Volatile.Read(ref _missed) < Enough ? Longest : deadline;

    /// <summary>The longest that a close is ever waited for.</summary>
    public TimeSpan Longest => Lingering > deadline ? Lingering : deadline;

    /// <summary>Says how a wait for the close came out.</summary>
    /// <param name="closed">Whether the server closed.</param>
    public void Tell(bool closed)
    {
        if (!closed) Interlocked.Increment(ref _missed);
    }
}

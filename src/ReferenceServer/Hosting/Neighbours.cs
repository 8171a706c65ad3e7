namespace Conform.ReferenceServer.Hosting;

/// <summary>What the connections of one server know of each other; only defects look at it. Safe from several threads.</summary>
internal sealed class Neighbours
{
    private const int MostEnds = 2;
    private readonly Lock _gate = new();
    private int _heads;
    private int _contents;
    private int _closes;
    private int _silent;
    private int _ends;
    private int _expectations;

    /// <summary>How many heads were read to their end.</summary>
    public int Heads => Volatile.Read(ref _heads);

    /// <summary>How many contents were.</summary>
    public int Contents => Volatile.Read(ref _contents);

    /// <summary>How many clients said that they would close.</summary>
    public int Closes => Volatile.Read(ref _closes);

    /// <summary>How many connections are open and have said nothing.</summary>
    public int Silent => Volatile.Read(ref _silent);

    /// <summary>How many requests that asked to be told to continue are under way.</summary>
    public int Expectations => Volatile.Read(ref _expectations);

    public void CountHead() => Interlocked.Increment(ref _heads);

    public void CountContent() => Interlocked.Increment(ref _contents);

    public void CountClose() => Interlocked.Increment(ref _closes);

    public void CountExpectation(int more) => Interlocked.Add(ref _expectations, more);

    public void CountSilent(int more) => Interlocked.Add(ref _silent, more);

    /// <summary>A connection that comes next is to be ended, and the one behind it where that was said twice.</summary>
    public void EndNext()
    {
        lock (_gate) _ends = Math.Min(_ends + 1, MostEnds);
    }

    /// <summary>Whether that is this one.</summary>
    public bool TakeEnd()
    {
        lock (_gate) return _ends > 0 && _ends-- > 0;
    }
}

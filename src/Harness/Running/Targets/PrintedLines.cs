namespace Conform.Running.Targets;

/// <summary>The last lines that a server printed, each with its number. Several threads may add lines and look for them.</summary>
internal sealed class PrintedLines
{
    private const int Kept = 5000;
    private const int Widest = 1_000_000;
    private readonly Queue<string> _lines = new();
    private long _gone;

    /// <summary>Takes a line, and forgets one of long ago.</summary>
    /// <param name="line">The line.</param>
    public void Keep(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count <= Kept) return;
            _lines.Dequeue();
            _gone++;
        }
    }

    /// <summary>Where a text stands: numbers that ascend, and that no later line changes.</summary>
    /// <param name="text">The text.</param>
    public IReadOnlyList<long> Find(string text)
    {
        lock (_lines) return [.. _lines.SelectMany((line, at) => In(line, text).Select(column => ((_gone + at) * Widest) + Math.Min(column, Widest - 1)))];
    }

    /// <summary>The last lines.</summary>
    /// <param name="count">How many.</param>
    public string Tail(int count)
    {
        lock (_lines) return string.Join('\n', _lines.TakeLast(count));
    }

    private static IEnumerable<int> In(string line, string text)
    {
        for (var at = line.IndexOf(text, StringComparison.Ordinal); at >= 0 && text.Length > 0; at = line.IndexOf(text, at + text.Length, StringComparison.Ordinal))
            yield return at;
    }
}

namespace Conform.Running.Targets;

/// <summary>The last lines that a server printed, each with its number. Several threads may add lines and look for them.</summary>
internal sealed class PrintedLines
{
    private const int Kept = 5000;
    private const int Widest = 1_000_000;
    private readonly Queue<(string Line, bool IsError)> _lines = new();
    private long _gone;

    /// <summary>Takes a line, and forgets one of long ago.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isError">Whether it came as an error.</param>
    public void Keep(string line, bool isError)
    {
        lock (_lines)
        {
            _lines.Enqueue((line, isError));
            if (_lines.Count <= Kept) return;
            _lines.Dequeue();
            _gone++;
        }
    }

    /// <summary>
    /// The lines in which a text stands: numbers that ascend, and that no later line changes. A log may go to both outputs, and a structured one may have the
    /// text more than once in a line, so it is counted by the lines of the output that has more of them.
    /// </summary>
    /// <param name="text">The text.</param>
    public IReadOnlyList<long> Find(string text)
    {
        lock (_lines)
        {
            var found = _lines.Select((line, at) => (line.IsError, Row: _gone + at, Column: line.Line.IndexOf(text, StringComparison.Ordinal))).Where(f => f.Column >= 0).ToLookup(f => f.IsError);
            var most = found[true].Count() >= found[false].Count() ? found[true] : found[false];
            return [.. most.Select(f => (f.Row * Widest) + Math.Min(f.Column, Widest - 1))];
        }
    }

    /// <summary>The last lines.</summary>
    /// <param name="count">How many.</param>
    public string Tail(int count)
    {
        lock (_lines) return string.Join('\n', _lines.TakeLast(count).Select(l => l.Line));
    }
}

using System.Collections.Concurrent;
using Conform.Judging;

namespace Conform.Running;

/// <summary>
/// What waited in vain and is asked again. The first are asked alone, so that no load of ours decides. Once so many in a row came to the same as
/// before, it is the server that does not answer, and several are asked at once: a server that closes no connection any more makes thousands of them,
/// and a run against it has to end. One that comes out another way is asked alone again, and so are those behind it.
/// </summary>
internal sealed class Confirmations
{
    private const int Enough = 8;
    private readonly ConcurrentQueue<(WorkItem Item, Result First)> _waiting = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Result>> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Expected, string Observed), int> _unseen = new();
    private int _agreed;

    /// <summary>Whether those that were asked alone have shown that it is not our load.</summary>
    public bool SeveralAtOnce => Volatile.Read(ref _agreed) >= Enough;

    /// <summary>Adds what has to be asked again.</summary>
    /// <param name="item">What was done.</param>
    /// <param name="first">What it came to.</param>
    public void Add(WorkItem item, Result first) => _waiting.Enqueue((item, first));

    /// <summary>Takes the next.</summary>
    /// <param name="next">What was done, and what it came to.</param>
    /// <returns>Whether there is one.</returns>
    public bool Take(out (WorkItem Item, Result First) next) => _waiting.TryDequeue(out next);

    /// <summary>Takes all, those of a case together: what one delivery shows may stand for the next.</summary>
    public ConcurrentQueue<IReadOnlyList<(WorkItem Item, Result First)>> TakeByCase()
    {
        var all = new List<(WorkItem Item, Result First)>();
        while (_waiting.TryDequeue(out var next)) all.Add(next);
        return new(all.GroupBy(w => w.Item.Planned.Id, StringComparer.Ordinal).Select(g => g.ToList()));
    }

    /// <summary>The like of a result that was confirmed under another delivery; null where none was.</summary>
    /// <param name="item">What was done.</param>
    /// <param name="first">What it came to.</param>
    public Result? LikeOf(WorkItem item, Result first) => _known.GetValueOrDefault(item.Planned.Id)?.FirstOrDefault(r => Agreement.IsSame(r, first));

    /// <summary>
    /// Whether so many others could not be seen for the same reason, also when they were asked again alone, that one more need not be asked: a server that
    /// never tells a client to go on makes a wait of each of them. A failure is always asked again.
    /// </summary>
    /// <param name="first">What it came to.</param>
    public bool IsUsual(Result first) => first.Outcome == Outcome.NotObservable && _unseen.GetValueOrDefault(Kind(first)) >= Enough;

    /// <summary>Says that it came to the same again.</summary>
    /// <param name="item">What was done.</param>
    /// <param name="first">What it came to.</param>
    /// <param name="alone">Whether it was asked alone, so that it speaks for the rest too.</param>
    public void Agreed(WorkItem item, Result first, bool alone)
    {
        _known.GetOrAdd(item.Planned.Id, static _ => []).Enqueue(first);
        if (!alone) return;
        Interlocked.Increment(ref _agreed);
        if (first.Outcome == Outcome.NotObservable) _unseen.AddOrUpdate(Kind(first), 1, static (_, n) => n + 1);
    }

    /// <summary>Says that it came out another way, or that the target died: whatever comes next is asked alone.</summary>
    public void Differed()
    {
        Interlocked.Exchange(ref _agreed, 0);
        _unseen.Clear();
    }

    private static (string Expected, string Observed) Kind(Result result) => (result.Verdict.Expected, result.Verdict.Observed);
}

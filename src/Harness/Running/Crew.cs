using System.Collections.Concurrent;
using Conform.Judging;

namespace Conform.Running;

/// <summary>Works through the items: in parallel as far as the target bears it, alone where a verdict must not be ours.</summary>
internal sealed class Crew(CaseRunner runner, ITarget target, int jobs, Action<Result> emit, LivenessCheck liveness, bool confirmsPasses)
{
    private const int MostRestarts = 20;
    private readonly ConcurrentQueue<(WorkItem Item, Result? Seen)> _suspects = new();
    private readonly Confirmations _confirmations = new();
    private readonly List<string> _died = [];
    private readonly Lock _emitting = new();
    private volatile bool _down;
    private bool _gone;
    private int _restarts;

    /// <summary>For each time that the target died: what was going on.</summary>
    public IReadOnlyList<string> Died => _died;

    /// <summary>Works through all items.</summary>
    /// <param name="items">In order; equal ranks may run at once.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task RunAsync(IReadOnlyList<IGrouping<int, WorkItem>> items, CancellationToken cancellation)
    {
        foreach (var group in items)
        {
            var queue = new ConcurrentQueue<WorkItem>(group);
            var atOnce = Math.Max(1, jobs / queue.Max(i => i.Planned.Case.Width));
            while (!queue.IsEmpty || !_suspects.IsEmpty)
            {
                if (_gone) GiveUp(queue);
                else await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => WorkAsync(queue, cancellation)));
                if (_down) await AfterDeathAsync(cancellation);
            }

            // All our other connections are closed now: whatever waited in vain is asked again, before others build on it.
            while (_confirmations.Take(out var waiting))
            {
                await ConfirmAsync(waiting.Item, waiting.First, cancellation);
                if (_confirmations.SeveralAtOnce && atOnce > 1) await ConfirmSeveralAsync(atOnce, cancellation);
            }
        }
    }

    private async Task WorkAsync(ConcurrentQueue<WorkItem> queue, CancellationToken cancellation)
    {
        while (!_down && queue.TryDequeue(out var item))
        {
            if (runner.WithoutAsking(item) is { } told)
            {
                Tell(told);
                continue;
            }

            var result = await TryAsync(item, runner.Patience, cancellation);
            if (result is null || _down || !await liveness.IsAliveAfterAsync(result, runner.Patience, cancellation))
            {
                _down = true;
                _suspects.Enqueue((item, result));
                return;
            }

            if (result.Verdict.RestsOnDeadline && (confirmsPasses || result.Outcome != Outcome.Pass)) _confirmations.Add(item, result);
            else Emit(item, result);
        }
    }

    private async Task<Result?> TryAsync(WorkItem item, Patience patience, CancellationToken cancellation, bool fresh = false)
    {
        try
        {
            return await runner.RunAsync(item, patience, fresh, cancellation);
        }
        catch (TargetGoneException)
        {
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return CaseRunner.Told(item, Outcome.Error, $"{e.GetType().Name}: {e.Message}");
        }
    }

    // Everything that was in flight may have killed the target. Where it can be had again, each suspect runs alone.
    private async Task AfterDeathAsync(CancellationToken cancellation)
    {
        var suspects = new List<(WorkItem Item, Result? Seen)>();
        while (_suspects.TryDequeue(out var suspect)) suspects.Add(suspect);
        var names = suspects.ConvertAll(s => s.Item.ToString());
        var found = _died.Count;
        if (!await ReviveAsync(cancellation))
        {
            foreach (var (item, seen) in suspects) Emit(item, Blame(item, seen, names));
            _died.Add("during " + string.Join(" or ", names));
            return;
        }

        foreach (var (item, _) in suspects)
        {
            if (await AloneAsync(item, cancellation) is { } result) Emit(item, result);
        }

        if (_died.Count == found) _died.Add($"while {string.Join(", ", names)} ran; alone, none of them kills it");
    }

    private Result Blame(WorkItem item, Result? seen, List<string> suspects)
    {
        if (suspects.Count > 1) return CaseRunner.Told(item, Outcome.Inconclusive, $"the target died during this case or another of: {string.Join(", ", suspects)}");
        return seen is null ? CaseRunner.Told(item, Outcome.Inconclusive, "the target was gone before this case could connect") : runner.Killed(item, seen);
    }

    private async Task<bool> ReviveAsync(CancellationToken cancellation)
    {
        _down = false;
        _gone = _gone || ++_restarts > MostRestarts || !await BackAsync(cancellation);
        return !_gone;
    }

    // What somebody else started may have been busy only, or may be started again by whoever looks after it.
    private async Task<bool> BackAsync(CancellationToken cancellation)
    {
        if (!target.CanRestart) return await liveness.IsAliveAsync(runner.Patience.Twice(), cancellation);
        try
        {
            await target.RestartAsync(cancellation);
            return true;
        }
        catch (TargetGoneException)
        {
            return false;
        }
    }

    private async Task ConfirmAsync(WorkItem item, Result first, CancellationToken cancellation)
    {
        if (IsKnown(item, first) || await AloneAsync(item, cancellation) is not { } second) return;
        if (IsAgreed(item, first, second, alone: true)) return;
        _confirmations.Differed();
        if (await AloneAsync(item, cancellation) is { } third)
            Emit(item, Agreement.Of(Agreement.WithEarlier(Agreement.WithEarlier(third, second), first), second.Outcome == third.Outcome));
    }

    // Ends where one comes out another way: that one is asked alone at once, and the rest when its turn comes.
    private async Task ConfirmSeveralAsync(int atOnce, CancellationToken cancellation)
    {
        var cases = _confirmations.TakeByCase();
        var odd = new ConcurrentQueue<(WorkItem Item, Result First)>();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (cases.TryDequeue(out var deliveries))
            {
                foreach (var (item, first) in deliveries)
                {
                    if (!_confirmations.SeveralAtOnce) _confirmations.Add(item, first);
                    else if (!await IsConfirmedAsync(item, first, cancellation)) odd.Enqueue((item, first));
                }
            }
        }));
        if (_down)
        {
            _died.Add($"while {string.Join(", ", odd.Select(o => o.Item))} were asked again");
            await ReviveAsync(cancellation);
        }

        while (odd.TryDequeue(out var one)) await ConfirmAsync(one.Item, one.First, cancellation);
    }

    private async Task<bool> IsConfirmedAsync(WorkItem item, Result first, CancellationToken cancellation)
    {
        if (IsKnown(item, first)) return true;
        var second = await TryAsync(item, runner.Patience.Twice(), cancellation, fresh: true);
        if (second is null || !await liveness.IsAliveAfterAsync(second, runner.Patience, cancellation)) _down = true;
        else if (IsAgreed(item, first, second, alone: false)) return true;
        _confirmations.Differed();
        return false;
    }

    private bool IsKnown(WorkItem item, Result first)
    {
        var like = _confirmations.LikeOf(item, first);
        if (like is null && !_confirmations.IsUsual(first)) return false;
        Emit(item, like is null ? Agreement.Usual(first) : Agreement.Like(first, like.Delivery));
        return true;
    }

    private bool IsAgreed(WorkItem item, Result first, Result second, bool alone)
    {
        if (second.Outcome != first.Outcome) return false;
        _confirmations.Agreed(item, first, alone);
        Emit(item, Agreement.WithEarlier(second, first));
        return true;
    }

    // Null: the target is gone, or the case killed it, and that has been said.
    private async Task<Result?> AloneAsync(WorkItem item, CancellationToken cancellation)
    {
        if (_gone)
        {
            Emit(item, Gone(item));
            return null;
        }

        var result = await TryAsync(item, runner.Patience.Twice(), cancellation, fresh: true);
        if (result is not null && await liveness.IsAliveAfterAsync(result, runner.Patience, cancellation)) return result;
        Emit(item, runner.Killed(item, result));
        _died.Add($"during {item}");
        await ReviveAsync(cancellation);
        return null;
    }

    private static Result Gone(WorkItem item) => CaseRunner.Told(item, Outcome.Inconclusive, "the target is gone");

    private void GiveUp(ConcurrentQueue<WorkItem> queue)
    {
        while (queue.TryDequeue(out var item)) Emit(item, Gone(item));
    }

    private void Emit(WorkItem item, Result result)
    {
        runner.Remember(item, result.Outcome);
        Tell(result);
    }

    private void Tell(Result result)
    {
        lock (_emitting) emit(result);
    }
}

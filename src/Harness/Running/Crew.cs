using System.Collections.Concurrent;
using Conform.Judging;

namespace Conform.Running;

/// <summary>Works through the items: in parallel as far as the target bears it, alone where a verdict must not be ours.</summary>
internal sealed class Crew(CaseRunner runner, ITarget target, int jobs, Action<Result> emit, LivenessCheck liveness)
{
    private const int MostRestarts = 20;
    private readonly ConcurrentQueue<WorkItem> _suspects = new();
    private readonly ConcurrentQueue<(WorkItem Item, Result First)> _confirm = new();
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
            while (!queue.IsEmpty || !_suspects.IsEmpty)
            {
                if (_gone) GiveUp(queue);
                else await Task.WhenAll(Enumerable.Range(0, jobs).Select(_ => WorkAsync(queue, cancellation)));
                if (_down) await AfterDeathAsync(cancellation);
            }
        }

        // All our other connections are closed now: whatever waited in vain is asked again, alone.
        while (_confirm.TryDequeue(out var waiting))
        {
            if (_gone) Emit(CaseRunner.Told(waiting.Item, Outcome.Inconclusive, "the target is gone"));
            else await AloneAsync(waiting.Item, waiting.First, cancellation);
        }
    }

    private async Task WorkAsync(ConcurrentQueue<WorkItem> queue, CancellationToken cancellation)
    {
        while (!_down && queue.TryDequeue(out var item))
        {
            if (runner.WithoutAsking(item) is { } told)
            {
                Emit(told);
                continue;
            }

            var result = await TryAsync(item, runner.Patience, cancellation);
            if (result is null || _down || !await liveness.IsAliveAfterAsync(result, runner.Patience, cancellation))
            {
                _down = true;
                _suspects.Enqueue(item);
                return;
            }

            runner.Remember(item, result.Outcome);
            if (result.Verdict.RestsOnDeadline) _confirm.Enqueue((item, result));
            else Emit(result);
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

    // Everything that was in flight may have killed the target. What conform started is started again, and each suspect runs alone.
    private async Task AfterDeathAsync(CancellationToken cancellation)
    {
        var suspects = new List<WorkItem>();
        while (_suspects.TryDequeue(out var suspect)) suspects.Add(suspect);
        var found = _died.Count;
        if (!await ReviveAsync(cancellation))
        {
            foreach (var suspect in suspects) Emit(Blame(suspect, suspects));
            _died.Add("during " + string.Join(" or ", suspects));
            return;
        }

        foreach (var suspect in suspects) await AloneAsync(suspect, null, cancellation);
        if (_died.Count == found) _died.Add($"while {string.Join(", ", suspects)} ran; alone, none of them kills it");
    }

    private static Result Blame(WorkItem suspect, List<WorkItem> suspects) => suspects.Count == 1
        ? CaseRunner.Told(suspect, Outcome.Fail, "the target died, or answers nobody any more")
        : CaseRunner.Told(suspect, Outcome.Inconclusive, $"the target died during this case or another of: {string.Join(", ", suspects)}");

    private async Task<bool> ReviveAsync(CancellationToken cancellation)
    {
        _down = false;
        _gone = !target.CanRestart || ++_restarts > MostRestarts;
        if (_gone) return false;
        try
        {
            await target.RestartAsync(cancellation);
        }
        catch (TargetGoneException)
        {
            _gone = true;
        }

        return !_gone;
    }

    private async Task AloneAsync(WorkItem item, Result? first, CancellationToken cancellation)
    {
        var second = await ConfirmAsync(item, cancellation);
        if (second is null || _gone) return;
        if (first is null || second.Outcome == first.Outcome)
        {
            Emit(WithEarlier(second, first));
            return;
        }

        var third = await ConfirmAsync(item, cancellation);
        if (third is null) return;
        Emit(Agreement.Of(WithEarlier(WithEarlier(third, second), first)!, second.Outcome == third.Outcome));
    }

    private static Result WithEarlier(Result result, Result? earlier) => result.Evidence is not { } evidence || earlier?.Evidence is not { } before
        ? result
        : result with { Evidence = evidence with { Earlier = [before.Subject, .. evidence.Earlier] } };

    // Null: the case killed the target, and that has been said.
    private async Task<Result?> ConfirmAsync(WorkItem item, CancellationToken cancellation)
    {
        var result = await TryAsync(item, runner.Patience.Twice(), cancellation, fresh: true);
        if (result is not null && await liveness.IsAliveAfterAsync(result, runner.Patience, cancellation)) return result;
        Emit(runner.Killed(item, result));
        _died.Add($"during {item}");
        await ReviveAsync(cancellation);
        return null;
    }

    private void GiveUp(ConcurrentQueue<WorkItem> queue)
    {
        while (queue.TryDequeue(out var item)) Emit(CaseRunner.Told(item, Outcome.Inconclusive, "the target is gone"));
    }

    private void Emit(Result result)
    {
        lock (_emitting) emit(result);
    }
}

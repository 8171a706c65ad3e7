using Conform.Cases;
using Conform.Judging;
using Conform.Reporting;
using Conform.Running;
using Conform.Snapshots;

namespace Conform.Commands;

/// <summary>Compares what a run saw with what was seen before.</summary>
internal sealed class SnapshotWork
{
    private readonly SnapshotStore _store;
    private readonly Catalogue _catalogue;
    private readonly bool _all;

    private SnapshotWork(SnapshotStore store, Catalogue catalogue, bool all) => (_store, _catalogue, _all) = (store, catalogue, all);

    /// <summary>Opens the folder that an option names.</summary>
    /// <param name="directory">The folder; null for no snapshots.</param>
    /// <param name="catalogue">All cases there are.</param>
    /// <param name="plan">Those that run.</param>
    /// <exception cref="UsageException">The folder cannot be used, or the plan holds nothing that could be compared.</exception>
    public static SnapshotWork? Open(string? directory, Catalogue catalogue, RunPlan plan)
    {
        if (directory is null) return null;
        if (!plan.Deliveries.Any(d => NormalisedObservation.Belongs(string.Empty, d.ToString())))
            throw new UsageException("--snapshots compares the delivery whole; add --delivery whole");
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--snapshots: cannot use {directory}: {e.Message}");
        }

        return new SnapshotWork(new SnapshotStore(directory), catalogue, plan.Cases.Count(c => !c.Case.IsDrawn) == catalogue.Cases.Count(c => !c.IsDrawn));
    }

    /// <summary>Compares.</summary>
    /// <param name="results">What the run found.</param>
    public IReadOnlyList<SnapshotDifference> Verify(IReadOnlyList<Result> results)
    {
        var texts = results.Where(r => r.Evidence is not null && NormalisedObservation.Belongs(r.Case, r.Delivery))
            .ToDictionary(r => r.Case, r => NormalisedObservation.Of(r.Evidence!), StringComparer.Ordinal);
        var report = _store.Verify(texts, _catalogue.Knows);
        var changes = report.Changes.Select(c => new SnapshotDifference(c.Name, c.IsNew ? $"not seen before\n{c.Diff}" : c.Diff));

        // A part of a run cannot know what the rest of the cases did.
        var dangling = _all ? report.Dangling.Select(d => new SnapshotDifference(d, "dangling: there is no such case any more")) : [];
        return [.. changes, .. dangling];
    }
}

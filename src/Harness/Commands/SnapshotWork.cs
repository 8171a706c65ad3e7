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
    private readonly string _directory;
    private readonly bool _all;
    private IReadOnlyList<string> _differing = [];

    private SnapshotWork(string directory, Catalogue catalogue, bool all) => (_directory, _store, _catalogue, _all) = (directory, new SnapshotStore(directory), catalogue, all);

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

        return new SnapshotWork(directory, catalogue, plan.Cases.Count(c => !c.Case.IsDrawn) == catalogue.Cases.Count(c => !c.IsDrawn));
    }

    /// <summary>Compares.</summary>
    /// <param name="results">What the run found.</param>
    public IReadOnlyList<SnapshotDifference> Verify(IReadOnlyList<Result> results)
    {
        var texts = results.Where(r => r.Evidence is not null && NormalisedObservation.Belongs(r.Case, r.Delivery))
            .ToDictionary(r => r.Case, r => NormalisedObservation.Of(r.Evidence!), StringComparer.Ordinal);
        // A part of a run cannot know what the rest of the cases did.
        var report = _store.Verify(texts, id => !_all || _catalogue.Knows(id));
        _differing = [.. report.Changes.Where(c => !c.IsNew).Select(c => c.Name)];
        var changes = report.Changes.Select(c => new SnapshotDifference(c.Name, c.IsNew ? $"not seen before\n{c.Diff}" : c.Diff));
        return [.. changes, .. report.Dangling.Select(d => new SnapshotDifference(d, "dangling: there is no such case any more"))];
    }

    /// <summary>Opens a diff tool on what differs, where a person sits.</summary>
    public Task OpenToolAsync() => DiffTool.OpenAsync(_directory, _differing, isInteractive: !Console.IsOutputRedirected);
}

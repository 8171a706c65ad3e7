using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting;

/// <summary>A snapshot that differs, as a report shows it.</summary>
/// <param name="Name">The snapshot's name.</param>
/// <param name="Text">The difference, readable, several lines.</param>
public sealed record SnapshotDifference(string Name, string Text);

/// <summary>What a run came to, known when it is over.</summary>
public sealed record RunSummary
{
    /// <summary>How many results came to each outcome.</summary>
    public required IReadOnlyDictionary<Outcome, int> Counts { get; init; }

    /// <summary>How many results were unexpected.</summary>
    public required int UnexpectedResults { get; init; }

    /// <summary>How many results deviate as it is known.</summary>
    public required int Known { get; init; }

    /// <summary>Deviations that do not hold any more.</summary>
    public required IReadOnlyList<Deviation> Stale { get; init; }

    /// <summary>Lines whose last day has passed.</summary>
    public IReadOnlyList<ListedCase> Expired { get; init; } = [];

    /// <summary>What is known of the target, and from which weight on a failure counts; kept in the record, so that a report needs nothing else.</summary>
    public RunMemory? Memory { get; init; }

    /// <summary>Snapshots that differ, or are new.</summary>
    public IReadOnlyList<SnapshotDifference> Differences { get; init; } = [];

    /// <summary>Where the target died, or why it could not be reached; null when it lived.</summary>
    public string? TargetDown { get; init; }

    /// <summary>How long the run took; zero where it is not known.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Everything unexpected: results, stale deviations, expired lines, snapshots.</summary>
    public int Unexpected => UnexpectedResults + Stale.Count + Expired.Count + Differences.Count;

    /// <summary>How many results there were.</summary>
    public int Total => Counts.Values.Sum();

    /// <summary>What the program exits with.</summary>
    public ExitCode ExitCode => ExitCodes.Of(usage: false, Counts.GetValueOrDefault(Outcome.Error), TargetDown is not null, Unexpected);

    /// <summary>The footer of the record.</summary>
    public RunEnd End => new(Counts, Unexpected, (int)ExitCode)
    {
        Memory = Memory, Differences = Differences, TargetDown = TargetDown, Duration = Duration,
    };

    /// <summary>Counts an assessed run.</summary>
    /// <param name="assessment">The run.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="targetDown">Where the target died, or why it could not be reached.</param>
    /// <param name="differences">Snapshots that differ.</param>
    public static RunSummary Of(
        Assessment assessment, TimeSpan duration = default, string? targetDown = null, IReadOnlyList<SnapshotDifference>? differences = null) => new()
    {
        Counts = assessment.Results.CountBy(r => r.Result.Outcome).ToDictionary(),
        UnexpectedResults = assessment.Results.Count(r => r.Standing.Kind == StandingKind.Unexpected),
        Known = assessment.Results.Count(r => r.Standing.Kind == StandingKind.Known),
        Stale = assessment.Stale,
        Expired = assessment.Expired,
        Differences = differences ?? [],
        TargetDown = targetDown,
        Duration = duration,
    };
}

using Conform.Cases;
using Conform.Judging;

namespace Conform.Reporting.Records;

/// <summary>The last record of a run. A file without it is a broken run.</summary>
/// <param name="Counts">How many results came to each outcome; an outcome that is missing had none.</param>
/// <param name="Unexpected">How many things were unexpected: results, and stale deviations.</param>
/// <param name="ExitCode">What the program exited with.</param>
public sealed record RunEnd(IReadOnlyDictionary<Outcome, int> Counts, int Unexpected, int ExitCode)
{
    /// <summary>What the run was measured by; null in records that do not say.</summary>
    public RunMemory? Memory { get; init; }

    /// <summary>Snapshots that differed.</summary>
    public IReadOnlyList<SnapshotDifference> Differences { get; init; } = [];

    /// <summary>Where the target died, or why it could not be reached; null when it lived.</summary>
    public string? TargetDown { get; init; }

    /// <summary>How long the run took; zero where it is not known.</summary>
    public TimeSpan Duration { get; init; }
}

/// <summary>What a run was measured by.</summary>
/// <param name="FailOn">The weight from which on a failure fails the run.</param>
/// <param name="Known">What was known of the target.</param>
public sealed record RunMemory(Weight FailOn, TargetMemory Known);

/// <summary>A run as it was read from its records.</summary>
/// <param name="Header">The first record.</param>
/// <param name="Results">The results in the order they came.</param>
/// <param name="End">The last record; null for a broken run.</param>
public sealed record Recording(RunHeader Header, IReadOnlyList<Result> Results, RunEnd? End)
{
    /// <summary>True when the last line was cut off while it was written; it is not among the results.</summary>
    public bool LastLineIsCut { get; init; }

    /// <summary>Why the recording is not a whole run, in one line; null when it is.</summary>
    public string? Broken => (End, LastLineIsCut) switch
    {
        (not null, _) => null,
        (null, true) => $"a broken run: its last line is cut off and there is no end record ({Results.Count} results were read)",
        _ => $"a broken run: there is no end record ({Results.Count} results were read)",
    };
}

/// <summary>The records cannot be read; the message names the line and says why.</summary>
/// <param name="line">Line number from 1.</param>
/// <param name="message">Why, in one sentence.</param>
public sealed class RecordException(int line, string message) : Exception($"line {line}: {message}")
{
    /// <summary>Line number from 1.</summary>
    public int Line { get; } = line;
}

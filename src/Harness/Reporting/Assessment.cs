using Conform.Cases;
using Conform.Judging;

namespace Conform.Reporting;

/// <summary>How a result stands to what was expected of the target.</summary>
public enum StandingKind
{
    /// <summary>Nothing to do: it passes, or weighs less than the run fails on, or was not to be seen.</summary>
    Expected,

    /// <summary>It deviates, as the list of deviations says.</summary>
    Known,

    /// <summary>It deviates, and the list of flaky cases says that it never decides.</summary>
    Flaky,

    /// <summary>It deviates and nobody said so: the run exits 1.</summary>
    Unexpected,

    /// <summary>The harness failed: the run exits 4.</summary>
    Error,
}

/// <summary>How one result stands.</summary>
/// <param name="Kind">How.</param>
/// <param name="Deviation">The deviation that knows it; null for the other kinds.</param>
/// <param name="Flaky">The entry that says it never decides; null for the other kinds.</param>
public sealed record Standing(StandingKind Kind, Deviation? Deviation = null, FlakyCase? Flaky = null)
{
    /// <summary>Why it does not count, in words; null where it does, or nothing is known of it.</summary>
    public string? Because => Deviation?.Because ?? Flaky?.Because;
}

/// <summary>A result and how it stands.</summary>
/// <param name="Result">The result.</param>
/// <param name="Standing">How it stands.</param>
public sealed record AssessedResult(Result Result, Standing Standing);

/// <summary>All results of a run, held against what is known of its target.</summary>
/// <param name="Results">Every result with its standing, in order.</param>
/// <param name="Stale">Deviations that do not hold any more; each is unexpected too.</param>
public sealed record Assessment(IReadOnlyList<AssessedResult> Results, IReadOnlyList<Deviation> Stale)
{
    /// <summary>Lines whose last day has passed; each is unexpected too, whatever its cases came to.</summary>
    public IReadOnlyList<ListedCase> Expired { get; init; } = [];

    /// <summary>How many things were unexpected.</summary>
    public int Unexpected => Results.Count(r => r.Standing.Kind == StandingKind.Unexpected) + Stale.Count + Expired.Count;

    /// <summary>Holds a whole run against its deviations.</summary>
    /// <param name="results">All results.</param>
    /// <param name="deviations">What is known to fail.</param>
    /// <param name="failOn">The weight from which on a failure fails the run.</param>
    public static Assessment Of(IReadOnlyCollection<Result> results, DeviationList deviations, Weight failOn) =>
        Of(results, new TargetMemory(deviations, FlakyList.Empty), failOn, DateOnly.MinValue);

    /// <summary>Holds a whole run against what is known of its target.</summary>
    /// <param name="results">All results.</param>
    /// <param name="memory">What is known.</param>
    /// <param name="failOn">The weight from which on a failure fails the run.</param>
    /// <param name="today">The day of the run.</param>
    public static Assessment Of(IReadOnlyCollection<Result> results, TargetMemory memory, Weight failOn, DateOnly today) =>
        new([.. results.Select(r => new AssessedResult(r, Of(r, memory, failOn)))], memory.Deviations.Stale([.. results.Where(r => memory.Flaky.Find(r) is null)], memory.IsPart))
        {
            // Draws that share a line expire together.
            Expired = [.. memory.Lines.Where(e => e.IsExpired(today)).DistinctBy(e => e.Location)],
        };

    /// <summary>Holds one result against what is known; needs no other result, so it can be asked while the run goes on.</summary>
    /// <param name="result">The result.</param>
    /// <param name="memory">What is known.</param>
    /// <param name="failOn">The weight from which on a failure fails the run.</param>
    public static Standing Of(Result result, TargetMemory memory, Weight failOn) => result.Outcome switch
    {
        Outcome.Error => new Standing(StandingKind.Error),
        Outcome.Fail or Outcome.Inconclusive when memory.Flaky.Find(result) is { } flaky => new Standing(StandingKind.Flaky, Flaky: flaky),
        Outcome.Fail or Outcome.Inconclusive when memory.Deviations.Find(result) is { } known => new Standing(StandingKind.Known, known),
        Outcome.Fail when Decisive(result).Weight < failOn => new Standing(StandingKind.Expected),
        Outcome.Fail or Outcome.Inconclusive => new Standing(StandingKind.Unexpected),
        _ => new Standing(StandingKind.Expected),
    };

    /// <summary>Holds one result against a list of deviations alone.</summary>
    /// <param name="result">The result.</param>
    /// <param name="deviations">What is known to fail.</param>
    /// <param name="failOn">The weight from which on a failure fails the run.</param>
    public static Standing Of(Result result, DeviationList deviations, Weight failOn) => Of(result, new TargetMemory(deviations, FlakyList.Empty), failOn);

    /// <summary>The requirement whose level decides what the result weighs: that of the line that decided, else the case's own.</summary>
    /// <param name="result">The result.</param>
    public static Requirement Decisive(Result result) => result.Verdict.Decisive ?? result.Requirement;
}

using Conform.Cases;
using Conform.Generation.Deliveries;

namespace Conform.Running;

/// <summary>What a run does.</summary>
public sealed record RunPlan
{
    /// <summary>The cases, each draw of a drawn case on its own.</summary>
    public required IReadOnlyList<PlannedCase> Cases { get; init; }

    /// <summary>How octets are cut into writes.</summary>
    public required IReadOnlyList<Delivery> Deliveries { get; init; }

    /// <summary>Whether each case is also cut in two at every offset.</summary>
    public bool EveryCut { get; init; }

    /// <summary>The seed of everything that is drawn.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How many conversations are held at once; null leaves it to what the target bears.</summary>
    public int? Jobs { get; init; }

    /// <summary>How long an answer is waited for; null leaves it to the baseline.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether a pass that rests on a deadline is asked again alone too; false where only failures matter, such as those that a defect must cause.</summary>
    public bool ConfirmsPasses { get; init; } = true;

    /// <summary>Whether the program of a failed draw is made as small as it fails with; false where it is enough that it fails.</summary>
    public bool Shrinks { get; init; } = true;

    /// <summary>Finds requirements, for the lint and for lines with a requirement of their own.</summary>
    public required Func<string, Requirement?> Requirements { get; init; }
}

/// <summary>One draw of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Index">Which draw, from 0.</param>
public sealed record PlannedCase(Case Case, int Index)
{
    /// <summary>The id in reports: a drawn case carries its index.</summary>
    public string Id => Case.IsDrawn ? $"{Case.Id}[{Index}]" : Case.Id;
}

/// <summary>One conversation to hold.</summary>
/// <param name="Planned">The case.</param>
/// <param name="Delivery">Under this delivery.</param>
public sealed record WorkItem(PlannedCase Planned, Delivery Delivery)
{
    /// <summary>For people: id and delivery.</summary>
    public override string ToString() => $"{Planned.Id} ({Delivery})";
}

/// <summary>Told what a run finds, in the order in which it is found.</summary>
public interface IRunSink
{
    /// <summary>The target was looked at; the first case comes next.</summary>
    /// <param name="target">What was found out.</param>
    /// <param name="jobs">How many conversations are held at once.</param>
    /// <param name="conversations">How many results will come.</param>
    void Begin(Observations.TargetEvidence target, int jobs, int conversations);

    /// <summary>A result is final.</summary>
    /// <param name="result">The result.</param>
    void Add(Judging.Result result);
}

/// <summary>How a run ended.</summary>
/// <param name="Target">What was found out about the target.</param>
/// <param name="Died">For each time that the target died: what was going on.</param>
/// <param name="BaselineProblem">Why nothing was sent; null where the target served a plain GET.</param>
public sealed record RunOutcome(Observations.TargetEvidence Target, IReadOnlyList<string> Died, string? BaselineProblem);

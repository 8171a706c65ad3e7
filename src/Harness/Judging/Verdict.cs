using Conform.Cases;

namespace Conform.Judging;

/// <summary>What was decided, and why in words.</summary>
/// <param name="Outcome">The decision.</param>
/// <param name="Expected">What was asked for, in the words of the case.</param>
/// <param name="Observed">What was seen, in the same words.</param>
public sealed record Verdict(Outcome Outcome, string Expected, string Observed)
{
    /// <summary>The requirement whose level counts; null for the case's own.</summary>
    public Requirement? Decisive { get; init; }

    /// <summary>True when the decision is that something did not come before a deadline.</summary>
    public bool RestsOnDeadline { get; init; }

    /// <summary>Why it is inconclusive or not observable, and what is worth knowing besides.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

using Conform.Cases;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>One case under one delivery (or one lint rule over the run), judged.</summary>
public sealed record Result
{
    /// <summary>The case id, with its draw's index where it is drawn, or <c>lint/RULE</c>.</summary>
    public required string Case { get; init; }

    /// <summary>The delivery: <c>whole</c>, <c>octets</c>, <c>lines</c>, <c>cuts</c>; <c>-</c> for lint.</summary>
    public required string Delivery { get; init; }

    /// <summary>The requirement that decides the weight.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>Why the case exists.</summary>
    public required string Summary { get; init; }

    /// <summary>Where the case stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The decision.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>All that the decision rests on; null where nothing was sent.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>For lint: how many responses have the finding; 1 for cases.</summary>
    public int Count { get; init; } = 1;

    /// <summary>For lint: the case and delivery whose exchange is the evidence.</summary>
    public string? FirstSeen { get; init; }

    /// <summary>How long the conversation took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The outcome, for short.</summary>
    public Outcome Outcome => Verdict.Outcome;

    /// <summary>What a failure weighs.</summary>
    public Weight Weight => (Verdict.Decisive ?? Requirement).Weight;
}

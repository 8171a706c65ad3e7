namespace Conform.Observations;

/// <summary>Whether the target still answers, looked at on a second connection when something was odd.</summary>
public enum Liveness
{
    /// <summary>There was no reason to look.</summary>
    NotChecked,

    /// <summary>It answered.</summary>
    Alive,

    /// <summary>It did not.</summary>
    Dead,
}

/// <summary>All that a verdict may look at.</summary>
public sealed record Evidence
{
    /// <summary>What was drawn.</summary>
    public required Drawn Drawn { get; init; }

    /// <summary>The conversation with the target.</summary>
    public required Transcript Subject { get; init; }

    /// <summary>The conversation with the control request; null where the case has none.</summary>
    public Transcript? Control { get; init; }

    /// <summary>The same conversation with the reference server; null where it was not held.</summary>
    public Transcript? Reference { get; init; }

    /// <summary>Whether the target lived on.</summary>
    public Liveness Liveness { get; init; }

    /// <summary>Earlier runs of the same conversation whose verdict rested on a deadline and had to be confirmed, oldest first.</summary>
    public IReadOnlyList<Transcript> Earlier { get; init; } = [];

    /// <summary>The results of the cases that this one needs, as outcome names by case id.</summary>
    public IReadOnlyDictionary<string, string> Needs { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What is found out about a target once, before the first case.</summary>
public sealed record TargetEvidence
{
    /// <summary>The plain GET of <c>${path}</c>, five times.</summary>
    public required IReadOnlyList<Transcript> Baseline { get; init; }

    /// <summary>The canary request alone, twice, with different tokens.</summary>
    public required IReadOnlyList<Transcript> Canary { get; init; }

    /// <summary>The tokens of <see cref="Canary"/>.</summary>
    public required IReadOnlyList<string> CanaryTokens { get; init; }

    /// <summary>Two plain GETs one after the other on one connection.</summary>
    public required Transcript Persistence { get; init; }

    /// <summary>
    /// A request whose content is announced and held back, where the target has no echo: whether it answers before it has read the content; null
    /// where it was not asked.
    /// </summary>
    public Transcript? Early { get; init; }

    /// <summary>The plain GET of <c>${static}</c>, twice; empty where the target has none.</summary>
    public IReadOnlyList<Transcript> Static { get; init; } = [];

    /// <summary>A GET of the first octet of <c>${static}</c> alone; null where the target has none.</summary>
    public Transcript? StaticPart { get; init; }

    /// <summary>What the adapter says of itself; null where there is none.</summary>
    public Transcript? Adapter { get; init; }

    /// <summary>How many half-sent connections the target bore while it answered another: 0 means one silent client blocks all.</summary>
    public required int Held { get; init; }

    /// <summary>How long an answer is waited for.</summary>
    public required TimeSpan Deadline { get; init; }
}

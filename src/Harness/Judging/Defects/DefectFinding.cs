namespace Conform.Judging.Defects;

/// <summary>What the cases say to a reference server with one defect.</summary>
/// <param name="Defect">The defect's name.</param>
/// <param name="Requirement">The id of the requirement that it breaks.</param>
/// <param name="Summary">What the server does wrong.</param>
public sealed record DefectFinding(string Defect, string Requirement, string Summary)
{
    /// <summary>Why the baseline did not pass, and so nothing else was sent; null where it did.</summary>
    public string? BaselineProblem { get; init; }

    /// <summary>The cases that fail, draws as one, and the rules of the lint as <c>lint/RULE</c>; in ordinal order.</summary>
    public IReadOnlyList<string> Caught { get; init; } = [];

    /// <summary>Those of the cases that the defect counts for: it shows that they can fail.</summary>
    public IReadOnlyList<string> Tripped { get; init; } = [];

    /// <summary>Those of the cases that are about another part of the specifications than the defect; in ordinal order.</summary>
    public IReadOnlyList<string> Outside { get; init; } = [];

    /// <summary>Whether those are more than a single fault may fail.</summary>
    public bool IsTooWide => Outside.Count > DefectTally.MostOutside;

    /// <summary>Where cases fail and none counts, why.</summary>
    public string? Reservation { get; init; }
}

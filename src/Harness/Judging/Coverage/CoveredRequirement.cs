using Conform.Cases;

namespace Conform.Judging.Coverage;

/// <summary>What becomes of a requirement.</summary>
public enum CoverageState
{
    /// <summary>A case, or a line of one, is about it.</summary>
    ByCase,

    /// <summary>A rule of the lint checks it on every response, and no case is about it.</summary>
    ByLint,

    /// <summary>Its table says why nothing can show it.</summary>
    LeftOut,

    /// <summary>Nothing shows it, and nothing says why.</summary>
    Open,
}

/// <summary>A requirement, and everything that shows whether a server keeps it.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Location">Its row.</param>
/// <param name="Cases">The ids of the cases that are about it.</param>
/// <param name="Lines">The ids of further cases that have a line about it.</param>
/// <param name="Rules">The names of the lint rules that check it.</param>
public sealed record CoveredRequirement(
    Requirement Requirement, SourceLocation Location, IReadOnlyList<string> Cases, IReadOnlyList<string> Lines, IReadOnlyList<string> Rules)
{
    /// <summary>What becomes of it.</summary>
    public CoverageState State =>
        Cases.Count + Lines.Count > 0 ? CoverageState.ByCase
        : Rules.Count > 0 ? CoverageState.ByLint
        : Requirement.LeftOut is not null ? CoverageState.LeftOut
        : CoverageState.Open;

    /// <summary>Whether something shows it although its table says that nothing can.</summary>
    public bool IsStale => Requirement.LeftOut is not null && State is CoverageState.ByCase or CoverageState.ByLint;
}

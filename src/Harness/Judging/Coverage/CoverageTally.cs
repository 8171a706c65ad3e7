namespace Conform.Judging.Coverage;

/// <summary>How many requirements there are, and what becomes of them.</summary>
/// <param name="All">All.</param>
/// <param name="ByCase">Those that cases are about.</param>
/// <param name="ByLint">Those that only the lint checks.</param>
/// <param name="LeftOut">Those that nothing can show.</param>
/// <param name="Open">Those that nothing shows.</param>
public sealed record CoverageTally(int All, int ByCase, int ByLint, int LeftOut, int Open)
{
    /// <summary>Those that something shows.</summary>
    public int Covered => ByCase + ByLint;

    /// <summary>Those that something could show.</summary>
    public int Observable => All - LeftOut;

    /// <summary>Counts.</summary>
    /// <param name="rows">The requirements.</param>
    public static CoverageTally Of(IEnumerable<CoveredRequirement> rows)
    {
        var states = rows.CountBy(r => r.State).ToDictionary();
        int Count(CoverageState state) => states.GetValueOrDefault(state);
        return new CoverageTally(
            states.Values.Sum(), Count(CoverageState.ByCase), Count(CoverageState.ByLint), Count(CoverageState.LeftOut), Count(CoverageState.Open));
    }

    /// <summary>Why requirements are left out, the most frequent reason first.</summary>
    /// <param name="rows">The requirements.</param>
    public static IReadOnlyList<KeyValuePair<string, int>> Reasons(IEnumerable<CoveredRequirement> rows) =>
        [.. rows.Where(r => r.State == CoverageState.LeftOut).CountBy(r => r.Requirement.LeftOut!, StringComparer.Ordinal)
            .OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal)];
}

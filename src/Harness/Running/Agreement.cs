using Conform.Judging;

namespace Conform.Running;

/// <summary>What becomes of a verdict that rested on a deadline and did not come out the same when it was confirmed.</summary>
internal static class Agreement
{
    /// <summary>Two runs alone that agree decide, and the first is told; two that do not are flaky.</summary>
    /// <param name="last">The last run's result, with the earlier ones in its evidence.</param>
    /// <param name="agree">Whether the two runs alone came to the same.</param>
    public static Result Of(Result last, bool agree) => agree
        ? last with { Verdict = last.Verdict with { Notes = [.. last.Verdict.Notes, "the first run waited past its deadline; two runs alone agree"] } }
        : last with { Verdict = last.Verdict with { Outcome = Outcome.Inconclusive, Notes = ["flaky: repeated runs disagree"] } };
}

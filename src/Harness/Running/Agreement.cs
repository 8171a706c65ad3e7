using Conform.Judging;

namespace Conform.Running;

/// <summary>What becomes of a verdict that rested on a deadline, once it was looked at again.</summary>
internal static class Agreement
{
    /// <summary>Two runs alone that agree decide, and the first is told; two that do not are flaky.</summary>
    /// <param name="last">The last run's result, with the earlier ones in its evidence.</param>
    /// <param name="agree">Whether the two runs alone came to the same.</param>
    public static Result Of(Result last, bool agree) => agree
        ? last with { Verdict = last.Verdict with { Notes = [.. last.Verdict.Notes, "the first run waited past its deadline; two runs alone agree"] } }
        : last with { Verdict = last.Verdict with { Outcome = Outcome.Inconclusive, Notes = ["flaky: repeated runs disagree"] } };

    /// <summary>Whether two deliveries of a case came to the same in the same way.</summary>
    /// <param name="one">One result.</param>
    /// <param name="other">The other.</param>
    public static bool IsSame(Result one, Result other) => one.Outcome == other.Outcome && one.Verdict.Observed == other.Verdict.Observed;

    /// <summary>
    /// A result whose like was confirmed under another delivery needs no run of its own: a server that waits for ever, waits for ever however the
    /// octets are cut, and a run against it has to end.
    /// </summary>
    /// <param name="result">The result.</param>
    /// <param name="delivery">The delivery under which the same was confirmed.</param>
    public static Result Like(Result result, string delivery) =>
        result with { Verdict = result.Verdict with { Notes = [.. result.Verdict.Notes, $"the same was confirmed under delivery {delivery}"] } };

    /// <summary>A result that could not be seen for a reason for which many others could not, which were asked again.</summary>
    /// <param name="result">The result.</param>
    public static Result Usual(Result result) =>
        result with { Verdict = result.Verdict with { Notes = [.. result.Verdict.Notes, "not asked again: others came to the same, also alone"] } };

    /// <summary>Puts an earlier run into a result's evidence.</summary>
    /// <param name="result">The result.</param>
    /// <param name="earlier">The earlier run's.</param>
    public static Result WithEarlier(Result result, Result earlier) => result.Evidence is not { } evidence || earlier.Evidence is not { } before
        ? result
        : result with { Evidence = evidence with { Earlier = [before.Subject, .. evidence.Earlier] } };
}

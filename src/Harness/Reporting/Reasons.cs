using Conform.Judging;

namespace Conform.Reporting;

/// <summary>Why a result is what it is, in one line that many results can share.</summary>
internal static class Reasons
{
    public static string Of(Result result) => result.Verdict.Notes is [var first, ..] ? first
        : result.Verdict.Observed.Length > 0 ? result.Verdict.Observed : "no reason was given";
}

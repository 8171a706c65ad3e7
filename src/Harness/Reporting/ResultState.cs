using Conform.Judging;

namespace Conform.Reporting;

/// <summary>What a result comes to for a reader: its outcome, and whether it was known. From the best to the worst; of several the worst counts.</summary>
internal enum ResultState
{
    Pass,
    Lenient,
    Skip,
    NotObservable,
    Flaky,
    Known,
    Below,
    Inconclusive,
    Fail,
    Error,
}

/// <summary>A state's word, and what it means.</summary>
/// <param name="State">The state.</param>
/// <param name="Word">The word for people and for filters.</param>
/// <param name="Meaning">What it means, in a few words.</param>
internal sealed record StateWord(ResultState State, string Word, string Meaning);

/// <summary>The states of results.</summary>
internal static class ResultStates
{
    /// <summary>All of them, the worst first.</summary>
    public static IReadOnlyList<StateWord> All { get; } =
    [
        new(ResultState.Error, "error", "the harness itself failed"),
        new(ResultState.Fail, "fail", "breaks a requirement, and nobody said so"),
        new(ResultState.Inconclusive, "inconclusive", "could not be decided, and nobody said so"),
        new(ResultState.Below, "below", "fails, too light to count"),
        new(ResultState.Known, "known", "deviates, as the list of deviations says"),
        new(ResultState.Flaky, "flaky", "is listed as flaky, and never decides"),
        new(ResultState.Lenient, "lenient", "allowed, not praised"),
        new(ResultState.NotObservable, "not-observable", "the target cannot show it"),
        new(ResultState.Skip, "skip", "left out on purpose"),
        new(ResultState.Pass, "pass", "as it must be"),
    ];

    /// <summary>The state's word.</summary>
    /// <param name="state">The state.</param>
    public static string Word(ResultState state) => All.First(w => w.State == state).Word;

    /// <summary>The state of a result.</summary>
    /// <param name="assessed">The result, and how it stands.</param>
    public static ResultState Of(AssessedResult assessed) => Of(assessed.Result.Outcome, assessed.Standing.Kind);

    /// <summary>The state of a result.</summary>
    /// <param name="outcome">Its outcome.</param>
    /// <param name="standing">How it stands.</param>
    public static ResultState Of(Outcome outcome, StandingKind standing) => (outcome, standing) switch
    {
        (_, StandingKind.Known) => ResultState.Known,
        (_, StandingKind.Flaky) => ResultState.Flaky,
        (Outcome.Fail, StandingKind.Expected) => ResultState.Below,
        (Outcome.Fail, _) => ResultState.Fail,
        (Outcome.Error, _) => ResultState.Error,
        (Outcome.Inconclusive, _) => ResultState.Inconclusive,
        (Outcome.NotObservable, _) => ResultState.NotObservable,
        (Outcome.Skip, _) => ResultState.Skip,
        (Outcome.Lenient, _) => ResultState.Lenient,
        _ => ResultState.Pass,
    };
}

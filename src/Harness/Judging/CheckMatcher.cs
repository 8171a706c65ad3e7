using Conform.Cases;

namespace Conform.Judging;

/// <summary>Decides the patterns of <c>check</c> and <c>never</c> lines.</summary>
internal static class CheckMatcher
{
    /// <summary>Decides one pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="view">What the step may look at.</param>
    /// <param name="context">What is known besides.</param>
    public static Match Decide(Pattern pattern, StepView view, JudgeContext context) => pattern switch
    {
        ConversationPattern c => ConversationMatcher.Decide(c, view, context),
        CanaryAnswered => CanaryCame(view, context) ? Match.Yes : Match.No("the canary was not answered"),
        SomeResponse s => Some(s, view, context),
        FirstResponseHas f => view.Responses.Count > 0 && view.Responses[0].IsComplete
            ? ClauseMatcher.DecideAll(f.Clauses, view.Responses[0], context)
            : Match.No("no answer"),
        AnsweredWhileWaiting => WhileWaiting(view, context),
        EndedByCloseNotify => view.Connection.Ending switch
        {
            Observations.Ending.Fin => Match.Yes,
            Observations.Ending.Open => Match.No("the connection was not closed"),
            _ => Match.No("no close_notify came"),
        },
        ResetBehindAnswer => view.Connection.ResetAfterResponse ? Match.Yes : Match.No("no reset"),
        ArrivesWhileHeld held => WitnessMatcher.Arrives(held, view, context),
        CameToGate came => WitnessMatcher.Came(came, context),
        AgreesWithReference agrees => ReferenceMatcher.Decide(agrees, context),
        CallsAgree calls => CallsMatcher.Decide(calls, context),
        ProgramTold => ProgramMatcher.Told(context),
        WitnessTold told => WitnessMatcher.Told(told, context),
        _ => throw new InvalidOperationException($"no way to decide {pattern}"),
    };

    // The first response answers the first request, whatever it repeats of the canary; only a later one can be the canary's own.
    private static bool CanaryCame(StepView view, JudgeContext context) =>
        view.Responses.Skip(1).Any(r => StepView.IsCanaryAnswer(r, context.Evidence.Drawn.CanaryToken, context.Traits));

    private static Match Some(SomeResponse pattern, StepView view, JudgeContext context) =>
        Enumerable.Range(0, view.Responses.Count).Any(i => ConversationMatcher.DecideResponse(pattern.Response, i, view, context).Fit == Fit.Yes)
            ? Match.Yes
            : Match.No("no such response");

    private static Match WhileWaiting(StepView view, JudgeContext context)
    {
        if (view.Awaits.Any(a => a.Responses > 0)) return Match.Yes;
        return context.Traits.Http10Only ? Match.Unobservable("the target speaks HTTP/1.0 only") : Match.No("nothing came while the rest was held back");
    }
}

using Conform.Cases;
using Conform.Http;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>Decides whether a step's responses are the conversation that a pattern describes: all of them, in order, and the end.</summary>
internal static class ConversationMatcher
{
    /// <summary>Decides a conversation pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="view">What the step may look at.</param>
    /// <param name="context">What is known besides.</param>
    public static Match Decide(ConversationPattern pattern, StepView view, JudgeContext context)
    {
        if (pattern.Elements.Count == 0) return DecideEmpty(pattern.Fate, view);
        var count = Math.Min(pattern.Elements.Count, view.Responses.Count);
        var fits = Match.Yes;
        for (var i = 0; i < count; i++)
        {
            var match = DecideElement(pattern.Elements[i], i, view, context);
            if (match.Fit != Fit.Yes) return match;
            if (match != Match.Yes) fits = match;
        }

        if (view.Responses.Count > pattern.Elements.Count) return Match.No("more responses than asked for");
        if (view.HasStrayOctets) return Match.No("octets that are no response came behind the last one");
        var end = view.Responses.Count < pattern.Elements.Count ? Missing(view, context) : DecideFate(pattern, view, context);
        return end == Match.Yes ? fits : end;
    }

    /// <summary>Decides whether one response is of a kind.</summary>
    /// <param name="pattern">The kind.</param>
    /// <param name="index">Which of the step's responses.</param>
    /// <param name="view">What the step may look at.</param>
    /// <param name="context">What is known besides.</param>
    public static Match DecideResponse(ResponsePattern pattern, int index, StepView view, JudgeContext context)
    {
        var response = view.Responses[index];
        if (!InSet(pattern.Statuses, response.Status, index > 0 ? view.Responses[index - 1].Status : null, context)) return Match.No(response.IsAnswer ? $"status {response.Status}" : ObservedText.Of(response));
        if (IsLost(response, index, view) && !pattern.Clauses.Any(c => c is CutShort)) return DecideHead(pattern.Clauses, response, context);
        // Chunk lines among what is not kept cannot be followed, so where such an answer ends is not known either.
        if (view.Connection.IsElided && response.Framing == ContentFraming.Chunked && IsCutShort(response) && index == view.Responses.Count - 1) return Match.Unobservable(StepView.Elided);
        if (pattern.Clauses.Any(c => c is CutShort) ? !(IsCutShort(response) || IsBrokenOff(response, view)) : !response.IsAnswer) return Match.No(ObservedText.Of(response));
        if (pattern.Clauses.Any(c => c is Early) && !context.Traits.AnswersEarly)
            return Match.No("the target does not answer before it has read the content");
        if (pattern.Clauses.Any(c => c is ContentIs or NoContent or PlainContent or RangesAre) && Behind(index, view) is > 0 and var surplus)
            return Match.No($"{surplus} octets behind its content");
        return ClauseMatcher.DecideAll([.. pattern.Clauses.Where(c => c is not (Early or CutShort))], response, context);
    }

    /// <summary>Whether a status is in a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="status">The status.</param>
    /// <param name="before">That of the response before it in the step; null where it is the first.</param>
    /// <param name="context">For the control's and the baseline's.</param>
    public static bool InSet(StatusSet set, int status, int? before, JudgeContext context) => set.Items.Any(item => item switch
    {
        StatusRange range => (status >= range.First && status <= range.Last) || (status == 101 && range is { First: <= 200, Last: >= 599 }),
        ControlStatus => status == context.ControlStatus,
        BaselineStatus => status == context.Traits.BaselineStatus,
        SameStatus => status == before,
        _ => false,
    });

    // What was lost may have been as asked for; the head came, so what was asked of it alone is decided.
    private static Match DecideHead(IReadOnlyList<Clause> clauses, Response response, JudgeContext context)
    {
        var ofHead = clauses.Where(c => c is FieldPresence or FieldIs or FieldsAsPlain or ListMember or VersionIs or ReasonIs or FramingIs or InterimIs).ToList();
        var match = ClauseMatcher.DecideAll(ofHead, response, context);
        return match.Fit != Fit.Yes || ofHead.Count == clauses.Count ? match : Match.Unobservable(StepView.Lost);
    }

    // What stands behind the last response and begins no other was meant as its content.
    private static long Behind(int index, StepView view) =>
        view.FirstIndex + index == view.Connection.Responses.Count - 1 ? view.Connection.Leftover.Length : 0;

    private static bool IsLost(Response response, int index, StepView view) =>
        view.Connection.ResetLostAnswer && view.FirstIndex + index == view.Connection.Responses.Count - 1 && (IsCutShort(response) || IsBrokenOff(response, view));

    private static bool IsCutShort(Response response) =>
        response is { State: ResponseState.Incomplete, HeadEnded: true, Framing: ContentFraming.ContentLength or ContentFraming.Chunked };

    // Where the close is the end of the content, a reset alone shows that there was more of it.
    private static bool IsBrokenOff(Response response, StepView view) =>
        view.Connection.Ending == Ending.Reset && response is { State: ResponseState.Incomplete, HeadEnded: true, Framing: ContentFraming.UntilClose };

    private static Match DecideElement(ConversationElement element, int index, StepView view, JudgeContext context) => element switch
    {
        ResponseElement r => DecideResponse(r.Response, index, view, context),
        CanaryElement => StepView.IsCanaryAnswer(view.Responses[index], context.Evidence.Drawn.CanaryToken, context.Traits)
            ? Match.Yes
            : Match.No($"{ObservedText.Of(view.Responses[index])} is not the canary's answer"),
        _ => throw new InvalidOperationException($"no way to decide {element}"),
    };

    private static Match DecideEmpty(Fate fate, StepView view)
    {
        if (view.Responses.Count > 0) return Match.No("an answer came");
        var ended = view.Connection.Ending is Ending.Fin or Ending.TlsTruncated or Ending.Reset;
        return ended == (fate == Fate.Close) && view.Connection.Ending != Ending.NeverConnected
            ? Match.Yes
            : Match.No(ended ? "the connection was closed" : "the connection stayed open");
    }

    private static Match Missing(StepView view, JudgeContext context) => view is { Connection.IsElided: true, Responses.Count: > 0 }
        ? Match.Unobservable(StepView.Elided)
        : AfterClose(view, context, view.Responses.Count == 0 ? "no answer" : "fewer responses than asked for");

    // An answer that is to break off is no less broken off by a reset.
    private static bool EndsAsBrokenOff(ConversationPattern pattern, StepView view) =>
        view.Connection.Ending == Ending.Reset && pattern.Elements[^1] is ResponseElement { Response.Clauses: var clauses } && clauses.Any(c => c is CutShort);

    private static Match DecideFate(ConversationPattern pattern, StepView view, JudgeContext context) => pattern.Fate switch
    {
        not Fate.Any when view.Connection.IsElided => Match.Unobservable(StepView.Elided),
        Fate.Close when (view.IsClosed || view.Connection.ResetLostAnswer || EndsAsBrokenOff(pattern, view)) && !view.SentinelAnswered => Match.Yes,
        Fate.Close => Match.No(view.SentinelAnswered ? "the connection was kept" : "the connection was not closed"),
        Fate.Kept when view.SentinelAnswered => Match.Yes,
        Fate.Kept => AfterClose(view, context, "the next request was not answered"),
        _ => Match.Yes,
    };

    // A server may close at any time (RFC 9112 section 9.5); what it does not answer then says nothing about what it understood.
    private static Match AfterClose(StepView view, JudgeContext context, string why)
    {
        if (view.SentinelAnswered || view.LastAnswer is not { } last) return Match.No(why);
        if (view.Connection.IsElided) return Match.Unobservable(StepView.Elided);
        if (!view.IsClosed) return Match.No(why);
        if (!context.Traits.Persistent) return Match.Unobservable("the target does not keep connections");
        return last.SaysClose
            ? Match.Unobservable("the server said that it would close, and closed")
            : new Match(Fit.ClosedUnsaid, "the server closed without having said so");
    }
}

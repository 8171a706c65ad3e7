using Conform.Cases;

namespace Conform.Judging;

/// <summary>Decides one expect step.</summary>
internal static class StepJudge
{
    /// <summary>The requirement that a silent close breaks, at the weight it has.</summary>
    public const string CloseAnnounced = "rfc9112-9.6-close-option-announced";

    // Refusals by which a server says what it does not offer, and may: a method (RFC 9110 sections 15.5.6 and 15.6.2), or content without a length
    // (RFC 9112 section 6.3). What it does with a fault in such a request cannot be shown, and is not its fault.
    private static readonly Dictionary<int, string> _notOffered = new()
    {
        [405] = "the target does not take the method there: 405 to the request without the fault",
        [411] = "the target takes no content without a Content-Length: 411 to the request without the fault",
        [501] = "the target does not implement what the request asks for: 501 to the request without the fault",
        [505] = "the target does not speak that version: 505 to the request without the fault",
    };

    /// <summary>Decides the step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="index">Its index in the case.</param>
    /// <param name="context">What is known.</param>
    public static Verdict Decide(ExpectStep step, int index, JudgeContext context)
    {
        var lines = Lines(step, context);
        var expected = Told(lines);
        var view = StepView.Of(context.Observation, index, context.Evidence, context.Traits);
        var observed = ObservedText.Of(view, context);
        if (view is null) return new Verdict(Outcome.Fail, expected, observed);
        if (view.Connection is { IsElided: true, Expects.Count: > 1 }) return new Verdict(Outcome.NotObservable, expected, observed) { Notes = [StepView.Elided] };
        foreach (var never in lines.Where(l => l.Verb == ExpectationVerb.Never))
        {
            if (CheckMatcher.Decide(never.Pattern, view, context).Fit == Fit.Yes)
                return new Verdict(Outcome.Fail, "never " + never.Text, observed) { Decisive = never.Requirement };
        }

        var verdict = Alternatives(lines, view, context);
        return verdict with { Expected = verdict.Expected.Length > 0 ? verdict.Expected : expected, Observed = observed };
    }

    /// <summary>What an expect block asks for, in one line.</summary>
    /// <param name="lines">Its lines.</param>
    public static string Told(IEnumerable<Expectation> lines)
    {
        var all = lines.ToList();
        var accepted = string.Join(", or ", all.Where(l => l.Verb == ExpectationVerb.Accept).Select(l => l.Text));
        var tolerated = string.Join(", or ", all.Where(l => l.Verb == ExpectationVerb.Tolerate).Select(l => l.Text));
        return tolerated.Length == 0 ? accepted : accepted.Length == 0 ? $"tolerated: {tolerated}" : $"{accepted} (tolerated: {tolerated})";
    }

    private static List<Expectation> Lines(ExpectStep step, JudgeContext context) =>
        [.. step.Expectations.SelectMany(line => line.Pattern is not MutationAllows
            ? [ProgramMatcher.Settle(line, context.Case)]
            : ExpectationParser.ParseAllowed(context.Evidence.Drawn.Allowed ?? string.Empty, line.Location, context.Rules.Requirements))];

    // Where the request without the fault is refused too, the same refusal says nothing about the fault. A line that allows the control's own
    // status, or any, does not rest on the refusal.
    private static string? ControlsOwnRefusal(IEnumerable<Expectation> decisive, StepView view, JudgeContext context) =>
        context.Control is { IsComplete: true, Status: >= 400 } control && view.Responses.Count > 0 && view.Responses[0].IsAnswer
        && view.Responses[0].Status == control.Status && decisive.All(RestsOnRefusal)
            ? $"the request without the fault is refused with {control.Status} too"
            : null;

    private static bool RestsOnRefusal(Expectation line) => line.Pattern is not ConversationPattern { Elements: [ResponseElement first, ..] }
        || first.Response.Statuses.Items.All(i => i is StatusRange { First: >= 400 });

    private static Verdict Alternatives(List<Expectation> lines, StepView view, JudgeContext context)
    {
        var matches = lines.Where(l => l.Verb is ExpectationVerb.Accept or ExpectationVerb.Tolerate)
            .OrderBy(l => l.Verb).Select(l => (Line: l, Match: CheckMatcher.Decide(l.Pattern, view, context))).ToList();
        var clean = matches.FindIndex(m => m.Match == Match.Yes);
        var hit = clean >= 0 ? clean : matches.FindIndex(m => m.Match.Fit == Fit.Yes);
        var decisive = hit >= 0 ? [matches[hit].Line] : matches.ConvertAll(m => m.Line);
        if (ControlsOwnRefusal(decisive, view, context) is { } note)
            return _notOffered.TryGetValue(context.Control!.Status, out var why) ? Empty(Outcome.NotObservable, why) : Empty(Outcome.Inconclusive, note);
        if (hit >= 0) return Checked(Hit(matches[hit], lines, view, context), lines, view, context);
        var unobservable = matches.FindIndex(m => m.Match.Fit == Fit.Unobservable);
        if (unobservable >= 0) return Empty(Outcome.NotObservable, matches[unobservable].Match.Why);
        var unsaid = matches.FindIndex(m => m.Match.Fit == Fit.ClosedUnsaid);
        if (unsaid >= 0) return Empty(Outcome.Fail, matches[unsaid].Match.Why) with { Decisive = context.Rules.Requirements(CloseAnnounced) };
        return new Verdict(Outcome.Fail, string.Empty, string.Empty) { Notes = [.. Reasons(matches)], Decisive = Common(lines) };
    }

    // Where every accepted answer is asked for by one and the same requirement, none of them coming is a failure of that one.
    private static Requirement? Common(List<Expectation> lines)
    {
        var named = lines.Where(l => l.Verb == ExpectationVerb.Accept).Select(l => l.Requirement).Distinct().ToList();
        return named is [{ } one] ? one : null;
    }

    private static Verdict Empty(Outcome outcome, string note) => new(outcome, string.Empty, string.Empty) { Notes = [note] };

    private static IEnumerable<string> Reasons(List<(Expectation Line, Match Match)> matches) =>
        matches.Where(m => m.Match.Why.Length > 0 && !m.Match.Why.StartsWith("status ", StringComparison.Ordinal))
            .Select(m => $"not {m.Line.Text}: {m.Match.Why}").Distinct();

    // That the canary was not answered shows nothing where no second request ever is; a refusal shows what the server thought.
    private static Verdict Hit((Expectation Line, Match Match) found, List<Expectation> lines, StepView view, JudgeContext context)
    {
        var (line, match) = found;
        var absence = lines.Exists(l => l is { Verb: ExpectationVerb.Never, Pattern: CanaryAnswered });
        var refused = view.Responses.Count == 0 || view.Responses[0].Status >= 400;
        if (absence && !refused && !context.Traits.Persistent)
            return Empty(Outcome.NotObservable, "the target does not keep connections, so the canary's absence shows nothing");
        var outcome = line.Verb == ExpectationVerb.Accept && match == Match.Yes ? Outcome.Pass : Outcome.Lenient;
        return new Verdict(outcome, string.Empty, string.Empty) { Decisive = line.Requirement, Notes = match == Match.Yes ? [] : [match.Why] };
    }

    private static Verdict Checked(Verdict verdict, List<Expectation> lines, StepView view, JudgeContext context)
    {
        if (verdict.Outcome is not (Outcome.Pass or Outcome.Lenient)) return verdict;
        foreach (var check in lines.Where(l => l.Verb == ExpectationVerb.Check))
        {
            var match = CheckMatcher.Decide(check.Pattern, view, context);
            if (match == Match.Yes) continue;
            if (match.Fit == Fit.Yes)
            {
                verdict = verdict with { Outcome = Outcome.Lenient, Notes = [.. verdict.Notes, match.Why] };
                continue;
            }

            var outcome = match.Fit == Fit.Unobservable ? Outcome.NotObservable : Outcome.Fail;
            return verdict with { Outcome = outcome, Expected = "check " + check.Text, Decisive = check.Requirement, Notes = [match.Why] };
        }

        return verdict;
    }
}

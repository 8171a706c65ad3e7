using System.Text;
using Conform.Cases;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>Decides a verdict from a case and its evidence, and from nothing else: it can be decided again at any later time.</summary>
public static class Judge
{
    /// <summary>Decides.</summary>
    /// <param name="subject">The case.</param>
    /// <param name="evidence">What was seen.</param>
    /// <param name="traits">What the target is like.</param>
    /// <param name="rules">Requirements, and how templates are filled.</param>
    public static Verdict Decide(Case subject, Evidence evidence, TargetTraits traits, JudgingRules rules)
    {
        subject = AppProgramCompiler.WithDrawn(subject, evidence.Drawn.Program);
        var context = new JudgeContext(subject, evidence, traits, ObservationReader.Read(evidence.Subject), rules);
        if (MissingCap(context) is { } lack)
            return new Verdict(Outcome.NotObservable, StepJudge.Told(subject.Steps.OfType<ExpectStep>().First().Expectations), "the adapter did not run the program") { Notes = [lack] };
        if (Unfit(context) is { } unfit) return unfit with { RestsOnDeadline = IsQuiet(context.Observation) || (evidence.Control is { } c && IsQuiet(ObservationReader.Read(c))) };
        var unsaid = evidence.Subject.Events.FirstOrDefault(e => e.Kind == WireEventKind.Unsaid);
        Verdict? worst = null;
        for (var i = 0; i < subject.Steps.Count; i++)
        {
            if (subject.Steps[i] is not ExpectStep expect) continue;
            // What rests on something that an answer did not say was never sent; what came before it was, and is judged.
            var verdict = unsaid?.Count < i
                ? Unsent(expect, unsaid.Note)
                : StepJudge.Decide(expect, i, context);
            if (worst is null || Rank(verdict.Outcome) > Rank(worst.Outcome)) worst = verdict;
            if (worst.Outcome == Outcome.Fail) break;
        }

        var decided = worst ?? throw new InvalidOperationException($"{subject.Id} expects nothing");
        return decided with { RestsOnDeadline = IsQuiet(context.Observation) };
    }

    private static Verdict Unsent(ExpectStep step, string? why) =>
        new(Outcome.NotObservable, StepJudge.Told(step.Expectations), "what is asked was not sent") { Notes = [why ?? string.Empty] };

    // An adapter whose contract has no way to do what a program asks says so instead of running it.
    private static string? MissingCap(JudgeContext context)
    {
        const string Begins = "{\"cap-missing\":\"";
        if (!context.Case.RunsProgram) return null;
        var responses = context.Observation.Connections.SelectMany(c => c.Responses).ToList();
        // The answer to HEAD has no content to say it in.
        if (responses.SelectMany(r => r.Fields).FirstOrDefault(f => f.Name.Equals("Cap-Missing", StringComparison.OrdinalIgnoreCase)) is { } field)
            return $"the adapter has no {field.Value}";
        var told = responses.Select(r => Encoding.Latin1.GetString(r.Content.Span)).FirstOrDefault(text => text.StartsWith(Begins, StringComparison.Ordinal));
        return told is null ? null : $"the adapter has no {told[Begins.Length..].Split('"')[0]}";
    }

    // What can be said before looking at the answer: the target died, or never showed that it can serve the request without the fault.
    private static Verdict? Unfit(JudgeContext context)
    {
        var expected = StepJudge.Told(context.Case.Steps.OfType<ExpectStep>().First().Expectations);
        if (context.Evidence.Liveness == Liveness.Dead)
            return new Verdict(Outcome.Fail, expected, "the target died, or answers nobody any more");
        if (context.Evidence.Control is null) return null;
        var connection = ObservationReader.Read(context.Evidence.Control).First;
        var problem = context.Control is { Status: 400 or 501 or 505 } || IsCompared(context) ? null : TargetTraits.Problem(context.Control, connection);
        return problem is null
            ? null
            : new Verdict(Outcome.Inconclusive, expected, "the request without the fault was not served")
            {
                Notes = [$"control: {problem.Replace("a plain GET", "the request without the fault", StringComparison.Ordinal)}"],
            };
    }

    // What is not to be had for the time being may be compared all the same: the case asks for no more than the control's own status.
    private static bool IsCompared(JudgeContext context) =>
        context.Control is { IsComplete: true, Status: > 501 } && context.Case.Steps.OfType<ExpectStep>().SelectMany(s => s.Expectations)
            .Select(e => e.Pattern).OfType<ConversationPattern>().SelectMany(p => p.Elements).OfType<ResponseElement>()
            .Any(e => e.Response.Statuses.Items.Contains(new ControlStatus()));

    private static bool IsQuiet(Observation observation) => observation.Connections.Any(c => c.WasQuiet) || observation.Calls.Any(c => c.WasQuiet);

    private static int Rank(Outcome outcome) => outcome switch
    {
        Outcome.Pass => 0,
        Outcome.Lenient => 1,
        Outcome.NotObservable => 2,
        Outcome.Inconclusive => 3,
        _ => 4,
    };
}

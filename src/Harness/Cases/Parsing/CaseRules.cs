namespace Conform.Cases.Parsing;

/// <summary>What must hold of a case as a whole.</summary>
internal static class CaseRules
{
    private static readonly IReadOnlyList<Rule> _always = [Summary, Requirement];

    private static readonly IReadOnlyList<Rule> _whenReadable =
    [
        Conversation, Alternatives, RefusalsOnly, Silence, Canary, Mutation, Program, Generation, Turns, Connections, SaidRules.Check,
    ];

    private delegate IEnumerable<(int Line, string Message, string Hint)> Rule(CaseDraft draft);

    /// <summary>Checks a case. Where a line of it could not be read, what is missing besides is not known.</summary>
    /// <param name="draft">The case.</param>
    /// <param name="isReadable">Whether every line could be read.</param>
    public static void Check(CaseDraft draft, bool isReadable)
    {
        var found = (isReadable ? _always.Concat(_whenReadable) : _always).SelectMany(rule => rule(draft)).ToList();
        foreach (var (line, message, hint) in found) draft.Problems.Add(line, message, hint);
    }

    private static IEnumerable<(int, string, string)> Summary(CaseDraft draft)
    {
        if (draft.Summary.Count == 0) yield return (draft.Line, "the case has no summary", "say below its heading why it exists");
    }

    private static IEnumerable<(int, string, string)> Requirement(CaseDraft draft)
    {
        if (!draft.NamesRequirement) yield return (draft.Line, "the case names no requirement", "add - requirement: ID");
    }

    private static IEnumerable<(int, string, string)> Conversation(CaseDraft draft)
    {
        if (!draft.Steps.Any(s => s is ExpectStep)) yield return (draft.Line, "the case has no expect block", "say what may come back");
        if (!draft.Steps.Any(s => s is not ExpectStep)) yield return (draft.Line, "the case sends nothing", "add a send block");
        if (draft.Steps.FindLast(s => s is SendStep or ExpectStep) is SendStep last && draft.Steps.Any(s => s is ExpectStep))
            yield return (last.Location.Line, "nothing is expected of what is sent last", "add an expect block behind it");
    }

    private static IEnumerable<(int, string, string)> Alternatives(CaseDraft draft) => draft.Steps.OfType<ExpectStep>()
        .Where(s => !s.Expectations.Any(e => e.Verb is ExpectationVerb.Accept or ExpectationVerb.Tolerate))
        .Select(s => (s.Location.Line, "the expect block accepts nothing", "check and never come on top of an accept or tolerate line"));

    private static IEnumerable<(int, string, string)> RefusalsOnly(CaseDraft draft)
    {
        var alternatives = draft.Expectations.Where(e => e.Verb is ExpectationVerb.Accept or ExpectationVerb.Tolerate).ToList();
        if (draft.Control is null && alternatives.Count > 0 && alternatives.TrueForAll(e => ExpectationParts.IsRefusal(e.Pattern)))
            yield return (draft.Line, "the case accepts only refusals and has no control block", "add the same request without the fault");
    }

    private static IEnumerable<(int, string, string)> Silence(CaseDraft draft) => draft.Expectations
        .Where(e => !draft.Waits && ExpectationParts.NamesSilence(e.Pattern))
        .Select(e => (e.Location.Line, "silence takes the whole deadline", "mark the case with - waits"));

    private static IEnumerable<(int, string, string)> Canary(CaseDraft draft) => draft.Expectations
        .Where(e => !draft.HasCanary && ExpectationParts.NamesCanary(e.Pattern))
        .Select(e => (e.Location.Line, "no canary is sent", "a send block carries GET /${canary} HTTP/1.1"));

    private static IEnumerable<(int, string, string)> Mutation(CaseDraft draft)
    {
        if (draft.Mutator is { } mutator)
        {
            if (draft.Repeat is null) yield return (mutator.Line, "mutate needs repeat", "add - repeat: N");
            if (!draft.Sent.SelectMany(t => t.Parts).Any(p => p is PlaceholderPart { Name: "request" })) yield return (mutator.Line, "mutate has nothing to bend", "a send block carries ${request}");
            yield break;
        }

        foreach (var line in draft.Expectations.Where(e => e.Pattern is MutationAllows))
            yield return (line.Location.Line, "nothing is mutated", "add - mutate: MUTATOR");
    }

    // A text that no draw takes would look as if it had been sent.
    private static IEnumerable<(int, string, string)> Turns(CaseDraft draft) => draft.Placeholders
        .Where(p => p.Name is "each" or "pad-to" or "fillers" && p.Arguments.Count > (draft.Repeat ?? 1))
        .Select(p => (p.Line, $"{draft.Repeat ?? 1} draws do not come to all of ${{{p.Name}}}", $"- repeat: {p.Arguments.Count}"));

    // Without names for all of them it would be a riddle which one a step belongs to.
    private static IEnumerable<(int, string, string)> Connections(CaseDraft draft)
    {
        if (draft.Steps.Find(s => s is ConnectionStep) is not ConnectionStep first) yield break;
        if (draft.Steps[0] is not ConnectionStep) yield return (first.Location.Line, "the first connection has no name", $"begin with - connection: and another name than {first.Name}");
        else if (draft.Steps.OfType<ConnectionStep>().All(s => s.Name == first.Name)) yield return (first.Location.Line, "there is no other connection", "without - connection: a case has one");
        if (draft.Steps.Find(s => s is ReconnectStep) is { } reconnect) yield return (reconnect.Location.Line, "reconnect leaves open which connection is meant", "go on with - connection: and a new name");
    }

    private static IEnumerable<(int, string, string)> Program(CaseDraft draft)
    {
        var uses = draft.Placeholders.FirstOrDefault(p => p.Name == "app");
        if (uses is not null && draft.Program is null && draft.Generates is null) yield return (uses.Line, "${app} needs an app block", "say what the application does, or have it drawn: - generate: program");
        if (uses is null && draft.Program is { } program) yield return (program.Location.Line, "nothing runs the app block", "send the request to ${app}");
    }

    private static IEnumerable<(int, string, string)> Generation(CaseDraft draft)
    {
        if (draft.Generates is not { } drawn)
        {
            foreach (var line in draft.Expectations.Where(e => ExpectationParts.NamesProgram(e.Pattern)))
                yield return (line.Location.Line, "no program is drawn", "add - generate: program");
            yield break;
        }

        if (draft.Repeat is null) yield return (drawn.Line, "generate needs repeat", "add - repeat: N");
        if (draft.Program is { } program) yield return (program.Location.Line, "the program is drawn, and an app block says another", "leave out one of the two");
        if (!draft.Placeholders.Any(p => p.Name == "app")) yield return (drawn.Line, "nothing runs the program", "send the request to ${app}");
    }
}

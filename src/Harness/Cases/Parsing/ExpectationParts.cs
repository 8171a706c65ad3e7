namespace Conform.Cases.Parsing;

/// <summary>Looks into patterns.</summary>
internal static class ExpectationParts
{
    public static IEnumerable<Clause> Clauses(Pattern pattern) => pattern switch
    {
        ConversationPattern c => c.Elements.OfType<ResponseElement>().SelectMany(e => e.Response.Clauses),
        SomeResponse s => s.Response.Clauses,
        FirstResponseHas f => f.Clauses,
        _ => [],
    };

    public static IEnumerable<OctetTemplate> Templates(Pattern pattern) => pattern switch
    {
        ArrivesWhileHeld { Text: { } text } => [text],
        WitnessTold told => told.Events.Select(e => e.Detail).OfType<OctetTemplate>(),
        _ => OfClauses(pattern),
    };

    /// <summary>Whether only a witness can tell.</summary>
    public static bool NeedsWitness(Pattern pattern) => pattern is ArrivesWhileHeld or CameToGate or WitnessTold or CallsAgree or ProgramTold || (pattern is AgreesWithReference agrees && agrees.Parts.Contains(ComparedPart.Trace));

    /// <summary>Whether only what the server prints can tell.</summary>
    public static bool NeedsLog(Pattern pattern) => pattern is WitnessTold told && told.Events.Any(e => e.Words == "logged");

    private static IEnumerable<OctetTemplate> OfClauses(Pattern pattern) => Clauses(pattern).Select(c => c switch
    {
        ContentIs x => x.Template,
        ContentHas x => x.Template,
        HeadHas x => x.Template,
        FieldIs x => x.Value,
        RangesAre x => x.Spans,
        UnderstoodPart x => x.Value,
        UnderstoodField x => x.Value,
        UnderstoodVariable x => x.Value,
        UnderstoodUrl x => x.Value,
        _ => null,
    }).OfType<OctetTemplate>();

    public static bool NamesCanary(Pattern pattern) =>
        pattern is CanaryAnswered || (pattern is ConversationPattern c && c.Elements.Any(e => e is CanaryElement));

    /// <summary>Whether it rests on the program that is drawn for the case.</summary>
    public static bool NamesProgram(Pattern pattern) => pattern is ProgramTold || (pattern is ConversationPattern c && c.Elements.Any(e => e is ProgramElement));

    public static bool NamesSilence(Pattern pattern) => pattern is ConversationPattern { Elements.Count: 0, Fate: Fate.Silence };

    /// <summary>Whether nothing but refusals can match: statuses from 400, or a close without an answer.</summary>
    public static bool IsRefusal(Pattern pattern) => pattern is ConversationPattern { Fate: not Fate.Silence } conversation
        && conversation.Elements.All(e => e is ResponseElement r && r.Response.Statuses.Items.All(i => i is StatusRange { First: >= 400 }));
}

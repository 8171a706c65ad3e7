using Conform.Cases.Vocabulary;

namespace Conform.Cases;

/// <summary>What is expected, in the words of the case language: reading the words gives the same again.</summary>
public static class PatternText
{
    /// <summary>A pattern in words.</summary>
    /// <param name="pattern">The pattern.</param>
    public static string Describe(this Pattern pattern) => pattern switch
    {
        ConversationPattern { Elements.Count: 0, Fate: Fate.Silence } => "silence",
        ConversationPattern { Elements.Count: 0 } => "close without an answer",
        ConversationPattern c => string.Join(" then ", [.. c.Elements.Select(Describe), .. Describe(c.Fate)]),
        CanaryAnswered => "canary answered",
        AnsweredWhileWaiting => "answered while waiting",
        EndedByCloseNotify => "ended by close_notify",
        ResetBehindAnswer => "reset behind an answer",
        SomeResponse some => "any response " + some.Response.Describe(),
        FirstResponseHas first => "with " + Describe(first.Clauses),
        ProgramTold => "witness told every step of the program",
        MutationAllows => "what the mutation allows",
        AgreesWithReference a => "agrees with the reference on " + string.Join(", ", a.Parts.Select(p => p.ToString().ToLowerInvariant())),
        ArrivesWhileHeld a => $"{(a.Text is null ? "nothing" : TemplateText.Quote(a.Text))} arrives while the application is held at {a.Gate}",
        CameToGate came => "the application came to " + came.Gate,
        CallsAgree calls => "calls agree with " + calls.Flag,
        WitnessTold told => $"witness told {string.Join(" then ", told.Events.Select(WitnessWords.Describe))}{WitnessWords.Times(told.Count)}",
        _ => throw new InvalidOperationException($"no words for {pattern}"),
    };

    /// <summary>A response in words.</summary>
    /// <param name="response">The response.</param>
    public static string Describe(this ResponsePattern response) =>
        response.Statuses.Describe() + (response.Clauses.Count == 0 ? string.Empty : " with " + Describe(response.Clauses));

    /// <summary>Statuses in words.</summary>
    /// <param name="statuses">The statuses.</param>
    public static string Describe(this StatusSet statuses) => string.Join(", ", statuses.Items.Select(Describe));

    /// <summary>A clause in words.</summary>
    /// <param name="clause">The clause.</param>
    public static string Describe(this Clause clause) => clause switch
    {
        ContentIs c => "content " + TemplateText.Quote(c.Template),
        ContentHas c => "content containing " + TemplateText.Quote(c.Template),
        HeadHas h => "head containing " + TemplateText.Quote(h.Template),
        NoContent => "no content",
        Early => "early",
        CutShort => "its content cut short",
        FieldPresence f => (f.Present ? "field " : "no field ") + f.Name,
        FieldIs f => $"{(f.IsOnly ? "one " : string.Empty)}field {f.Name}: {TemplateText.Quote(f.Value)}",
        ListMember m => $"{(m.Present ? string.Empty : "no ")}option {m.Member} in {m.Field}",
        InterimIs i => (i.Present ? "interim " : "no interim ") + i.Status,
        VersionIs v => "version " + v.Version,
        ReasonIs r => "reason " + TemplateText.Quote(r.Reason),
        FramingIs f => "framing " + ClauseTable.Framings.First(w => w.Framing == f.Framing).Word,
        PlainContent => "the plain content",
        FieldsAsPlain f => $"fields {string.Join(", ", f.Names)} as in the plain answer",
        RangesAre r => $"the range{(r.Several ? "s" : string.Empty)} {TemplateText.Quote(r.Spans)}{(r.AnyOrder ? " in any order" : string.Empty)}"
            + (r.Answer is { } whole ? $" of answer {whole}" : string.Empty),
        RangesServed => "ranges served",
        SomeContent => "some content",
        CodedIs { Coding: null } => "uncoded",
        CodedIs c => "coded " + c.Coding,
        CodedAsItSays => "coded as it says",
        AnswerClause a => $"{AnswerClauses.Begins(a)} of answer {a.Answer}",
        UnderstoodPart { Value: null } p => "understood no " + Name(p.Part),
        UnderstoodPart p => $"understood {Name(p.Part)} {TemplateText.Quote(p.Value)}",
        UnderstoodField { Value: null } f => "understood no field " + f.Name,
        UnderstoodField f => $"understood field {f.Name} {TemplateText.Quote(f.Value)}",
        UnderstoodAsSent => "understood as sent",
        UnderstoodVariable { Kind: null, Value: null } v => "understood no variable " + v.Name,
        UnderstoodVariable { Kind: { } kind } v => $"understood kind {kind} of {v.Name}",
        UnderstoodVariable v => $"understood variable {v.Name} {TemplateText.Quote(v.Value!)}",
        UnderstoodTrait t => ClauseTable.Traits.First(w => w.Trait == t.Trait).Words,
        UnderstoodUrl u => "understood url " + TemplateText.Quote(u.Value),
        _ => throw new InvalidOperationException($"no words for {clause}"),
    };

    /// <summary>Something that a witness is told, in words.</summary>
    /// <param name="told">The event.</param>
    public static string Describe(this ToldEvent told) => WitnessWords.Describe(told);

    /// <summary>The word for a part of what was understood.</summary>
    internal static string Name(UnderstoodKind kind) => kind.ToString().ToLowerInvariant();

    private static string Describe(IReadOnlyList<Clause> clauses) => string.Join(" and ", clauses.Select(c => c.Describe()));

    private static string Describe(ConversationElement element) => element switch
    {
        ResponseElement r => r.Response.Describe(),
        CanaryElement => "canary answered",
        ProgramElement => "what the program gives",
        _ => throw new InvalidOperationException($"no words for {element}"),
    };

    private static IEnumerable<string> Describe(Fate fate) => fate switch
    {
        Fate.Close => ["close"],
        Fate.Kept => ["kept"],
        _ => [],
    };

    private static string Describe(StatusItem item) => item switch
    {
        ControlStatus => "the control's status",
        BaselineStatus => "the baseline's status",
        SameStatus => "the same status",
        StatusRange range when range == StatusWords.AnyFinal => "any final response",
        StatusRange range when range == StatusWords.AnyRefusal => "any refusal",
        StatusRange { First: var first, Last: var last } when first == last => $"{first}",
        StatusRange { First: var first } => $"{first / 100}xx",
        _ => throw new InvalidOperationException($"no words for {item}"),
    };
}

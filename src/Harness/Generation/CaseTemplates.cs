using Conform.Cases;

namespace Conform.Generation;

/// <summary>All octet templates of a case.</summary>
internal static class CaseTemplates
{
    /// <summary>Those that are sent, then the control, then those of the expectations.</summary>
    public static IEnumerable<OctetTemplate> Of(Case @case) =>
        Sent(@case)
            .Concat(@case.Control is { } control ? [control] : [])
            .Concat(@case.Steps.OfType<ExpectStep>().SelectMany(step => step.Expectations).SelectMany(line => Clauses(line.Pattern)).SelectMany(Of));

    /// <summary>Those of the send steps.</summary>
    public static IEnumerable<OctetTemplate> Sent(Case @case) => @case.Steps.OfType<SendStep>().Select(step => step.Template);

    /// <summary>The placeholders of a template.</summary>
    public static IEnumerable<PlaceholderKey> Placeholders(OctetTemplate template) =>
        template.Parts.OfType<PlaceholderPart>().Select(PlaceholderKey.Of);

    private static IEnumerable<Clause> Clauses(Pattern pattern) => pattern switch
    {
        ConversationPattern conversation => conversation.Elements.OfType<ResponseElement>().SelectMany(element => element.Response.Clauses),
        SomeResponse some => some.Response.Clauses,
        FirstResponseHas first => first.Clauses,
        _ => [],
    };

    private static IEnumerable<OctetTemplate> Of(Clause clause)
    {
        var template = clause switch
        {
            ContentIs content => content.Template,
            ContentHas content => content.Template,
            FieldIs field => field.Value,
            UnderstoodPart part => part.Value,
            UnderstoodField field => field.Value,
            _ => null,
        };
        return template is null ? [] : [template];
    }
}

using System.Globalization;

namespace Conform.Cases.Parsing;

/// <summary>Where <c>${said N FIELD}</c> may stand: behind an expect block by which the Nth final answer is there, whichever of its lines matches.</summary>
internal static class SaidRules
{
    private const string Hint = "an expect block before it must account for that answer in each of its lines";

    /// <summary>Checks a case.</summary>
    /// <param name="draft">The case.</param>
    public static IEnumerable<(int Line, string Message, string Hint)> Check(CaseDraft draft)
    {
        foreach (var part in draft.Control is { } control ? Of(control) : [])
            yield return (part.Line, "the control is a conversation of its own, in which nothing was said yet", "write out what it sends");
        foreach (var part in draft.Expectations.SelectMany(e => ExpectationParts.Templates(e.Pattern)).SelectMany(Of))
            yield return (part.Line, "${said} stands in what is sent alone", "such as: with the field ETag of answer 1");
        var answers = 0;
        foreach (var step in draft.Steps)
        {
            if (step is ExpectStep expect) answers += Fewest(expect);
            foreach (var part in step is SendStep send ? Of(send.Template) : [])
            {
                if (int.Parse(part.Arguments[0], CultureInfo.InvariantCulture) is var number && number > answers)
                    yield return (part.Line, answers == 0 ? $"{TemplateText.Of(part)}: no answer is expected before it" : $"{TemplateText.Of(part)}: only {answers} answers are sure to be there before it", Hint);
            }
        }
    }

    private static IEnumerable<PlaceholderPart> Of(OctetTemplate template) => template.Parts.OfType<PlaceholderPart>().Where(p => p.Name == "said");

    private static int Fewest(ExpectStep step) => step.Expectations.Where(e => e.Verb is ExpectationVerb.Accept or ExpectationVerb.Tolerate)
        .Select(e => (e.Pattern as ConversationPattern)?.Elements.Count ?? 0).DefaultIfEmpty(0).Min();
}

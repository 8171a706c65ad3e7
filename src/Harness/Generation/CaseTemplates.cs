using Conform.Cases;
using Conform.Cases.Parsing;

namespace Conform.Generation;

/// <summary>All octet templates of a case.</summary>
internal static class CaseTemplates
{
    /// <summary>Those that are sent, then the control, then those of the expectations.</summary>
    public static IEnumerable<OctetTemplate> Of(Case @case) =>
        Sent(@case)
            .Concat(@case.Control is { } control ? [control] : [])
            .Concat(@case.Steps.OfType<ExpectStep>().SelectMany(step => step.Expectations).SelectMany(line => ExpectationParts.Templates(line.Pattern)));

    /// <summary>Those of the send steps.</summary>
    public static IEnumerable<OctetTemplate> Sent(Case @case) => @case.Steps.OfType<SendStep>().Select(step => step.Template);

    /// <summary>The placeholders of a template.</summary>
    public static IEnumerable<PlaceholderKey> Placeholders(OctetTemplate template) =>
        template.Parts.OfType<PlaceholderPart>().Select(PlaceholderKey.Of);

    /// <summary>The clauses of all expectations.</summary>
    public static IEnumerable<Clause> Clauses(Case @case) =>
        @case.Steps.OfType<ExpectStep>().SelectMany(step => step.Expectations).SelectMany(line => ExpectationParts.Clauses(line.Pattern));
}

using System.Text;
using Conform.Cases;
using Conform.Http;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>What every part of a judgement may ask for.</summary>
/// <param name="Case">The case.</param>
/// <param name="Evidence">What was seen.</param>
/// <param name="Traits">What the target is like.</param>
/// <param name="Observation">What the subject's transcript shows.</param>
/// <param name="Requirements">Finds a requirement by its id.</param>
internal sealed record JudgeContext(
    Case Case, Evidence Evidence, TargetTraits Traits, Observation Observation, Func<string, Requirement?> Requirements)
{
    /// <summary>The control's first final response, or null where there is no control.</summary>
    public Response? Control { get; } = Evidence.Control is { } control
        ? ObservationReader.Read(control).Connections.FirstOrDefault()?.Responses.FirstOrDefault()
        : null;

    /// <summary>What the request without the fault got: the control block's status, else the baseline's.</summary>
    public int ControlStatus => Evidence.Control is null ? Traits.BaselineStatus : Control?.Status ?? 0;

    /// <summary>Fills a template of an expect block with what was drawn.</summary>
    /// <param name="template">The template.</param>
    public string Fill(OctetTemplate template)
    {
        var text = new StringBuilder();
        foreach (var part in template.Parts)
        {
            text.Append(Encoding.Latin1.GetString(part switch
            {
                LiteralPart literal => literal.Octets.Span,
                PlaceholderPart placeholder => Evidence.Drawn.Values.TryGetValue(Key(placeholder), out var value)
                    ? value.Span
                    : throw new InvalidOperationException($"${{{Key(placeholder)}}} was not drawn for {Case.Id}"),
                _ => throw new InvalidOperationException($"unknown part {part}"),
            }));
        }

        return text.ToString();
    }

    private static string Key(PlaceholderPart placeholder) => string.Join(' ', placeholder.Arguments.Prepend(placeholder.Name));
}

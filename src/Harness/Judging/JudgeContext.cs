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
/// <param name="Rules">What is the same for all cases.</param>
internal sealed record JudgeContext(Case Case, Evidence Evidence, TargetTraits Traits, Observation Observation, JudgingRules Rules)
{
    /// <summary>The control's first final response, or null where there is no control.</summary>
    public Response? Control { get; } = Evidence.Control is { } control
        ? ObservationReader.Read(control).First?.Responses.FirstOrDefault()
        : null;

    /// <summary>What the request without the fault got: the control block's status, else the baseline's.</summary>
    public int ControlStatus => Evidence.Control is null ? Traits.BaselineStatus : Control?.Status ?? 0;

    /// <summary>The final answers to the case's own requests, in order, over all its connections.</summary>
    public IReadOnlyList<Response> Answers => StepView.Answers(Observation, Evidence.Drawn.CanaryToken, Traits);

    /// <summary>Fills a template of an expect block with what was drawn.</summary>
    /// <param name="template">The template.</param>
    public string Fill(OctetTemplate template) => Encoding.Latin1.GetString(Rules.Fill(template, Evidence.Drawn).Span);
}

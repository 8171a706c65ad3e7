using Conform.Cases;
using Conform.Http;
using Conform.Observations;

namespace Conform.Generation;

/// <summary>One draw of a case for one target: all octets stand, nothing is cut yet.</summary>
/// <param name="Drawn">What was drawn.</param>
/// <param name="Steps">One for each step of the case, in the same order.</param>
/// <param name="Control">The octets of the control request; null where the case has none.</param>
public sealed record FilledCase(Drawn Drawn, IReadOnlyList<FilledStep> Steps, ReadOnlyMemory<byte>? Control);

/// <summary>A step with its octets.</summary>
/// <param name="Step">The step of the case.</param>
/// <param name="Octets">
/// What a send step sends; empty for the other steps. Where it sends what an answer says, about as much of something else stands in its place, and the octets
/// are good for planning only.
/// </param>
public sealed record FilledStep(Step Step, ReadOnlyMemory<byte> Octets)
{
    /// <summary>Fills what is known only when the step is sent, from the final answers to the case's own requests until then; null where nothing is.</summary>
    public Func<IReadOnlyList<Response>, SaidOctets>? Late { get; init; }
}

using Conform.Cases;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>Compares a conversation with the same one held with the reference server.</summary>
internal static class ReferenceMatcher
{
    /// <summary>Compares.</summary>
    /// <param name="pattern">What is compared.</param>
    /// <param name="context">What is known.</param>
    /// <returns>Yes too where there is nothing to compare with, as where the reference itself is the subject: the rest of the case decides then.</returns>
    public static Match Decide(AgreesWithReference pattern, JudgeContext context)
    {
        if (context.Evidence.Reference is not { } transcript) return Match.Yes;
        var reference = ObservationReader.Read(transcript);
        foreach (var part in pattern.Parts)
        {
            var (here, there) = (ReferenceNormaliser.Lines(part, context.Observation), ReferenceNormaliser.Lines(part, reference));
            if (part == ComparedPart.Fields ? there.Except(here, StringComparer.Ordinal).Any() : !here.SequenceEqual(there, StringComparer.Ordinal))
                return Match.No($"{part.ToString().ToLowerInvariant()} differs: {Told(here)}; the reference: {Told(there)}");
        }

        return Match.Yes;
    }

    private static string Told(IReadOnlyList<string> lines) =>
        lines.Count == 0 ? "nothing" : string.Join(", ", lines.Take(12).Select(l => Quoted.Text(l))) + (lines.Count > 12 ? " …" : string.Empty);
}

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
        // Whether a server may close before the last request is answered is for the other lines of the case to say; what it answered is compared.
        var most = ReferenceNormaliser.Count(context.Observation) is > 0 and var answered && context.Observation.Connections.Any(c => c.Ending is Ending.Fin or Ending.Reset)
            ? answered : int.MaxValue;
        foreach (var part in pattern.Parts)
        {
            var (here, there) = (ReferenceNormaliser.Lines(part, context.Observation), ReferenceNormaliser.Lines(part, reference, most));
            if (part == ComparedPart.Content && context.Observation.Connections.Any(c => c.ResetLostAnswer)) return Match.Unobservable(StepView.Lost);
            if (part == ComparedPart.Fields ? !Holds(here, there) : !here.SequenceEqual(there, StringComparer.Ordinal))
                return Match.No($"{part.ToString().ToLowerInvariant()} differs: {Told(here)}; the reference: {Told(there)}");
        }

        return Match.Yes;
    }

    // The target may send more fields than the application gave; lines of one name have an order (RFC 9110 section 5.3).
    private static bool Holds(IReadOnlyList<string> here, IReadOnlyList<string> there) =>
        there.GroupBy(Name, StringComparer.Ordinal).All(lines =>
            here.Where(line => Name(line) == lines.Key && lines.Contains(line, StringComparer.Ordinal)).SequenceEqual(lines, StringComparer.Ordinal)
            || (lines.Count() == 1 && here.Contains(lines.First(), StringComparer.Ordinal)));

    private static string Name(string line) => line[..line.IndexOf(':', StringComparison.Ordinal)];

    private static string Told(IReadOnlyList<string> lines) =>
        lines.Count == 0 ? "nothing" : string.Join(", ", lines.Take(12).Select(l => Quoted.Text(l))) + (lines.Count > 12 ? " …" : string.Empty);
}

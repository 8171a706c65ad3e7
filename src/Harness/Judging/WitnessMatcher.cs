using System.Text;
using Conform.Cases;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>Decides what rests on what the application told, and on what had come while it was held.</summary>
internal static class WitnessMatcher
{
    /// <summary>Decides whether something had come, or nothing had, when the application was let go.</summary>
    /// <param name="pattern">What is looked for, and at which gate.</param>
    /// <param name="view">What the step may look at.</param>
    /// <param name="context">What is known besides.</param>
    public static Match Arrives(ArrivesWhileHeld pattern, StepView view, JudgeContext context)
    {
        var gates = context.Observation.Calls.SelectMany(c => c.Gates.Where(g => g.Label == pattern.Gate).Select(g => (Call: c, Gate: g))).ToList();
        if (gates.Count == 0) return Match.No(context.Observation.Calls.Count == 0 ? "the application was not called" : $"the application did not come to {pattern.Gate}");
        var (call, gate) = gates[0];
        if (gate.To is not { } to) return Match.No($"the application was still held at {pattern.Gate} at the end");
        var before = ObservationReader.ReadBefore(context.Evidence.Subject, to).Connections.FirstOrDefault(c => c.Channel == view.Connection.Channel);

        // Each earlier call may have its response by now; the witness and the wire are two connections, so which of both was heard first says nothing.
        if (pattern.Text is null)
            return before is null || before.Responses.Count < call.Number ? Match.Yes : Match.No($"octets of the response came before the application went on from {pattern.Gate}");
        var text = context.Fill(pattern.Text);
        return before?.Responses.Any(r => Encoding.Latin1.GetString(r.Content.Span).Contains(text, StringComparison.Ordinal)) == true
            ? Match.Yes
            : Match.No($"{Quoted.Text(text)} had not come when the application went on from {pattern.Gate}");
    }

    /// <summary>Decides whether the application stood at a gate when that was awaited: where it came later, something that was asked for meanwhile brought it there.</summary>
    /// <param name="pattern">At which gate.</param>
    /// <param name="context">What is known.</param>
    public static Match Came(CameToGate pattern, JudgeContext context)
    {
        var isLate = context.Evidence.Subject.Events.Any(e => e.Kind == WireEventKind.Quiet && e.Note == ObservationReader.NotAtGate(pattern.Gate));
        return isLate || !context.Observation.Calls.SelectMany(c => c.Gates).Any(g => g.Label == pattern.Gate)
            ? Match.No($"the application did not come to {pattern.Gate} while that was awaited")
            : Match.Yes;
    }

    /// <summary>Decides whether something was told, and how often.</summary>
    /// <param name="pattern">What is looked for.</param>
    /// <param name="context">What is known.</param>
    public static Match Told(WitnessTold pattern, JudgeContext context)
    {
        var all = context.Observation.Calls.SelectMany(c => c.Events).OrderBy(e => e.Sequence).Select(e => e.Text).ToList();
        if (pattern.Events is [var one])
        {
            var seen = all.Count(e => Is(one, e, context));
            if (pattern.Count is { } count ? seen == count : seen > 0) return Match.Yes;
            return Match.No(seen == 0 ? $"the witness was not told {PatternText.Describe(one)}; it was told: {List(all)}" : $"the witness was told {PatternText.Describe(one)} {seen} times");
        }

        var at = 0;
        foreach (var wanted in pattern.Events)
        {
            var found = all.FindIndex(at, e => Is(wanted, e, context));
            if (found < 0) return Match.No($"the witness was told: {List(all)}");
            at = found + 1;
        }

        return Match.Yes;
    }

    private static bool Is(ToldEvent wanted, string told, JudgeContext context)
    {
        if (told != wanted.Line && !told.StartsWith(wanted.Line + " ", StringComparison.Ordinal)) return false;
        if (wanted.Words == "next" && told == "next end") return false;
        if (wanted.Detail is null) return true;
        var detail = told.Length > wanted.Line.Length ? told[(wanted.Line.Length + 1)..] : string.Empty;
        var text = context.Fill(wanted.Detail);
        return detail == text || ((wanted.Words == "read" || wanted.Words.StartsWith("environ ", StringComparison.Ordinal)) && detail == Convert.ToHexStringLower(Encoding.Latin1.GetBytes(text)));
    }

    private static string List(IReadOnlyList<string> told) => told.Count == 0 ? "nothing" : string.Join(", ", told.Take(12)) + (told.Count > 12 ? " …" : string.Empty);
}

using Conform.Generation;
using Conform.Observations;

namespace Conform.Running;

/// <summary>What an answer said when the conversation was held is taken from the answer anew when it is held again: the old value would be another state's.</summary>
internal static class ReplayOfSaid
{
    /// <summary>Begins what is sent next with one more value in it.</summary>
    /// <param name="steps">The steps so far.</param>
    /// <param name="said">The event that tells the value.</param>
    public static void Add(List<ScriptStep> steps, WireEvent said)
    {
        var value = new SaidValue(said.Note ?? string.Empty, (int)said.Count, said.Octets);
        if (steps.LastOrDefault() is SendPieces { Pieces.Count: 0 } open && open.Lane == said.Channel) steps[^1] = open with { Said = [.. open.Said, value] };
        else steps.Add(new SendPieces([]) { Lane = said.Channel, Said = [value], Behind = steps.OfType<ExpectResponses>().LastOrDefault()?.Index ?? 0 });
    }

    /// <summary>Whether not all values were sent yet.</summary>
    /// <param name="send">What was sent so far.</param>
    public static bool IsOpen(SendPieces send) => send.Said.Any(v => v.Offset + v.Octets.Length > send.Pieces.Sum(p => p.Length));

    /// <summary>The step as it is carried out again.</summary>
    /// <param name="step">The step.</param>
    public static ScriptStep Again(ScriptStep step)
    {
        if (step is not SendPieces { Said.Count: > 0 } send || IsOpen(send)) return step;
        var sent = new SaidOctets(send.Pieces.SelectMany(p => p.ToArray()).ToArray(), send.Said, null);
        return new SendSaid(send.Behind, sent.Again, said => Cut(said, sent, send.Pieces)) { Lane = send.Lane };
    }

    // Each cut stays where it was among the octets that are the same; within a value that is shorter now it moves to its end.
    private static List<ReadOnlyMemory<byte>> Cut(SaidOctets said, SaidOctets before, IReadOnlyList<ReadOnlyMemory<byte>> pieces)
    {
        var cut = new List<ReadOnlyMemory<byte>>();
        var (end, start) = (0, 0);
        foreach (var piece in pieces)
        {
            end += piece.Length;
            var now = Moved(end, said, before);
            if (now > start) cut.Add(said.Octets[start..now]);
            start = Math.Max(start, now);
        }

        return cut;
    }

    private static int Moved(int end, SaidOctets said, SaidOctets before)
    {
        var now = end;
        foreach (var (old, value) in before.Values.Zip(said.Values))
        {
            if (end <= old.Offset) break;
            var within = end - old.Offset;
            now = within >= old.Octets.Length ? value.Offset + value.Octets.Length + within - old.Octets.Length : value.Offset + Math.Min(within, value.Octets.Length);
        }

        return now;
    }
}

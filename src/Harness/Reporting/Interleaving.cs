using Conform.Observations;

namespace Conform.Reporting;

/// <summary>In which order a conversation went to and fro between connections that were open together.</summary>
internal static class Interleaving
{
    /// <summary>Whether a connection was gone back to after another.</summary>
    /// <param name="transcript">The conversation.</param>
    public static bool Is(Transcript transcript)
    {
        var channels = Runs(transcript).Select(r => r.Channel).ToList();
        return channels.Where((c, i) => i > 0 && c < channels[i - 1]).Any();
    }

    /// <summary>The order in one line, such as <c>in turn: 1 sent 37 octets, 2 sent 52, 2 received 120, 1 sent 9</c>; null where it says nothing.</summary>
    /// <param name="transcript">The conversation.</param>
    public static string? Line(Transcript transcript) =>
        Is(transcript) ? $"in turn: {string.Join(", ", Runs(transcript).Select(r => $"{r.Channel} {r.What} {r.Octets}"))} octets" : null;

    // What follows the sentinel on a connection is no longer the case's.
    private static List<(int Channel, string What, long Octets)> Runs(Transcript transcript)
    {
        var done = new HashSet<int>();
        var runs = new List<(int Channel, string What, long Octets)>();
        foreach (var e in transcript.Events)
        {
            if (e.Kind == WireEventKind.Sentinel) done.Add(e.Channel);
            if (e.Kind is not (WireEventKind.Sent or WireEventKind.Received) || done.Contains(e.Channel)) continue;
            var what = e.Kind == WireEventKind.Sent ? "sent" : "received";
            if (runs is [.., var last] && last.Channel == e.Channel && last.What == what) runs[^1] = last with { Octets = last.Octets + e.Octets.Length };
            else runs.Add((e.Channel, what, e.Octets.Length));
        }

        return runs;
    }
}

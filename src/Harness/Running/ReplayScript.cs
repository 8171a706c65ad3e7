using Conform.Generation;
using Conform.Observations;

namespace Conform.Running;

/// <summary>The script that sends again what a transcript says was sent: the same octets in the same writes, on as many connections, with the same waits.</summary>
public static class ReplayScript
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Makes it.</summary>
    /// <param name="transcript">What happened.</param>
    /// <returns>The script; null where nothing was sent.</returns>
    public static Script? Of(Transcript transcript)
    {
        var steps = new List<ScriptStep>();
        var over = new HashSet<int>();
        var sentinel = new List<byte>();
        var reaches = ObservationReader.Read(transcript).Connections.ToDictionary(c => c.Channel, Own);
        for (var i = 0; i < transcript.Events.Count; i++)
        {
            var e = transcript.Events[i];
            if (e.Channel < 1) continue;
            if (e.Kind == WireEventKind.Sentinel) over.Add(e.Channel);
            else if (over.Contains(e.Channel) && e.Kind == WireEventKind.Sent && over.Count == 1) sentinel.AddRange(e.Octets.Span);
            else if (!over.Contains(e.Channel) || e.Kind == WireEventKind.Step) Add(steps, transcript.Events, i, reaches.GetValueOrDefault(e.Channel) ?? []);
        }

        return steps.OfType<SendPieces>().Any() ? new Script([.. steps.Select(ReplayOfSaid.Again)], sentinel.Count > 0 ? sentinel.ToArray() : null) : null;
    }

    // The last expect of a connection ends behind the sentinel, whose answer the case does not want.
    private static IReadOnlyList<StepReach> Own(ConnectionObservation connection) =>
        [.. connection.Expects.Select(r => r with { Responses = Math.Min(r.Responses, connection.SentinelAnswer ?? r.Responses) })];

    private static void Add(List<ScriptStep> steps, IReadOnlyList<WireEvent> events, int at, IReadOnlyList<StepReach> reaches)
    {
        var e = events[at];
        var lane = e.Channel;
        switch (e.Kind)
        {
            case WireEventKind.Sent or WireEventKind.Unsent when e.Octets.Length > 0:
                AddPiece(steps, events, at);
                break;
            case WireEventKind.Said:
                ReplayOfSaid.Add(steps, e);
                break;
            case WireEventKind.Unsaid:
                steps.Add(new SendSaid((int)e.Count, _ => SaidOctets.Lacking(e.Note ?? string.Empty), static _ => []) { Lane = lane });
                break;
            case WireEventKind.HalfClosed:
                steps.Add(new EndOurSide { Lane = lane });
                break;
            case WireEventKind.Aborted:
                steps.Add(new ResetConnection { Lane = lane });
                break;
            case WireEventKind.Closed when events.Skip(at).Any(o => o.Kind == WireEventKind.Sent && o.Channel != lane):
                steps.Add(new NewConnection { Lane = lane });
                break;
            case WireEventKind.Step when e.Note == ObservationReader.AwaitWord:
                steps.Add(new AwaitHead((int)e.Count) { Lane = lane });
                break;
            case WireEventKind.Step when e.Note == ObservationReader.ExpectWord:
                var before = reaches.TakeWhile(r => r.Step != e.Count).Select(r => r.Responses).LastOrDefault();
                var wanted = reaches.FirstOrDefault(r => r.Step == e.Count).Responses - before;
                steps.Add(new ExpectResponses((int)e.Count, Math.Max(1, wanted), IsLast(events, at)) { Lane = lane });
                break;
        }
    }

    // A pause of the case left no event of its own: it is seen where we sent nothing for longer than pieces lie apart.
    private static void AddPiece(List<ScriptStep> steps, IReadOnlyList<WireEvent> events, int at)
    {
        var e = events[at];
        var last = events.Take(at).LastOrDefault(o => o.Channel == e.Channel && o.Kind == WireEventKind.Sent);
        if (steps.LastOrDefault() is SendPieces open && open.Lane == e.Channel && (last is not null || open.Said.Count > 0))
        {
            if (last is null || ReplayOfSaid.IsOpen(open) || e.At - last.At < LeastPause)
            {
                steps[^1] = open with { Pieces = [.. open.Pieces, e.Octets] };
                return;
            }

            steps.Add(new LetPass(e.At - last.At) { Lane = e.Channel });
        }

        steps.Add(new SendPieces([e.Octets]) { Lane = e.Channel });
    }

    private static bool IsLast(IReadOnlyList<WireEvent> events, int at)
    {
        var own = events.Where(o => o.Channel == events[at].Channel).ToList();
        var from = own.IndexOf(events[at]);
        var sentinel = own.FindIndex(o => o.Kind == WireEventKind.Sentinel);
        return !own.Index().Skip(from + 1).Any(o => (o.Item.Kind == WireEventKind.Sent && (sentinel < 0 || o.Index < sentinel))
            || (o.Item.Kind == WireEventKind.Step && o.Item.Note == ObservationReader.ExpectWord));
    }
}

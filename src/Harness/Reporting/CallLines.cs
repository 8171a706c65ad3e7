using Conform.Observations;

namespace Conform.Reporting;

/// <summary>What the application told the witness, as lines that people read.</summary>
internal static class CallLines
{
    private const int Most = 20;

    public static IEnumerable<ExchangeLine> Of(Transcript transcript, Observation observation)
    {
        foreach (var call in observation.Calls)
        {
            var events = transcript.Events.Where(e => e.Channel == -call.Number).ToList();
            var lines = events.Select((e, i) => Line(e, events.Skip(i + 1))).OfType<string>().ToList();
            if (lines.Count == 0) continue;
            yield return new ExchangeLine(ExchangeLineKind.Label, observation.Calls.Count == 1 ? "the application told" : $"call {call.Number} of the application told");
            foreach (var line in lines.Take(Most)) yield return new ExchangeLine(ExchangeLineKind.Event, line);
            if (lines.Count > Most) yield return new ExchangeLine(ExchangeLineKind.Event, $"… and {lines.Count - Most} things more");
        }
    }

    private static string? Line(WireEvent e, IEnumerable<WireEvent> behind) => e.Kind switch
    {
        WireEventKind.Told when e.Note == "hello" => null,
        WireEventKind.Told => e.Note,
        WireEventKind.Held when behind.FirstOrDefault(l => l.Kind == WireEventKind.LetGo) is { } go => $"held at {e.Note} for {Quantity.Time(go.At - e.At)}",
        WireEventKind.Held => $"held at {e.Note} to the end",
        WireEventKind.Quiet => $"{e.Note} within {Quantity.Time(TimeSpan.FromMilliseconds(e.Count))}",
        _ => null,
    };
}

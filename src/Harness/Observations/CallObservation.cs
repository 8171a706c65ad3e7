using System.Text.Json;

namespace Conform.Observations;

/// <summary>
/// Something that the application told the witness, in one line: <c>start returned</c>, <c>start raised KIND</c>, <c>restart returned</c>,
/// <c>write returned</c>, <c>next HEX</c> and <c>next end</c> (asked for a block), <c>read HEX</c>, <c>tell LABEL</c>, <c>close</c>.
/// </summary>
/// <param name="Sequence">Its place in the transcript.</param>
/// <param name="Text">The line.</param>
public readonly record struct CallEvent(int Sequence, string Text);

/// <summary>A gate at which the application stood.</summary>
/// <param name="Label">The gate's label.</param>
/// <param name="From">Place in the transcript where it was reached.</param>
/// <param name="To">Place in the transcript where the harness let go, or the application no longer waited; null where neither came.</param>
public readonly record struct GateObservation(string Label, int From, int? To);

/// <summary>One call of the application, as far as the witness was told.</summary>
/// <param name="Number">From 1, in the order in which the calls began.</param>
/// <param name="Began">Place in the transcript of the first thing told.</param>
/// <param name="Events">What was told, in order.</param>
/// <param name="Gates">Where it was held, in order.</param>
/// <param name="Ended">Whether the call is known to be over.</param>
public sealed record CallObservation(int Number, int Began, IReadOnlyList<CallEvent> Events, IReadOnlyList<GateObservation> Gates, bool Ended)
{
    /// <summary>The server's process that made the call; null where that was not told.</summary>
    public int? Process { get; init; }

    /// <summary>The operating system's thread that made the call; null where that was not told.</summary>
    public int? Thread { get; init; }

    /// <summary>Whether something about it was waited for in vain: its end, or a line in the server's log.</summary>
    public bool WasQuiet { get; init; }

    /// <summary>Reads one call.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="events">What happened on its channel, in order; at least one event.</param>
    internal static CallObservation Of(int number, IReadOnlyList<WireEvent> events)
    {
        var gates = events.Where(e => e.Kind == WireEventKind.Held)
            .Select(e => new GateObservation(e.Note ?? string.Empty, e.Sequence, events.FirstOrDefault(g => IsEnd(g, e) && g.Sequence > e.Sequence)?.Sequence));
        return new CallObservation(
            number, events[0].Sequence,
            [.. events.Where(e => e.Kind == WireEventKind.Told).Select(e => new CallEvent(e.Sequence, e.Note ?? string.Empty))], [.. gates],
            events.Any(e => e.Kind == WireEventKind.CallEnded))
        {
            WasQuiet = events.Any(e => e.Kind == WireEventKind.Quiet),
            Process = events.Where(e => e.Kind == WireEventKind.Told).Select(e => NumberOf(e, "pid")).FirstOrDefault(p => p is not null),
            Thread = events.Where(e => e.Kind == WireEventKind.Told).Select(e => NumberOf(e, "tid")).FirstOrDefault(t => t is not null),
        };
    }

    private static bool IsEnd(WireEvent e, WireEvent held) => e.Kind == WireEventKind.LetGo || (e.Kind == WireEventKind.Told && e.Note == $"gate-lost {held.Note}");

    private static int? NumberOf(WireEvent told, string name)
    {
        if (told.Octets.IsEmpty) return null;
        try
        {
            using var json = JsonDocument.Parse(told.Octets);
            return json.RootElement.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

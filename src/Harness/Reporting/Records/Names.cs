using Conform.Cases;
using Conform.Judging;
using Conform.Observations;

namespace Conform.Reporting.Records;

/// <summary>The words that stand for enum members in records, reports and deviation lists.</summary>
public static class Names
{
    private static readonly (Outcome Value, string Name)[] OutcomeTable =
    [
        (Outcome.Pass, "pass"), (Outcome.Lenient, "lenient"), (Outcome.Fail, "fail"), (Outcome.Inconclusive, "inconclusive"),
        (Outcome.NotObservable, "not-observable"), (Outcome.Error, "error"), (Outcome.Skip, "skip"),
    ];

    private static readonly (RequirementLevel Value, string Name)[] LevelTable =
    [
        (RequirementLevel.Must, "MUST"), (RequirementLevel.MustNot, "MUST NOT"), (RequirementLevel.Should, "SHOULD"),
        (RequirementLevel.ShouldNot, "SHOULD NOT"), (RequirementLevel.Recommended, "RECOMMENDED"), (RequirementLevel.Ought, "OUGHT"),
        (RequirementLevel.May, "MAY"), (RequirementLevel.Optional, "OPTIONAL"), (RequirementLevel.Prose, "PROSE"),
    ];

    private static readonly (WireEventKind Value, string Name)[] EventTable =
    [
        (WireEventKind.Connected, "connected"), (WireEventKind.ConnectFailed, "connect-failed"), (WireEventKind.Sent, "sent"),
        (WireEventKind.WriteRefused, "write-refused"), (WireEventKind.Unsent, "unsent"), (WireEventKind.Received, "received"),
        (WireEventKind.Elided, "elided"), (WireEventKind.Fin, "fin"), (WireEventKind.Reset, "reset"),
        (WireEventKind.TlsClosed, "tls-closed"), (WireEventKind.TlsTruncated, "tls-truncated"), (WireEventKind.HalfClosed, "half-closed"),
        (WireEventKind.Aborted, "aborted"), (WireEventKind.Closed, "closed"), (WireEventKind.Quiet, "quiet"),
        (WireEventKind.Step, "step"), (WireEventKind.Sentinel, "sentinel"), (WireEventKind.Said, "said"), (WireEventKind.Unsaid, "unsaid"),
        (WireEventKind.Told, "told"), (WireEventKind.Held, "held"), (WireEventKind.LetGo, "let-go"), (WireEventKind.CallEnded, "call-ended"),
    ];

    private static readonly (Liveness Value, string Name)[] LivenessTable =
        [(Liveness.NotChecked, "not-checked"), (Liveness.Alive, "alive"), (Liveness.Dead, "dead")];

    /// <summary>Every outcome, in the order in which reports count them.</summary>
    public static IReadOnlyList<Outcome> Outcomes { get; } = [.. OutcomeTable.Select(e => e.Value)];

    /// <summary>The outcome's word, such as <c>not-observable</c>.</summary>
    /// <param name="outcome">The outcome.</param>
    public static string Of(Outcome outcome) => Find(OutcomeTable, outcome);

    /// <summary>The level as BCP 14 writes it, such as <c>MUST NOT</c>.</summary>
    /// <param name="level">The level.</param>
    public static string Of(RequirementLevel level) => Find(LevelTable, level);

    /// <summary>The weight's word, as <c>--fail-on</c> takes it.</summary>
    /// <param name="weight">The weight.</param>
    public static string Of(Weight weight) => weight switch { Weight.Violation => "violation", Weight.Warning => "warning", _ => "note" };

    /// <summary>The event's word, such as <c>write-refused</c>.</summary>
    /// <param name="kind">The event.</param>
    public static string Of(WireEventKind kind) => Find(EventTable, kind);

    /// <summary>The liveness check's word.</summary>
    /// <param name="liveness">What it found.</param>
    public static string Of(Liveness liveness) => Find(LivenessTable, liveness);

    /// <summary>The outcome with this word; null when no outcome has it.</summary>
    /// <param name="name">The word.</param>
    public static Outcome? ParseOutcome(string name) => Parse(OutcomeTable, name);

    /// <summary>The level with these words; null when no level has them.</summary>
    /// <param name="name">The words.</param>
    public static RequirementLevel? ParseLevel(string name) => Parse(LevelTable, name);

    /// <summary>The event with this word; null when no event has it.</summary>
    /// <param name="name">The word.</param>
    public static WireEventKind? ParseEvent(string name) => Parse(EventTable, name);

    /// <summary>What the liveness check found; null when the word is none of its own.</summary>
    /// <param name="name">The word.</param>
    public static Liveness? ParseLiveness(string name) => Parse(LivenessTable, name);

    private static string Find<T>((T Value, string Name)[] table, T value) =>
        table.First(e => EqualityComparer<T>.Default.Equals(e.Value, value)).Name;

    private static T? Parse<T>((T Value, string Name)[] table, string name)
        where T : struct
    {
        foreach (var (value, word) in table)
        {
            if (string.Equals(word, name, StringComparison.Ordinal)) return value;
        }

        return null;
    }
}

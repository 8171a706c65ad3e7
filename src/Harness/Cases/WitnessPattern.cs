namespace Conform.Cases;

/// <summary><c>"TEXT" arrives while the application is held at LABEL</c>, or <c>nothing arrives …</c>: decided by octets seen while it was held.</summary>
/// <param name="Text">What stands in the content of a response by then; null where nothing of the response may have come.</param>
/// <param name="Gate">The gate's label.</param>
public sealed record ArrivesWhileHeld(OctetTemplate? Text, string Gate) : Pattern;

/// <summary><c>the application came to LABEL</c>: it stood at the gate when that was awaited, without anything else that was asked for.</summary>
/// <param name="Gate">The gate's label.</param>
public sealed record CameToGate(string Gate) : Pattern;

/// <summary><c>witness told EVENT …</c>: what an application told, how often or in which order.</summary>
/// <param name="Events">One event with a count, or several in order.</param>
/// <param name="Count">How often; null for at least once. Only with one event.</param>
public sealed record WitnessTold(IReadOnlyList<ToldEvent> Events, int? Count) : Pattern;

/// <summary>Something that an application tells.</summary>
/// <param name="Words">The event in the words of the language, such as <c>start raised</c>.</param>
/// <param name="Line">How what was told begins, such as <c>start raised</c>.</param>
/// <param name="Detail">What stands behind it, in hexadecimal where it is content; null for anything.</param>
public sealed record ToldEvent(string Words, string Line, OctetTemplate? Detail);

/// <summary><c>calls agree with FLAG</c>: what the server says of its processes and threads is not refuted by the calls that were seen.</summary>
/// <param name="Flag">The flag without its <c>wsgi.</c>.</param>
public sealed record CallsAgree(string Flag) : Pattern
{
    /// <summary>The flags that there are.</summary>
    public static IReadOnlyList<string> Flags { get; } = ["multithread", "multiprocess", "run_once"];
}

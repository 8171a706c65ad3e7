namespace Conform.Cases;

/// <summary>One step of a conversation.</summary>
/// <param name="Location">Where it stands.</param>
public abstract record Step(SourceLocation Location);

/// <summary>Octets to send. Adjacent send steps are one octet string.</summary>
/// <param name="Template">What to send.</param>
/// <param name="Location">Where it stands.</param>
public sealed record SendStep(OctetTemplate Template, SourceLocation Location) : Step(Location)
{
    /// <summary>How often the octets go out, one behind the other.</summary>
    public int Times { get; init; } = 1;
}

/// <summary>What must have come by now. The last one of a connection is judged when all is known about the connection.</summary>
/// <param name="Expectations">The lines in order.</param>
/// <param name="Location">Where it stands.</param>
public sealed record ExpectStep(IReadOnlyList<Expectation> Expectations, SourceLocation Location) : Step(Location);

/// <summary>Wait for the head of any response, interim or final, before going on; at most the deadline.</summary>
/// <param name="Location">Where it stands.</param>
public sealed record AwaitStep(SourceLocation Location) : Step(Location);

/// <summary>Let time pass without sending: the gap itself is what is tested.</summary>
/// <param name="Duration">How long.</param>
/// <param name="Location">Where it stands.</param>
public sealed record PauseStep(TimeSpan Duration, SourceLocation Location) : Step(Location);

/// <summary>Wait until the server ends the connection, at most this long; that it does not is no failure.</summary>
/// <param name="AtMost">How long.</param>
/// <param name="Location">Where it stands.</param>
public sealed record AwaitCloseStep(TimeSpan AtMost, SourceLocation Location) : Step(Location);

/// <summary>End our side of the connection (FIN) and go on reading.</summary>
/// <param name="Location">Where it stands.</param>
public sealed record HalfCloseStep(SourceLocation Location) : Step(Location);

/// <summary>Reset the connection.</summary>
/// <param name="Location">Where it stands.</param>
public sealed record AbortStep(SourceLocation Location) : Step(Location);

/// <summary>Wait until the application stands at a gate; at most the deadline.</summary>
/// <param name="Gate">The gate's label.</param>
/// <param name="Location">Where it stands.</param>
public sealed record AwaitGateStep(string Gate, SourceLocation Location) : Step(Location);

/// <summary>Let the application go on from a gate.</summary>
/// <param name="Gate">The gate's label.</param>
/// <param name="Location">Where it stands.</param>
public sealed record ReleaseStep(string Gate, SourceLocation Location) : Step(Location);

/// <summary>Go on with a new connection; the old one is closed.</summary>
/// <param name="Location">Where it stands.</param>
public sealed record ReconnectStep(SourceLocation Location) : Step(Location);

/// <summary>Go on with the connection of this name, which is opened where it is named first; the one before it stays open.</summary>
/// <param name="Name">Its name in the case.</param>
/// <param name="Location">Where it stands.</param>
public sealed record ConnectionStep(string Name, SourceLocation Location) : Step(Location);

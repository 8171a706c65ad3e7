namespace Conform.Cases;

/// <summary>What a line of an expect block does to the verdict.</summary>
public enum ExpectationVerb
{
    /// <summary>Passes.</summary>
    Accept,

    /// <summary>Is lenient: allowed, but not what a careful server does.</summary>
    Tolerate,

    /// <summary>Is required besides.</summary>
    Check,

    /// <summary>Fails whatever else matched.</summary>
    Never,
}

/// <summary>One line of an expect block.</summary>
/// <param name="Verb">What it does.</param>
/// <param name="Pattern">What it looks for.</param>
/// <param name="Requirement">The requirement whose level counts for this line; null for the case's own.</param>
/// <param name="Text">The line behind its verb, as written, without the requirement: failures are told in these words.</param>
/// <param name="Location">Where it stands.</param>
public sealed record Expectation(ExpectationVerb Verb, Pattern Pattern, Requirement? Requirement, string Text, SourceLocation Location);

/// <summary>What an expectation looks for.</summary>
public abstract record Pattern;

/// <summary>How a connection must stand at the end of a conversation pattern.</summary>
public enum Fate
{
    /// <summary>Not asked for.</summary>
    Any,

    /// <summary><c>then close</c>: FIN, or a reset behind a response that is complete, or was to be cut short.</summary>
    Close,

    /// <summary><c>then kept</c>: the next request on the connection (the sentinel) is answered.</summary>
    Kept,

    /// <summary><c>silence</c>: no answer and no close before the deadline; the server waits for more.</summary>
    Silence,
}

/// <summary>A whole conversation: these responses in this order and no others, then this fate.</summary>
/// <param name="Elements">Every final response that comes, in order.</param>
/// <param name="Fate">How the connection stands then.</param>
public sealed record ConversationPattern(IReadOnlyList<ConversationElement> Elements, Fate Fate) : Pattern;

/// <summary>The response of its own that the canary got.</summary>
public sealed record CanaryAnswered : Pattern;

/// <summary>Some response of the step matches.</summary>
/// <param name="Response">What it looks like.</param>
public sealed record SomeResponse(ResponsePattern Response) : Pattern;

/// <summary>The first final response of the step has all of these.</summary>
/// <param name="Clauses">What it has.</param>
public sealed record FirstResponseHas(IReadOnlyList<Clause> Clauses) : Pattern;

/// <summary>An interim or final response came while the rest of the case's octets was still held back by an <c>await</c>.</summary>
public sealed record AnsweredWhileWaiting : Pattern;

/// <summary>The server ended TLS by its closure alert (RFC 9112 section 9.8); also where TCP was reset behind it.</summary>
public sealed record EndedByCloseNotify : Pattern;

/// <summary>The server reset the connection behind a complete response, although nothing more had been sent.</summary>
public sealed record ResetBehindAnswer : Pattern;

/// <summary>One place in a conversation.</summary>
public abstract record ConversationElement;

/// <summary>A response of this kind.</summary>
/// <param name="Response">What it looks like.</param>
public sealed record ResponseElement(ResponsePattern Response) : ConversationElement;

/// <summary><c>canary answered</c> as the next response.</summary>
public sealed record CanaryElement : ConversationElement;

/// <summary><c>what the program gives</c> as the next response: status, fields and content that the program drawn for the case hands to the server.</summary>
public sealed record ProgramElement : ConversationElement;

/// <summary><c>witness told every step of the program</c>: everything that the program drawn for the case tells where the server keeps the contract.</summary>
public sealed record ProgramTold : Pattern;

/// <summary>A status and what else the response has.</summary>
/// <param name="Statuses">The status codes that match.</param>
/// <param name="Clauses">All of these must hold too.</param>
public sealed record ResponsePattern(StatusSet Statuses, IReadOnlyList<Clause> Clauses);

/// <summary><c>what the mutation allows</c>: the lines that the mutator states for the draw take this one's place.</summary>
public sealed record MutationAllows : Pattern;

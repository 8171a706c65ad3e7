namespace Conform.Cases;

/// <summary>The words that a requirements file uses for who is bound, and for how a client can see it.</summary>
public static class RequirementWords
{
    /// <summary>Begins the reason why something cannot be seen from outside, or does not bind an origin server.</summary>
    public const string Not = "not:";

    /// <summary>Who is bound, in the roles of RFC 9110 section 3.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["any-server", "origin", "recipient", "sender", "proxy", "gateway"];

    /// <summary>How a client sees it: in an answer, through an application that tells what it was given, by a witness of the application, over time, or on every response.</summary>
    public static IReadOnlyList<string> Observed { get; } = ["answer", "application", "witness", "time", "every response"];
}

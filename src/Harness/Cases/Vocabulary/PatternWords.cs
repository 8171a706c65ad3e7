namespace Conform.Cases.Vocabulary;

/// <summary>The verbs, and the patterns that are more than a status.</summary>
internal static class PatternWords
{
    public static IReadOnlyList<(ExpectationVerb Verb, Word Word)> Verbs { get; } =
    [
        (ExpectationVerb.Accept, new("accept", "passes; the conversation accounts for every response there is", "accept    400 then close")),
        (ExpectationVerb.Tolerate, new("tolerate", "is lenient: allowed, but not what a careful server does", "tolerate  400")),
        (ExpectationVerb.Check, new("check", "is required besides", "check     answered while waiting")),
        (ExpectationVerb.Never, new("never", "fails whatever else matched", "never     canary answered")),
    ];

    public static IReadOnlyList<Word> Conversations { get; } =
    [
        new("STATUSES", "one response with one of these statuses", "accept 400, 501"),
        new("STATUSES with CLAUSES", "and all of this holds of it", "accept 200 with content \"hello\" and option close in Connection"),
        new("… then …", "and then another response", "accept 200 then 400"),
        new("N times …", "so many of them, one behind the other; N up to 1000", "accept 49 times the baseline's status then canary answered"),
        new("canary answered", "the canary request got a response of its own", "accept 200 then canary answered"),
        new("close without an answer", "closed with no final response at all", "accept close without an answer"),
        new("silence", "no final response, and still open at the deadline; the case is marked waits", "accept silence"),
        new("what the program gives", "one response, with the status, the fields and the content that the drawn program gives the server", "accept what the program gives then canary answered"),
        new("what the mutation allows", "what the mutator of the draw states", "accept what the mutation allows"),
    ];

    public static IReadOnlyList<Word> Checks { get; } =
    [
        new("canary answered", "the canary request got a response of its own", "never canary answered"),
        new("answered while waiting", "a response came while an await held the rest back", "check answered while waiting"),
        new("ended by close_notify", "the server ended TLS by its closure alert", "check ended by close_notify"),
        new("reset behind an answer", "the server reset the connection behind a complete response, although nothing more had been sent", "never reset behind an answer"),
        new("any response STATUSES", "some response has one of these statuses", "never any response 200 with content \"secret\""),
        .. WitnessWords.Checks,
        new("with CLAUSES", "the first final response has all of this", "check with field Date and version HTTP/1.1"),
    ];

    public static IReadOnlyList<(Fate Fate, Word Word)> Fates { get; } =
    [
        (Fate.Close, new("then close", "the server closes: FIN, or a reset behind a response that is complete, or was to be cut short", "accept 400 then close")),
        (Fate.Kept, new("then kept", "the next request on the connection is answered", "accept 200 then kept")),
    ];

    /// <summary>What may have been meant where a status stands, for suggestions.</summary>
    public static IEnumerable<string> Phrases =>
        StatusWords.All.Skip(2).Select(w => w.Name).Concat(["canary answered", "close without an answer", "silence", "what the program gives", "what the mutation allows", "close", "kept"]);
}

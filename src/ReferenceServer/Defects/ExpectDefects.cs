namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of expectations.</summary>
internal static class ExpectDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.MixedExpectationsForgotten, "rfc9110-10.1.1-expect-100-or-final", "Waits for content, and says nothing, where another expectation stands beside 100-continue."),
        new(Fault.RefusedExpectationContentParsed, "rfc9110-10.1.1-expect-unknown-417", "Takes the content of an expectation that it refused for the next request."),
        new(Fault.EarlyAnswerContentParsed, "rfc9110-10.1.1-expect-early-final-signals", "Answers before the content, keeps the connection, and takes the content for the next request."),
        new(Fault.ContinueBeforeRefusal, "rfc9110-10.1.1-expect-malformed-first", "Tells a client to go on whose request it then refuses."),
        new(Fault.LookalikeExpectationFails, "rfc9110-15.5.18-417-expectation", "Takes fields that look like Expect for it."),
        new(Fault.EmptyExpectationFails, "rfc9110-15.5.18-417-expectation", "Fails where nothing is expected."),
        new(Fault.ExpectationSwallowsNext, "rfc9110-10.1.1-expect-omit-if-received", "Loses what follows an expectation without content at once."),
        new(Fault.ContinueNeverSentForChunks, "rfc9110-10.1.1-expect-chunked", "Never sends 100 where the length is not known, and waits for the content."),
        new(Fault.ContinueForPagesNeverSent, "rfc9110-10.1.1-expect-100-or-final", "Waits for content that a page has no use for, and tells nobody to send it."),
        new(Fault.ExpectationInHttp10Answered, "rfc9110-15.2-no-1xx-to-http10", "Sends an interim answer to an HTTP/1.0 client that expects something."),
    ];
}

namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of how a connection ends, and of silence.</summary>
internal static class ClosingDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.RefusalNotEnded, "rfc9112-9.6-close-sent-initiates-close", "Says close to a request without Host, and leaves the closing to the client."),
        new(Fault.AnswerNotEnded, "rfc9112-9.6-close-sent-initiates-close", "Says close to another method than GET, and leaves the closing to the client."),
        new(Fault.AnswersBehindRefusal, "rfc9112-9.6-close-sent-no-more-requests", "Says close to a request without Host, and answers what follows."),
        new(Fault.AnswerLostToReset, "rfc9112-9.6-lingering-close-no-reset", "Resets the connection before its last answer has gone out, where much is coming in."),
        new(Fault.HalfCloseLosesUploads, "rfc9112-9.6-client-half-close-still-served", "Does not answer content whose client has ended its half."),
        new(Fault.EndOverlooked, "rfc9112-9.5-monitor-close-signal", "Leaves its own half open for seconds once the client has ended."),
        new(Fault.IdleReset, "rfc9112-9.5-idle-timeout-graceful", "Resets connections that nobody uses."),
        new(Fault.IdleConnectionForgotten, "rfc9112-9.3-persistent-default", "Neither answers nor closes where the second request comes after half a second."),
        new(Fault.SilenceAnswered, "rfc9110-15.5.9-408-request-timeout", "Says that it has failed to a client that says nothing."),
        new(Fault.SlowHeadLost, "rfc9112-2.1-header-only-partial-segmentation", "Drops a head that stops for a quarter of a second."),
        new(Fault.LeaversContentCut, "rfc9110-2.2-interpret-as-defined", "Takes the first piece of the content for all of it where the client asks for the close."),
        new(Fault.SlowContentLost, "rfc9112-2.1-header-only-partial-segmentation", "Closes, without an answer, where the content of a page stops for an eighth of a second."),
        new(Fault.MuchContentFails, "rfc9110-15.5.14-413-close-or-drain", "Fails at content that is too much for it."),
        new(Fault.MissingHostUnexplained, "rfc9110-15.5-4xx-representation", "Refuses a request without Host and does not say why."),
    ];
}

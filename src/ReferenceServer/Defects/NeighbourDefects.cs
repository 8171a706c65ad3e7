namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of what one connection does to another.</summary>
internal static class NeighbourDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.OvertakenHeadLost, "rfc9110-3.3-stateless-connection", "Forgets a head that is not complete when another comes in."),
        new(Fault.OvertakenContentLost, "rfc9110-3.3-stateless-connection", "Forgets content that is not complete when other content comes in."),
        new(Fault.EchoShared, "rfc9110-3.3-stateless-connection", "Answers two contents that come at once with the later one."),
        new(Fault.CloseOfAnotherHeard, "rfc9110-3.3-stateless-connection", "Takes the close option of one connection for that of all."),
        new(Fault.SilentConnectionsBlock, "rfc9110-3.3-stateless-connection", "Ends a connection while two others say nothing."),
        new(Fault.ResetEndsNext, "rfc9112-9.5-close-any-time", "Ends the next connection where a client tore one down behind its requests, unless a program without content ran on it."),
        new(Fault.CutRequestEndsNext, "rfc9112-9.5-close-any-time", "Ends the next connection where a client tore one down in a head, or in a request with content."),
        new(Fault.ContinueOfAnother, "rfc9110-3.3-stateless-connection", "Tells a client to continue because another asked for it meanwhile."),
        new(Fault.LatestNameStored, "rfc9110-3.3-stateless-connection", "Stores under the name that was asked for last, by whomever."),
        new(Fault.ContentCodingKept, "rfc9110-3.3-stateless-connection", "Takes the coding of the content before for that of content without one."),
    ];
}

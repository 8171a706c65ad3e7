namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of what follows a request at once.</summary>
internal static class PipelineDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.PagesReordered, "rfc9112-9.3.2-pipelining-order", "Answers two pages that were asked for at once in the wrong order, where Host is the only field."),
        new(Fault.PartialFormAwaited, "rfc9112-9.3.2-pipelining-partial-second", "Holds the front page back until the content behind it is complete."),
        new(Fault.OtherPageEndsPipeline, "rfc9112-9.3.2-pipelining-order", "Closes, without a word, where a page is missing and more was asked for at once."),
        new(Fault.OddContentParsed, "rfc9112-9.3-read-body-or-close", "Takes the content of HEAD, OPTIONS and TRACE for the next request."),
        new(Fault.OtherContentParsed, "rfc9112-9.3-read-body-or-close", "Takes content for which it has no page for the next request."),
        new(Fault.RefusedContentParsed, "rfc9112-9.3-read-body-or-close", "Takes the content of methods that it refuses for the next request."),
        new(Fault.SmallMethodContentParsed, "rfc9112-3.1-method-case-sensitive", "Takes the content of a method in small letters for the next request."),
        new(Fault.OctetsBehindAsteriskLost, "rfc9110-9.3.7-options-fields", "Loses what follows a question about the whole server at once."),
        new(Fault.NamedFramingDropped, "rfc9110-7.6.1-connection-strip-abuse", "Drops the framing field that Connection names, and takes content for the next request."),
        new(Fault.OneNamedFieldDropped, "rfc9110-7.6.1-connection-strip-abuse", "Drops who a request was forwarded for where Connection names the field."),
        new(Fault.NamedHostUnknown, "rfc9110-7.6.1-connection-strip-abuse", "Finds no page where Connection names Host."),
        new(Fault.ViaMembersMerged, "rfc9110-7.6.3-via-combine", "Merges members of Via whose versions differ."),
        new(Fault.ViaTakenForLoop, "rfc9110-7.6.3-via-combine", "Takes a request that came through others for one of its own."),
        new(Fault.MaxForwardsHeeded, "rfc9110-7.6.2-max-forwards-other-methods", "Serves no page, and takes no form, that has no hops left."),
        new(Fault.MaxForwardsEndsOptions, "rfc9110-9.3.7-options-fields", "Does not answer OPTIONS that counts its hops."),
        new(Fault.FromForbidden, "rfc9110-10.1.2-from-not-auth", "Forbids a page to who says in From that it is somebody."),
        new(Fault.OptionsWithoutList, "rfc9110-9.3.7-options-fields", "Answers OPTIONS and names nothing that can be done."),
        new(Fault.OptionsUnlisted, "rfc9110-9.3.7-options-fields", "Leaves Allow out of every 200."),
        new(Fault.OptionsServePage, "rfc9110-9.3.7-options-fields", "Answers OPTIONS with a page."),
        new(Fault.OtherMethodsServePage, "rfc9110-9.1-known-method-405", "Answers DELETE, PUT and PATCH of a page with the page."),
        new(Fault.TraceIsGet, "rfc9110-9.3.8-trace-loopback", "Answers TRACE with the page."),
        new(Fault.TraceHopsAreGet, "rfc9110-9.3.8-trace-loopback", "Answers TRACE that counts its hops with the page."),
        new(Fault.TraceTellsAll, "rfc9110-9.3.8-trace-excludes-sensitive", "Shows the whole of a TRACE, secrets and all."),
        new(Fault.TunnelWithChunks, "rfc9110-9.3.6-connect-2xx-no-framing", "Accepts CONNECT, and announces chunks."),
        new(Fault.TunnelPromised, "rfc9110-9.3.6-connect-origin-unsupported", "Accepts CONNECT to wherever."),
        new(Fault.AbsoluteHeadMissing, "rfc9110-9.3.2-head-status-equals-get", "Finds nothing where HEAD is asked in absolute form."),
        new(Fault.HeadOfOtherPagesMissing, "rfc9110-9.3.2-head-status-equals-get", "Does not find for HEAD what it finds for GET."),
    ];
}

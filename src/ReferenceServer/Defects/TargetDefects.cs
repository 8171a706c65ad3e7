namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of reading the request-target, and of whose page is meant.</summary>
internal static class TargetDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.DoubleSlashIsAuthority, "rfc9112-3.2.1-origin-form-double-slash", "Takes what follows two slashes for an authority."),
        new(Fault.DoubleSlashRedirected, "rfc9112-3.2.1-origin-form-double-slash", "Redirects a path of two slashes to another site."),
        new(Fault.EmptySegmentFails, "rfc9112-3.2.1-origin-form-double-slash", "Fails with 500 at empty segments of a path."),
        new(Fault.QueryCutAtSecondMark, "rfc9112-3.2.1-origin-form-query-preserved", "Cuts a query at its second question mark."),
        new(Fault.NarrowQueriesOnly, "rfc9112-3.2.1-origin-form-query-preserved", "Refuses apostrophes in a query."),
        new(Fault.LowerEscapesRefused, "rfc9112-3.2.1-origin-form-query-preserved", "Refuses escapes in small letters."),
        new(Fault.ControlEscapesFail, "rfc9112-3.2.1-origin-form-query-preserved", "Fails with 500 at escaped control octets."),
        new(Fault.EmptyQueryRefused, "rfc9112-3.2.1-origin-form-query-preserved", "Refuses an empty query."),
        new(Fault.PlusIsBlank, "rfc9110-2.2-interpret-as-defined", "Takes a plus in a path for a blank."),
        new(Fault.OtherSchemeServed, "rfc9112-3.2.2-absolute-form-other-scheme", "Answers for any scheme as for http."),
        new(Fault.SchemeSlashesOptional, "rfc9112-3.2-target-invalid-chars", "Answers with the front page where a scheme has no slashes."),
        new(Fault.AuthorityUnchecked, "rfc9112-3.2-target-invalid-chars", "Takes a malformed authority in absolute form."),
        new(Fault.HostComparedWithTarget, "rfc9112-3.2.2-absolute-form-overrides-host", "Refuses a request whose Host is not that of its absolute form."),
        new(Fault.ForeignAuthorityProxied, "rfc9112-3.2.2-absolute-form-foreign-authority", "Tries to fetch what has another authority."),
        new(Fault.AsteriskSuffixAccepted, "rfc9112-3.2.4-options-asterisk-suffix", "Takes a target with an asterisk in it for the asterisk."),
        new(Fault.EmptyPathRefused, "rfc9112-3.3-absolute-form-empty-path", "Refuses an absolute form without a path."),
        new(Fault.EmptyPathIsAnother, "rfc9110-4.2.3-uri-normalization-equivalence", "Knows no page where the path of an absolute form is empty."),
        new(Fault.LowerEscapesKept, "rfc9110-4.2.3-uri-normalization-equivalence", "Leaves escapes in small letters as they are."),
        new(Fault.DotsFail, "rfc9110-4.2.3-uri-normalization-equivalence", "Fails with 500 at a dot for a segment."),
        new(Fault.SchemeAlwaysHttps, "rfc9112-3.3-target-uri-scheme-from-connection", "Tells the application https on every connection."),
        new(Fault.AuthorityPortLost, "rfc9112-3.3-target-uri-authority-from-host", "Tells the application the name of the host without its port."),
        new(Fault.HttpEmptyHostAccepted, "rfc9110-4.2.1-http-uri-empty-host", "Takes an http address without a host."),
        new(Fault.HttpsEmptyHostAccepted, "rfc9110-4.2.2-https-uri-empty-host", "Takes an https address without a host."),
        new(Fault.NamelessRedirect, "rfc9110-4.2.1-sender-uri-empty-host", "Redirects to an address without a host where the request has none."),
        new(Fault.UserinfoIgnored, "rfc9110-4.2.4-recipient-userinfo-error", "Overlooks user information in an absolute form."),
        new(Fault.HttpsServedOpenly, "rfc9110-7.4-https-uri-over-plain", "Serves https addresses over an open connection."),
        new(Fault.UnknownHostFails, "rfc9110-7.4-host-vs-connection-mismatch", "Fails with 500 at a Host that it does not know."),
        new(Fault.TraversalServed, "rfc9110-17.3-path-traversal", "Serves files from outside of its tree."),
        new(Fault.TargetReflected, "rfc9112-11.1-response-splitting-guard", "Repeats path and host in a field, line ends and all."),
        new(Fault.HostMissingLaterAccepted, "rfc9112-3.2-host-missing-http12", "Answers without Host where the minor version is later than 1."),
        new(Fault.HostMissingAbsoluteAccepted, "rfc9112-3.2.2-absolute-form-missing-host", "Answers an absolute form without Host."),
        new(Fault.HostRepeatedAbsoluteAccepted, "rfc9112-3.2-host-duplicate-absolute-form", "Takes several Host fields with an absolute form."),
        new(Fault.HostByPrefix, "rfc9112-3.2-host-ows-trim", "Takes every field whose name begins with Host for Host."),
        new(Fault.HostPortTooLargeFails, "rfc9112-3.2-host-port-out-of-range", "Fails with 500 at a port beyond 65535."),
        new(Fault.LiteralHostRefused, "rfc9112-3.2-host-valid-odd-syntax", "Refuses literal addresses in Host."),
        new(Fault.NarrowHostsOnly, "rfc9112-3.2-host-valid-odd-syntax", "Refuses capital letters, and a point at the end, in Host."),
        new(Fault.TargetCut, "rfc9112-3-target-too-long-414", "Cuts a target at 900 octets, where no program runs."),
        new(Fault.LongHostFails, "rfc9112-3.2-host-valid-odd-syntax", "Fails with 500 at a Host of more than 200 octets."),
    ];
}

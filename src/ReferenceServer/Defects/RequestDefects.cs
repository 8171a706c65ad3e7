namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of reading the request-line and Host.</summary>
internal static class RequestDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.VersionLowercaseAccepted, "rfc9112-2.3-http-version-lowercase", "Takes http/1.1 for HTTP/1.1."),
        new(
            Fault.VersionExtraDigitsAccepted, "rfc9112-2.3-http-version-malformed",
            "Takes versions of more than one digit, as HTTP/1.10 and HTTP/01.1."),
        new(Fault.VersionBlankAccepted, "rfc9112-2.3-http-version-malformed", "Takes a version with a blank in it, HTTP/ 1.1."),
        new(
            Fault.HigherMinorUnsupported, "rfc9110-6.2-higher-minor-processed",
            "Refuses HTTP/1.2 with 505 instead of treating it as HTTP/1.1."),
        new(
            Fault.HigherMinorMalformed, "rfc9110-6.2-higher-minor-processed",
            "Refuses HTTP/1.2 with 400 instead of treating it as HTTP/1.1."),
        new(
            Fault.MajorVersionDropped, "rfc9110-6.2-unsupported-major-505",
            "Closes without an answer where the major version is another."),
        new(Fault.VersionTailIgnored, "rfc9112-2.3-http-version-malformed", "Overlooks what stands behind the digits of a version."),
        new(Fault.VersionMinorOptional, "rfc9112-2.3-http-version-malformed", "Takes HTTP/1 for HTTP/1.1."),
        new(
            Fault.VersionlessAnswered, "rfc9112-C.1-http09-simple-request",
            "Answers a request-line without a version, as HTTP/0.9 had it."),
        new(Fault.MethodCaseIgnored, "rfc9112-3.1-method-case-sensitive", "Takes get for GET."),
        new(Fault.MethodNotTokenAccepted, "rfc9112-3.1-method-not-token", "Overlooks characters of a method that no token has."),
        new(Fault.UnknownMethodMalformed, "rfc9110-9.1-unknown-method-501", "Calls a method that it does not know malformed."),
        new(
            Fault.ConnectWithoutPortAccepted, "rfc9110-9.3.6-connect-invalid-port",
            "Answers CONNECT without a port as if it were GET."),
        new(Fault.StatusLineAnswered, "rfc9112-2.1-start-line-is-response", "Answers a status line as if it were a request-line."),
        new(
            Fault.StrayBlanksFail, "rfc9112-3-request-line-multiple-sp",
            "Fails with 500 at tabs in a request-line, and at spaces too many."),
        new(
            Fault.BareLineFeedDropped, "rfc9112-2.2-bare-lf-request-line",
            "Closes without an answer at an LF alone in the request-line."),
        new(Fault.TargetSpaceAccepted, "rfc9112-3.2-target-contains-space", "Takes a raw space as part of the request-target."),
        new(Fault.TargetControlAccepted, "rfc9112-3.2-target-invalid-chars", "Takes NUL and control octets in the request-target."),
        new(Fault.TargetNonAsciiAccepted, "rfc9112-3.2-target-invalid-chars", "Takes octets beyond ASCII in the request-target."),
        new(Fault.TargetBadEscapeAccepted, "rfc9112-3.2-target-invalid-chars", "Takes a percent sign that begins no escape."),
        new(
            Fault.TargetForbiddenAccepted, "rfc9112-3.2-target-invalid-chars",
            "Takes characters in the request-target that no URI has, as quotes and braces."),
        new(Fault.TargetFragmentAccepted, "rfc9112-3.2-target-fragment", "Cuts a fragment off the request-target and answers."),
        new(Fault.TargetSlashOptional, "rfc9112-3.2-target-no-leading-slash", "Puts a slash before a request-target that has none."),
        new(Fault.AbsoluteFormRefused, "rfc9112-3.2.2-absolute-form-accepted", "Refuses a request-target in absolute form."),
        new(
            Fault.AbsoluteFormIgnored, "rfc9112-3.2.2-absolute-form-for-the-application",
            "Believes Host where the request-target names another authority."),
        new(
            Fault.AsteriskWithGetAccepted, "rfc9112-3.2.4-asterisk-form-with-get",
            "Takes the asterisk form with other methods than OPTIONS."),
        new(Fault.AsteriskOptionsRefused, "rfc9112-3.2.4-options-asterisk", "Refuses OPTIONS *."),
        new(
            Fault.AuthorityFormWithGetAccepted, "rfc9112-3.2.3-authority-form-with-get",
            "Takes the authority form with other methods than CONNECT."),
        new(Fault.RequestLineLimitLow, "rfc9112-3-request-line-8000", "Refuses request-lines beyond 4000 octets."),
        new(Fault.LongTargetDropped, "rfc9112-3-target-too-long-414", "Closes without an answer when the request-line is too long."),
        new(Fault.LongMethodDropped, "rfc9112-3-method-too-long-501", "Closes without an answer when the method is too long."),
        new(Fault.LeadingEmptyLineRefused, "rfc9112-2.2-crlf-before-request", "Refuses an empty line before the request-line."),
        new(Fault.BareReturnEndsRequestLine, "rfc9112-2.2-bare-cr-request-line", "Takes a CR alone for the end of the request-line."),
        new(Fault.HostRepeatedAccepted, "rfc9112-3.2-host-duplicate-different", "Takes several Host fields that differ."),
        new(Fault.HostRepeatedIdenticalAccepted, "rfc9112-3.2-host-duplicate-identical", "Takes several Host fields that are equal."),
        new(Fault.HostRepeatedHttp10Accepted, "rfc9112-3.2-host-duplicate-http10", "Takes several Host fields in HTTP/1.0."),
        new(Fault.HostMissingAccepted, "rfc9112-3.2-host-missing", "Answers HTTP/1.1 without Host."),
        new(Fault.HostInvalidAccepted, "rfc9112-3.2-host-invalid-syntax", "Takes a Host whose value is malformed."),
        new(Fault.HostEmptyFails, "rfc9112-3.2-host-empty-value", "Fails with 500 at an empty Host."),
        new(Fault.HostPortFails, "rfc9112-3.2-host-valid-odd-syntax", "Fails with 500 at a Host with the default port or an empty one."),
        new(Fault.HostMissingHttp10Fails, "rfc9112-3.2-host-missing-http10-ok", "Fails with 500 at HTTP/1.0 without Host."),
        new(
            Fault.HostBlanksExact, "rfc9112-3.2-host-ows-trim",
            "Wants exactly one blank before the value of Host, and none behind it."),
        new(Fault.HostEscapeFails, "rfc9112-3.2-host-valid-odd-syntax", "Fails with 500 at a Host with an escape in it."),
        new(Fault.HostNameCaseSensitive, "rfc9110-5.1-field-name-case-insensitive", "Knows Host only in its usual case."),
    ];
}

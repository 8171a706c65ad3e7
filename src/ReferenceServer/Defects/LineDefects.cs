namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of the words of a request-line, and of where lines end.</summary>
internal static class LineDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.LatinBlanksSplit, "rfc9112-3.1-method-not-token", "Takes octets that are blanks in Latin-1 for spaces of the request-line."),
        new(Fault.LineFeedIsBlank, "rfc9112-2.2-grammar-mismatch-400-close", "Takes an LF in the request-line for a space."),
        new(Fault.MissingWordsGuessed, "rfc9112-3-request-line-missing-target", "Takes a request-line with a word too few for a GET of the front page."),
        new(Fault.ExtraWordsDropped, "rfc9112-3.2-target-no-autocorrect", "Drops words of the request-line that stand between the target and the version."),
        new(Fault.WordsBehindVersionDropped, "rfc9112-2.3-http-version-malformed", "Drops words of the request-line that stand behind the version."),
        new(Fault.ConnectAnswersAnything, "rfc9112-3.2.3-connect-authority-form", "Answers CONNECT to what is no host and port as if it were GET."),
        new(Fault.MethodByPrefix, "rfc9112-3.1-method-custom-token", "Takes a method that begins with GET for GET."),
        new(Fault.NarrowMethodsOnly, "rfc9112-3.1-method-custom-token", "Refuses methods of more than capital letters and hyphens."),
        new(Fault.VersionNameUnchecked, "rfc9112-2.3-http-version-malformed", "Looks only at the digits of a version."),
        new(Fault.VersionPointUnchecked, "rfc9112-2.3-http-version-malformed", "Takes any character for the point of a version."),
        new(Fault.VersionSignAccepted, "rfc9112-2.3-http-version-malformed", "Overlooks signs in a version."),
        new(Fault.VersionEchoed, "rfc9110-6.2-response-version-conformant", "Answers with the minor version of the request, whatever it is."),
        new(Fault.OddOctetsFail, "rfc9110-2.3-defensive-parsing", "Fails with 500 at the octet FF for a target."),
        new(Fault.NonsenseDropped, "rfc9112-2.2-grammar-mismatch-400-close", "Closes without an answer at a line that is no request-line."),
        new(Fault.KeptAfterMalformedHead, "rfc9112-2.2-grammar-mismatch-400-close", "Keeps the connection after a head that it could not read."),
        new(Fault.BufferEdgeFails, "rfc9112-2.1-header-only-partial-segmentation", "Fails with 500 at a head of less than 2200 octets and 40 fields that lies across an edge of 2048, where no program runs."),
        new(Fault.LaterEmptyLineRefused, "rfc9112-2.2-crlf-between-requests", "Refuses an empty line between two requests."),
        new(Fault.SecondEmptyLineFails, "rfc9112-2.2-many-crlf-before-request", "Fails with 500 at a second empty line before a request."),
        new(Fault.LineFeedFails, "rfc9112-2.2-bare-lf-header-line", "Fails with 500 at an LF alone in the fields."),
        new(Fault.LineFeedShiftsContent, "rfc9112-2.2-mixed-lf-crlf-header-end", "Takes an octet too much for the end of the head where an LF alone ends it."),
        new(Fault.LineFeedTrimmed, "rfc9110-5.5-crlf-in-field-value", "Trims LFs from a field value as if they were blanks."),
        new(Fault.BareReturnFails, "rfc9112-2.2-cr-cr-lf-terminator", "Fails with 500 at a CR alone."),
        new(Fault.ReturnInFieldDropped, "rfc9112-2.2-bare-cr-field-name", "Drops CRs in field lines."),
        new(Fault.ReturnInNameIgnored, "rfc9112-2.2-bare-cr-field-name", "Overlooks a field with a CR in its name."),
        new(Fault.HeadEndUnchecked, "rfc9112-2.2-bare-cr-field-name", "Takes a CR and any octet for the end of the head."),
        new(Fault.ReturnInLineDropped, "rfc9112-2.2-bare-cr-request-line", "Drops CRs in the request-line."),
        new(Fault.LineEndUnchecked, "rfc9112-2.2-grammar-mismatch-400-close", "Overlooks what stands between the CR and the LF of the request-line."),
        new(Fault.LeadingOctetsSkipped, "rfc9112-2.2-grammar-mismatch-400-close", "Overlooks control octets before a request-line."),
        new(Fault.NulInLineSkipped, "rfc9112-2.2-grammar-mismatch-400-close", "Overlooks NULs in a request-line."),
        new(Fault.InvisibleLineEndsHead, "rfc9112-2.2-grammar-mismatch-400-close", "Takes a line of octets that are not seen for the empty line."),
        new(Fault.AlphabetLineEnds, "rfc9112-2.2-octet-parsing", "Takes the octet 85 for a line end, as some alphabets have it."),
    ];
}

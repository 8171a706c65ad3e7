namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of reading field lines.</summary>
internal static class FieldDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.BlankBeforeColonAccepted, "rfc9112-5.1-ws-before-colon", "Takes blanks between a field name and its colon."),
        new(
            Fault.BlankBeforeColonSkipsField, "rfc9112-5.1-ws-before-colon-framing",
            "Overlooks a field with blanks between name and colon."),
        new(Fault.ColonlessLineIgnored, "rfc9112-2.2-header-line-without-colon", "Overlooks a field line without a colon."),
        new(Fault.EmptyNameAccepted, "rfc9112-2.2-empty-field-name", "Takes an empty field name."),
        new(Fault.InvalidNameAccepted, "rfc9112-2.2-invalid-field-name-chars", "Takes field names with characters that no token has."),
        new(Fault.FoldedFieldLost, "rfc9112-5.2-obs-fold-framing-field", "Overlooks a field whose line is folded."),
        new(Fault.NulSkipped, "rfc9112-2.2-invalid-field-name-chars", "Overlooks NULs in field lines."),
        new(
            Fault.NarrowNamesOnly, "rfc9110-5.1-ignore-unrecognized-fields",
            "Refuses field names of more than letters, digits and hyphens."),
        new(Fault.FoldDropped, "rfc9112-5.2-obs-fold-request", "Overlooks the continuation of a folded field line."),
        new(
            Fault.FoldBecomesField, "rfc9112-5.2-obs-fold-framing-field",
            "Reads the continuation of a folded field line as a field line of its own."),
        new(
            Fault.LeadingBlankAccepted, "rfc9112-2.2-ws-before-first-header-reject-or-skip",
            "Reads a first field line that begins with a blank as a field."),
        new(Fault.BareReturnEndsLine, "rfc9112-2.2-bare-cr-field-value", "Takes a CR alone for the end of a field line."),
        new(Fault.BareReturnKept, "rfc9112-2.2-bare-cr-field-value", "Keeps a CR in a field value."),
        new(Fault.NulAccepted, "rfc9110-5.5-nul-in-field-value", "Keeps a NUL in a field value."),
        new(Fault.NulTruncates, "rfc9110-5.5-nul-in-field-value", "Cuts a field value at a NUL."),
        new(Fault.BareLineFeedKept, "rfc9112-2.2-bare-lf-header-line", "Keeps an LF in a field value."),
        new(
            Fault.FieldNameCaseSensitive, "rfc9110-5.1-field-name-case-insensitive",
            "Knows framing and connection fields only in their usual case."),
        new(Fault.OddNamesOverlooked, "rfc9110-5.1-field-name-case-insensitive", "Knows conditions and credentials only in their usual case."),
        new(Fault.BlanksNotTrimmed, "rfc9110-5.5-value-whitespace-excluded", "Keeps the blanks around the values of X- fields, where there is more than one in front."),
        new(
            Fault.LargeHeadDropped, "rfc9110-5.4-header-section-too-large",
            "Closes without an answer when there are too many or too long fields."),
        new(Fault.ObsTextReplaced, "rfc9110-5.5-obs-text-opaque", "Puts a question mark for octets beyond ASCII in field values."),
        new(
            Fault.BlankFoldEndsHead, "rfc9112-5.2-obs-fold-whitespace-only-line",
            "Takes a line of blanks for the end of the fields."),
        new(
            Fault.UnderscoreNamesKept, "pep3333-http-vars-underscore",
            "Lets a field name with an underscore pass for the one with a hyphen."),
    ];
}

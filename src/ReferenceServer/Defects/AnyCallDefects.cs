namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of the contract that show in some calls alone: for one method, in one kind of answer, where a request follows.</summary>
internal static class AnyCallDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.FormsPrefixed, "pep3333-script-name-root", "Gives / for the empty SCRIPT_NAME of a POST."),
        new(Fault.MethodOfDeleteUntold, "pep3333-request-method-present", "Does not say that DELETE is the method."),
        new(Fault.TypeOfPatchInvented, "pep3333-content-type-absent", "Says a type of a PATCH that has none."),
        new(Fault.FlagOfFollowedMissing, "pep3333-wsgi-keys-present", "Does not say whether it has threads where another request came along."),
        new(Fault.FieldsOfErrorsDoubled, "pep3333-headers-passed-on", "Sends the application's own fields twice where its status is an error."),
        new(Fault.FieldsBesideLengthDoubled, "pep3333-headers-passed-on", "Sends the application's own fields twice beside a length."),
        new(Fault.LongValueLost, "pep3333-headers-passed-on", "Loses a field of more than 6000 octets."),
        new(Fault.NoughtValueLost, "pep3333-headers-passed-on", "Loses a field whose value is 0."),
        new(Fault.ReplacementTransmits, "pep3333-sr-no-transmit", "Sends the head when an error replaces what was declared."),
        new(Fault.LogLinesDoubled, "pep3333-errors-once", "Writes what is logged twice."),
        new(Fault.LogLinesReversed, "pep3333-errors-once", "Writes the lines of one call with the last first."),
    ];
}

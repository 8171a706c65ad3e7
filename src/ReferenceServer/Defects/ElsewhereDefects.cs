namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of conditions, parts and fields where other resources than the fixed text are meant, or other requests than the first.</summary>
internal static class ElsewhereDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.ChosenConditionsIgnored, "rfc9110-13.1.2-if-none-match-get-304", "Overlooks conditions where there is a form to choose."),
        new(Fault.ChosenCopyUnmarked, "rfc9110-15.4.5-304-required-fields", "Does not say with 304 what a form was chosen by."),
        new(Fault.ChosenPartUnmarked, "rfc9110-15.3.7-range-206-required-fields", "Sends a part of a form without a word about which form it is."),
        new(Fault.StoredConditionsIgnored, "rfc9110-13.1.1-if-match-evaluated-first", "Overlooks the conditions of who reads what was put."),
        new(Fault.StoredPartShifted, "rfc9110-15.3.7.1-range-206-content-range", "Sends the beginning of what was put for any part of it."),
        new(Fault.PartBeyondEndSent, "rfc9110-14.4-content-range-abnf", "Sends an empty part behind the end, where two ranges come to one of five octets."),
        new(Fault.AnnouncedContentParsed, "rfc9112-9.3-read-body-or-close", "Takes content for a request that was announced to a page that does not want it."),
        new(Fault.HeadWithFieldWithContent, "rfc9110-9.3.2-head-no-content", "Sends content in answer to a HEAD that has a field which nobody knows."),
        new(Fault.PatchRefusedUnallowed, "rfc9110-10.2.1-allow-in-405", "Refuses PATCH without saying what is allowed, except at the fixed text and where it is given to a program."),
        new(Fault.AllowWithoutReading, "rfc9110-15.5.6-allow-truthful", "Says everywhere that OPTIONS alone is allowed."),
        new(Fault.FieldsLeftBehind, "rfc9110-3.3-stateless-connection", "Sends fields of the answer before again to who takes any text."),
    ];
}

namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of who is told by a client what it knows: the state of what was put, or the form that was chosen.</summary>
internal static class KnownStateDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.StoredStateUnknown, "rfc9110-13.1.1-if-match-list", "Finds that no tag in If-Match is that of what was put."),
        new(Fault.StoredStateWeakly, "rfc9110-13.1.1-if-match-strong", "Compares If-Match with what was put weakly."),
        new(Fault.EarlierStateTaken, "rfc9110-13.1.1-if-match-false-not-performed", "Takes the tags that a page had before a change for its tag."),
        new(Fault.RemovedStateTaken, "rfc9110-13.1.1-if-match-false-not-performed", "Makes again what was removed, where If-Match has the tag that it had."),
        new(Fault.StoredDateBesideState, "rfc9110-13.1.4-ius-ignored-with-im", "Heeds If-Unmodified-Since of a change although there is If-Match."),
        new(Fault.StoredUnmodifiedStrict, "rfc9110-13.1.4-ius-evaluated", "Takes what was put at that very second for modified since."),
        new(Fault.NoneMatchBesideMatchIgnored, "rfc9110-13.2.2-precond-order", "Overlooks If-None-Match of a change that has If-Match."),
        new(Fault.StoredCopyUnknown, "rfc9110-13.1.2-if-none-match-get-304", "Finds that no tag in If-None-Match is that of what was put."),
        new(Fault.StoredCopyStrongly, "rfc9110-13.1.2-if-none-match-weak", "Compares If-None-Match with what was put strongly."),
        new(Fault.StoredCopyUnmarked, "rfc9110-15.4.5-304-required-fields", "Does not say with 304 which copy of what was put is current."),
        new(Fault.StoredDateBesideTag, "rfc9110-13.1.3-ims-ignored-with-inm", "Heeds If-Modified-Since for what was put although there is If-None-Match."),
        new(Fault.StoredAnyDateCurrent, "rfc9110-13.1.3-ims-basic", "Answers 304 for what was put whatever the date of If-Modified-Since."),
        new(Fault.StoredPartWhateverCopy, "rfc9110-13.1.5-if-range-false-ignores-range", "Overlooks If-Range of what was put."),
        new(Fault.StoredPartWeakly, "rfc9110-13.1.5-if-range-weak-false", "Compares If-Range with what was put weakly."),
        new(Fault.AnyFormTaken, "rfc9110-13.1.2-if-none-match-get-304", "Takes the tag of one form of a text for that of any other."),
        new(Fault.ChosenPartOfPlain, "rfc9110-14.2-range-int-basic", "Cuts a part of a coded form from the plain text."),
        new(Fault.HeadOfFormUntagged, "rfc9110-9.3.2-head-same-fields", "Leaves out the tag of a form in answer to HEAD."),
    ];
}

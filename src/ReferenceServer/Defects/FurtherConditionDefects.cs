namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of conditions that come together, one behind the other, or with a method that changes something.</summary>
internal static class FurtherConditionDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.NoneMatchRefusesChange, "rfc9110-13.2.2-precond-order", "Refuses every PUT and DELETE that has If-None-Match."),
        new(Fault.RemovedUnconditionally, "rfc9110-13.1.1-if-match-false-not-performed", "Removes a resource whatever the conditions say."),
        new(Fault.EmptyPutNotDone, "rfc9110-9.3.4-put-replace-200-204", "Leaves what is there where the new content is empty."),
        new(Fault.TagEndUnread, "rfc9110-13.1.2-if-none-match-get-304", "Compares tags without their last character."),
        new(Fault.TagCaseIgnored, "rfc9110-13.1.1-if-match-evaluated-first", "Compares tags without regard to case."),
        new(Fault.TagListTabsUnread, "rfc9110-13.1.1-if-match-list", "Reads no list of tags that has a tab in it."),
        new(Fault.ConditionsTogetherIgnored, "rfc9110-13.2.2-precond-order", "Overlooks conditions that come with another, or with Range."),
        new(Fault.IfRangeOfSuffixIgnored, "rfc9110-13.1.5-if-range-false-ignores-range", "Overlooks If-Range where the last octets are asked for."),
        new(Fault.EarlyDatesUnread, "rfc9110-13.1.4-ius-evaluated", "Reads no date before 1971."),
        new(Fault.AllowMissingForSome, "rfc9110-15.5.6-allow-truthful", "Sends 405 without Allow where the request has Expect or Range."),
        new(Fault.FirstRangeKept, "rfc9110-3.3-stateless-connection", "Sends the part that the first request on the connection asked for."),
        new(Fault.LaterConditionsIgnored, "rfc9110-3.3-stateless-connection", "Overlooks conditions of all but the first request on a connection."),
        new(Fault.LoginSkippedByField, "rfc9110-11.4-auth-missing-401", "Asks nobody for credentials who asks for a part, or says where the request came from."),
        new(Fault.OneCodingRemoved, "rfc9110-8.4-request-content-coding-415", "Removes one of two content codings."),
    ];
}

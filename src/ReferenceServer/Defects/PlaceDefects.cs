namespace Conform.ReferenceServer.Defects;

/// <summary>Faults that show with one method, at one place or in one turn, and nowhere else.</summary>
internal static class PlaceDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.AllowIncomplete, "rfc9110-15.5.6-allow-truthful", "Leaves out of Allow what it has just done."),
        new(Fault.ConditionOfNothingHeard, "rfc9110-13.2.1-precond-after-normal-checks", "Looks at the conditions of who asks for what is not stored."),
        new(Fault.HeadConditionWithContent, "rfc9110-9.3.2-head-no-content", "Explains to HEAD why its condition or its part fails."),
        new(Fault.HeadElsewhereWithContent, "rfc9110-9.3.2-head-no-content", "Explains to HEAD what there is not, in places that are no pages."),
        new(Fault.HeadContentWithContent, "rfc9110-9.3.2-head-no-content", "Explains to HEAD why its content is not wanted."),
        new(Fault.PasswordCaseIgnored, "rfc9110-11.4-auth-missing-401", "Compares passwords without regard to case."),
        new(Fault.PasswordCutOpens, "rfc9110-11.4-auth-missing-401", "Compares no more of a password than it is given."),
        new(Fault.LoginSkippedByQuery, "rfc9110-11.4-auth-missing-401", "Asks nobody for credentials who brings a query."),
        new(Fault.OldClientConditionsIgnored, "rfc9110-13.1.2-if-none-match-get-304", "Overlooks the conditions of an HTTP/1.0 client."),
        new(Fault.ConditionYieldsToNoCache, "rfc9110-13.1.2-if-none-match-get-304", "Overlooks conditions beside Cache-Control: no-cache."),
        new(Fault.LastPartUndescribed, "rfc9110-15.3.7-range-206-all-rep-fields", "Leaves Last-Modified out of parts that end where the text ends."),
        new(Fault.LastPartUnkept, "rfc9110-15.3.7-range-206-required-fields", "Leaves Vary out of parts that end where the text ends."),
        new(Fault.UnsatisfiedLengthWrong, "rfc9110-14.4-content-range-true", "Names a length with 416 that is one too many."),
        new(Fault.ContentRangeRefused, "rfc9110-14.4-content-range-in-request", "Refuses Content-Range in a request that has nothing to put anywhere."),
        new(Fault.SecondExclusionMissed, "rfc9110-12.5.3-accept-encoding-q0", "Overlooks what is excluded behind or before an asterisk."),
        new(Fault.CodingKeptForSilence, "rfc9110-3.3-stateless-connection", "Codes for who says nothing of codings as for the request before."),
        new(Fault.EchoCodedUnsaid, "rfc9110-8.4-content-encoding-listed", "Codes what it gives back, and does not say so."),
        new(Fault.CodingsInWrongOrder, "rfc9110-2.2-interpret-as-defined", "Removes content codings in the order in which they were applied."),
        new(Fault.FortiethLineTwice, "rfc9110-5.3-combine-list-fields", "Reads the fortieth field line twice."),
        new(Fault.ContentOfGetStored, "rfc9110-2.2-interpret-as-defined", "Stores the content of a request that only reads."),
        new(Fault.TagBeginningEnough, "rfc9110-13.1.5-if-range-false-ignores-range", "Takes the beginning of a tag for all of it."),
        new(Fault.NameEndTrimmed, "rfc9110-2.2-interpret-as-defined", "Drops a hyphen at the end of a field name."),
        new(Fault.HeadWithQueryMissing, "rfc9110-9.3.2-head-status-equals-get", "Finds no page for HEAD where there is a query."),
        new(Fault.LaterExpectationUnheard, "rfc9110-10.1.1-expect-100-or-final", "Tells nobody to go on behind the second request of a connection, and waits."),
    ];
}

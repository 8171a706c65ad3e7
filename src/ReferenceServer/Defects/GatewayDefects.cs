namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of the server half of the callable contract.</summary>
internal static class GatewayDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.ReplacedFieldsKept, "pep3333-sr-replace-before-sent", "Keeps the fields of a declaration that was replaced."),
        new(Fault.ReplacedLengthKept, "pep3333-sr-replace-before-sent", "Keeps the length of a declaration that was replaced."),
        new(Fault.EmptyBlockCommits, "pep3333-sr-defer-empty", "Commits the response at an empty block."),
        new(Fault.ErrorBecomesEmptyAnswer, "pep3333-raise-before-sr", "Answers an error of the application with an empty 200."),
        new(
            Fault.ErrorEndsChunksCleanly, "pep3333-raise-mid-chunked",
            "Ends the content in good form when the application fails in the middle."),
        new(Fault.FailureAnsweredInContent, "pep3333-raise-mid-length", "Answers an error in the middle of the content with 500."),
        new(Fault.ReasonlessStatusLost, "pep3333-status-no-reason", "Leaves a status out that has no reason."),
        new(Fault.InputIgnoresLength, "pep3333-input-no-overread", "Hands out octets behind the end of the content."),
        new(Fault.QueryDecoded, "pep3333-query-string-raw", "Decodes the query string."),
        new(Fault.PathDecodedTwice, "pep3333-path-info-decoded-once", "Decodes the path twice."),
        new(Fault.PathNotDecoded, "pep3333-path-info-decoded-once", "Does not decode the path."),
        new(Fault.PathSlashesMerged, "pep3333-path-info-slashes-kept", "Merges repeated slashes of the path."),
        new(Fault.ContentTypeCut, "pep3333-content-type-value", "Cuts the parameters off Content-Type."),
        new(Fault.BlocksSeparated, "pep3333-cl-absent-many", "Puts a line end between blocks that are no file."),
        new(Fault.OnlyBlockMiscounted, "pep3333-cl-absent-single", "Counts an octet too few of the only block of a list."),
        new(Fault.EmptyContentFails, "pep3333-input-empty-body", "Fails where a program reads content that is not there."),
        new(Fault.LineThenPieceFails, "pep3333-input-iteration", "Fails where lines and pieces are read in turn."),
        new(Fault.DeleteHandedOnAsGet, "pep3333-request-method-present", "Hands DELETE on as GET."),
        new(Fault.ScriptNameWrong, "pep3333-path-info-slashes-kept", "Gives / for the empty SCRIPT_NAME."),
        new(Fault.RepeatedFieldsLost, "pep3333-http-vars-repeat", "Keeps only the last of repeated fields."),
        new(Fault.EnvironKept, "pep3333-environ-fresh", "Lets fields of an earlier request on the connection be seen."),
        new(Fault.ExcessSent, "pep3333-cl-excess-iter", "Sends more than the application's Content-Length."),
        new(Fault.ShortContentKeptOpen, "pep3333-cl-short", "Keeps the connection after content that is shorter than its Content-Length."),
        new(Fault.HopByHopPassed, "pep3333-headers-hop-by-hop", "Lets an application send hop-by-hop fields."),
        new(Fault.ReasonDropped, "pep3333-status-passthrough", "Drops the application's reason phrase."),
        new(Fault.RepeatedFieldsJoined, "pep3333-headers-order-same-name", "Joins fields that the application repeats."),
        new(Fault.FurtherChallengeLost, "pep3333-status-passthrough", "Sends only the first challenge of an application."),
        new(Fault.DateOverwritten, "pep3333-headers-app-wins", "Replaces the application's Date."),
        new(Fault.ControlInStatusPassed, "pep3333-status-control-chars", "Lets control characters of a status reach the wire."),
        new(Fault.ControlInFieldPassed, "pep3333-headers-crlf", "Lets control characters of a field value reach the wire."),
        new(Fault.BadStatusPassed, "pep3333-status-bad-code", "Puts 200 before a status that has no code."),
        new(Fault.InformationalPassed, "pep3333-status-1xx", "Sends an interim status as the final one."),
        new(Fault.SecondStartAccepted, "pep3333-sr-twice", "Takes a second start_response without an error."),
        new(Fault.MissingStartAnswered, "pep3333-sr-never", "Answers 200 where start_response was never called."),
        new(Fault.LateStartRefused, "pep3333-sr-late", "Refuses a start_response that comes with the first block."),
        new(Fault.AllEmptyIsError, "pep3333-stream-all-empty", "Fails where several blocks are all empty."),
        new(Fault.WriteOrderReversed, "pep3333-write-order", "Sends what was written after what was handed out."),
        new(Fault.OctetsAsText, "pep3333-stream-binary", "Changes octets of a program's content that are no text."),
    ];
}

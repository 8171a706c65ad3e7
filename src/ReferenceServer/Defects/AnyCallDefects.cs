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
        new(Fault.ThirdCookieLost, "pep3333-headers-passed-on", "Loses the third cookie of an answer, and those behind it."),
        new(Fault.TagBesideCookieLost, "pep3333-headers-passed-on", "Loses an entity tag beside a cookie."),
        new(Fault.OldLocationLost, "pep3333-headers-passed-on", "Loses the place of content in HTTP/1.0."),
        new(Fault.HeadLateFieldsLost, "pep3333-headers-passed-on", "Loses the fields of an answer to HEAD behind the eighth."),
        new(Fault.CloseForgottenInOldVersion, "pep3333-close-normal", "Does not close what a PUT in HTTP/1.0 was given."),
        new(Fault.BlockOverBufferLost, "pep3333-blocks-transmitted", "Loses a block of one octet more than 4096 or 8192 that is not the first."),
        new(Fault.WrittenPastBufferLost, "pep3333-blocks-transmitted", "Loses a block of 256 octets behind one that was written."),
        new(Fault.PieceOverBufferShort, "pep3333-input-methods", "Hands out one octet less where 4097 are asked for, and loses it."),
        new(Fault.SizedLineCut, "pep3333-input-readline-size", "Cuts a line at 128 octets where a greater size is given."),
        new(Fault.BlanksOfFieldsJoined, "pep3333-http-vars-value", "Makes one blank of two within the value of a field."),
        new(Fault.ErrorLinesCounted, "pep3333-errors-methods", "Writes several lines of errors only where they can be counted before."),
        new(Fault.CloseOfListForgotten, "pep3333-close-normal", "Closes nothing where what was returned is a list."),
        new(Fault.FailedLookupUnanswered, "pep3333-raise-before-sr", "Answers nothing where the application looked for a key that is not there."),
        new(Fault.UsedUpMemoryUnanswered, "pep3333-raise-before-sr", "Answers nothing where the application has no memory left."),
        new(Fault.ErrorInField, "pep3333-raise-not-disclosed", "Says in a field what went wrong where blocks were asked for."),
        new(Fault.ErrorBehindContentShown, "pep3333-raise-not-disclosed", "Says behind the content what went wrong."),
        new(Fault.LogInField, "pep3333-errors-not-on-wire", "Says in a field of its own what is logged where blocks are asked for."),
        new(Fault.FailedFileIsWhole, "pep3333-raise-mid-chunked", "Takes a file that fails for one that has ended."),
        new(Fault.LogTextIsPattern, "pep3333-errors-methods", "Fails where what is logged has a percent sign in it."),
        new(Fault.DeletePassed, "pep3333-headers-control-chars", "Lets the octet 7F of a field value reach the wire."),
        new(Fault.EscapedSlashesKept, "pep3333-path-info-bytes-as-latin1", "Leaves escaped slashes in the path as they are."),
        new(Fault.FieldsOfNothingLost, "pep3333-headers-passed-on", "Keeps two fields at most of an answer without content."),
        new(Fault.AskedBehindHead, "pep3333-expect-continue", "Asks for the content with 100 where the head of the answer is out already."),
        new(Fault.NotModifiedCounted, "rfc9110-8.6-cl-304-equals-200", "Counts the nothing that comes with a program's 304, and says so."),
        new(Fault.HeadOfNothingCounted, "rfc9110-8.6-cl-head-equals-get", "Counts the nothing that is handed out for HEAD, and says so."),
        new(Fault.FileBehindWrittenLost, "pep3333-fw-optional", "Loses a file behind what was written."),
        new(Fault.FormsParsed, "pep3333-called-once", "Fails where the content of a request says that it is a form."),
        new(Fault.LaterMinorIsOld, "pep3333-server-protocol", "Takes HTTP/1.2 for HTTP/1.0."),
        new(Fault.BlocksBehindWrittenGathered, "pep3333-stream-block-before-next", "Gathers the blocks that are handed out behind what was written."),
    ];
}

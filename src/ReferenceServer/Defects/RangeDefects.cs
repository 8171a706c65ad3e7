namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of byte ranges, and of what 206 and 304 carry.</summary>
internal static class RangeDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.RangesRefused, "rfc9110-14-range-optional", "Refuses Range of the front page with 400."),
        new(Fault.RangeUnitCaseSensitive, "rfc9110-14.1-range-unit-case", "Finds nothing there where the unit bytes is in capitals."),
        new(Fault.SuffixZeroServed, "rfc9110-14.1.2-range-suffix-zero", "Sends one octet where the last none are asked for."),
        new(Fault.RangeNumbersWrap, "rfc9110-14.1.2-range-overflow", "Lets the numbers of a range wrap round at 2^32."),
        new(Fault.CodedRangeOfPlain, "rfc9110-14.1.2-gzip-and-range", "Cuts the plain octets and calls them gzip."),
        new(Fault.EmptyRangeServed, "rfc9110-14.1.2-range-empty-representation", "Sends a part of content that is empty."),
        new(Fault.HeadRanged, "rfc9110-14.2-head-with-range", "Heeds Range of a HEAD request."),
        new(Fault.ShortRangesIgnored, "rfc9110-14.2-range-int-basic", "Sends everything where a few octets are asked for."),
        new(Fault.LargeRangeFails, "rfc9110-14.1.2-range-overflow", "Fails with 500 at a number of nineteen digits in a range."),
        new(Fault.CoalescedLong, "rfc9110-15.3.7.2-range-multi-coalesce", "Sends an octet more than was asked for where it puts ranges together."),
        new(Fault.RangeForAnyMethod, "rfc9110-14.2-range-other-methods-ignored", "Heeds Range of POST and OPTIONS."),
        new(Fault.UnknownRangeUnitRefused, "rfc9110-14.2-range-unknown-unit-ignored", "Refuses a range unit that it does not know."),
        new(Fault.RangeUnitUnread, "rfc9110-14.2-range-unknown-unit-ignored", "Takes every range unit for bytes."),
        new(Fault.InvalidRangeFails, "rfc9110-14.2-range-invalid", "Fails with 500 at a malformed range."),
        new(Fault.BackwardRangeServed, "rfc9110-14.2-range-invalid", "Turns a range round that ends before it begins."),
        new(Fault.OverlapsRepeated, "rfc9110-14.2-range-overlap-dos", "Sends every range of any number, however they overlap."),
        new(Fault.UnsatisfiableRangeIgnored, "rfc9110-14.2-range-unsatisfiable-416", "Sends everything where nothing of the range is there."),
        new(Fault.UnsatisfiedLengthMissing, "rfc9110-14.4-range-416-content-range", "Sends 416 without the length."),
        new(Fault.CompleteLengthLeftOpen, "rfc9110-14.4-content-range-complete-length", "Leaves the complete length open, though it knows it."),
        new(Fault.ContentRangeInRequestRefused, "rfc9110-14.4-content-range-in-request", "Refuses every request that has Content-Range."),
        new(Fault.PartialPutAccepted, "rfc9110-14.5-partial-put-400", "Accepts a part by PUT as if it were the whole."),
        new(Fault.ValidatorsMissing, "rfc9110-15.3.1-200-validators", "Sends neither ETag nor Last-Modified with 200."),
        new(Fault.PartFieldsMissing, "rfc9110-15.3.7-range-206-required-fields", "Leaves out of 206 what a cache needs."),
        new(Fault.PartWithoutType, "rfc9110-15.3.7-range-206-all-rep-fields", "Leaves Content-Type out of 206."),
        new(Fault.KnownFieldsRepeated, "rfc9110-15.3.7-range-206-if-range-minimal", "Repeats what the client knows where If-Range is true."),
        new(Fault.RangeOfAllShort, "rfc9110-15.3.7.1-range-206-content-range", "Leaves the last octet out of a range that is all there is."),
        new(Fault.RangeOneShort, "rfc9110-15.3.7.1-range-206-content-range", "Leaves the last octet of a range out that is not all there is."),
        new(Fault.ContentRangeMissing, "rfc9110-15.3.7.1-range-206-content-range", "Sends 206 without Content-Range where the range is not all there is."),
        new(Fault.SuffixFromStart, "rfc9110-15.3.7.1-range-206-content-range", "Sends the first octets where the last are asked for."),
        new(Fault.RangeEndNotClamped, "rfc9110-15.3.7.1-range-206-content-range", "Calls a range unsatisfiable that ends beyond the end."),
        new(Fault.MultipartWithContentRange, "rfc9110-15.3.7.2-range-multi", "Sends Content-Range besides multipart/byteranges."),
        new(Fault.PartWithoutRange, "rfc9110-15.3.7.2-range-multi-part-fields", "Leaves Content-Range out of the parts."),
        new(Fault.PartsLineFeed, "rfc9110-8.3.3-multipart-crlf", "Ends the lines of multipart/byteranges with an LF alone, unless there are three parts."),
        new(Fault.SinglePartMultipart, "rfc9110-15.3.7.2-range-single-not-multipart", "Sends multipart/byteranges for one range."),
        new(Fault.PartsSorted, "rfc9110-15.3.7.2-range-multi-order", "Sends the parts in the order of the file."),
        new(
            Fault.UnsatisfiableMemberRefused, "rfc9110-15.3.7.2-range-multi-one-satisfiable", "Answers 416 where one of several ranges is beyond the end."),
        new(Fault.NotModifiedFieldsMissing, "rfc9110-15.4.5-304-required-fields", "Leaves out of 304 what a cache needs besides the tag."),
        new(Fault.PlainVariantUnmarked, "rfc9110-12.5.5-vary-on-negotiated", "Says Vary with the gzip variant only."),
        new(Fault.CurrentCopySent, "rfc9110-15.4.5-304-no-content", "Sends the content with 304 where the condition is a star."),
        new(Fault.FreshnessNotModified, "rfc9110-15.4.5-304-unconditional", "Answers 304 to Cache-Control without a condition."),
        new(Fault.HeadNotModified, "rfc9110-15.4.5-304-unconditional", "Answers 304 to a HEAD with no other field than Host."),
        new(Fault.ConditionsKept, "rfc9110-3.3-stateless-connection", "Heeds conditions and ranges of an earlier request on the connection."),
        new(Fault.NotModifiedWithType, "rfc9110-15.4.5-304-minimal", "Sends Content-Type with 304."),
    ];
}

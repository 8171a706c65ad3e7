using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>An answer that a faulty server gives at the sight of one field, whatever the resource would have said.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Method">The method; null for any.</param>
/// <param name="Probe">The resource; null for any.</param>
/// <param name="Field">The field, as CGI folds it.</param>
/// <param name="Status">The answer.</param>
/// <param name="Sees">Which values it happens at; null for all.</param>
internal sealed partial record Shortcut(Fault Fault, string? Method, string? Probe, string Field, string Status, Func<string, bool>? Sees = null)
{
    private const string Refused = "400 Bad Request";
    private const string Broken = "500 Internal Server Error";
    private const string Unsatisfiable = "416 Range Not Satisfiable";
    private const string Failed = "412 Precondition Failed";
    private const string Done = "204 No Content";

    private static readonly Shortcut[] _all =
    [
        new(Fault.FalseIfMatchPerformed, "PUT", "static", "HTTP_IF_MATCH", Done),
        new(Fault.FalseIfNoneMatchPerformed, "PUT", "static", "HTTP_IF_NONE_MATCH", Done),
        new(Fault.FalseUnmodifiedSincePerformed, "PUT", "static", "HTTP_IF_UNMODIFIED_SINCE", Done),
        new(Fault.OptionsConditional, "OPTIONS", null, "HTTP_IF_MATCH", Failed),
        new(Fault.OptionsConditional, "OPTIONS", null, "HTTP_IF_NONE_MATCH", "304 Not Modified"),
        new(Fault.TraceConditional, "TRACE", null, "HTTP_IF_MATCH", Failed),
        new(Fault.RefusedMethodConditional, "POST", "static", "HTTP_IF_MATCH", Failed),
        new(Fault.UnknownMethodConditional, "PROBE", "static", "HTTP_IF_MATCH", Failed),
        new(Fault.MissingConditional, null, "", "HTTP_IF_MATCH", Failed),
        new(Fault.MissingConditional, null, "", "HTTP_IF_NONE_MATCH", Failed),
        new(Fault.MissingConditional, null, "", "HTTP_RANGE", Unsatisfiable),
        new(Fault.MissingConditional, null, "", "HTTP_IF_UNMODIFIED_SINCE", Failed),
        new(Fault.MissingConditional, null, "", "HTTP_IF_MODIFIED_SINCE", "304 Not Modified"),
        new(Fault.NotModifiedForAnyMethod, null, "content", "HTTP_IF_NONE_MATCH", "304 Not Modified"),
        new(Fault.StreamNotModified, "GET", "stream", "HTTP_IF_NONE_MATCH", "304 Not Modified"),
        new(Fault.UndatedModifiedSince, "GET", "stream", "HTTP_IF_MODIFIED_SINCE", "304 Not Modified"),
        new(Fault.UndatedUnmodifiedSince, "GET", "stream", "HTTP_IF_UNMODIFIED_SINCE", Failed),
        new(Fault.UnrangedIfRange, "GET", "stream", "HTTP_IF_RANGE", Failed),
        new(Fault.ModifiedSinceForAnyMethod, "POST", "content", "HTTP_IF_MODIFIED_SINCE", Failed),
        new(Fault.ModifiedSinceForAnyMethod, "PUT", null, "HTTP_IF_MODIFIED_SINCE", Failed),
        new(Fault.RangeForAnyMethod, "POST", "content", "HTTP_RANGE", Unsatisfiable),
        new(Fault.RangeForAnyMethod, "PUT", null, "HTTP_RANGE", Unsatisfiable),
        new(Fault.RangeForAnyMethod, "OPTIONS", null, "HTTP_RANGE", Unsatisfiable),
        new(Fault.IfRangeWithoutRangeFails, "GET", "static", "HTTP_IF_RANGE", Failed),
        new(Fault.ContentRangeInRequestRefused, null, null, "HTTP_CONTENT_RANGE", Refused),
        new(Fault.PartialPutAccepted, "PUT", null, "HTTP_CONTENT_RANGE", Done),
        new(Fault.FreshnessNotModified, "GET", "static", "HTTP_CACHE_CONTROL", "304 Not Modified"),
        new(Fault.LeapSecondRefused, "GET", "static", "HTTP_IF_UNMODIFIED_SINCE", Refused, value => value.Contains(":60 ", StringComparison.Ordinal)),
        new(Fault.LeapSecondRefused, "GET", "static", "HTTP_IF_MODIFIED_SINCE", Refused, value => value.Contains(":60 ", StringComparison.Ordinal)),
        new(Fault.ImpossibleDateFails, "GET", "static", "HTTP_IF_MODIFIED_SINCE", Broken, value => value.Contains("31 Feb", StringComparison.Ordinal) || value.Contains(" 10000 ", StringComparison.Ordinal)),
        new(Fault.MisspeltDateRefused, "GET", "static", "HTTP_IF_MODIFIED_SINCE", Refused, value => !value.EndsWith("GMT", StringComparison.Ordinal) || char.IsAsciiDigit(value[0])),
        new(Fault.FutureDateRefused, "GET", "static", "HTTP_IF_MODIFIED_SINCE", Refused, value => value.Contains(" 21", StringComparison.Ordinal)),
        new(Fault.InvalidTagListFails, "GET", "static", "HTTP_IF_NONE_MATCH", Broken, value => !EntityTags.Of(value, FaultSet.None).IsWellFormed),
        new(Fault.InvalidRangeFails, "GET", "static", "HTTP_RANGE", Broken, value => IsBytes(value) && RangeRequest.Read(value, int.MaxValue, FaultSet.None).Asked == 0),
        new(Fault.UnknownRangeUnitRefused, "GET", "static", "HTTP_RANGE", Refused, value => !IsBytes(value)),
        new(Fault.LargeRangeFails, "GET", "static", "HTTP_RANGE", Broken, value => LongNumber().IsMatch(value)),
        new(Fault.IfRangeDateRefused, "GET", "static", "HTTP_IF_RANGE", Failed, value => value.Count(octet => octet == '"') != 2),
        new(Fault.MissingMatchesStar, "GET", "", "HTTP_IF_MATCH", Done, value => value == "*"),
        new(Fault.EmptyRangeServed, "GET", "content", "HTTP_RANGE", "206 Partial Content"),
        new(Fault.RangesRefused, "GET", "hello", "HTTP_RANGE", Refused),
    ];

    /// <summary>The answer; null where the resource has its say.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>>? Take(Dictionary<string, object> environ, string probe, StartResponse start, FaultSet faults)
    {
        foreach (var shortcut in _all.Where(shortcut => !faults.IsEmpty && shortcut.Applies(environ, probe) && faults[shortcut.Fault]))
        {
            start(shortcut.Status, []);
            return [];
        }

        return null;
    }

    [System.Text.RegularExpressions.GeneratedRegex("[1-9][0-9]{18}")]
    private static partial System.Text.RegularExpressions.Regex LongNumber();

    private static bool IsBytes(string range) => range.StartsWith("bytes", StringComparison.OrdinalIgnoreCase);

    private bool Applies(Dictionary<string, object> environ, string probe) => environ.GetValueOrDefault(Field) is string value && Sees?.Invoke(value) is not false
        && (Method is null || Method == Answer.TextOf(environ, "REQUEST_METHOD"))
        && (Probe is null || Probe == probe)
        && (Fault != Fault.IfRangeWithoutRangeFails || !environ.ContainsKey("HTTP_RANGE"));
}

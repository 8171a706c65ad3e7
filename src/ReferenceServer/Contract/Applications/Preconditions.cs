using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>What the conditions of a request come to.</summary>
internal enum Condition
{
    /// <summary>None is false.</summary>
    Holds,

    /// <summary>The client has the current representation already.</summary>
    NotModified,

    /// <summary>The client had another one in mind.</summary>
    Failed,
}

/// <summary>Evaluates the conditions of a GET or HEAD of a page that is always the same (RFC 9110 section 13).</summary>
internal sealed class Preconditions(Dictionary<string, object> environ, FixedPage page, DateTimeOffset now, FaultSet faults)
{
    private static readonly string[] _selecting =
        ["HTTP_IF_MATCH", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE", "HTTP_IF_RANGE", "HTTP_RANGE"];

    /// <summary>If-Match or else If-Unmodified-Since, then If-None-Match or else If-Modified-Since (section 13.2.2).</summary>
    public Condition Decide()
    {
        var isLeftOut = _selecting.Count(environ.ContainsKey) > 1 && faults[Fault.ConditionsTogetherIgnored];
        isLeftOut |= (Answer.TextOf(environ, "SERVER_PROTOCOL") == "HTTP/1.0" && faults[Fault.OldClientConditionsIgnored])
            || (Answer.TextOf(environ, "HTTP_CACHE_CONTROL") == "no-cache" && faults[Fault.ConditionYieldsToNoCache]);
        var (held, changed) = isLeftOut ? (true, true) : (IsAsExpected(), IsNew());
        return faults[Fault.NoneMatchBeforeMatch] && !changed ? Condition.NotModified
            : !held ? Condition.Failed
            : changed ? Condition.Holds
            : faults[Fault.NotModifiedIsFailed] && !environ.ContainsKey("HTTP_ACCEPT") && Answer.TextOf(environ, "REQUEST_METHOD") == "GET" ? Condition.Failed
            : Condition.NotModified;
    }

    /// <summary>Whether If-Range, where there is one, names the current representation: strongly, or by exactly its date (section 13.1.5).</summary>
    public bool IsSameForRange()
    {
        var field = Field("HTTP_IF_RANGE");
        if (field is null || faults[Fault.IfRangeIgnored] || (Field("HTTP_RANGE")?.Contains("=-", StringComparison.Ordinal) is true && faults[Fault.IfRangeOfSuffixIgnored]))
        {
            return true;
        }

        if (Date(field, out var date))
        {
            return (date == FixedPage.Modified || (faults[Fault.IfRangeDateLater] && date > FixedPage.Modified)) && !faults[Fault.IfRangeNeverTrue];
        }

        // One tag and no list: the comma of two cannot stand outside the quotes.
        return (field == page.Tag || EntityTags.IsNear(field, page.Tag, faults) || (faults[Fault.IfRangeWeak] && field == "W/" + page.Tag)) && !faults[Fault.IfRangeNeverTrue];
    }

    private bool IsAsExpected()
    {
        var match = faults[Fault.IfMatchIgnored] ? null : Field("HTTP_IF_MATCH");
        var tags = match is null ? null : EntityTags.Of(match, faults);
        var matches = tags is null || (tags.Match(page.Tag, faults[Fault.IfMatchWeak], faults) && !faults[tags.IsAny ? Fault.IfMatchStarUnknown : Fault.IfMatchNeverTrue]);
        return matches && (tags is not null && !faults[Fault.UnmodifiedSinceBesideMatch] ? matches : IsUnmodified());
    }

    private bool IsUnmodified()
    {
        var field = faults[Fault.UnmodifiedSinceIgnored] ? null : Field("HTTP_IF_UNMODIFIED_SINCE");
        if (field is null)
        {
            return true;
        }

        if (!Date(field, out var date))
        {
            return !faults[Fault.InvalidUnmodifiedSinceFails];
        }

        return (faults[Fault.UnmodifiedSinceStrict] ? FixedPage.Modified < date : faults[Fault.UnmodifiedSinceExact] ? FixedPage.Modified == date : FixedPage.Modified <= date)
            && !(faults[Fault.FutureUnmodifiedSinceFails] && date > now);
    }

    private bool IsNew()
    {
        var none = faults[Fault.IfNoneMatchIgnored] || (faults[Fault.HeadConditionsIgnored] && Answer.TextOf(environ, "REQUEST_METHOD") == "HEAD")
            ? null : Field("HTTP_IF_NONE_MATCH");
        var tags = none is null ? null : EntityTags.Of(none, faults);
        var isNew = tags is null || !tags.Match(page.Tag, !faults[Fault.IfNoneMatchStrong], faults);
        return tags is null ? IsModified() : isNew && (!faults[Fault.ModifiedSinceBesideTag] || IsModified());
    }

    private bool IsModified()
    {
        var field = faults[Fault.ModifiedSinceIgnored] ? null : Field("HTTP_IF_MODIFIED_SINCE");
        if (field is null)
        {
            return true;
        }

        if (!Date(field, out var date))
        {
            return !faults[Fault.InvalidModifiedSinceIsNow];
        }

        return faults[Fault.ModifiedSinceExact] ? FixedPage.Modified != date : FixedPage.Modified > date && !faults[Fault.AnyModifiedSinceHolds];
    }

    private bool Date(string field, out DateTimeOffset date) => HttpDate.TryParse(field, now, faults, out date);

    private string? Field(string name) => environ.GetValueOrDefault(name) as string;
}

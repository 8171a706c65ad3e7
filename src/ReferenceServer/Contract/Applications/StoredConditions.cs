using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>Evaluates the conditions of a request for a stored resource (RFC 9110 section 13.2.2).</summary>
internal sealed class StoredConditions(Dictionary<string, object> environ, DateTimeOffset now, FaultSet faults)
{
    /// <summary>Whether the method may be performed on what is there: If-Match or else If-Unmodified-Since, and If-None-Match.</summary>
    /// <param name="present">What is there; null for nothing.</param>
    public bool Allow(StoredResource? present) => IsAsExpected(present) && !IsKnown(present);

    /// <summary>What the conditions of a GET or HEAD come to.</summary>
    /// <param name="present">What is there.</param>
    public Condition Decide(StoredResource present) => !IsAsExpected(present) ? Condition.Failed : IsCurrent(present) ? Condition.NotModified : Condition.Holds;

    private bool IsCurrent(StoredResource present) => Field("HTTP_IF_NONE_MATCH") is { } none ? Names(none, present, isWeak: true)
        && (!faults[Fault.StoredDateBesideTag] || Field("HTTP_IF_MODIFIED_SINCE") is null || IsUnmodifiedCopy(present))
        : IsUnmodifiedCopy(present);

    /// <summary>
    /// Whether If-Range, where there is one, names what is there: strongly, or by its date where a second has passed since (RFC 9110 sections 8.8.2.2
    /// and 13.1.5).
    /// </summary>
    /// <param name="present">What is there.</param>
    public bool IsSameForRange(StoredResource present) => Field("HTTP_IF_RANGE") is not { } field || faults[Fault.StoredPartWhateverCopy]
        || field == present.Tag || (field == "W/" + present.Tag && faults[Fault.StoredPartWeakly])
        || (HttpDate.TryParse(field, now, faults, out var date) && date.ToUnixTimeSeconds() == present.Modified.ToUnixTimeSeconds()
            && now.ToUnixTimeSeconds() > date.ToUnixTimeSeconds());

    private bool IsUnmodifiedCopy(StoredResource present) =>
        Field("HTTP_IF_MODIFIED_SINCE") is { } field && HttpDate.TryParse(field, now, faults, out var date)
        && (present.Modified.ToUnixTimeSeconds() <= date.ToUnixTimeSeconds() || faults[Fault.StoredAnyDateCurrent]);

    private bool IsAsExpected(StoredResource? present)
    {
        if (Field("HTTP_IF_MATCH") is { } match)
        {
            return faults[Fault.FalseIfMatchPerformed]
                || (Names(match, present, isWeak: false) && (!faults[Fault.StoredDateBesideState] || IsUnmodifiedSince(present)));
        }

        return IsUnmodifiedSince(present);
    }

    private bool IsUnmodifiedSince(StoredResource? present)
    {
        // What is dated to the second may have been changed within it, and is the same all the same.
        return faults[Fault.FalseUnmodifiedSincePerformed] || present is null || Field("HTTP_IF_UNMODIFIED_SINCE") is not { } field
            || (HttpDate.TryParse(field, now, faults, out var date) ? IsUnmodified(present, date) : !faults[Fault.InvalidUnmodifiedSinceFails]);
    }

    private bool IsUnmodified(StoredResource present, DateTimeOffset date) =>
        present.Modified.ToUnixTimeSeconds() <= date.ToUnixTimeSeconds() - (faults[Fault.StoredUnmodifiedStrict] ? 1 : 0) && !(faults[Fault.FutureUnmodifiedSinceFails] && date > now);

    private bool IsKnown(StoredResource? present) => Field("HTTP_IF_NONE_MATCH") is { } none && !faults[Fault.FalseIfNoneMatchPerformed]
        && !(faults[Fault.NoneMatchBesideMatchIgnored] && Field("HTTP_IF_MATCH") is not null) && (faults[Fault.NoneMatchRefusesChange] || Names(none, present, isWeak: true));

    private bool Names(string field, StoredResource? present, bool isWeak)
    {
        var tags = EntityTags.Of(field, faults);
        return tags.IsAny ? (present is not null || faults[Fault.MissingMatchesStar]) && !faults[Fault.IfMatchStarUnknown]
            : present is not null && (Match(tags, present.Tag, isWeak) || present.EarlierTags.Any(tag => Match(tags, tag, isWeak)));
    }

    private bool Match(EntityTags tags, string tag, bool isWeak) => !faults[isWeak ? Fault.StoredCopyUnknown : Fault.StoredStateUnknown]
        && tags.Match(tag, isWeak ? !faults[Fault.StoredCopyStrongly] : faults[Fault.StoredStateWeakly], faults);

    private string? Field(string name) => environ.GetValueOrDefault(name) as string;
}

using System.Globalization;
using System.Text.RegularExpressions;
using Conform.Http;

namespace Conform.Observations;

/// <summary>What is known of the representation behind <c>${static}</c>: a pure function of two plain GETs of it and one of its first octet.</summary>
public sealed partial record FixedRepresentation
{
    private FixedRepresentation(Response? plain, string? problem) => (Plain, Problem) = (plain, problem);

    /// <summary>What it is called where something is missing.</summary>
    public string Name { get; private init; } = "the fixed representation";

    /// <summary>The answer to a plain GET; null where <see cref="Problem"/> says why nothing is known.</summary>
    public Response? Plain { get; }

    /// <summary>Why nothing is known of it, such as <c>a plain GET of it is answered 404</c>; null where something is.</summary>
    public string? Problem { get; }

    /// <summary>The opaque part of its entity tag, with its quotes (RFC 9110 section 8.8.3); null where it has none that can be relied on.</summary>
    public string? OpaqueTag { get; private init; }

    /// <summary>Whether the entity tag is weak.</summary>
    public bool IsWeak { get; private init; }

    /// <summary>When it was modified last, as far as Last-Modified says so; null where that is missing, malformed, or not the same each time.</summary>
    public DateTimeOffset? LastModified { get; private init; }

    /// <summary>When the plain answer was made, as far as its Date says so.</summary>
    public DateTimeOffset? Date { get; private init; }

    /// <summary>Whether byte ranges are served: the plain answer says so, or the first octet alone was served as asked for.</summary>
    public bool ServesRanges { get; private init; }

    /// <summary>The fields of the plain answer that are the same each time, by name; one value a field line.</summary>
    public IReadOnlySet<string> Steady { get; private init; } = new HashSet<string>();

    /// <summary>Reads it off the evidence.</summary>
    /// <param name="evidence">What was found out about the target.</param>
    /// <returns>Null where the target was not asked, having no such representation.</returns>
    public static FixedRepresentation? Of(TargetEvidence evidence)
    {
        if (evidence.Static.Count == 0) return null;
        var answers = evidence.Static.Select(First).ToList();
        if (answers.Select(Unfit).FirstOrDefault(p => p is not null) is { } problem) return new FixedRepresentation(null, problem);
        var plain = answers[0]!;
        if (answers.Exists(a => !a!.Content.Span.SequenceEqual(plain.Content.Span)))
            return new FixedRepresentation(null, "two plain GETs of it get different content");
        var steady = plain.Fields.Select(f => f.Name).Where(n => answers.TrueForAll(a => a!.Values(n).SequenceEqual(plain.Values(n)) && !IsMadeNow(n, a)));
        var part = evidence.StaticPart is { } ranged ? First(ranged) : null;
        return Described(new FixedRepresentation(plain, null) { Steady = steady.ToHashSet(StringComparer.OrdinalIgnoreCase) }) with
        {
            ServesRanges = part?.Status == 206
                || plain.Values("Accept-Ranges").SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries)).Contains("bytes", StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>What one answer says of the state that a resource is in: no more than that is known of what changes.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="name">What it is called where something is missing.</param>
    public static FixedRepresentation Of(Response answer, string name) => Described(new FixedRepresentation(answer, null)
    {
        Name = name, Steady = answer.Fields.Select(f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase),
    });

    private static FixedRepresentation Described(FixedRepresentation known)
    {
        var tag = known.Single("ETag") is { } value ? EntityTag().Match(value) : Match.Empty;
        return known with
        {
            OpaqueTag = tag.Success ? tag.Groups["opaque"].Value : null,
            IsWeak = tag.Groups["weak"].Success,
            LastModified = Moment(known.Single("Last-Modified")),
            Date = Moment(known.Plain!.Values("Date").FirstOrDefault()),
        };
    }

    private static Response? First(Transcript transcript) => ObservationReader.Read(transcript).First?.Responses.FirstOrDefault();

    private static string? Unfit(Response? answer) => answer switch
    {
        not { IsComplete: true } => "a plain GET of it gets no complete answer",
        { Status: not 200 } => $"a plain GET of it is answered {answer.Status}",
        _ when answer.Content.Length < answer.ContentLength => "it is longer than what is kept of an answer",
        _ => null,
    };

    // Last-Modified of what is made anew for each answer is that answer's own time, alike in both only where one second saw both.
    private static bool IsMadeNow(string name, Response answer) => name.Equals("Last-Modified", StringComparison.OrdinalIgnoreCase) &&
        Moment(answer.Values(name).FirstOrDefault()) is { } modified && Moment(answer.Values("Date").FirstOrDefault()) is { } made && modified >= made;

    private static DateTimeOffset? Moment(string? value) =>
        DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private string? Single(string field) => Steady.Contains(field) && Plain!.Values(field).ToList() is [var only] ? only : null;

    [GeneratedRegex("""\A(?<weak>W/)?(?<opaque>"[\x21\x23-\x7E\x80-\xFF]*")\z""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EntityTag();
}

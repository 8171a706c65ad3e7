using System.Text;
using Conform.Cases;
using Conform.Http;

namespace Conform.Judging;

/// <summary>Decides whether a response has what a clause asks for.</summary>
internal static class ClauseMatcher
{
    private const string Only10 = "the target speaks HTTP/1.0 only";

    /// <summary>Decides one clause.</summary>
    /// <param name="clause">What is asked for.</param>
    /// <param name="response">A complete final response.</param>
    /// <param name="context">What is known besides.</param>
    public static Match Decide(Clause clause, Response response, JudgeContext context) => clause switch
    {
        ContentIs c => Same("content", context.Fill(c.Template), Encoding.Latin1.GetString(response.Content.Span)),
        ContentHas c => Encoding.Latin1.GetString(response.Content.Span).Contains(context.Fill(c.Template), StringComparison.Ordinal)
            ? Match.Yes
            : Match.No($"no {Quoted.Text(context.Fill(c.Template))} in the content"),
        HeadHas h => InHead(context.Fill(h.Template), response),
        NoContent => response.ContentLength == 0 ? Match.Yes : Match.No($"{response.ContentLength} octets of content"),
        FieldPresence f => response.Values(f.Name).Any() == f.Present ? Match.Yes : Match.No(f.Present ? $"no field {f.Name}" : $"a field {f.Name}"),
        FieldIs { IsOnly: true } f when response.Values(f.Name).Count() > 1 => Match.No($"{response.Values(f.Name).Count()} field lines of {f.Name}"),
        FieldIs f => AnyValue(f.Name, context.Fill(f.Value), response),
        ListMember m => Members(response, m.Field).Contains(m.Member, CaseOf(m.Field)) == m.Present
            ? Match.Yes
            : Match.No(m.Present ? $"no {m.Member} in {m.Field}" : $"{m.Member} in {m.Field}"),
        InterimIs i => Interim(i, response, context),
        VersionIs v => Version(v.Version, response, context),
        ReasonIs r => Same("reason", r.Reason, response.Reason),
        FramingIs f => Framing(f.Framing, response, context),
        PlainContent or FieldsAsPlain or RangesServed => PlainMatcher.Decide(clause, response, context),
        RangesAre r => RangeMatcher.Decide(r, response, context),
        SomeContent => response.ContentLength > 0 ? Match.Yes : Match.No("no content"),
        CodedIs or CodedAsItSays => CodingMatcher.Decide(clause, response),
        AnswerClause a => AnswerMatcher.Decide(a, response, context),
        UnderstoodVariable or UnderstoodTrait or UnderstoodUrl => EnvironMatcher.Decide(clause, response, context),
        UnderstoodPart or UnderstoodField or UnderstoodAsSent => UnderstoodMatcher.Decide(clause, response, context),
        _ => throw new InvalidOperationException($"no way to decide {clause}"),
    };

    /// <summary>Decides all clauses: the first that does not hold tells.</summary>
    /// <param name="clauses">What is asked for.</param>
    /// <param name="response">A complete final response.</param>
    /// <param name="context">What is known besides.</param>
    public static Match DecideAll(IReadOnlyList<Clause> clauses, Response response, JudgeContext context)
    {
        var matches = clauses.Select(c => Decide(c, response, context)).Where(m => m != Match.Yes).OrderBy(m => m.Fit == Fit.Yes).ToList();
        var no = matches.FindIndex(m => m.Fit == Fit.No);
        return matches.Count == 0 ? Match.Yes : matches[Math.Max(0, no)];
    }

    /// <summary>Compares two texts and tells both in a readable length.</summary>
    /// <param name="what">What they are.</param>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="seen">What was seen.</param>
    public static Match Same(string what, string wanted, string seen) =>
        wanted == seen ? Match.Yes : Match.No($"{what} is {Quoted.Text(seen)}, not {Quoted.Text(wanted)}");

    // The names of methods differ by case (RFC 9110 section 9.1), options and codings do not.
    private static StringComparer CaseOf(string field) => field.Equals("Allow", StringComparison.OrdinalIgnoreCase) ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    private static IEnumerable<string> Members(Response response, string field) =>
        response.Values(field).SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries));

    private static Match InHead(string text, Response response) =>
        response.Fields.Concat(response.Trailers).Any(f => f.Name.Contains(text, StringComparison.Ordinal) || f.Value.Contains(text, StringComparison.Ordinal))
        || response.Reason.Contains(text, StringComparison.Ordinal)
            ? Match.Yes
            : Match.No($"no {Quoted.Text(text)} in the head");

    private static Match AnyValue(string name, string wanted, Response response)
    {
        var values = response.Values(name).ToList();
        return values.Contains(wanted, StringComparer.Ordinal) ? Match.Yes
            : values.Count == 0 ? Match.No($"no field {name}")
            : Match.No($"{name} is {Quoted.Text(string.Join(" and ", values))}, not {Quoted.Text(wanted)}");
    }

    private static Match Version(string wanted, Response response, JudgeContext context)
    {
        if (response.Version == wanted) return Match.Yes;
        return wanted == "HTTP/1.1" && response.Version == "HTTP/1.0" && context.Traits.Http10Only
            ? Match.Unobservable(Only10)
            : Match.No($"version {response.Version}");
    }

    private static Match Interim(InterimIs clause, Response response, JudgeContext context)
    {
        var present = response.Interim.Any(i => i.Status == clause.Status);
        if (present == clause.Present) return Match.Yes;
        if (clause.Present && context.Traits.Http10Only) return Match.Unobservable(Only10);
        // A client discards a 100 that it did not ask for (RFC 9110 section 15.2.1), so that a server which sends one to everybody has leaked nothing.
        if (!clause.Present && context.Control?.Interim.Any(i => i.Status == clause.Status) == true)
            return Match.Unobservable($"the request without the fault gets an interim {clause.Status} too");
        return Match.No(clause.Present ? $"no interim {clause.Status}" : $"an interim {clause.Status}");
    }

    private static Match Framing(ContentFraming wanted, Response response, JudgeContext context)
    {
        if (response.Framing == wanted) return Match.Yes;
        return wanted == ContentFraming.Chunked && context.Traits.Http10Only
            ? Match.Unobservable(Only10)
            : Match.No($"framing {ClauseWords.Framing(response.Framing)}");
    }
}

using System.Text;
using Conform.Cases;
using Conform.Http;

namespace Conform.Judging;

/// <summary>Decides clauses that compare with what a plain GET of the fixed representation gets.</summary>
internal static class PlainMatcher
{
    // Worked out anew for each answer, so that two of them differ by the time between.
    private const string Counted = "Expires";

    /// <summary>Decides one clause.</summary>
    /// <param name="clause">What is asked for.</param>
    /// <param name="response">A complete response.</param>
    /// <param name="context">What is known besides.</param>
    public static Match Decide(Clause clause, Response response, JudgeContext context)
    {
        if (context.Traits.Fixed is not { Plain: { } plain } known) return Match.Unobservable("nothing is known of the fixed representation");
        return clause switch
        {
            PlainContent => ClauseMatcher.Same("content", Text(plain), Text(response)),
            FieldsAsPlain f => f.Names.Select(name => Compare(name, plain, response, known.Steady.Contains(name))).FirstOrDefault(m => m.Fit != Fit.Yes, Match.Yes),
            _ => known.ServesRanges ? Match.Yes : Match.No("the target was not seen to serve ranges"),
        };
    }

    private static Match Compare(string name, Response plain, Response response, bool isSteady)
    {
        var (wanted, seen) = (Joined(plain, name), Joined(response, name));
        if (wanted is null || (seen is not null && (!isSteady || name.Equals(Counted, StringComparison.OrdinalIgnoreCase)))) return Match.Yes;
        return seen is null ? Match.No($"no field {name}, which a plain GET gets") : ClauseMatcher.Same(name, wanted, seen);
    }

    // A list may be cut into field lines in any way.
    private static string? Joined(Response response, string name) =>
        response.Values(name).ToList() is { Count: > 0 } values ? string.Join(", ", values.SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries))) : null;

    private static string Text(Response response) => Encoding.Latin1.GetString(response.Content.Span);
}

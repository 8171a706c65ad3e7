using Conform.Cases;
using Conform.Http;

namespace Conform.Judging;

/// <summary>Decides clauses that compare a response with an earlier answer of the case.</summary>
internal static class AnswerMatcher
{
    private static readonly string[] _validators = ["ETag", "Last-Modified"];

    /// <summary>Decides one clause.</summary>
    /// <param name="clause">What is asked for.</param>
    /// <param name="response">A complete final response.</param>
    /// <param name="context">What is known besides.</param>
    public static Match Decide(AnswerClause clause, Response response, JudgeContext context)
    {
        var answers = context.Answers;
        if (answers.Count < clause.Answer || !answers[clause.Answer - 1].IsAnswer) return Match.No($"there is no answer {clause.Answer}");
        var other = answers[clause.Answer - 1];
        return clause switch
        {
            ContentOfAnswer => SameContent(response, other, clause.Answer),
            FieldOfAnswer f => SameField(f.Name, response, other),
            ValidatorsOfAnswer => _validators.Where(v => other.Values(v).Any()).Select(v => SameField(v, response, other)).FirstOrDefault(m => m.Fit != Fit.Yes, Match.Yes),
            LengthOfAnswer => SameLength(response, other, clause.Answer),
            TagNotOfAnswer => OtherTag(response, other, clause.Answer),
            _ => throw new InvalidOperationException($"no way to decide {clause}"),
        };
    }

    private static Match SameContent(Response response, Response other, int number)
    {
        if (!CodingMatcher.TryUndo(response, out var here, out var problem)) return problem;
        if (!CodingMatcher.TryUndo(other, out var there, out problem)) return problem with { Why = $"answer {number}: {problem.Why}" };
        return here.AsSpan().SequenceEqual(there) ? Match.Yes : Match.No($"its content is not that of answer {number}");
    }

    private static Match SameField(string name, Response response, Response other)
    {
        var (here, there) = (response.Values(name).ToList(), other.Values(name).ToList());
        return here.SequenceEqual(there, StringComparer.Ordinal) ? Match.Yes
            : Match.No(here.Count == 0 ? $"no field {name}" : $"{name} is {Quoted.Text(string.Join(" and ", here))}, not {Quoted.Text(string.Join(" and ", there))}");
    }

    private static Match SameLength(Response response, Response other, int number)
    {
        var length = other.ContentLength.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return response.Values("Content-Length").FirstOrDefault() is { } stated && stated.TrimStart('0').PadLeft(1, '0') != length
            ? Match.No($"it states {stated} octets, and answer {number} has {length}")
            : Match.Yes;
    }

    // What is weak promises no equal octets; strong tags that are equal do (RFC 9110 section 8.8.3.2).
    private static Match OtherTag(Response response, Response other, int number) =>
        response.Values("ETag").FirstOrDefault() is { } tag && tag == other.Values("ETag").FirstOrDefault() && !tag.StartsWith("W/", StringComparison.Ordinal)
            ? Match.No($"it has the tag {tag} of answer {number}")
            : Match.Yes;
}

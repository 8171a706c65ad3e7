using Conform.Cases;
using Conform.Http;

namespace Conform.Judging;

/// <summary>Decides clauses about content codings.</summary>
internal static class CodingMatcher
{
    /// <summary>Decides one clause.</summary>
    /// <param name="clause">What is asked for.</param>
    /// <param name="response">A complete final response.</param>
    public static Match Decide(Clause clause, Response response)
    {
        var named = ContentCodings.Of(response);
        return clause switch
        {
            CodedIs { Coding: { } coding } when !named.SequenceEqual([coding]) => Match.No($"its content coding is {Told(named)}, not {coding}"),
            CodedIs { Coding: null } when named.Count > 0 => Match.No($"its content coding is {Told(named)}"),
            _ => AsNamed(named, response),
        };
    }

    /// <summary>Undoes the content codings of a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="plain">The content without its codings; null where <paramref name="problem"/> says why it cannot be had.</param>
    /// <param name="problem">Whether the response is wrong, or cannot be read by us.</param>
    public static bool TryUndo(Response response, out byte[]? plain, out Match problem)
    {
        var named = ContentCodings.Of(response);
        plain = null;
        if (response.Content.Length < response.ContentLength) problem = Match.Unobservable("the content is longer than what is kept of it");
        else if (named.FirstOrDefault(c => !ContentCodings.IsKnown(c)) is { } unknown) problem = Match.Unobservable($"the content coding {unknown} is not known here");
        else if ((plain = ContentCodings.Decode(response.Content, named)) is null) problem = Match.No($"its content is not in the coding {Told(named)}");
        else problem = Match.Yes;
        return plain is not null;
    }

    private static Match AsNamed(IReadOnlyList<string> named, Response response)
    {
        if (response.ContentLength == 0) return Match.Yes;
        if (named.Count == 0) return ContentCodings.LooksZipped(response.Content.Span) ? Match.No("its content is gzip, and no Content-Encoding says so") : Match.Yes;
        TryUndo(response, out _, out var problem);
        return problem;
    }

    private static string Told(IReadOnlyList<string> named) => named.Count == 0 ? "none" : string.Join(", ", named);
}

using System.Text;
using Conform.Cases;
using Conform.Http;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>Decides what a clause asks of what the server understood.</summary>
internal static class UnderstoodMatcher
{
    /// <summary>Decides one clause.</summary>
    /// <param name="clause">An <c>understood</c> clause.</param>
    /// <param name="response">The response that carries the report.</param>
    /// <param name="context">What is known besides.</param>
    public static Match Decide(Clause clause, Response response, JudgeContext context)
    {
        if (UnderstoodReader.Read(response) is not { } understood) return Match.No("the answer is no report of what was understood");
        return clause switch
        {
            UnderstoodPart part => ClauseMatcher.Same(
                "understood " + part.Part.ToString().ToLowerInvariant(), part.Value is null ? string.Empty : context.Fill(part.Value), Part(part.Part, understood)),
            UnderstoodField field => Field(field, understood, context),
            _ => AsSent(understood, context),
        };
    }

    private static string Part(UnderstoodKind kind, Understood understood) => kind switch
    {
        UnderstoodKind.Method => understood.Method,
        UnderstoodKind.Path => understood.Path,
        UnderstoodKind.Query => understood.Query,
        _ => Encoding.Latin1.GetString(understood.Content.Span),
    };

    private static Match Field(UnderstoodField field, Understood understood, JudgeContext context)
    {
        var present = understood.Fields.TryGetValue(UnderstoodReader.Fold(field.Name), out var seen);
        if (field.Value is null) return present ? Match.No($"understood field {field.Name} {Quoted.Text(seen!)}") : Match.Yes;
        return present ? ClauseMatcher.Same($"understood field {field.Name}", context.Fill(field.Value), seen!) : Match.No($"understood no field {field.Name}");
    }

    private static Match AsSent(Understood seen, JudgeContext context)
    {
        if (context.Evidence.Drawn.Message is not { } sent) return Match.No("no message was drawn");
        var parts = Enum.GetValues<UnderstoodKind>()
            .Select(kind => ClauseMatcher.Same("understood " + kind.ToString().ToLowerInvariant(), Part(kind, sent), Part(kind, seen)));
        var fields = sent.Fields.Select(f => seen.Fields.TryGetValue(f.Key, out var value)
            ? ClauseMatcher.Same($"understood field {f.Key}", f.Value, value)
            : Match.No($"understood no field {f.Key}"));
        var made = seen.Fields.Keys.Where(k => k.StartsWith("HTTP_X_", StringComparison.Ordinal) && !sent.Fields.ContainsKey(k))
            .Select(k => Match.No($"understood a field {k} that was not sent"));
        return parts.Concat(fields).Concat(made).Where(m => m.Fit != Fit.Yes).Append(Match.Yes).First();
    }
}

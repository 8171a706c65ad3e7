using Spectre.Console;

namespace Conform.Reporting.Terminal;

/// <summary>Results counted by the reason that they share, the draws of one case in one line.</summary>
internal static class ReasonList
{
    private const int MostIds = 8;
    private const int MostDraws = 10;

    public static void Write(Page page, string heading, Style style, IEnumerable<AssessedResult> results, bool ids)
    {
        var reasons = results.GroupBy(r => Reasons.Of(r.Result)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (reasons.Count == 0) return;
        page.Heading($"{heading} ({reasons.SelectMany(r => r).Select(r => r.Result.Case).Distinct().Count()})");
        foreach (var reason in reasons)
        {
            var cases = reason.Select(r => r.Result.Case).Distinct().ToList();
            page.Labelled($"{cases.Count,5}  ", reason.Key, style, style);
            if (!ids) continue;
            var named = cases.GroupBy(CaseName.WithoutDraw).ToList();
            foreach (var group in named.Take(MostIds)) page.Labelled("       ", Draws(group.Key, [.. group]), style: Page.Dim);
            if (named.Count > MostIds) page.Labelled("       ", $"… and {named.Count - MostIds} more", style: Page.Dim);
        }
    }

    /// <summary>Such as <c>[3] [7] … 15 in all</c> behind the id of a drawn case.</summary>
    public static string Indices(string id, IReadOnlyList<string> cases) =>
        string.Join(' ', cases.OrderBy(CaseName.Draw).Take(MostDraws).Select(c => c[id.Length..])) + (cases.Count > MostDraws ? $" … {cases.Count} in all" : string.Empty);

    private static string Draws(string id, IReadOnlyList<string> cases) => cases is [var only] ? only : $"{id} {Indices(id, cases)}";
}

using System.Globalization;

namespace Conform.Reporting;

/// <summary>Several draws of a case in one word: <c>ID[0-5,7]</c>.</summary>
internal static class IndexSet
{
    private const int Most = 10_000;

    /// <summary>The ids that a word stands for; the word itself where it names no set.</summary>
    /// <param name="word">Such as <c>a/b/c[0-2]</c>.</param>
    /// <returns>Null where what stands between the brackets is no set.</returns>
    public static IReadOnlyList<string>? Expand(string word)
    {
        if (!word.EndsWith(']') || word.IndexOf('[') is not (> 0 and var open)) return [word];
        var ids = new List<string>();
        foreach (var part in word[(open + 1)..^1].Split(','))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || !IsNumber(ends[0], out var first) || !IsNumber(ends[^1], out var last) || last < first) return null;
            ids.AddRange(Enumerable.Range(first, last - first + 1).Select(i => $"{word[..open]}[{i.ToString(CultureInfo.InvariantCulture)}]"));
        }

        return ids;
    }

    /// <summary>Ids in as few words as they fit; those without an index stand for themselves.</summary>
    /// <param name="ids">The ids.</param>
    public static IEnumerable<string> Compact(IEnumerable<string> ids) => ids
        .GroupBy(id => id.EndsWith(']') && id.Contains('[') ? id[..id.IndexOf('[')] : null)
        .SelectMany(g => g.Key is null ? g.ToList() : [$"{g.Key}[{string.Join(',', Runs(g.Select(Index).Order()))}]"]);

    private static bool IsNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < Most;

    private static int Index(string id) => int.Parse(id.AsSpan(id.IndexOf('[') + 1).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Runs(IEnumerable<int> indexes)
    {
        (int First, int Last)? run = null;
        foreach (var index in indexes)
        {
            if (run is { } open && index == open.Last + 1)
            {
                run = (open.First, index);
                continue;
            }

            if (run is { } done) yield return Text(done);
            run = (index, index);
        }

        if (run is { } last) yield return Text(last);
    }

    private static string Text((int First, int Last) run) => run.First == run.Last ? $"{run.First}" : $"{run.First}-{run.Last}";
}

using System.IO.Enumeration;

namespace Conform.Cases.Parsing;

/// <summary>Selects cases by words.</summary>
internal static class CaseSelection
{
    public static Selected Of(Catalogue catalogue, IReadOnlyList<string> words)
    {
        if (words.Count == 0) return new Selected([.. catalogue.Cases.Select(c => new SelectedCase(c, null))], []);
        var whole = new HashSet<string>(StringComparer.Ordinal);
        var draws = new HashSet<(string, int)>();
        var unmatched = new List<string>();
        foreach (var word in words)
        {
            if (DrawnId.TryParse(word) is { } drawn && catalogue.Knows(word)) draws.Add((drawn.Id, drawn.Index));
            else if (Matching(catalogue, word) is { Count: > 0 } found) whole.UnionWith(found);
            else unmatched.Add(Problem(catalogue, word));
        }

        return new Selected([.. catalogue.Cases.SelectMany(c => whole.Contains(c.Id)
            ? [new SelectedCase(c, null)]
            : draws.Where(d => d.Item1 == c.Id).Select(d => d.Item2).Order().Select(i => new SelectedCase(c, i)))], unmatched);
    }

    // A folder or file may be given as it stands on disk, so that a shell can complete it.
    private static List<string> Matching(Catalogue catalogue, string word)
    {
        var wanted = word.StartsWith("suites/", StringComparison.Ordinal) ? word[7..] : word;
        wanted = wanted.EndsWith(".md", StringComparison.Ordinal) ? wanted[..^3] : wanted.TrimEnd('/');
        var isGlob = wanted.AsSpan().IndexOfAny('*', '?') >= 0;
        return [.. catalogue.Cases.Select(c => c.Id).Where(id => isGlob
            ? FileSystemName.MatchesSimpleExpression(wanted, id, ignoreCase: false)
            : id == wanted || (id.Length > wanted.Length && id[wanted.Length] == '/' && id.StartsWith(wanted, StringComparison.Ordinal)))];
    }

    private static string Problem(Catalogue catalogue, string word)
    {
        if (DrawnId.TryParse(word) is { } drawn && catalogue.FindCase(drawn.Id) is { } found)
            return found.IsDrawn ? $"{drawn.Id} has no draw {drawn.Index}; its draws are 0 to {found.Repeat - 1}" : $"{drawn.Id} is not drawn; leave the index out";
        var known = catalogue.Cases.Select(c => c.Id).Concat(catalogue.Files.Select(f => f.Id)).Concat(catalogue.Files.Select(f => f.Id.Split('/')[0]).Distinct()).ToList();
        var hint = NearestWord.Hint(word, known) ?? NearestWord.Hint(word, catalogue.Cases.Select(c => c.Id[(c.Id.LastIndexOf('/') + 1)..])) ?? "conform list shows them all";
        return $"no case is selected by {word}; {hint}";
    }
}

namespace Conform.Cases.Parsing;

/// <summary>Finds the word that was probably meant.</summary>
internal static class NearestWord
{
    /// <summary><c>did you mean …?</c>, or null where nothing is near.</summary>
    public static string? Hint(string word, IEnumerable<string> known) => Find(word, known) is { } near ? $"did you mean {near}?" : null;

    /// <summary>As <see cref="Hint"/>, but with all the words where none is near.</summary>
    public static string HintOrAll(string word, IReadOnlyCollection<string> known) => Hint(word, known) ?? $"there are {string.Join(", ", known)}";

    /// <summary>The nearest word, at most a third of the letters away; null where none is.</summary>
    public static string? Find(string word, IEnumerable<string> known)
    {
        var limit = Math.Max(2, word.Length / 3);
        string? best = null;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - word.Length) > limit) continue;
            var distance = Distance(word, candidate);
            if (distance > limit || distance >= candidate.Length) continue;
            (best, limit) = (candidate, distance - 1);
            if (limit < 0) break;
        }

        return best ?? known.FirstOrDefault(k => word.Length >= 4 && k.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    // Levenshtein's distance without regard to case: insertions, deletions and replacements.
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}

using DiffPlex;

namespace Conform.Snapshots;

/// <summary>Lines that differ between two equal runs. They are marked, and match anything from then on.</summary>
public static class Variation
{
    /// <summary>What stands where runs differ: behind the part of a line that is the same, or alone for any number of lines.</summary>
    public const string Mark = "(varies)";

    /// <summary>Marks what differs between two equal runs.</summary>
    /// <param name="a">One run's text.</param>
    /// <param name="b">The other's.</param>
    public static string Merge(string a, string b)
    {
        var diff = Differ.Instance.CreateLineDiffs(a, b, ignoreWhitespace: false);
        var lines = new List<string>();
        var next = 0;
        foreach (var block in diff.DiffBlocks)
        {
            lines.AddRange(diff.PiecesOld.Skip(next).Take(block.DeleteStartA - next));
            if (block.DeleteCountA == block.InsertCountB)
            {
                lines.AddRange(Enumerable.Range(0, block.DeleteCountA)
                    .Select(i => MergeLine(diff.PiecesOld[block.DeleteStartA + i], diff.PiecesNew[block.InsertStartB + i])));
            }
            else
            {
                lines.Add(Mark);
            }

            next = block.DeleteStartA + block.DeleteCountA;
        }

        lines.AddRange(diff.PiecesOld.Skip(next));
        return string.Join('\n', lines);
    }

    /// <summary>Whether a text is what was verified, marked lines taken as they are meant.</summary>
    /// <param name="verified">The verified text.</param>
    /// <param name="text">The new text.</param>
    public static bool Matches(string verified, string text)
    {
        var pattern = verified.Split('\n');
        var lines = text.Split('\n');
        var reach = new bool[lines.Length + 1];
        reach[0] = true;
        foreach (var wanted in pattern)
        {
            var after = new bool[lines.Length + 1];
            for (var i = 0; i <= lines.Length; i++)
            {
                if (wanted == Mark) after[i] = reach[i] || (i > 0 && after[i - 1]);
                else after[i] = i > 0 && reach[i - 1] && MatchesLine(wanted, lines[i - 1]);
            }

            reach = after;
        }

        return reach[lines.Length];
    }

    /// <summary>What is kept of a new text: the verified one where it matches that, marks and all; else the new one, marked as far as marks still hold.</summary>
    /// <param name="verified">The verified text; null when there is none.</param>
    /// <param name="text">The new text.</param>
    public static string Kept(string? verified, string text) => verified is null ? text : Matches(verified, text) ? verified : Keep(verified, text);

    // Every line that a marked line stands for is written like that line, so that a diff shows only what counts.
    private static string Keep(string verified, string text)
    {
        var diff = Differ.Instance.CreateLineDiffs(verified, text, ignoreWhitespace: false);
        var lines = diff.PiecesNew.ToArray();
        foreach (var block in diff.DiffBlocks)
        {
            // Lines at the same place of a block stand for each other, as in Merge; in a block of another length any mark of it may.
            var old = diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA).ToList();
            for (var i = 0; i < block.InsertCountB; i++)
            {
                ref var line = ref lines[block.InsertStartB + i];
                line = Mend(block.DeleteCountA == block.InsertCountB ? [old[i]] : old, line);
            }
        }

        return string.Join('\n', lines);
    }

    private static string Mend(List<string> wanted, string line) => wanted.Find(w => w.Length > Mark.Length && MatchesLine(w, line)) ?? line;

    private static bool MatchesLine(string wanted, string line) => wanted.EndsWith(Mark, StringComparison.Ordinal)
        ? line.StartsWith(wanted[..^Mark.Length], StringComparison.Ordinal)
        : string.Equals(wanted, line, StringComparison.Ordinal);

    private static string MergeLine(string a, string b)
    {
        var same = a.AsSpan().CommonPrefixLength(b);
        var blank = same == 0 ? -1 : a.LastIndexOf(' ', same - 1);
        return $"{a[..(blank + 1)]}{Mark}";
    }
}

using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Conform.Snapshots;

/// <summary>The difference between two texts as people read it: <c>-</c> was, <c>+</c> is now, three lines around each, under the heading they stand in.</summary>
public static class SnapshotDiff
{
    private const int Around = 3;

    /// <summary>Renders the difference.</summary>
    /// <param name="was">The verified text.</param>
    /// <param name="now">The new text.</param>
    /// <returns>Lines, each with its line end; empty when nothing differs.</returns>
    public static string Render(string was, string now)
    {
        var lines = InlineDiffBuilder.Diff(WithoutEnd(was), WithoutEnd(now), ignoreWhiteSpace: false).Lines;
        if (now.Length == 0) lines.RemoveAll(l => l.Type == ChangeType.Inserted);
        var shown = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Type == ChangeType.Unchanged) continue;
            for (var j = Math.Max(0, i - Around); j <= Math.Min(lines.Count - 1, i + Around); j++) shown[j] = true;
        }

        var text = new List<string>();
        string? heading = null, said = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var isHeading = lines[i].Text.StartsWith("## ", StringComparison.Ordinal);
            if (isHeading) heading = lines[i].Text;
            if (!shown[i]) continue;
            if (text.Count > 0 && !shown[i - 1]) text.Add("  …");
            if (heading is not null && heading != said && !isHeading) text.Add($"  {heading}");
            said = heading;
            text.Add($"{Sign(lines[i].Type)} {lines[i].Text}".TrimEnd());
        }

        return string.Concat(text.Select(l => $"{l}\n"));
    }

    private static string WithoutEnd(string text) => text.EndsWith('\n') ? text[..^1] : text;

    private static char Sign(ChangeType type) => type switch
    {
        ChangeType.Inserted => '+',
        ChangeType.Deleted => '-',
        _ => ' ',
    };
}

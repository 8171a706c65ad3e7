using System.Text;

namespace Conform.Snapshots;

/// <summary>The text of a snapshot file: a section a case, <c>## heading</c>, then its lines.</summary>
public static class SnapshotText
{
    private const string Mark = "## ";

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">The file's text.</param>
    /// <returns>Section text by heading; the section's own blank lines at its end are not part of it.</returns>
    public static SortedDictionary<string, string> Sections(string text)
    {
        var sections = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string? heading = null;
        var body = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                if (heading is not null) sections[heading] = Trimmed(body);
                heading = line[Mark.Length..];
                body.Clear();
            }
            else
            {
                body.Append(line).Append('\n');
            }
        }

        if (heading is not null) sections[heading] = Trimmed(body);
        return sections;
    }

    /// <summary>Puts sections together, in the order of their headings.</summary>
    /// <param name="sections">Section text by heading.</param>
    public static string Join(IEnumerable<KeyValuePair<string, string>> sections) =>
        string.Join('\n', sections.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{Mark}{s.Key}\n\n{s.Value.Trim('\n')}\n"));

    private static string Trimmed(StringBuilder body) => body.ToString().Trim('\n') + "\n";
}

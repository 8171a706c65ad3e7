namespace Conform.Reporting;

/// <summary>Reads a list about cases: an entry a line, <c>#</c> begins a comment line.</summary>
internal static class CaseListText
{
    /// <summary>Reads all lines.</summary>
    /// <typeparam name="T">What an entry is.</typeparam>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="readLine">Reads one line: the line, its number, and what is wrong with it or null.</param>
    /// <exception cref="DeviationException">A line is wrong; the message has one line for each, with file and line.</exception>
    public static IReadOnlyList<T> Parse<T>(string text, string file, Func<string, int, (IReadOnlyList<T> Entries, string? Problem)> readLine)
        where T : ListedCase
    {
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        var errors = new List<string>();
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var (read, problem) = readLine(line, number);
            foreach (var entry in read)
            {
                if (!entries.TryAdd(entry.Subject, entry)) problem ??= $"{entry.Subject} stands already in line {entries[entry.Subject].Line}";
            }

            if (problem is not null) errors.Add($"{file}:{number}: {problem}");
        }

        return errors.Count == 0 ? [.. entries.Values] : throw new DeviationException(errors);
    }
}

/// <summary>A list about cases is wrong.</summary>
/// <param name="errors">One message each, with file and line.</param>
public sealed class DeviationException(IReadOnlyList<string> errors) : Exception(string.Join('\n', errors))
{
    /// <summary>One message each, with file and line.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}

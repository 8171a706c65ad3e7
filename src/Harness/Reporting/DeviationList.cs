using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting;

/// <summary>
/// The known failures of a target: one a line, <c>CASE  OUTCOME  REASON…</c>; <c>#</c> begins a comment line. Several draws of a case can share a line,
/// as in <c>ID[0-5,7]</c>, and each of them is then an entry of its own.
/// </summary>
/// <param name="Entries">The deviations in the order of the file.</param>
public sealed record DeviationList(IReadOnlyList<Deviation> Entries)
{
    /// <summary>Nothing is known to fail.</summary>
    public static DeviationList Empty { get; } = new([]);

    /// <summary>Reads a list.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="DeviationException">A line is wrong; the message has one line for each, with file and line.</exception>
    public static DeviationList Parse(string text, string file)
    {
        var entries = new List<Deviation>();
        var errors = new List<string>();
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var problem = ReadLine(line, file, number, out var read);
            foreach (var entry in read)
            {
                if (entries.Find(e => string.Equals(e.Subject, entry.Subject, StringComparison.Ordinal)) is { } twin) problem ??= $"{entry.Subject} stands already in line {twin.Line}";
                else entries.Add(entry);
            }

            if (problem is not null) errors.Add($"{file}:{number}: {problem}");
        }

        return errors.Count == 0 ? new DeviationList(entries) : throw new DeviationException(errors);
    }

    /// <summary>The first deviation that knows this result: same case, delivery and outcome; null when none does.</summary>
    /// <param name="result">The result.</param>
    public Deviation? Find(Result result) => Entries.FirstOrDefault(e => e.Outcome == result.Outcome && e.Covers(result));

    /// <summary>The deviations that name a case which does not exist: a mistake in the list.</summary>
    /// <param name="exists">Whether a case id, draws and lint rules included, exists.</param>
    public IReadOnlyList<Deviation> Unknown(Func<string, bool> exists) => [.. Entries.Where(e => !exists(e.Case))];

    /// <summary>The deviations that do not hold any more: the case was decided, and under no delivery that is covered did it come to what is listed.</summary>
    /// <param name="results">All results of the run.</param>
    /// <remarks>A case that was not run, was left out, or could not be decided says nothing about its deviation.</remarks>
    public IReadOnlyList<Deviation> Stale(IReadOnlyCollection<Result> results)
    {
        var cases = results.ToLookup(r => r.Case, StringComparer.Ordinal);
        return [.. Entries.Where(e =>
        {
            var covered = cases[e.Case].Where(e.Covers).Select(r => r.Outcome).ToList();
            return covered.Exists(Decides) && !covered.Contains(e.Outcome);
        })];
    }

    private static bool Decides(Outcome outcome) => outcome is Outcome.Pass or Outcome.Lenient or Outcome.Fail or Outcome.NotObservable;

    private static string? ReadLine(string line, string file, int number, out IReadOnlyList<Deviation> read)
    {
        read = [];
        var words = line.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return "a deviation is written CASE  OUTCOME  REASON; the outcome is missing";
        var outcome = Names.ParseOutcome(words[1]);
        if (outcome is not (Outcome.Fail or Outcome.Inconclusive)) return $"\"{words[1]}\" cannot be listed; only fail and inconclusive can";
        if (words.Length < 3) return $"{words[0]} has no reason; say why, and name the section";
        var at = words[0].IndexOf('@');
        var id = at < 0 ? words[0] : words[0][..at];
        var delivery = at < 0 ? null : words[0][(at + 1)..];
        if (id.Length == 0 || delivery is { Length: 0 }) return $"\"{words[0]}\" is no case id; it is written CASE or CASE@DELIVERY";
        if (IndexSet.Expand(id) is not { } ids) return $"\"{words[0]}\" names no draws; several are written ID[0-5,7]";
        read = [.. ids.Select(i => new Deviation(i, delivery, outcome.Value, words[2].TrimEnd(), file, number))];
        return null;
    }
}

/// <summary>A list of deviations is wrong.</summary>
/// <param name="errors">One message each, with file and line.</param>
public sealed class DeviationException(IReadOnlyList<string> errors) : Exception(string.Join('\n', errors))
{
    /// <summary>One message each, with file and line.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}

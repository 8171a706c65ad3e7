using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting;

/// <summary>
/// The known failures of a target: one a line, <c>CASE  OUTCOME  REASON…</c>; <c>#</c> begins a comment line. CASE may be a glob. Several draws of a
/// case can share a line, as in <c>ID[0-5,7]</c>, and each of them is then an entry of its own. Behind the reason may stand a link,
/// <c>&lt;https://…&gt;</c>, and the last day on which the line holds, <c>(until 2027-01-31)</c>.
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
    public static DeviationList Parse(string text, string file) => new(CaseListText.Parse(text, file, (line, number) => ReadLine(line, file, number)));

    /// <summary>The deviation that knows this result, same case, delivery and outcome; one that names the case exactly before a glob; null when none does.</summary>
    /// <param name="result">The result.</param>
    public Deviation? Find(Result result)
    {
        Deviation? byGlob = null;
        foreach (var entry in Entries)
        {
            if (entry.Outcome != result.Outcome || !entry.Covers(result)) continue;
            if (!ListedCase.IsGlob(entry.Case)) return entry;
            byGlob ??= entry;
        }

        return byGlob;
    }

    /// <summary>The deviations that name a case which does not exist: a mistake in the list.</summary>
    /// <param name="exists">Whether there is a case for an id or a glob, draws and lint rules included.</param>
    public IReadOnlyList<Deviation> Unknown(Func<string, bool> exists) => [.. Entries.Where(e => !exists(e.Case))];

    /// <summary>The deviations that do not hold any more: the case was decided, and under no delivery that is covered did it come to what is listed.</summary>
    /// <param name="results">All results of the run.</param>
    /// <param name="isPart">Whether only some of the cases were run, so that globs and the lint show nothing by what is not there.</param>
    /// <remarks>
    /// A case that was not run, was left out, or could not be decided says nothing about its deviation. A glob holds as long as one of its cases does.
    /// </remarks>
    public IReadOnlyList<Deviation> Stale(IReadOnlyCollection<Result> results, bool isPart = false)
    {
        var cases = results.ToLookup(r => r.Case, StringComparer.Ordinal);
        return [.. Entries.Where(e =>
        {
            if (isPart && (ListedCase.IsGlob(e.Case) || CaseName.IsLint(e.Case))) return false;
            var named = ListedCase.IsGlob(e.Case) ? results : cases[e.Case];
            var covered = named.Where(e.Covers).Select(r => r.Outcome).ToList();
            return covered.Exists(Decides) && !covered.Contains(e.Outcome);
        })];
    }

    private static bool Decides(Outcome outcome) => outcome is Outcome.Pass or Outcome.Lenient or Outcome.Fail or Outcome.NotObservable;

    internal static (IReadOnlyList<Deviation> Entries, string? Problem) ReadLine(string line, string file, int number)
    {
        var words = line.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return ([], "a deviation is written CASE  OUTCOME  REASON; the outcome is missing");
        var outcome = Names.ParseOutcome(words[1]);
        if (outcome is not (Outcome.Fail or Outcome.Inconclusive)) return ([], $"\"{words[1]}\" cannot be listed; only fail and inconclusive can");
        if (ListedWords.Read(words[0], words.Length < 3 ? string.Empty : words[2], out var problem) is not { } read) return ([], problem);
        return ([.. read.Cases.Select(c => new Deviation(c, read.Delivery, outcome.Value, read.Reason, file, number) { Link = read.Link, Until = read.Until })], null);
    }
}

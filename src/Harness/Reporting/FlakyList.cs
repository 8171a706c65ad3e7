using Conform.Judging;

namespace Conform.Reporting;

/// <summary>The cases that never decide: one a line, <c>CASE  REASON…</c>, written like a list of deviations but without an outcome.</summary>
/// <param name="Entries">The cases in the order of the file.</param>
public sealed record FlakyList(IReadOnlyList<FlakyCase> Entries)
{
    /// <summary>Every case decides.</summary>
    public static FlakyList Empty { get; } = new([]);

    /// <summary>Reads a list.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="DeviationException">A line is wrong; the message has one line for each, with file and line.</exception>
    public static FlakyList Parse(string text, string file) => new(CaseListText.Parse(text, file, (line, number) => ReadLine(line, file, number)));

    /// <summary>The entry that speaks of a result; null when none does.</summary>
    /// <param name="result">The result.</param>
    public FlakyCase? Find(Result result) => Entries.FirstOrDefault(e => e.Covers(result));

    internal static (IReadOnlyList<FlakyCase> Entries, string? Problem) ReadLine(string line, string file, int number)
    {
        var words = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        if (ListedWords.Read(words[0], words.Length < 2 ? string.Empty : words[1], out var problem) is not { } read) return ([], problem);
        return ([.. read.Cases.Select(c => new FlakyCase(c, read.Delivery, read.Reason, file, number) { Link = read.Link, Until = read.Until })], null);
    }
}

/// <summary>What is known of a target: its deviations, and the cases that never decide.</summary>
/// <param name="Deviations">What is known to fail.</param>
/// <param name="Flaky">What is known to come out now so and now so.</param>
public sealed record TargetMemory(DeviationList Deviations, FlakyList Flaky)
{
    /// <summary>Nothing is known.</summary>
    public static TargetMemory Empty { get; } = new(DeviationList.Empty, FlakyList.Empty);

    /// <summary>
    /// Whether only some of the cases were run. Then a glob whose cases all passed may hold for others, and a rule of the lint that nothing broke may be
    /// broken elsewhere, so neither is stale.
    /// </summary>
    public bool IsPart { get; init; }

    /// <summary>All lines of both lists, for what is the same in them.</summary>
    public IEnumerable<ListedCase> Lines => [.. Deviations.Entries, .. Flaky.Entries];
}

using System.Diagnostics.CodeAnalysis;
using Conform.Cases;

namespace Conform.Judging.Defects;

/// <summary>
/// For each case a defect of the reference server that was seen to trip it, as it is kept in a file: one case a line, and behind it the defect. Whoever adds a case adds its line;
/// whoever takes a defect's sting away finds the cases that rested on it.
/// </summary>
/// <param name="defects">By case.</param>
public sealed class TripList(IReadOnlyDictionary<string, string> defects)
{
    /// <summary>Stands for the defect where none is known yet.</summary>
    public const string None = "-";

    /// <summary>The defect of each case.</summary>
    public IReadOnlyDictionary<string, string> Defects { get; } = defects;

    /// <summary>Reads a list. Empty lines, and lines that begin with #, say nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="list">The list; null where there is a problem.</param>
    /// <param name="problem">What is wrong, behind the number of the line; null where nothing is.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out TripList? list, [NotNullWhen(false)] out string? problem)
    {
        var defects = new SortedDictionary<string, string>(StringComparer.Ordinal);
        (list, problem) = (null, null);
        var number = 0;
        foreach (var line in text.Split('\n').Select(l => l.Trim()))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            problem = words.Length != 2 ? $"{number}: a line is a case and a defect, with a blank between"
                : !defects.TryAdd(words[0], words[1]) ? $"{number}: {words[0]} stands here twice" : null;
            if (problem is not null) return false;
        }

        list = new TripList(defects);
        return true;
    }

    /// <summary>The list as it is after a run: what still trips stays, what was found is added, and cases that there are no more go.</summary>
    /// <param name="matrix">What was run.</param>
    /// <param name="catalogue">The cases that there are.</param>
    public TripList With(DefectMatrix matrix, Catalogue catalogue)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var byCase = matrix.Findings.SelectMany(f => f.Tripped.Select(id => (Case: id, Finding: f))).ToLookup(p => p.Case, p => p.Finding, StringComparer.Ordinal);
        var untripped = matrix.Untripped.ToHashSet(StringComparer.Ordinal);
        foreach (var subject in catalogue.Cases.Where(c => !untripped.Contains(c.Id)))
        {
            var ran = byCase[subject.Id].ToList();
            var old = Defects.GetValueOrDefault(subject.Id);
            if (old is not null && (ran.Count == 0 || ran.Exists(f => f.Defect == old))) kept[subject.Id] = old;
            else if (Best(ran, subject.Requirement.Id) is { } best) kept[subject.Id] = best.Defect;
        }

        return new TripList(kept);
    }

    /// <summary>The text of the file.</summary>
    public override string ToString() =>
        "# For each case a planted fault of the reference server that trips it. Made by: conform defects [CASES] --keep FILE\n"
        + string.Concat(Defects.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key} {d.Value}\n"));

    // One that breaks the requirement of the case itself, and then the narrowest.
    private static DefectFinding? Best(IEnumerable<DefectFinding> findings, string requirement) =>
        findings.OrderBy(f => f.Requirement == requirement ? 0 : 1).ThenBy(f => f.Caught.Count).ThenBy(f => f.Defect, StringComparer.Ordinal).FirstOrDefault();
}

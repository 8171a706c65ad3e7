using System.Text;
using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting;

/// <summary>A list of deviations brought up to date with a run: what no longer holds goes, what is new comes with a reason to be looked at.</summary>
public static class DeviationUpdate
{
    /// <summary>The new text of the list.</summary>
    /// <param name="text">The old text; its comments before the first entry are kept.</param>
    /// <param name="assessment">The run, held against the old list.</param>
    /// <param name="old">The old list.</param>
    /// <param name="target">The target's name, for the first line of a list that had none.</param>
    public static string Apply(string text, Assessment assessment, DeviationList old, string target)
    {
        var kept = old.Entries.Except(assessment.Stale);
        var entries = kept.Concat(New(assessment)).GroupBy(e => (e.Delivery, e.Outcome, e.Because))
            .SelectMany(g => IndexSet.Compact(g.Select(e => e.Case)).Select(id => g.First() with { Case = id })).OrderBy(e => e.Subject, StringComparer.Ordinal).ToList();
        var head = text.Split('\n').TakeWhile(l => l.StartsWith('#') || l.Trim().Length == 0).Select(l => l.TrimEnd()).Where(l => l.Length > 0).ToList();
        if (head.Count == 0) head.Add($"# {target}: the failures that are known. CASE  OUTCOME  REASON; a line holds for every delivery.");
        var result = new StringBuilder(string.Join('\n', head)).Append('\n');
        foreach (var group in entries.GroupBy(e => File(e.Case)))
        {
            var width = group.Max(e => e.Subject.Length);
            result.Append('\n');
            foreach (var entry in group) result.Append($"{entry.Subject.PadRight(width)}  {Names.Of(entry.Outcome)}  {entry.Because}\n");
        }

        return result.ToString();
    }

    // What deviates under every delivery is one line; what does so under some only names them.
    private static IEnumerable<Deviation> New(Assessment assessment)
    {
        var ran = assessment.Results.ToLookup(r => r.Result.Case, r => r.Result, StringComparer.Ordinal);
        var unexpected = assessment.Results.Where(r => r.Standing.Kind == StandingKind.Unexpected).Select(r => r.Result);
        foreach (var group in unexpected.GroupBy(r => (r.Case, r.Outcome)))
        {
            var everywhere = ran[group.Key.Case].All(r => r.Outcome == group.Key.Outcome);
            foreach (var result in everywhere ? group.Take(1) : group)
                yield return new Deviation(result.Case, everywhere ? null : result.Delivery, result.Outcome, Reason(result), string.Empty, 0);
        }
    }

    private static string Reason(Result result)
    {
        var requirement = Assessment.Decisive(result);
        var observed = result.Verdict.Notes.Count > 0 && result.Outcome == Outcome.Inconclusive ? result.Verdict.Notes[0] : result.Verdict.Observed;
        return $"{requirement.Reference}: {(observed.Length == 0 ? "no answer" : observed)}; expected {result.Verdict.Expected}".ReplaceLineEndings(" ");
    }

    private static string File(string id) => id.Contains('/') ? id[..id.LastIndexOf('/')] : id;
}

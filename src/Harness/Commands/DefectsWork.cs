using Conform.Cases;
using Conform.Judging.Defects;
using Conform.ReferenceServer.Defects;
using Conform.Reporting;
using Conform.Reporting.Defects;
using Conform.Running;
using Conform.Running.Defects;

namespace Conform.Commands;

/// <summary>The work of <c>conform defects</c>.</summary>
/// <param name="catalogue">The cases.</param>
/// <param name="words">Which of them; all where there is no word.</param>
/// <param name="defects">The defects.</param>
/// <param name="time">The clock.</param>
internal sealed class DefectsWork(Catalogue catalogue, IReadOnlyList<string> words, IReadOnlyList<Defect> defects, TimeProvider time)
{
    /// <summary>Runs, and tells each defect as soon as those before it are told.</summary>
    /// <param name="jobs">Defects at once.</param>
    /// <param name="everyCase">Whether cases are run that a defect cannot touch.</param>
    /// <param name="narrow">Whether nothing is asked but how narrow the defects are.</param>
    /// <param name="trips">Where it is kept which defect trips which case; null for nowhere.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="text">For a terminal.</param>
    /// <param name="output">For the other formats.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The exit code: 1 where there is a hole.</returns>
    /// <exception cref="UsageException">A word selects nothing.</exception>
    public async Task<int> ExecuteAsync(int jobs, bool everyCase, bool narrow, TripFile? trips, string format, DefectsText text, TextWriter output, CancellationToken cancellation)
    {
        var selected = catalogue.Select(words);
        if (selected.Unmatched.Count > 0) throw new UsageException(string.Join('\n', selected.Unmatched));
        var cases = selected.Cases.SelectMany(c => c.Index is { } index ? [new PlannedCase(c.Case, index)] : Enumerable.Range(0, c.Case.Repeat).Select(i => new PlannedCase(c.Case, i))).ToList();
        using var runs = new DefectRuns(catalogue, cases, jobs, time, everyCase);
        var findings = new List<DefectFinding>();
        foreach (var run in defects.Select(d => runs.OfAsync(d, cancellation)).ToList())
        {
            findings.Add(await run);
            if (narrow && format == ListFormat.Text) text.WriteWidth(findings[^1]);
            // Among a few cases, most defects have nothing to say.
            else if (format == ListFormat.Text && (words.Count == 0 || findings[^1] is { Caught.Count: > 0 } or { BaselineProblem: not null })) text.Write(findings[^1]);
        }

        var ids = words.Count == 0 ? null : cases.Select(c => c.Case.Id).ToHashSet(StringComparer.Ordinal);
        var matrix = DefectMatrix.Of(findings, catalogue, ids, defects.Count == DefectCatalogue.All.Count);
        trips?.Keep(matrix, catalogue);
        if (format == ListFormat.Json) output.Write(DefectsJson.Of(matrix).ToJsonString(PrettyJson.Options) + "\n");
        else if (format == ListFormat.Markdown) output.Write(DefectsMarkdown.Render(matrix));
        else if (narrow) text.WriteWidthEnd(matrix);
        else text.WriteEnd(matrix);
        return (int)((narrow ? matrix.Unfit.Count + matrix.TooWide.Count > 0 : matrix.HasHoles) ? ExitCode.Unexpected : ExitCode.Ok);
    }
}

using System.Text;
using Conform.Cases;
using Conform.Judging.Defects;

namespace Conform.Reporting.Defects;

/// <summary>Which cases catch which defects, as a page.</summary>
public static class DefectsMarkdown
{
    /// <summary>Renders.</summary>
    /// <param name="matrix">The matrix.</param>
    public static string Render(DefectMatrix matrix)
    {
        var text = new StringBuilder($"# Defects\n\n{DefectsText.Line(matrix)}.\n\n| defect | what the server does | breaks | trips | fails besides |\n|---|---|---|---|---|\n");
        foreach (var f in matrix.Findings)
        {
            var besides = f.Caught.Except(f.Tripped, StringComparer.Ordinal);
            text.Append($"| {f.Defect} | {Cell(f.Summary)} | {f.Requirement} | {string.Join("<br>", f.Tripped)} | {string.Join("<br>", f.BaselineProblem is { } problem ? [Cell(problem)] : besides)} |\n");
        }

        Hole(text, "Not fit to be a defect", matrix.Unfit.Select(f => f.Defect));
        Hole(text, "Not caught", matrix.Uncaught.Select(f => f.Defect));
        Hole(text, $"Fails more than {DefectTally.MostOutside} cases about something else", matrix.TooWide.Select(f => $"{f.Defect}: {f.Outside.Count}"));
        Hole(text, "Cases not tripped", matrix.Untripped);
        Hole(text, "Requirements without a defect", matrix.WithoutDefect.Select(r => r.Requirement.Id));
        Hole(text, "Requirements whose own defects are caught elsewhere only", matrix.CaughtElsewhere.Select(r => r.Requirement.Id));
        Hole(text, "Rules of the lint that only canned answers break", matrix.OnlyCanned);
        return text.ToString();
    }

    /// <summary>Renders a list of defects that were not run.</summary>
    /// <param name="defects">The defects.</param>
    public static string RenderList(IEnumerable<DefectFinding> defects) =>
        "| defect | what the server does | breaks |\n|---|---|---|\n" + string.Concat(defects.Select(d => $"| {d.Defect} | {Cell(d.Summary)} | {d.Requirement} |\n"));

    private static void Hole(StringBuilder text, string heading, IEnumerable<string> names)
    {
        var all = names.ToList();
        if (all.Count == 0) return;
        text.Append($"\n## {heading}\n\n");
        foreach (var name in all) text.Append($"- {name}\n");
    }

    private static string Cell(string text) => ManualOfWords.Cell(text);
}

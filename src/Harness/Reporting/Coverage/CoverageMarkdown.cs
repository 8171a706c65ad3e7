using System.Text;
using Conform.Cases;
using Conform.Judging.Coverage;

namespace Conform.Reporting.Coverage;

/// <summary>What becomes of the requirements, as a page.</summary>
public static class CoverageMarkdown
{
    /// <summary>Renders.</summary>
    /// <param name="rows">The requirements.</param>
    public static string Render(IReadOnlyList<CoveredRequirement> rows)
    {
        var text = new StringBuilder($"# Coverage\n\n{CoverageText.Line(CoverageTally.Of(rows))}.\n");
        foreach (var specification in rows.GroupBy(r => r.Requirement.Specification))
        {
            text.Append($"\n## {specification.Key}\n\n{CoverageText.Line(CoverageTally.Of(specification))}.\n\n");
            text.Append("| section | level | requirements | by cases | by lint alone | left out | open |\n|---|---|--:|--:|--:|--:|--:|\n");
            foreach (var section in CoverageSection.Of(specification))
            {
                foreach (var level in section.Rows.GroupBy(r => r.Requirement.Level).OrderBy(g => g.Key))
                {
                    var tally = CoverageTally.Of(level);
                    text.Append($"| {Cell(section.Name)} | {level.Key.Describe()} | {tally.All} | {tally.ByCase} | {tally.ByLint} | {tally.LeftOut} | {tally.Open} |\n");
                }
            }

            text.Append("\n| requirement | level | shown by |\n|---|---|---|\n");
            foreach (var row in specification) text.Append($"| {row.Requirement.Id} | {row.Requirement.Level.Describe()} | {ShownBy(row)} |\n");
        }

        return text.ToString();
    }

    private static string ShownBy(CoveredRequirement row)
    {
        if (row.State == CoverageState.LeftOut) return Cell("not: " + row.Requirement.LeftOut);
        if (row.State == CoverageState.Open) return "**nothing yet**";
        return string.Join("<br>", row.Cases.Concat(row.Lines.Select(l => $"a line of {l}")).Concat(row.Rules.Select(r => "lint/" + r)));
    }

    private static string Cell(string text) => ManualOfWords.Cell(text);
}

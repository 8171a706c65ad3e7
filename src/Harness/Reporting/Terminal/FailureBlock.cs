using Conform.Judging;
using Conform.Observations;
using Conform.Reporting.Records;
using Spectre.Console;

namespace Conform.Reporting.Terminal;

/// <summary>One failure told in full: the requirement, expected and observed, the exchange, and how to see it again.</summary>
/// <param name="page">Where it is written.</param>
/// <param name="header">The run.</param>
internal sealed class FailureBlock(Page page, RunHeader header)
{
    private const string Margin = "  ";

    public void Write(FailureGroup group)
    {
        var result = group.First.Result;
        page.Blank();
        WriteTitle(group);
        var requirement = Assessment.Decisive(result);
        page.Labelled($"{Margin}asked     ", $"{requirement.Reference} {Names.Of(requirement.Level)} ({requirement.Id}): {requirement.Text}", Page.Dim);
        page.Labelled($"{Margin}expected  ", result.Verdict.Expected, Page.Dim, Page.Good);
        page.Labelled($"{Margin}observed  ", result.Verdict.Observed, Page.Dim, Page.Bad);
        if (result.Evidence?.Drawn.Mutation is { } mutation) page.Labelled($"{Margin}mutation  ", mutation, Page.Dim);
        foreach (var note in result.Verdict.Notes) page.Labelled($"{Margin}note      ", note, Page.Dim);
        if (group.OtherDraws.Count > 0) page.Labelled($"{Margin}also      ", Draws(group.OtherDraws), Page.Dim);
        if (result.Evidence is not { } evidence) return;
        foreach (var line in Exchange.Lines(evidence, new ExchangeSize(page.Width - (2 * Margin.Length)))) WriteLine(line);
        WriteAgain(result, evidence);
    }

    private static string Draws(IReadOnlyList<string> cases) =>
        $"{Quantity.Count(cases.Count, "more draw")}: {ReasonList.Indices(CaseName.WithoutDraw(cases[0]), cases)}";

    private static Style StyleOf(ExchangeLineKind kind) => kind switch
    {
        ExchangeLineKind.Label => Page.Dim,
        ExchangeLineKind.Sent => Page.Sent,
        ExchangeLineKind.Event => Page.Odd,
        _ => Page.Plain,
    };

    private void WriteTitle(FailureGroup group)
    {
        var (mark, style) = group.First.Result.Outcome switch
        {
            Outcome.Error => ("!", Page.Worst),
            Outcome.Pass or Outcome.Lenient => ("✓", Page.Good),
            _ => ("✗", Page.Worst),
        };
        var gap = page.Width - 2 - group.First.Result.Case.Length - group.DeliveryText.Length;
        if (gap >= 2)
        {
            page.Line($"{mark} {group.First.Result.Case}{new string(' ', gap)}{group.DeliveryText}".TrimEnd(), style);
            return;
        }

        page.Labelled($"{mark} ", group.First.Result.Case, style, style);
        if (group.DeliveryText.Length > 0) page.Labelled($"{Margin}delivery  ", group.DeliveryText, Page.Dim);
    }

    private void WriteLine(ExchangeLine line)
    {
        switch (line.Kind)
        {
            case ExchangeLineKind.Label: page.Labelled(Margin, line.Text, style: Page.Dim); break;
            case ExchangeLineKind.Program: page.Labelled($"{Margin}  ", line.Text); break;
            case ExchangeLineKind.Event: page.Labelled($"{Margin}* ", line.Text, Page.Odd, Page.Odd); break;
            default: page.Line($"{Margin}{line.Text}", StyleOf(line.Kind)); break;
        }
    }

    private void WriteAgain(Result result, Evidence evidence)
    {
        page.Line($"{Margin}again", Page.Dim);
        foreach (var line in Reproduction.Command(header, result, page.Width - 4)) page.Line($"    {line}");
        foreach (var line in Reproduction.Raw(header, evidence, page.Width - 4)) page.Line($"    {line}");
    }
}

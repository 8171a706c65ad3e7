using System.Text;
using Conform.Reporting.Records;

namespace Conform.Reporting.Formats;

/// <summary>The results of a page that have something to say.</summary>
internal static class MarkdownFailures
{
    private const int LineWidth = 110;
    private const int OpenAtFirst = 3;

    private static readonly (ResultState State, string Heading)[] Unexpected =
    [
        (ResultState.Error, "Errors of the harness"), (ResultState.Fail, "Unexpected failures"), (ResultState.Inconclusive, "Inconclusive, and unexpectedly so"),
    ];

    /// <summary>What is unexpected, in full.</summary>
    public static void Write(MarkdownPage page, FinishedRun run)
    {
        foreach (var (state, heading) in Unexpected)
        {
            var groups = run.Groups(state).Select(g => g.Group).ToList();
            if (groups.Count > 0) page.AddAll($"\n## {heading} ({groups.Count:N0})\n", groups.Select((g, i) => Block(run, g, i < OpenAtFirst)));
        }
    }

    /// <summary>Results that need a line only.</summary>
    public static void WriteBriefly(MarkdownPage page, FinishedRun run, string heading, ResultState state, Func<AssessedResult, string> told)
    {
        var groups = run.Groups(state).Select(g => g.Group).ToList();
        if (groups.Count == 0) return;
        page.AddAll($"\n<details><summary>{heading} ({groups.Count:N0})</summary>\n\n| case | requirement | |\n|---|---|---|\n", groups.Select(g =>
        {
            var requirement = Assessment.Decisive(g.First.Result);
            return $"| {Markdown.Text(g.First.Result.Case)}{Draws(g)} | {requirement.Reference} {Names.Of(requirement.Level)} | {Markdown.Cell(told(g.First))} |\n";
        }));
        page.Add("\n</details>\n");
    }

    private static string Draws(FinishedGroup group) => group.OtherDraws.Count == 0 ? string.Empty : $" and {Quantity.Count(group.OtherDraws.Count, "more draw")}";

    private static string Block(FinishedRun run, FinishedGroup group, bool isOpen)
    {
        var result = group.First.Result;
        var requirement = Assessment.Decisive(result);
        var link = SpecificationLink.Of(requirement);
        var text = new StringBuilder($"\n<details{(isOpen ? " open" : string.Empty)}><summary><code>{Markdown.Html(result.Case)}</code>{Draws(group)}{(group.Deliveries.Length == 0 ? string.Empty : $" ({Markdown.Html(group.Deliveries)})")}</summary>\n\n");
        text.Append($"{(link is null ? requirement.Reference : $"[{requirement.Reference}]({link})")} **{Names.Of(requirement.Level)}**: {Markdown.Text(requirement.Text)}\n\n");
        text.Append($"- expected {Markdown.Code(result.Verdict.Expected)}\n- observed {Markdown.Code(result.Verdict.Observed.Length == 0 ? "nothing" : result.Verdict.Observed)}\n");
        foreach (var note in result.Verdict.Notes) text.Append($"- {Markdown.Text(note)}\n");
        if (result.Evidence is { } evidence)
            text.Append('\n').Append(Markdown.Fenced("text", Exchange.Lines(evidence, new ExchangeSize(LineWidth)).Select(l => l.Text)));
        text.Append('\n').Append(Markdown.Fenced("sh", [.. Reproduction.Command(run.Header, result, LineWidth), .. result.Evidence is { } e ? Reproduction.Raw(run.Header, e, LineWidth) : []]));
        return text.Append("\n</details>\n").ToString();
    }
}

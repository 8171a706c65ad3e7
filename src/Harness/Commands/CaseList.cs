using System.Text;
using System.Text.Json.Nodes;
using Conform.Cases;

namespace Conform.Commands;

/// <summary>Cases in a list.</summary>
internal static class CaseList
{
    public static string Render(Catalogue catalogue, IReadOnlyList<SelectedCase> cases, string format) => format switch
    {
        ListFormat.Json => Json(cases),
        ListFormat.Markdown => Markdown(catalogue, cases),
        _ => Text(cases),
    };

    private static string Text(IReadOnlyList<SelectedCase> cases)
    {
        var width = cases.Select(c => Id(c).Length).DefaultIfEmpty().Max();
        var text = new StringBuilder();
        foreach (var selected in cases)
            text.Append($"{Id(selected).PadRight(width)}  {selected.Case.Requirement.Level.Describe(),-11} {selected.Case.Requirement.Reference}\n");
        return text.Append($"{cases.Count} cases, {cases.Sum(Draws)} conversations under each delivery\n").ToString();
    }

    private static string Markdown(Catalogue catalogue, IReadOnlyList<SelectedCase> cases)
    {
        var text = new StringBuilder();
        foreach (var file in catalogue.Files)
        {
            var own = cases.Where(c => c.Case.Location.File == file.Path).ToList();
            if (own.Count == 0) continue;
            text.Append($"## {file.Title}\n\n| case | level | requirement | why |\n|---|---|---|---|\n");
            foreach (var c in own)
                text.Append($"| {Id(c)} | {c.Case.Requirement.Level.Describe()} | {c.Case.Requirement.Reference}: {Cell(c.Case.Requirement.Text)} | {Cell(c.Case.Summary)} |\n");
            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Json(IReadOnlyList<SelectedCase> cases)
    {
        var all = new JsonArray([.. cases.Select(c => new JsonObject
        {
            ["case"] = Id(c),
            ["summary"] = c.Case.Summary,
            ["requirement"] = c.Case.Requirement.Id,
            ["specification"] = c.Case.Requirement.Specification,
            ["section"] = c.Case.Requirement.Section,
            ["level"] = c.Case.Requirement.Level.Describe(),
            ["draws"] = Draws(c),
            ["waits"] = c.Case.Waits,
            ["requires"] = new JsonArray([.. KnownCapabilities.Words.Where(w => c.Case.Requires.HasFlag(w.Capability)).Select(w => JsonValue.Create(w.Word))]),
            ["file"] = c.Case.Location.File,
            ["line"] = c.Case.Location.Line,
        })]);
        return all.ToJsonString(PrettyJson.Options) + "\n";
    }

    private static string Cell(string text) => ManualOfWords.Cell(text.Replace("\n\n", " ", StringComparison.Ordinal));

    private static int Draws(SelectedCase selected) => selected.Index is null ? selected.Case.Repeat : 1;

    private static string Id(SelectedCase selected) => selected.Index is { } index ? $"{selected.Case.Id}[{index}]" : selected.Case.Id;
}

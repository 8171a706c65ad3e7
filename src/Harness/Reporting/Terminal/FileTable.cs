using Spectre.Console;

namespace Conform.Reporting.Terminal;

/// <summary>The table of case files: how many cases, and how they stand. A column where nobody stands is left out.</summary>
internal static class FileTable
{
    private static readonly (string Heading, CaseColumn Column, Style Style, bool Always)[] Columns =
    [
        ("pass", CaseColumn.Pass, Page.Good, true),
        ("lenient", CaseColumn.Lenient, Page.Plain, false),
        ("fail", CaseColumn.Fail, Page.Worst, true),
        ("known", CaseColumn.Known, Page.Odd, false),
        ("minor", CaseColumn.Below, Page.Odd, false),
        ("inconcl.", CaseColumn.Inconclusive, Page.Bad, false),
        ("not obs.", CaseColumn.NotObservable, Page.Dim, false),
        ("skip", CaseColumn.Skip, Page.Dim, false),
        ("error", CaseColumn.Error, Page.Worst, false),
    ];

    public static void Write(Page page, IReadOnlyDictionary<string, CaseColumn> cases)
    {
        var columns = Columns.Where(c => c.Always || cases.Values.Contains(c.Column)).ToArray();
        var files = cases.Where(c => !CaseName.IsLint(c.Key)).GroupBy(c => CaseName.File(c.Key)).OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
        if (files.Length == 0) return;
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("file").NoWrap());
        table.AddColumn(new TableColumn("cases").RightAligned().NoWrap());
        foreach (var column in columns) table.AddColumn(new TableColumn(column.Heading).RightAligned().NoWrap());
        var widest = page.Width - 6 - ((columns.Length + 1) * 10);
        foreach (var file in files) AddRow(table, Shortened(file.Key, Math.Max(20, widest)), [.. file.Select(c => c.Value)], columns);
        if (files.Length > 1)
        {
            table.AddEmptyRow();
            AddRow(table, "all", [.. files.SelectMany(f => f).Select(c => c.Value)], columns);
        }

        page.Console.Write(table);
    }

    private static void AddRow(
        Table table, string name, IReadOnlyCollection<CaseColumn> cases, (string Heading, CaseColumn Column, Style Style, bool Always)[] columns) =>
        table.AddRow(
        [
            new Text(name),
            new Text($"{cases.Count}"),
            .. columns.Select(c => Cell(cases.Count(x => x == c.Column), c.Style)),
        ]);

    private static Text Cell(int count, Style style) => count == 0 ? new Text("·", Page.Dim) : new Text($"{count}", style);

    private static string Shortened(string name, int width) => name.Length <= width ? name : $"…{name[^(width - 1)..]}";
}

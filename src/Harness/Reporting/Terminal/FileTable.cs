using Spectre.Console;

namespace Conform.Reporting.Terminal;

/// <summary>The table of case files: how many cases, and how they stand. A column where nobody stands is left out.</summary>
internal static class FileTable
{
    private const int ShortestName = 28;

    private static readonly Column[] Columns =
    [
        new("pass", ResultState.Pass, Page.Good, Always: true),
        new("lenient", ResultState.Lenient, Page.Plain),
        new("fail", ResultState.Fail, Page.Worst, Always: true),
        new("known", ResultState.Known, Page.Odd),
        new("flaky", ResultState.Flaky, Page.Odd),
        new("below", ResultState.Below, Page.Odd),
        new("incon.", ResultState.Inconclusive, Page.Bad),
        new("n/obs.", ResultState.NotObservable, Page.Dim),
        new("skip", ResultState.Skip, Page.Dim),
        new("error", ResultState.Error, Page.Worst),
    ];

    private sealed record Column(string Heading, ResultState Cases, Style Style, bool Always = false);

    public static void Write(Page page, IReadOnlyDictionary<string, ResultState> cases)
    {
        var files = cases.Where(c => !CaseName.IsLint(c.Key)).GroupBy(c => CaseName.File(c.Key)).OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
        if (files.Length == 0) return;
        var columns = Columns.Where(c => c.Always || files.Any(f => f.Any(x => x.Value == c.Cases))).ToArray();
        var headings = "cases".Length + columns.Sum(c => c.Heading.Length);
        var longest = files.Max(f => f.Key.Length);
        var gap = page.Width - headings - (3 * (columns.Length + 1)) >= Math.Min(longest, ShortestName) ? 3 : 1;
        var name = Math.Min(longest, page.Width - headings - (gap * (columns.Length + 1)));
        var space = new string(' ', gap);
        page.Line($"{"file".PadRight(name)}{space}cases{string.Concat(columns.Select(c => space + c.Heading))}", Page.Dim);
        foreach (var file in files) WriteRow(page, Shortened(file.Key, name), [.. file.Select(c => c.Value)], columns, space);
        if (files.Length > 1) WriteRow(page, "all".PadRight(name), [.. files.SelectMany(f => f).Select(c => c.Value)], columns, space);
    }

    private static void WriteRow(Page page, string name, IReadOnlyCollection<ResultState> cases, Column[] columns, string space)
    {
        var line = new Paragraph();
        line.Append($"{name}{space}{cases.Count,5}", Page.Plain);
        foreach (var column in columns)
        {
            var count = cases.Count(c => c == column.Cases);
            line.Append(space + (count == 0 ? "·" : $"{count}").PadLeft(column.Heading.Length), count == 0 ? Page.Dim : column.Style);
        }

        page.Console.Write(line);
        page.Blank();
    }

    private static string Shortened(string name, int width) => name.Length <= width ? name.PadRight(width) : $"…{name[^(width - 1)..]}";
}

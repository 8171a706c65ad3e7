using Conform.Reporting.Formats;

namespace Conform.Reporting;

/// <summary>A format of reports that are made when a run is over.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Summary">What it is, in a few words.</param>
/// <param name="Render">Makes it.</param>
internal sealed record ReportFormat(string Name, string Summary, Action<FinishedRun, TextWriter> Render);

/// <summary>The formats of reports, besides <c>terminal</c>, <c>jsonl</c> and <c>junit</c>, which are written as the run goes or have writers of their own.</summary>
internal static class ReportFormats
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("html", "one page that opens offline", Html.HtmlReport.Render),
        new("markdown", "a page for a job summary", MarkdownReport.Render),
        new("sarif", "SARIF 2.1.0, for code scanning", SarifReport.Render),
        new("github", "annotations of a GitHub workflow", GithubReport.Render),
        new("tap", "TAP 14", TapReport.Render),
        new("tap13", "TAP 13", TapReport.Render13),
        new("badge", "JSON for a badge of shields.io", BadgeReport.Render),
    ];

    /// <summary>The format with this name; null when there is none.</summary>
    /// <param name="name">The name.</param>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}

using Conform.Reporting;
using Conform.Reporting.Terminal;

namespace Conform.Commands;

/// <summary>Opens what <c>--report</c> asks for before the run begins, so that a report that cannot be written costs no run.</summary>
internal static class ReportTargets
{
    /// <summary>The formats there are.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["terminal", "jsonl", "junit", .. ReportFormats.All.Select(f => f.Name)];

    /// <summary>Opens all reports.</summary>
    /// <param name="wanted">Each FORMAT or FORMAT:FILE.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="verbose">Whether passing cases are listed.</param>
    /// <param name="noColor">Whether there are no colours.</param>
    /// <param name="progress">Whether the terminal shows how far the run is; false for a run that is over.</param>
    /// <exception cref="UsageException">A format is unknown, or a file cannot be written.</exception>
    public static List<IReportWriter> Open(IReadOnlyList<string> wanted, TextWriter output, bool verbose, bool noColor, bool progress = true)
    {
        if (wanted.Count(w => !w.Contains(':')) > 1) throw new UsageException($"{string.Join(" and ", wanted.Where(w => !w.Contains(':')))} would both go to standard output; say FORMAT:FILE");
        var opened = new List<IReportWriter>();
        try
        {
            foreach (var report in wanted) opened.Add(Open(report, output, verbose, noColor, progress));

            // A person always sees something, unless standard output is already spoken for.
            if (progress && !wanted.Any(w => !w.Contains(':'))) opened.Insert(0, Terminal(output, verbose, noColor, plain: Console.IsOutputRedirected, progress));
            return opened;
        }
        catch
        {
            foreach (var writer in opened) writer.Dispose();
            throw;
        }
    }

    private static IReportWriter Open(string report, TextWriter output, bool verbose, bool noColor, bool progress)
    {
        var parts = report.Split(':', 2);
        var file = parts.Length == 2 ? parts[1] : null;
        return parts[0] switch
        {
            "terminal" => Terminal(Writer("--report", file, output), verbose, noColor || file is not null, plain: file is not null || Console.IsOutputRedirected, progress),
            "jsonl" => new JsonLinesWriter(Writer("--report", file, output)),
            "junit" => new JUnitWriter(Writer("--report", file, output)),
            var name when ReportFormats.Find(name) is { } format => new WholeRunWriter(Writer("--report", file, output), format.Render),
            _ => throw new UsageException($"--report {report}: unknown format {parts[0]}; there are {string.Join(", ", Formats)}"),
        };
    }

    private static TerminalWriter Terminal(TextWriter output, bool verbose, bool noColor, bool plain, bool progress) =>
        new(Consoles.Create(output, noColor, plain), TimeProvider.System, verbose, progress);

    /// <summary>Opens a file that is written anew.</summary>
    /// <param name="option">The option that names it, for the message.</param>
    /// <param name="file">Its path; null for standard output.</param>
    /// <param name="output">Standard output.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static TextWriter Writer(string option, string? file, TextWriter output)
    {
        if (file is null) return output;
        try
        {
            if (file.Length == 0) throw new IOException("the file has no name");
            return new StreamWriter(file, append: false) { NewLine = "\n", AutoFlush = true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{option}: cannot write {file}: {e.Message}");
        }
    }
}

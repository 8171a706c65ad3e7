using System.CommandLine;
using Conform.Reporting;
using Conform.Reporting.Matrix;
using Conform.Reporting.Terminal;

namespace Conform.Commands;

/// <summary>The work of <c>conform matrix</c>.</summary>
internal sealed class MatrixWork(ParseResult parse, MatrixOptions options, TextWriter output, TextWriter errors, TimeProvider time)
{
    /// <summary>Reads or runs, and tells.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>1 where an outcome is not that of the earlier matrix, 2 where a record is broken, else 0.</returns>
    public async Task<ExitCode> ExecuteAsync(CancellationToken cancellation)
    {
        var earlier = parse.GetValue(options.Against) is { } file ? ReadEarlier(file) : null;
        var wanted = (parse.GetValue(options.Format) ?? []) is { Length: > 0 } formats ? formats : ["terminal"];
        var writers = wanted.Select(w => Open(w.Split(':', 2))).ToList();
        try
        {
            var matrix = new ServerMatrix(await ServersAsync(cancellation));
            var changes = earlier is null ? null : MatrixChanges.Of(earlier, matrix);
            foreach (var (format, writer, isFile) in writers) Write(format, writer, isFile, matrix, changes);
            return matrix.Servers.Any(s => s.Broken is not null) ? ExitCode.Usage : changes is { HasOutcomes: true } ? ExitCode.Unexpected : ExitCode.Ok;
        }
        finally
        {
            foreach (var (_, writer, isFile) in writers.Where(w => w.IsFile)) await writer.DisposeAsync();
        }
    }

    private static ServerMatrix ReadEarlier(string file)
    {
        try
        {
            return MatrixJson.Read(KnownCases.ReadText("--against", file));
        }
        catch (FormatException e)
        {
            throw new UsageException($"--against {file}: {e.Message}");
        }
    }

    private (string Format, TextWriter Writer, bool IsFile) Open(string[] parts)
    {
        if (!MatrixOptions.Formats.Contains(parts[0], StringComparer.Ordinal))
            throw new UsageException($"--format {string.Join(':', parts)}: unknown format {parts[0]}; there are {string.Join(", ", MatrixOptions.Formats)}");
        return (parts[0], ReportTargets.Writer("--format", parts.Length == 2 ? parts[1] : null, output), parts.Length == 2);
    }

    private void Write(string format, TextWriter writer, bool isFile, ServerMatrix matrix, MatrixChanges? changes)
    {
        var all = parse.GetValue(options.All);
        switch (format)
        {
            case "json": MatrixJson.Write(matrix, writer); break;
            case "html": writer.Write(MatrixHtml.Render(matrix, changes)); break;
            case "markdown": writer.Write(MatrixMarkdown.Render(matrix, changes, all)); break;
            default:
                new MatrixText(Consoles.Create(writer, parse.GetValue(options.NoColor) || isFile, isFile || Console.IsOutputRedirected)).Write(matrix, changes, all);
                break;
        }

        writer.Flush();
    }

    private async Task<List<ServerRun>> ServersAsync(CancellationToken cancellation)
    {
        var words = parse.GetValue(options.Servers) ?? [];
        var runs = new MatrixRuns(parse, options, errors, time);

        // What cannot be run is found out before the first run.
        var sources = words.Select(w => (Word: w, Record: IsRecord(w) ? RecordFile.Read(w) : null)).ToList();
        foreach (var (word, record) in sources.Where(s => s.Record is null)) await runs.PrepareAsync(word, cancellation);
        var servers = new List<ServerRun>();
        foreach (var (word, record) in sources)
        {
            var found = record ?? await runs.RunAsync(word, cancellation);
            if (found.Broken is { } broken) errors.WriteLine($"conform: {word}: {broken}");
            servers.Add(ServerRun.Of(found, Name(servers, found.Header.Target.Name, found.Header.Target.Version)));
        }

        return servers;
    }

    private static bool IsRecord(string word) => word.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || File.Exists(word);

    // Two runs of one server are told apart by its version where that helps, else by a number.
    private static string Name(List<ServerRun> before, string name, string? version)
    {
        if (before.TrueForAll(s => s.Name != name)) return name;
        if (version is not null && before.TrueForAll(s => s.Name != $"{name} {version}")) return $"{name} {version}";
        return Enumerable.Range(2, before.Count + 1).Select(i => $"{name} ({i})").First(n => before.TrueForAll(s => s.Name != n));
    }
}

using System.CommandLine;
using Conform.Reporting;
using Conform.Reporting.Records;

namespace Conform.Commands;

/// <summary><c>conform merge</c>: the shards of a run, put together again.</summary>
internal static class MergeCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var files = new Argument<string[]>("FILE") { Description = "the records of all shards of one run", Arity = ArgumentArity.OneOrMore }.RefuseOptions();
        var to = new Option<string?>("--output") { Description = "where the record of the whole goes; standard output without it", HelpName = "FILE" };
        var command = new Command("merge", "put the records of a run's shards together") { files, to };
        command.SetAction((parse, _) => Guard.ExecuteAsync(
            () =>
            {
                var merged = RecordMerge.Of([.. (parse.GetValue(files) ?? []).Select(f => (f, RecordFile.Read(f)))]);
                using var writer = ReportTargets.Writer("--output", parse.GetValue(to), output);
                writer.Write(RecordWriter.Line(merged.Header) + "\n");
                foreach (var result in merged.Results) writer.Write(RecordWriter.Line(result) + "\n");
                writer.Write(RecordWriter.Line(merged.End!) + "\n");
                if (parse.GetValue(to) is { } file) errors.WriteLine($"conform: {Quantity.Count(merged.Results.Count, "result")} in {file}");
                return Task.FromResult((int)ExitCode.Ok);
            },
            errors));
        return command;
    }
}

using System.CommandLine;
using Conform.Cases;
using Conform.Reporting;
using Conform.Reporting.Records;

namespace Conform.Commands;

/// <summary>The work of <c>conform report</c>: a record is shown to the writers of a run, as if the run were going on.</summary>
internal sealed class ReportWork(ParseResult parse, ReportOptions options, TextWriter output, TextWriter errors)
{
    /// <summary>Makes the reports.</summary>
    /// <returns>What the run would exit with; 2 for a record that is not whole.</returns>
    public ExitCode Execute()
    {
        var path = parse.GetValue(options.File)!;
        var wanted = parse.GetValue(options.Format) ?? [];
        var record = RecordFile.Read(path);
        if (parse.GetValue(options.Rejudge)) record = RejudgeWork.Of(record, Suites.Load(parse.GetValue(options.Suites), errors), errors);
        var memory = Memory(record);
        var writers = ReportTargets.Open(wanted.Length == 0 ? ["terminal"] : wanted, output, parse.GetValue(options.Verbose), parse.GetValue(options.NoColor), progress: false);
        try
        {
            var code = Replay(record, memory, writers);
            if (record.Broken is not { } broken) return code;
            errors.WriteLine($"conform: {path}: {broken}");
            return ExitCode.Usage;
        }
        finally
        {
            foreach (var writer in writers) writer.Dispose();
        }
    }

    private static ExitCode Replay(Recording record, RunMemory memory, List<IReportWriter> writers)
    {
        var today = DateOnly.FromDateTime(record.Header.Started.UtcDateTime);
        var assessment = Assessment.Of(record.Results, memory.Known with { IsPart = memory.Known.IsPart || record.Header.Shard is not null }, memory.FailOn, today);
        foreach (var writer in writers) writer.Begin(record.Header);
        foreach (var (result, standing) in assessment.Results)
        {
            foreach (var writer in writers) writer.Add(result, standing);
        }

        var summary = RunSummary.Of(assessment, record.End?.Duration ?? TimeSpan.Zero, record.End?.TargetDown, record.End?.Differences) with { Memory = memory };
        foreach (var writer in writers) writer.End(summary);
        return summary.ExitCode;
    }

    private RunMemory Memory(Recording record)
    {
        var memory = record.End?.Memory ?? new RunMemory(Weight.Violation, TargetMemory.Empty);
        var known = memory.Known;
        if (parse.GetValue(options.Deviations) is { } deviations)
            known = known with { Deviations = DeviationList.Parse(KnownCases.ReadText("--deviations", deviations), deviations) };
        if (parse.GetValue(options.Flaky) is { } flaky)
            known = known with { Flaky = FlakyList.Parse(KnownCases.ReadText("--flaky", flaky), flaky) };
        return new RunMemory(options.Weight(parse) ?? memory.FailOn, known);
    }
}

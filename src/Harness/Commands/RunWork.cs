using System.CommandLine;
using Conform.Cases;
using Conform.Generation.Deliveries;
using Conform.Reporting;
using Conform.Running;

namespace Conform.Commands;

/// <summary>The work of one run: everything that can be wrong with the command is found before the first octet is sent.</summary>
internal sealed class RunWork(ParseResult parse, RunOptions options, TextWriter output, TextWriter errors, TimeProvider time)
{
    /// <summary>Told everything that the reports are told; null for nobody.</summary>
    public IReportWriter? Also { get; init; }

    /// <summary>Runs.</summary>
    /// <param name="cancellation">Ends it.</param>
    public async Task<ExitCode> ExecuteAsync(CancellationToken cancellation)
    {
        var catalogue = Suites.Load(parse.GetValue(options.Suites), errors);
        var selection = Selection.Of(catalogue, parse, options);
        var known = DeviationFile.Read(parse.GetValue(options.Deviations), parse.GetValue(options.UpdateDeviations), catalogue);
        var memory = new TargetMemory(known.List, FlakyFile.Read(parse.GetValue(options.Flaky), catalogue)) { IsPart = selection.IsPart };
        var plan = new RunPlan
        {
            Cases = selection.Run,
            Deliveries = Deliveries(parse.GetValue(options.Delivery) ?? []),
            EveryCut = (parse.GetValue(options.Delivery) ?? []).SelectMany(w => w.Split(',')).Contains(HeaderMaker.AllCuts, StringComparer.Ordinal),
            Seed = parse.GetValue(options.Seed),
            Jobs = Jobs(parse.GetValue(options.Jobs)!),
            Timeout = parse.GetValue(options.Timeout) is { } seconds ? Positive(seconds) : null,
            Requirements = catalogue.FindRequirement,
        };
        var failOn = Enum.Parse<Weight>(parse.GetValue(options.FailOn)!, ignoreCase: true);
        var writers = ReportTargets.Open(
            parse.GetValue(options.Report) ?? [], output, parse.GetValue(options.Verbose), parse.GetValue(options.NoColor));
        if (Also is not null) writers.Add(Also);
        try
        {
            await using var target = await Targets.OpenAsync(
                parse.GetValue(options.Target), parse.GetValue(options.Defect), options.TargetOptions(parse), time, cancellation);
            await target.StartAsync(cancellation);
            var header = HeaderMaker.Of(catalogue, plan, target, selection.Shard, Again(target), time);
            var report = new RunReport(writers, memory, failOn, header, time);
            var snapshots = SnapshotWork.Open(parse.GetValue(options.Snapshots), catalogue, plan);
            var outcome = await new Engine(time).RunAsync(plan, target, report, cancellation);
            foreach (var skipped in selection.Skipped) report.AddSkipped(skipped, plan.Deliveries);
            var update = parse.GetValue(options.UpdateDeviations) && outcome.BaselineProblem is null ? known.Update(target.Name) : null;
            var code = report.End(outcome, target, snapshots?.Verify([.. report.Results.Where(r => memory.Flaky.Find(r) is null)]) ?? [], update);
            if (snapshots is not null) await snapshots.OpenToolAsync();
            return code;
        }
        finally
        {
            foreach (var writer in writers) writer.Dispose();
        }
    }

    // What a person types to meet the same target again.
    private List<string> Again(ITarget target)
    {
        var words = new List<string>();
        if (target.Argument.Length > 0) words.AddRange(["--target", target.Argument]);
        if (parse.GetValue(options.Defect) is { } defect) words.AddRange(["--defect", defect]);
        words.AddRange(options.TargetWords(parse));
        return words;
    }

    private static List<Delivery> Deliveries(IReadOnlyList<string> words) => words.Count == 0
        ? [.. Delivery.Default]
        : [.. words.SelectMany(w => w.Split(',')).Where(w => w != HeaderMaker.AllCuts).Select(w => Delivery.TryParse(w, out var delivery)
            ? delivery
            : throw new UsageException($"--delivery {w}: there are whole, octets, lines, cuts and cuts@OFFSET")).Distinct()];

    private static int? Jobs(string word) => word == "auto" ? null
        : int.TryParse(word, out var jobs) && jobs is > 0 and <= 64 ? jobs
        : throw new UsageException($"--jobs {word}: say auto, or a number from 1 to 64");

    private static TimeSpan Positive(double seconds) => seconds is >= 0.05 and <= 600
        ? TimeSpan.FromSeconds(seconds)
        : throw new UsageException($"--timeout {seconds}: say a number of seconds from 0.05 to 600");
}

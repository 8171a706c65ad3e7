using System.CommandLine;
using Conform.Cases;
using Conform.Generation.Deliveries;
using Conform.Judging;
using Conform.Observations;
using Conform.Reporting;
using Conform.Reporting.Records;
using Conform.Running;
using Conform.Running.Targets;

namespace Conform.Commands;

/// <summary>The runs that a matrix makes itself, one server after the other.</summary>
internal sealed class MatrixRuns(ParseResult parse, MatrixOptions options, TextWriter errors, TimeProvider time)
{
    private const string Reference = "reference";
    private readonly Dictionary<string, ITarget> _targets = new(StringComparer.Ordinal);
    private readonly Lazy<Catalogue> _catalogue = new(() => Suites.Load(parse.GetValue(options.Suites), errors));

    /// <summary>Finds the target and what it needs; nothing is started yet.</summary>
    /// <param name="word">What names it.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task PrepareAsync(string word, CancellationToken cancellation)
    {
        if (!_targets.TryAdd(word, await Targets.OpenAsync(word == Reference ? null : word, null, new TargetOptions(), time, cancellation)))
            throw new UsageException($"{word} is named twice");
    }

    /// <summary>Runs it.</summary>
    /// <param name="word">What names it.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task<Recording> RunAsync(string word, CancellationToken cancellation)
    {
        await using var target = _targets[word];
        var plan = Plan();
        await target.StartAsync(cancellation);
        var header = HeaderMaker.Of(_catalogue.Value, plan, target, null, target.Argument.Length > 0 ? ["--target", target.Argument] : [], time);
        using var writer = Writer(target.Name);
        var sink = new Sink(header, writer);
        errors.WriteLine($"conform: running {plan.Cases.Count:N0} cases against {RunTitle.Target(header.Target)}");
        var outcome = await new Engine(time).RunAsync(plan, target, sink, cancellation);
        var down = outcome.Died.Count == 0 ? null : $"the target died {string.Join("; ", outcome.Died)}";
        if (down is not null) errors.WriteLine($"conform: {word}: {down}");
        var summary = RunSummary.Of(Assessment.Of(sink.Results, DeviationList.Empty, Weight.Violation), TimeSpan.Zero, down);
        writer?.End(summary);
        return new Recording(sink.Header, sink.Results, summary.End);
    }

    private RunPlan Plan()
    {
        var catalogue = _catalogue.Value;
        var skip = parse.GetValue(options.Skip) is { Length: > 0 } words ? Selection.Choose(catalogue, words).Select(p => p.Id).ToHashSet(StringComparer.Ordinal) : [];
        return new RunPlan
        {
            Cases = [.. Selection.Choose(catalogue, parse.GetValue(options.Only) ?? []).Where(p => !skip.Contains(p.Id))],
            Deliveries = [.. (parse.GetValue(options.Delivery) ?? []).SelectMany(w => w.Split(',')).Select(w => Delivery.TryParse(w, out var delivery)
                ? delivery
                : throw new UsageException($"--delivery {w}: there are whole, octets, lines")).Distinct()],
            Seed = parse.GetValue(options.Seed),
            Requirements = catalogue.FindRequirement,
        };
    }

    private JsonLinesWriter? Writer(string name)
    {
        if (parse.GetValue(options.Records) is not { } folder) return null;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--records: cannot use {folder}: {e.Message}");
        }

        return new JsonLinesWriter(ReportTargets.Writer("--records", Path.Combine(folder, $"{string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'))}.jsonl"), TextWriter.Null));
    }

    private sealed class Sink(RunHeader header, JsonLinesWriter? writer) : IRunSink
    {
        private readonly List<Result> _results = [];

        public RunHeader Header { get; private set; } = header;

        public IReadOnlyList<Result> Results => _results;

        public void Begin(TargetEvidence target, int jobs, int conversations)
        {
            Header = Header with { Evidence = target, Planned = conversations, Jobs = jobs };
            writer?.Begin(Header);
        }

        // What the matrix needs of a result is its verdict; the evidence is in the record, where one is written.
        public void Add(Result result)
        {
            writer?.Add(result, new Standing(StandingKind.Expected));
            _results.Add(result with { Evidence = null });
        }
    }
}

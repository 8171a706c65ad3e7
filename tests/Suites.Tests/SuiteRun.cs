using Conform.Cases;
using Conform.Generation.Deliveries;
using Conform.Judging;
using Conform.Observations;
using Conform.ReferenceServer.Defects;
using Conform.Running;
using Conform.Running.Targets;
using Conform.Wire;

namespace Conform.Suites.Tests;

/// <summary>Runs cases through the one engine and keeps what it found.</summary>
internal sealed class SuiteRun : IRunSink
{
    private readonly List<Result> _results = [];

    public static Catalogue Catalogue { get; } = CatalogueLoader.Embedded();

    public IReadOnlyList<Result> Results => _results;

    public IEnumerable<Result> Cases => _results.Where(r => !r.Case.StartsWith("lint/", StringComparison.Ordinal));

    public TargetEvidence? Found { get; private set; }

    public int Jobs { get; private set; }

    public RunOutcome? Outcome { get; private set; }

    /// <summary>One line a result: the same text is the same verdicts.</summary>
    public string Verdicts => string.Join('\n', _results.Select(r => $"{r.Case} {r.Delivery} {r.Outcome}").Order(StringComparer.Ordinal));

    public static ITarget Reference(params string[] defects) =>
        new ReferenceTarget([.. defects.Select(DefectCatalogue.Parse)], new TargetOptions(), TimeProvider.System);

    public static ITarget At(string url, TargetOptions? options = null) => new UrlTarget(TargetUri.Parse(url), options ?? new TargetOptions(), TimeProvider.System);

    public static RunPlan Plan(IEnumerable<string>? selectors = null, params Delivery[] deliveries) => new()
    {
        Cases = [.. Catalogue.Select([.. selectors ?? []]).Cases.SelectMany(c => c.Index is { } index
            ? [new PlannedCase(c.Case, index)]
            : Enumerable.Range(0, c.Case.Repeat).Select(i => new PlannedCase(c.Case, i)))],
        Deliveries = deliveries.Length == 0 ? Delivery.Default : deliveries,
        Requirements = Catalogue.FindRequirement,
    };

    public static async Task<SuiteRun> AgainstAsync(ITarget target, RunPlan plan, CancellationToken cancellation = default)
    {
        var run = new SuiteRun();
        await using (target)
        {
            await target.StartAsync(cancellation);
            run.Outcome = await new Engine(TimeProvider.System).RunAsync(plan, target, run, cancellation);
        }

        return run;
    }

    public static SuiteRun Of(IEnumerable<Result> results)
    {
        var run = new SuiteRun();
        run._results.AddRange(results);
        return run;
    }

    public void Begin(TargetEvidence target, int jobs, int conversations) => (Found, Jobs) = (target, jobs);

    public void Add(Result result) => _results.Add(result);
}

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

    /// <summary>Where two runs disagree. What a reset lost of an answer is chance, and no verdict on it.</summary>
    /// <param name="other">The other run, of the same plan.</param>
    public IEnumerable<string> Flips(SuiteRun other)
    {
        var there = other._results.ToDictionary(Key, StringComparer.Ordinal);
        var here = _results.ToDictionary(Key, StringComparer.Ordinal);
        return here.Keys.Union(there.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(key => (key, Here: here.GetValueOrDefault(key), There: there.GetValueOrDefault(key)))
            .Where(r => r.Here?.Outcome != r.There?.Outcome && !IsLost(r.Here) && !IsLost(r.There))
            .Select(r => $"{r.key} {r.Here?.Outcome} {r.There?.Outcome}: {r.Here?.Verdict.Observed} | {r.There?.Verdict.Observed}");
    }

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

    private static string Key(Result result) => $"{result.Case} {result.Delivery}";

    private static bool IsLost(Result? result) => result is { Outcome: Judging.Outcome.NotObservable } && result.Verdict.Notes.Contains(StepView.Lost, StringComparer.Ordinal);
}

using System.Collections.Concurrent;
using Conform.Generation.Deliveries;
using Conform.ReferenceServer.Defects;

namespace Conform.Suites.Tests;

/// <summary>Each check can fail: every defect of the reference server is caught, and every case is tripped by one.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class DefectTests
{
    // Two runs at once are as many as a machine with two cores bears without getting late.
    private static readonly SemaphoreSlim Room = new(2);
    private static readonly ConcurrentDictionary<string, Lazy<Task<DefectRun>>> Runs = new(StringComparer.Ordinal);

    private static IEnumerable<string> Names => DefectCatalogue.All.Select(d => d.Name);

    [TestCaseSource(nameof(Names))]
    public async Task Each_defect_breaks_a_known_rule_and_is_caught(string name)
    {
        Assert.That(SuiteRun.Catalogue.FindRequirement(DefectCatalogue.Parse(name).Requirement), Is.Not.Null, "its requirement");
        var run = await RunAsync(name);
        Assert.That(run.BaselineProblem, Is.Null, "a defect must leave the baseline alone");
        Assert.That(run.Caught, Is.Not.Empty);
    }

    [Test]
    public async Task No_case_is_without_a_narrow_defect_that_trips_it()
    {
        var runs = await Task.WhenAll(Names.Select(RunAsync));
        var tripped = runs.SelectMany(r => r.Tripped).ToHashSet(StringComparer.Ordinal);
        Assert.That(SuiteRun.Catalogue.Cases.Select(c => c.Id).Where(id => !tripped.Contains(id)), Is.Empty);
    }

    [Test]
    public async Task The_lint_sees_what_the_defects_send()
    {
        var runs = await Task.WhenAll(Names.Select(RunAsync));
        var seen = runs.SelectMany(r => r.Caught).Where(c => c.StartsWith("lint/", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        Assert.That(LintRulesThatDefectsBreak.Where(rule => !seen.Contains("lint/" + rule)), Is.Empty);
    }

    private static readonly string[] LintRulesThatDefectsBreak =
    [
        "status-line", "line-end", "bare-cr", "leading-whitespace", "field-name", "whitespace-before-colon", "field-value", "obs-fold",
        "content-length", "content-length-with-transfer-encoding", "content-length-without-content", "transfer-encoding-to-http-1.0",
        "content-where-none", "incomplete-content", "octets-behind", "date-missing", "date-grammar", "duplicated-field", "allow-in-405",
        "http-1.0-answer", "interim-to-http-1.0",
    ];

    private static Task<DefectRun> RunAsync(string name) => Runs.GetOrAdd(name, n => new Lazy<Task<DefectRun>>(async () =>
    {
        await Room.WaitAsync();
        try
        {
            return await DefectRun.OfAsync(DefectCatalogue.Parse(n), await Clean.Value);
        }
        finally
        {
            Room.Release();
        }
    })).Value;

    private static readonly Lazy<Task<SuiteRun>> Clean = new(() => SuiteRun.AgainstAsync(SuiteRun.Reference(), SuiteRun.Plan(null, Delivery.Whole)));
}

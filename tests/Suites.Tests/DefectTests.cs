using System.Collections.Concurrent;
using Conform.Generation.Deliveries;
using Conform.Judging;
using Conform.ReferenceServer.Defects;

namespace Conform.Suites.Tests;

/// <summary>Each check can fail: every defect of the reference server is caught, and every case is tripped by one.</summary>
public sealed class DefectTests
{
    private const int MostOutside = 10;
    private static readonly ConcurrentDictionary<string, Lazy<Task<SuiteRun>>> Runs = new(StringComparer.Ordinal);

    private static IEnumerable<string> Names => DefectCatalogue.All.Select(d => d.Name);

    [TestCaseSource(nameof(Names))]
    public async Task Each_defect_is_caught(string name)
    {
        var run = await RunAsync(name);
        Assert.That(run.Outcome!.BaselineProblem, Is.Null, "a defect must leave the baseline alone");
        Assert.That(run.Results.Where(r => r.Outcome == Outcome.Fail), Is.Not.Empty);
    }

    [Test]
    public async Task No_case_is_without_a_narrow_defect_that_trips_it()
    {
        var tripped = new HashSet<string>(StringComparer.Ordinal);
        foreach (var defect in DefectCatalogue.All) tripped.UnionWith(Tripped(await RunAsync(defect.Name), defect));
        var idle = SuiteRun.Catalogue.Cases.Select(c => c.Id).Where(id => !tripped.Contains(id));
        Assert.That(idle, Is.Empty);
    }

    // A defect counts for a case only while it stays a single fault: what it breaks besides must be few.
    private static IEnumerable<string> Tripped(SuiteRun run, Defect defect)
    {
        var failed = run.Cases.Where(r => r.Outcome == Outcome.Fail).Select(r => r.Case.Split('[')[0]).Distinct(StringComparer.Ordinal).ToList();
        var family = SuiteRun.Catalogue.FindRequirement(defect.Requirement)?.Family;
        var outside = failed.Count(id => SuiteRun.Catalogue.Cases.First(c => c.Id == id).Requirement.Family != family);
        return outside <= MostOutside ? failed : [];
    }

    private static Task<SuiteRun> RunAsync(string name) => Runs.GetOrAdd(name, n => new Lazy<Task<SuiteRun>>(
        () => SuiteRun.AgainstAsync(SuiteRun.Reference(n), SuiteRun.Plan(null, Delivery.Whole, Delivery.Octets)))).Value;
}

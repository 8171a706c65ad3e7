using Conform.Cases;
using Conform.Generation.Deliveries;
using Conform.Judging.Defects;
using Conform.ReferenceServer.Defects;
using Conform.Running;
using Conform.Running.Targets;

namespace Conform.Suites.Tests;

/// <summary>
/// What is kept in trips.txt: for each case one defect that trips it. That none is missing there, and that each still trips its cases, is looked at on every change; all
/// defects against all cases only where CONFORM_THOROUGH is set. A hyphen stands for a defect that is still to be planted.
/// </summary>
[Parallelizable(ParallelScope.Self)]
public sealed class TripTests
{
    private const int AtOnce = 24;
    private const string Advice = "conform defects CASE --keep tests/Suites.Tests/trips.txt finds one; where it finds none, plant one";

    private static readonly Lazy<TripList> List = new(() => TripList.TryParse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "trips.txt")), out var list, out var problem) ? list : throw new FormatException($"trips.txt:{problem}"));

    internal static TripList Kept => List.Value;

    [Test]
    public void No_case_is_without_a_defect() =>
        Assert.That(SuiteRun.Catalogue.Cases.Select(c => c.Id).Except(Kept.Defects.Keys), Is.Empty, Advice);

    [Test]
    [Thorough]
    public void No_defect_is_still_to_be_planted() =>
        Assert.That(Kept.Defects.Where(d => d.Value == TripList.None).Select(d => d.Key), Is.Empty, Advice);

    [Test]
    public void Nothing_is_kept_of_cases_and_defects_that_there_are_not() => Assert.Multiple(() =>
    {
        Assert.That(Kept.Defects.Keys.Except(SuiteRun.Catalogue.Cases.Select(c => c.Id)), Is.Empty);
        Assert.That(Kept.Defects.Values.Except([TripList.None]).Except(DefectCatalogue.All.Select(d => d.Name)), Is.Empty);
    });

    [Test]
    public void Each_binding_requirement_that_cases_show_has_a_defect()
    {
        var matrix = DefectMatrix.Of([.. DefectCatalogue.All.Select(d => new DefectFinding(d.Name, d.Requirement, d.Summary))], SuiteRun.Catalogue, null, allDefects: true);
        Assert.That(matrix.WithoutDefect.Select(r => r.Requirement.Id).Where(id => id.StartsWith("rfc", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task What_is_kept_of_a_case_trips_it()
    {
        List<Trips> asked = [.. Kept.Defects.Where(d => d.Value != TripList.None).GroupBy(d => d.Value, d => d.Key, (defect, cases) => new Trips(DefectCatalogue.Parse(defect), [.. cases]), StringComparer.Ordinal)];
        // Who was faster decides some of them on a busy machine, so what was missed beside others is asked again alone; then it counts.
        var missed = await MissedAsync(await MissedAsync(asked, AtOnce), 1);
        Assert.That(missed.SelectMany(m => m.Cases.Select(id => $"{id} {m.Defect}")), Is.Empty);
    }

    private static async Task<List<Trips>> MissedAsync(List<Trips> asked, int atOnce)
    {
        var controls = await ControlsAsync([.. asked.SelectMany(t => t.Cases)]);
        using var room = new SemaphoreSlim(atOnce);
        var missed = await Task.WhenAll(asked.Select(async trips =>
        {
            await room.WaitAsync();
            try
            {
                var tally = new DefectTally(SuiteRun.Catalogue.FindRequirement(trips.Defect.Requirement)?.Family, controls);
                // What connections do to each other is known only where no other case is under way.
                var plan = Plan(trips.Cases) with { Jobs = DefectCatalogue.OfNeighbours.Contains(trips.Defect) ? 1 : null };
                foreach (var result in (await SuiteRun.AgainstAsync(SuiteRun.Reference(trips.Defect.Name), plan)).Results) tally.Add(result, SuiteRun.Catalogue);
                var finding = tally.Of(new DefectFinding(trips.Defect.Name, trips.Defect.Requirement, trips.Defect.Summary));
                return trips with { Cases = [.. trips.Cases.Except(finding.Tripped, StringComparer.Ordinal)] };
            }
            finally
            {
                room.Release();
            }
        }));
        return [.. missed.Where(t => t.Cases.Count > 0)];
    }

    // How the reference answers the controls when nothing is wrong with it, over TLS where a case is about that.
    private static async Task<ControlStatuses> ControlsAsync(IReadOnlyList<string> ids)
    {
        var controls = new ControlStatuses();
        foreach (var overTls in new[] { false, true })
        {
            List<string> cases = [.. ids.Where(id => SuiteRun.Catalogue.FindCase(id)!.Requires.HasFlag(Capabilities.Tls) == overTls)];
            if (cases.Count == 0) continue;
            var target = new ReferenceTarget([], new TargetOptions(), TimeProvider.System) { IsProtected = overTls };
            foreach (var result in (await SuiteRun.AgainstAsync(target, Plan(cases))).Cases) controls.Add(result);
        }

        return controls;
    }

    // Twice this is well within what the reference waits for in silence: on a busy machine a measured deadline is not, and its close then hides a fault that only leaves a connection open.
    private static RunPlan Plan(IEnumerable<string> cases) => SuiteRun.Plan(cases, Delivery.Whole) with { ConfirmsPasses = false, Timeout = TimeSpan.FromSeconds(2) };

    private sealed record Trips(Defect Defect, IReadOnlyList<string> Cases);
}

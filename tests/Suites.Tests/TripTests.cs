using System.Globalization;
using Conform.Judging.Defects;
using Conform.ReferenceServer.Defects;
using Conform.Running;
using Conform.Running.Defects;

namespace Conform.Suites.Tests;

/// <summary>
/// What is kept in trips.txt: for each case a defect that trips it. That nothing is missing there is looked at on every change, and so is a sample of it, which is another
/// one each day. CONFORM_SAMPLE says which, from 0.
/// </summary>
public sealed class TripTests
{
    private const int Samples = 14;
    private const int AtOnce = 8;
    private const string Advice = "conform defects CASE --keep tests/Suites.Tests/trips.txt finds one; where it finds none, plant one";

    private static readonly Lazy<TripList> List = new(() => TripList.TryParse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "trips.txt")), out var list, out var problem) ? list : throw new FormatException($"trips.txt:{problem}"));

    internal static TripList Kept => List.Value;

    [Test]
    public void No_case_is_without_a_defect() =>
        Assert.That(SuiteRun.Catalogue.Cases.Select(c => c.Id).Except(Kept.Defects.Keys), Is.Empty, Advice);

    [Test]
    public void Nothing_is_kept_of_cases_and_defects_that_there_are_not() => Assert.Multiple(() =>
    {
        Assert.That(Kept.Defects.Keys.Except(SuiteRun.Catalogue.Cases.Select(c => c.Id)), Is.Empty);
        Assert.That(Kept.Defects.Values.Except(DefectCatalogue.All.Select(d => d.Name)), Is.Empty);
    });

    [Test]
    public void Each_binding_requirement_that_cases_show_has_a_defect()
    {
        var matrix = DefectMatrix.Of([.. DefectCatalogue.All.Select(d => new DefectFinding(d.Name, d.Requirement, d.Summary))], SuiteRun.Catalogue, null, allDefects: true);
        Assert.That(matrix.WithoutDefect.Select(r => r.Requirement.Id), Is.Empty);
    }

    [Test]
    public async Task A_sample_of_what_is_kept_holds()
    {
        var sample = Sample();
        var expected = Kept.Defects.GroupBy(d => d.Value, d => d.Key, (defect, cases) => new Pairs(defect, [.. cases]), StringComparer.Ordinal)
            .OrderBy(p => p.Defect, StringComparer.Ordinal).Where((_, i) => i % Samples == sample).ToList();
        // Who was faster decides some of them on a busy machine, so what was missed among many is asked again alone; then it counts.
        var missed = await MissedAsync(await MissedAsync(expected, AtOnce), 1);
        Assert.That(missed.SelectMany(m => m.Cases.Select(id => $"{id} {m.Defect}")), Is.Empty, $"CONFORM_SAMPLE={sample} asks the same again");
    }

    private static async Task<List<Pairs>> MissedAsync(List<Pairs> pairs, int atOnce)
    {
        var ids = pairs.SelectMany(p => p.Cases).ToHashSet(StringComparer.Ordinal);
        if (ids.Count == 0) return [];
        List<PlannedCase> cases = [.. SuiteRun.Plan().Cases.Where(c => ids.Contains(c.Case.Id))];
        using var runs = new DefectRuns(SuiteRun.Catalogue, cases, atOnce, TimeProvider.System);
        var findings = await Task.WhenAll(pairs.Select(p => runs.OfAsync(DefectCatalogue.Parse(p.Defect), CancellationToken.None)));
        return [.. pairs.Zip(findings, (p, f) => p with { Cases = [.. p.Cases.Except(f.Tripped, StringComparer.Ordinal)] }).Where(p => p.Cases.Count > 0)];
    }

    private sealed record Pairs(string Defect, IReadOnlyList<string> Cases);

    private static int Sample() => int.TryParse(Environment.GetEnvironmentVariable("CONFORM_SAMPLE"), NumberStyles.None, CultureInfo.InvariantCulture, out var sample)
        ? sample % Samples
        : TimeProvider.System.GetUtcNow().DayOfYear % Samples;
}

using Conform.Cases;
using Conform.Generation;
using Conform.Generation.Deliveries;
using Conform.Judging;
using Conform.Observations;
using Conform.Reporting.Records;
using Conform.Running;
using Conform.Running.Targets;

namespace Conform.Harness.Tests.Running;

/// <summary>A verdict is computed again from its record alone.</summary>
public sealed class RejudgeTests : IRunSink
{
    private readonly StringWriter _record = new();

    [Test, CancelAfter(60_000)]
    public async Task A_record_gives_the_same_verdicts_without_a_network(CancellationToken stop)
    {
        var catalogue = CatalogueLoader.Embedded();
        var cases = catalogue.Cases.Where((_, i) => i % Math.Max(1, catalogue.Cases.Count / 24) == 0).ToList();
        var plan = new RunPlan { Cases = [.. cases.Select(c => new PlannedCase(c, 0))], Deliveries = [Delivery.Whole], Requirements = catalogue.FindRequirement };
        await using (var target = new ReferenceTarget([], new TargetOptions(), TimeProvider.System))
        {
            await target.StartAsync(stop);
            await new Engine(TimeProvider.System).RunAsync(plan, target, this, stop);
        }

        var read = RecordReader.Read(new StringReader(_record.ToString()));
        var traits = TargetTraits.Of(read.Header.Evidence!);
        var rules = new JudgingRules(catalogue.FindRequirement, CaseFiller.FillTemplate);
        var judged = read.Results.Where(r => r.Evidence is not null && !r.Case.StartsWith("lint/", StringComparison.Ordinal)).ToList();
        Assert.That(judged, Has.Count.GreaterThanOrEqualTo(20));
        Assert.That(
            judged.Select(r => Line(r.Case, Judge.Decide(cases.First(c => c.Id == r.Case.Split('[')[0]), r.Evidence!, traits, rules))),
            Is.EqualTo(judged.Select(r => Line(r.Case, r.Verdict))));
    }

    public void Begin(TargetEvidence target, int jobs, int conversations) => _record.WriteLine(RecordWriter.Line(new RunHeader
    {
        ToolVersion = "1", Seed = 1, SuiteDigest = "s", Target = new RunTarget("reference", "http://127.0.0.1/", "reference.test"),
        Deliveries = ["whole"], Started = DateTimeOffset.UnixEpoch, Evidence = target,
    }));

    public void Add(Result result) => _record.WriteLine(RecordWriter.Line(result));

    private static string Line(string name, Verdict verdict) =>
        $"{name}: {verdict.Outcome}, expected {verdict.Expected}, observed {verdict.Observed}, {verdict.Decisive?.Id}, {verdict.RestsOnDeadline}, {string.Join("; ", verdict.Notes)}";
}

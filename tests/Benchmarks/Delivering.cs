using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Conform.Cases;
using Conform.Generation;
using Conform.Generation.Deliveries;
using Conform.Judging;
using Conform.Observations;
using Conform.Running;
using Conform.Running.Targets;

namespace Conform.Benchmarks;

/// <summary>What it costs to send octet by octet: the same cases against the embedded reference under both deliveries, as a ratio in one run.</summary>
[Config(typeof(FewRuns))]
public class Delivering
{
    private readonly Catalogue _catalogue = CatalogueLoader.Embedded(Vocabulary.HasMutator);

    [Benchmark(Baseline = true)]
    public Task<int> Whole() => RunAsync(Delivery.Whole);

    [Benchmark]
    public Task<int> Octets() => RunAsync(Delivery.Octets);

    private async Task<int> RunAsync(Delivery delivery)
    {
        var sink = new Counter();
        await using var target = new ReferenceTarget([], new TargetOptions(), TimeProvider.System);
        await target.StartAsync(CancellationToken.None);
        var plan = new RunPlan
        {
            Cases = [.. _catalogue.Select(["rfc9112/content-length"]).Cases.Select(c => new PlannedCase(c.Case, 0))],
            Deliveries = [delivery],
            Requirements = _catalogue.FindRequirement,
        };
        await new Running.Engine(TimeProvider.System).RunAsync(plan, target, sink, CancellationToken.None);
        return sink.Passed;
    }

    private sealed class FewRuns : ManualConfig
    {
        public FewRuns() => AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithStrategy(RunStrategy.Monitoring).WithWarmupCount(2).WithIterationCount(10));
    }

    private sealed class Counter : IRunSink
    {
        public int Passed { get; private set; }

        public void Begin(TargetEvidence target, int jobs, int conversations)
        {
        }

        public void Add(Result result) => Passed += result.Outcome == Outcome.Pass ? 1 : 0;
    }
}

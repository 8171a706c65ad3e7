using BenchmarkDotNet.Attributes;
using Conform.Cases;
using Conform.Generation;
using Conform.Running.Targets;
using Conform.Wire;

namespace Conform.Benchmarks;

/// <summary>From seed and index to the octets of a drawn case.</summary>
[InProcess, MemoryDiagnoser]
public class Filling
{
    private readonly Case _case = CatalogueLoader.Embedded(Vocabulary.HasMutator).Cases.First(c => c.Id == "generated/valid-messages/understood-as-sent");
    private readonly TargetValues _values = new TargetOptions { App = string.Empty }.ValuesFor(TargetUri.Parse("http://127.0.0.1:8080/"));
    private int _index;

    [Benchmark]
    public int A_drawn_case() => CaseFiller.Fill(_case, seed: 1, _index++ % _case.Repeat, _values).Steps[0].Octets.Length;
}

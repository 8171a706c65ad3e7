using Conform.Cases;
using Conform.Generation.Deliveries;
using Conform.Harness.Tests.Generation;
using Conform.Harness.Tests.Judging;
using Conform.Judging;
using Conform.Observations;
using Conform.Running;

namespace Conform.Harness.Tests.Running;

/// <summary>A run of small cases against a host, and what it told.</summary>
internal sealed class Told : IRunSink
{
    private readonly Dictionary<string, Result> _results = new(StringComparer.Ordinal);

    public int Jobs { get; private set; }

    public TargetEvidence? Found { get; private set; }

    public RunOutcome? Outcome { get; private set; }

    /// <summary>Case ids in the order in which their results came.</summary>
    public List<string> Order { get; } = [];

    public IReadOnlyCollection<Result> Cases => _results.Values;

    public Result this[string name] => _results.TryGetValue(name, out var one) ? one : _results[name + " whole"];

    /// <summary>Outcomes by name, in the order of the names.</summary>
    public string Outcomes => string.Join(", ", _results.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key.Replace(" whole", "", StringComparison.Ordinal)} {r.Value.Outcome}"));

    /// <summary>A case: its octets carry its name in the path.</summary>
    public static Case Case(string name, string expect = "accept 200", params string[] needs) => Build.Case() with
    {
        Id = name, Steps = [new SendStep(Build.Template($"GET /{name} HTTP/1.1\r\nHost: h\r\n\r\n"), default), Trial.Expect(expect.Split('\n'))], Needs = needs,
    };

    public static RunPlan Plan(params Case[] cases) => new()
    {
        Cases = [.. cases.Select(c => new PlannedCase(c, 0))], Deliveries = [Delivery.Whole], Requirements = id => new Requirement(id, "RFC 0", "1", RequirementLevel.Should, "It does."),
    };

    public static async Task<Told> RunAsync(Host host, RunPlan plan, CancellationToken cancellation)
    {
        var told = new Told();
        await host.StartAsync(cancellation);
        told.Outcome = await new Engine(TimeProvider.System).RunAsync(plan, host, told, cancellation);
        return told;
    }

    public void Begin(TargetEvidence target, int jobs, int conversations) => (Found, Jobs) = (target, jobs);

    public void Add(Result result)
    {
        if (result.Case.StartsWith("lint/", StringComparison.Ordinal)) return;
        _results.Add($"{result.Case} {result.Delivery}", result);
        Order.Add(result.Case);
    }
}

using System.Text;

namespace Conform.Suites.Tests.Adapters;

/// <summary>Nobody stands at a gate for ever: where no connection ends, an adapter says that it waits no longer.</summary>
public sealed class AdapterPatienceTests
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(9);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(45);

    // Together, so that it takes ten seconds and not fifty.
    [Test]
    public async Task Each_waits_at_a_gate_of_a_ledger_for_ten_seconds_and_goes_on()
    {
        var waited = await Task.WhenAll(Conform.Running.Adapters.All.Select(a => WaitAsync(a.Contract)));
        Assert.Multiple(() =>
        {
            foreach (var (contract, took, content, trace) in waited)
            {
                Assert.That(took, Is.InRange(Least, Most), contract);
                Assert.That(content, Is.EqualTo("a"), contract);
                Assert.That(trace.Take(4), Is.EqualTo(new[] { "hello", "gate shut", "gate-lost shut", "tell on" }), contract);
            }
        });
    }

    private static async Task<(string Contract, TimeSpan Took, string Content, IReadOnlyList<string> Trace)> WaitAsync(string contract)
    {
        await using var host = AdapterHost.Start(contract, "PROBE_LEDGER");
        var began = TimeProvider.System.GetTimestamp();
        var (answer, trace) = await host.CallAsync(new ScriptRow(
            "waits", "GET", "/probe/run", $"p=g.{Trace.Shut}_t.on_sr~y.61~", new Dictionary<string, string>(StringComparer.Ordinal), [], "200", [], [], [], []));
        var content = Encoding.Latin1.GetString(Convert.FromHexString(answer.GetProperty("content").GetString()!));
        return (contract, TimeProvider.System.GetElapsedTime(began), content, trace);
    }
}

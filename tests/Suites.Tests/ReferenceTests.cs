using System.Net;
using System.Net.Sockets;
using Conform.Cases;
using Conform.Generation.Deliveries;
using Conform.Judging;
using Conform.ReferenceServer.Hosting;
using Conform.Running.Targets;

namespace Conform.Suites.Tests;

/// <summary>The embedded reference server does what the cases ask, however it is reached and however the octets are cut.</summary>
public sealed class ReferenceTests
{
    private static readonly string[] Good = ["Pass", "Lenient"];

    [Test]
    public async Task Every_case_passes_or_is_lenient_under_each_delivery_every_time()
    {
        // The first time is that of the tests by name; a run takes long enough not to be held twice for the same.
        var first = await FirstAsync();
        Assert.That(Odd(first), Is.Empty, "run 1");
        for (var i = 1; i < Repetition.Times(20, 2); i++)
        {
            var run = await SuiteRun.AgainstAsync(SuiteRun.Reference(), Repetition.IsThorough ? SuiteRun.Plan() : SuiteRun.Plan(null, Delivery.Whole));
            Assert.That(Odd(run), Is.Empty, $"run {i + 1}");
            var same = first.Cases.Where(r => Repetition.IsThorough || r.Delivery == Delivery.Whole.ToString());
            Assert.That(SuiteRun.Of(same).Flips(SuiteRun.Of(run.Cases)), Is.Empty, $"run {i + 1}");
        }
    }

    [TestCase("ipv4")]
    [TestCase("ipv6")]
    [TestCase("unix")]
    [TestCase("tls")]
    public async Task It_passes_over_every_transport(string transport)
    {
        var socket = Path.Combine(Path.GetTempPath(), $"conform-{Environment.ProcessId}.sock");
        ListenAddress address = transport switch
        {
            "ipv6" => ListenAddress.IPv6Loopback,
            "unix" => new ListenAddress(new UnixDomainSocketEndPoint(socket)),
            "tls" => ListenAddress.TlsLoopback,
            _ => ListenAddress.Loopback,
        };
        var silence = TimeSpan.FromSeconds(8);
        var witness = FreePort();
        await using var host = await ReferenceServerHost.StartAsync(
            new ReferenceServerOptions { Addresses = [address], Witness = witness, RequestTimeout = silence, IdleTimeout = silence }, TimeProvider.System);
        var url = host.Addresses[0].Address is IPEndPoint ip ? $"{(transport == "tls" ? "https" : "http")}://{ip}/" : $"unix:{socket}";
        var target = SuiteRun.At(url, new TargetOptions
        {
            App = string.Empty, Insecure = transport == "tls", Witness = witness, Credentials = ReferenceServerHost.Credentials,
            Places = Places.All.ToDictionary(p => p.Word, p => (string?)$"/probe/{p.Word}", StringComparer.Ordinal),
        });
        var run = await SuiteRun.AgainstAsync(target, SuiteRun.Plan(null, Repetition.IsThorough ? [Delivery.Whole, Delivery.Octets] : [Delivery.Whole]));
        Assert.That(Odd(run), Is.Empty);
    }

    [Test]
    public async Task A_fault_that_needs_a_read_to_end_between_cr_and_lf_shows_under_octets_only()
    {
        const string fault = "read-ends-in-line-end-refused";

        // Cases that pause inside a line end on purpose see the fault under any delivery; these do not.
        string[] cases = ["rfc9112/host", "rfc9110/methods"];
        var whole = await SuiteRun.AgainstAsync(SuiteRun.Reference(fault), SuiteRun.Plan(cases, Delivery.Whole));
        var octets = await SuiteRun.AgainstAsync(SuiteRun.Reference(fault), SuiteRun.Plan(cases, Delivery.Octets));
        var sound = await SuiteRun.AgainstAsync(SuiteRun.Reference(), SuiteRun.Plan(cases, Delivery.Octets));
        Assert.Multiple(() =>
        {
            Assert.That(whole.Cases.Count(r => r.Outcome == Outcome.Fail), Is.Zero);
            Assert.That(octets.Cases.Count(r => r.Outcome == Outcome.Fail), Is.GreaterThan(0));
            Assert.That(sound.Flips(octets), Is.Not.Empty, "what compares runs sees the difference");
        });
    }

    [Test]
    public async Task The_same_seed_gives_the_same_octets_and_verdicts_whatever_runs_beside()
    {
        string[] cases = ["generated", "smuggling", "rfc9112/chunked", "rfc9112/pipelining"];
        var one = await SuiteRun.AgainstAsync(SuiteRun.Reference(), SuiteRun.Plan(cases, Delivery.Whole, Delivery.Lines) with { Jobs = 1, Seed = 7 });
        var eight = await SuiteRun.AgainstAsync(SuiteRun.Reference(), SuiteRun.Plan(cases, Delivery.Whole, Delivery.Lines) with { Jobs = 8, Seed = 7 });
        var other = await SuiteRun.AgainstAsync(SuiteRun.Reference(), SuiteRun.Plan(["generated"], Delivery.Whole) with { Seed = 8 });
        var (first, second) = (Octets(one), Octets(eight));
        Assert.Multiple(() =>
        {
            Assert.That((one.Jobs, eight.Jobs), Is.EqualTo((1, 8)));
            Assert.That(eight.Verdicts, Is.EqualTo(one.Verdicts));
            Assert.That(second.Keys, Is.EquivalentTo(first.Keys));
            Assert.That(first.Where(f => !IsSame(f.Value, second[f.Key])).Select(f => f.Key), Is.Empty);
            Assert.That(Octets(other).Where(o => IsSame(o.Value, first[o.Key])).Select(o => o.Key), Is.Empty);
        });
    }

    private static async Task<SuiteRun> FirstAsync()
    {
        if (!ConformanceTests.IsOfReference) return await SuiteRun.AgainstAsync(SuiteRun.Reference(), SuiteRun.Plan());
        await ConformanceTests.Suite.RunAsync();
        return SuiteRun.Of(ConformanceTests.Suite.Results);
    }

    private static List<string> Odd(SuiteRun run) =>
        [.. run.Results.Where(r => !Good.Contains(r.Outcome.ToString(), StringComparer.Ordinal) && !IsOfAnotherTransport(r))
            .Select(r => $"{r.Case} {r.Delivery} {r.Outcome}: expected {r.Verdict.Expected}, observed {r.Verdict.Observed} {string.Join("; ", r.Verdict.Notes)}")];

    private static IPEndPoint FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }

    // What is about TLS shows only with it, and what is about its absence only without; a server at an address shows no log.
    private static bool IsOfAnotherTransport(Result result) =>
        result.Outcome == Outcome.NotObservable && result.Verdict.Notes.Any(n => n.EndsWith("-connection", StringComparison.Ordinal) || n == "the target has no log");

    // A server that refuses early stops the writing sooner or later: then what was sent is the beginning of the same octets.
    private static bool IsSame(string a, string b) =>
        a.Length == b.Length ? a == b : a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);

    private static Dictionary<string, string> Octets(SuiteRun run) => run.Cases.Where(r => r.Evidence is not null)
        .ToDictionary(r => $"{r.Case} {r.Delivery}", r => Convert.ToHexString(Observations.ObservationReader.Sent(OfTheCase(r))), StringComparer.Ordinal);

    private static IEnumerable<Observations.WireEvent> OfTheCase(Judging.Result result) =>
        result.Evidence!.Subject.Events.TakeWhile(e => e.Kind != Observations.WireEventKind.Sentinel);
}

using System.Text.RegularExpressions;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Hosting;
using Conform.ReferenceServer.Tests.Live;
using static Conform.ReferenceServer.Tests.Defects.Requests;

namespace Conform.ReferenceServer.Tests.Defects;

[TestFixture]
[Parallelizable(ParallelScope.Children)]
internal sealed partial class DefectTests
{
    private ReferenceServerHost _reference = null!;

    [OneTimeSetUp]
    public async Task Start() => _reference = await StartAsync([]);

    [OneTimeTearDown]
    public async Task Stop() => await _reference.DisposeAsync();

    private static Task<ReferenceServerHost> StartAsync(IReadOnlyList<Defect> defects) => ReferenceServerHost.StartAsync(
        new() { Defects = defects, RequestTimeout = TimeSpan.FromMilliseconds(500), IdleTimeout = TimeSpan.FromMilliseconds(500) },
        TimeProvider.System);

    [TestCaseSource(nameof(Probes))]
    public async Task Defect_changes_what_the_wire_shows(string defect, string octets, bool halfCloses)
    {
        await using var host = await StartAsync([DefectCatalogue.Parse(defect)]);

        var right = Scrubbed(await RawClient.ExchangeAsync(_reference.Addresses[0], [octets], halfCloses));
        var again = Scrubbed(await RawClient.ExchangeAsync(_reference.Addresses[0], [octets], halfCloses));
        var wrong = Scrubbed(await RawClient.ExchangeAsync(host.Addresses[0], [octets], halfCloses));

        Assert.That(again, Is.EqualTo(right), "the reference answers the same request in the same way");
        Assert.That(wrong, Is.Not.EqualTo(right));
    }

    [TestCaseSource(nameof(Names))]
    public async Task Defect_leaves_plain_exchanges_right(string defect)
    {
        await using var host = await StartAsync([DefectCatalogue.Parse(defect)]);

        var get = await AnswerAsync(host, Get(), "</h1>");
        var post = await AnswerAsync(host, Length("5"), "}}");

        Assert.That(get, Does.StartWith("HTTP/1.1 200 ").And.EndWith("\r\n\r\n<h1>Hello, web!</h1>"));
        Assert.That(get, Does.Contain("Content-Length: 20\r\n"));
        Assert.That(post, Does.StartWith("HTTP/1.1 200 "));
        Assert.That(post, Does.Contain("""{"content":{"hex":"68656c6c6f","length":5}"""));
    }

    // What is done to an application is seen by its witness alone, and shown by the cases of the contract.
    private static IEnumerable<string> OfTheContract => ContractDefects.All.Concat(AnswerDefects.All).Concat(LetterDefects.All).Concat(AnyCallDefects.All).Select(defect => defect.Name);

    [Test]
    public void Every_defect_has_a_probe()
    {
        string[] probed = [.. Probes().Select(probe => (string)probe.Arguments[0]!), .. PieceTests.Defects, .. WireProbes.Paused, .. HeadProbes.Paused, .. ResourceProbes.Elsewhere, .. ConnectionProbes.Elsewhere, .. KnownStateProbes.Elsewhere];

        Assert.That(probed, Is.Unique);
        Assert.That(probed, Is.EquivalentTo(DefectCatalogue.All.Select(defect => defect.Name).Except(OfTheContract)));
    }

    [Test]
    public void Unknown_name_is_an_error() => Assert.That(() => DefectCatalogue.Parse("none-such"), Throws.ArgumentException);

    private static IEnumerable<TestCaseData> Probes() =>
    [
        .. WireProbes.All.Concat(ConnectionProbes.All).Concat(ResourceProbes.All).Concat(FramingProbes.All).Concat(HeadProbes.All).Concat(ReachProbes.All).Concat(ConditionProbes.All).Concat(ElsewhereProbes.All).Concat(PlaceProbes.All).Concat(KnownStateProbes.All).Concat(RangeProbes.All).Concat(ResponseProbes.All).Select(probe => new TestCaseData(probe.Defect, probe.Octets, true).SetArgDisplayNames(probe.Defect)),
        .. WireProbes.Open.Concat(ConnectionProbes.Open).Select(probe => new TestCaseData(probe.Defect, probe.Octets, false).SetArgDisplayNames(probe.Defect)),
    ];

    private static IEnumerable<string> Names() => DefectCatalogue.All.Select(defect => defect.Name);

    private static async Task<string> AnswerAsync(ReferenceServerHost host, string octets, string end)
    {
        using var socket = await RawClient.ConnectAsync(host.Addresses[0]);
        await using var stream = new System.Net.Sockets.NetworkStream(socket);
        await stream.WriteAsync(System.Text.Encoding.Latin1.GetBytes(octets));
        return await RawClient.ReadUntilAsync(stream, end);
    }

    /// <summary>What differs between two equal exchanges is made the same.</summary>
    private static string Scrubbed(string answer) =>
        Made().Replace(Port().Replace(Date().Replace(answer, "$1: (date)"), "$1(port)"), "made-(number)");

    [GeneratedRegex("made-[0-9]+")]
    private static partial Regex Made();

    [GeneratedRegex(@"(Date|Expires|Last-Modified): \w{3}, \d\d \w{3} 20(?!25)\d\d \d\d:\d\d:\d\d GMT")]
    private static partial Regex Date();

    [GeneratedRegex("""("(?:REMOTE|SERVER)_PORT":\{"t":"string","v":")[0-9a-f]*""")]
    private static partial Regex Port();
}

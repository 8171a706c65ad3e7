using System.Text;
using System.Text.Json;
using Conform.Cases;

namespace Conform.Suites.Tests.Adapters;

/// <summary>Every adapter does what the table says: what is wrong with one shows here, and not as a verdict on a server.</summary>
[TestFixture(typeof(Wsgi), "PROBE_WITNESS")]
[TestFixture(typeof(Asgi), "PROBE_WITNESS")]
[TestFixture(typeof(Rack), "PROBE_WITNESS")]
[TestFixture(typeof(Psgi), "PROBE_WITNESS")]
[TestFixture(typeof(Cgi), "PROBE_WITNESS")]
[TestFixture(typeof(Wsgi), "PROBE_LEDGER")]
[TestFixture(typeof(Asgi), "PROBE_LEDGER")]
[TestFixture(typeof(Rack), "PROBE_LEDGER")]
[TestFixture(typeof(Psgi), "PROBE_LEDGER")]
[TestFixture(typeof(Cgi), "PROBE_LEDGER")]
public sealed class AdapterTests<TContract>(string variable) : IAsyncDisposable where TContract : IAdapterContract
{
    // What of a trace a contract can show, by the first word of the event.
    private static readonly Dictionary<string, string> Shown = new(StringComparer.Ordinal)
    {
        ["start"] = ContractCaps.StartResponse, ["restart"] = ContractCaps.StartResponse, ["write"] = ContractCaps.StartResponse,
        ["next"] = ContractCaps.LazyBody, ["close"] = ContractCaps.IterableClose,
    };

    // The rows that need nothing which the contract lacks: none is passed over in the run.
    private static IEnumerable<ScriptRow> Rows => ScriptRow.All.Where(row => !row.Needs.Except(AdapterText.Caps(TContract.Name), StringComparer.Ordinal).Any());

    private AdapterHost? _host;
    private IReadOnlyList<string> _caps = [];

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = AdapterHost.Start(TContract.Name, variable);
        var (answer, _) = await _host.CallAsync(Request("GET", "/probe/meta", []));
        _caps = [.. Json(answer).GetProperty("caps").EnumerateArray().Select(c => c.GetString()!)];
    }

    [OneTimeTearDown]
    public async ValueTask DisposeAsync()
    {
        // NUnit disposes of a fixture once more behind its tear-down.
        if (_host is not { } host) return;
        _host = null;
        await host.DisposeAsync();
    }

    [TestCaseSource(nameof(Rows))]
    public async Task Does_what_the_table_says(ScriptRow row)
    {
        var (answer, trace) = await _host!.CallAsync(row);
        var status = answer.GetProperty("status").GetString()!;
        Assert.Multiple(() =>
        {
            Assert.That(answer.GetProperty("error").ValueKind == JsonValueKind.Null, Is.EqualTo(row.Status is not null), answer.ToString());
            if (row.Status is { } expected) Assert.That(status, Does.StartWith(HasReasons ? expected : expected[..3]));
            if (row.Answer is { } content) Assert.That(Text(answer), Is.EqualTo(Encoding.Latin1.GetString(content)));
            Assert.That(Fields(answer).Where(f => row.Fields.Contains(f, StringComparer.OrdinalIgnoreCase)), Is.EqualTo(row.Fields).IgnoreCase, answer.ToString());
            Assert.That(trace.Select(Kind).Where(IsShown), Is.EqualTo(row.Trace.Where(IsShown)));
        });
    }

    [Test]
    public void Says_only_what_is_known_of_what_it_can() => Assert.That(_caps.Except(ContractCaps.All.Select(c => c.Word), StringComparer.Ordinal), Is.Empty);

    [Test]
    public void Says_what_stands_in_its_text() => Assert.That(_caps, Is.EquivalentTo(AdapterText.Caps(TContract.Name)));

    [Test]
    public async Task Reports_what_it_was_told()
    {
        var row = Request("POST", "/some/where", [0, 0xFF]) with
        {
            Query = "a=%41", Environ = new Dictionary<string, string>(StringComparer.Ordinal) { ["CONTENT_TYPE"] = "text/x", ["HTTP_X_A"] = "one, \xE9" },
        };
        var report = Json((await _host!.CallAsync(row)).Answer);
        string Of(string key) => Encoding.Latin1.GetString(Convert.FromHexString(report.GetProperty("env").GetProperty(key).GetProperty("v").GetString()!));
        Assert.Multiple(() =>
        {
            Assert.That(report.GetProperty("content").GetProperty("hex").GetString(), Is.EqualTo("00ff"));
            Assert.That(report.GetProperty("content").GetProperty("length").GetInt32(), Is.EqualTo(2));
            Assert.That(Of("REQUEST_METHOD"), Is.EqualTo("POST"));
            Assert.That(Of("PATH_INFO"), Is.EqualTo("/some/where"));
            Assert.That(Of("QUERY_STRING"), Is.EqualTo("a=%41&id=asked"));
            Assert.That(Of("CONTENT_TYPE"), Is.EqualTo("text/x"));
            Assert.That(Of("HTTP_X_A"), Is.EqualTo("one, \xE9"));
        });
    }

    private static ScriptRow Request(string method, string path, byte[] content) =>
        new("asked", method, path, string.Empty, new Dictionary<string, string>(StringComparer.Ordinal), content, "200", [], [], [], []);

    private static IEnumerable<string> Fields(JsonElement answer) => answer.GetProperty("fields").EnumerateArray().Select(f => $"{f[0].GetString()}: {f[1].GetString()}");

    private static string Text(JsonElement answer) => Encoding.Latin1.GetString(Convert.FromHexString(answer.GetProperty("content").GetString()!));

    private static JsonElement Json(JsonElement answer) => JsonSerializer.Deserialize<JsonElement>(Text(answer));

    // Languages name their errors differently.
    private static string Kind(string told) => told.IndexOf(" raised ", StringComparison.Ordinal) is >= 0 and var at && !told.EndsWith(" same", StringComparison.Ordinal)
        ? told[..(at + " raised".Length)] : told;

    private bool IsShown(string told) => !Shown.TryGetValue(told.Split(' ')[0], out var cap) || _caps.Contains(cap, StringComparer.Ordinal);

    private bool HasReasons => _caps.Contains(ContractCaps.StatusReason, StringComparer.Ordinal);
}

using System.Text.Json;
using Conform.ReferenceServer.Hosting;
using static Conform.ReferenceServer.Tests.Defects.Requests;

namespace Conform.ReferenceServer.Tests.Live;

/// <summary>Programs that write what they do in a folder.</summary>
[TestFixture]
internal sealed class LedgerTests
{
    private const string Program = "sr~y.6f6b_t.here~";
    private const string Gated = "sr~y.6f6b_g.held_t.on~";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private readonly string _folder = Directory.CreateTempSubdirectory("conform-ledger-").FullName;
    private ReferenceServerHost _host = null!;

    private string Inner => Path.Combine(_folder, "inner");

    [OneTimeSetUp]
    public async Task Start()
    {
        Directory.CreateDirectory(Inner);
        _host = await ReferenceServerHost.StartAsync(new() { Ledger = Inner }, TimeProvider.System);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task One_file_a_conversation_and_a_line_an_event()
    {
        await RawClient.ExchangeAsync(_host, Line($"GET /probe/run?p={Program}&id=w-1 HTTP/1.1"));
        await RawClient.ExchangeAsync(_host, Line($"GET /probe/run?p={Program}&id=w-1 HTTP/1.1"));
        var lines = File.ReadLines(Path.Combine(Inner, "w-1.jsonl")).Select(l => JsonSerializer.Deserialize<JsonElement>(l)).ToList();
        string[] call = ["hello", "start", "next", "tell", "next", "close", "end"];
        Assert.Multiple(() =>
        {
            Assert.That(lines.Select(l => l.GetProperty("ev").GetString()), Is.EqualTo(call.Concat(call)));
            Assert.That(lines.Select(l => l.GetProperty("call").GetInt32()).Distinct().Count(), Is.EqualTo(2));
            Assert.That(lines.Select(l => l.GetProperty("id").GetString()), Is.All.EqualTo("w-1"));
        });
    }

    [Test, CancelAfter(60_000)]
    public async Task At_a_gate_it_waits_for_a_file_and_takes_it_away(CancellationToken stop)
    {
        var path = Path.Combine(Inner, "w-3.jsonl");
        var answer = RawClient.ExchangeAsync(_host, Line($"GET /probe/run?p={Gated}&id=w-3 HTTP/1.1"));
        while (!File.Exists(path) || !(await File.ReadAllTextAsync(path, stop)).Contains("\"gate\":\"held\"}\n", StringComparison.Ordinal)) await Task.Delay(Look, TimeProvider.System, stop);
        var gate = JsonSerializer.Deserialize<JsonElement>((await File.ReadAllLinesAsync(path, stop))[^1]);
        Assert.That(answer.IsCompleted, Is.False);
        var file = Path.Combine(Inner, $"w-3.{gate.GetProperty("pid")}.{gate.GetProperty("call")}.{gate.GetProperty("n")}.go");
        await File.WriteAllTextAsync(file, string.Empty, stop);
        Assert.That(await answer, Does.EndWith("ok\r\n0\r\n\r\n"));
        Assert.That(File.Exists(file), Is.False);
        Assert.That((await File.ReadAllLinesAsync(path, stop)).Select(l => JsonSerializer.Deserialize<JsonElement>(l).GetProperty("ev").GetString()),
            Is.EqualTo(new[] { "hello", "start", "next", "gate", "tell", "next", "close", "end" }));
    }

    [TestCase("../outside")]
    [TestCase("a.b")]
    [TestCase("%2e%2e")]
    [TestCase("nul%00")]
    [TestCase("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task What_is_no_name_is_refused(string id)
    {
        var answer = await RawClient.ExchangeAsync(_host, Line($"GET /probe/run?p={Program}&id={id} HTTP/1.1"));
        Assert.That(answer, Does.StartWith("HTTP/1.1 400 Bad Request\r\n").And.EndWith("an id has letters, digits and dashes only, 64 at most\n"));
        Assert.That(Directory.EnumerateFiles(_folder), Is.Empty);
    }

    [Test]
    public async Task Where_nothing_can_be_written_the_application_goes_on()
    {
        await using var host = await ReferenceServerHost.StartAsync(new() { Ledger = Path.Combine(_folder, "none") }, TimeProvider.System);
        Assert.That(await RawClient.ExchangeAsync(host, Line($"GET /probe/run?p={Program}&id=w-2 HTTP/1.1")), Does.StartWith("HTTP/1.1 200 OK\r\n"));
        Assert.That(Directory.Exists(Path.Combine(_folder, "none")), Is.False);
    }
}

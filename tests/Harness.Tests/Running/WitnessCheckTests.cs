using System.Net;
using System.Net.Sockets;
using Conform.Running;

namespace Conform.Harness.Tests.Running;

/// <summary>Before the first case one call of the application is asked for: who hears nothing of it says what may be wrong.</summary>
[CancelAfter(60_000)]
internal sealed class WitnessCheckTests
{
    private const string Page = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage";
    private const string Line = """{"v":1,"id":"w000000000000000","call":1,"n":""";
    private const string Begins = Line + """1,"pid":7,"ev":"hello"}""" + "\n" + Line + """2,"pid":7,"ev":"gate","gate":"check"}""" + "\n";
    private const string GoesOn = Line + """3,"pid":7,"ev":"tell","d":"open"}""" + "\n" + Line + """4,"pid":7,"ev":"end"}""" + "\n";
    private string _folder = string.Empty;

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("conform-check-").FullName;

    [TearDown]
    public void Clear() => Directory.Delete(_folder, true);

    [TestCase(Host.Ok, "/probe/run is answered, but nothing was told to the witness at 127.0.0.1:PORT: is PROBE_WITNESS=127.0.0.1:PORT in the server's environment, and may it connect?")]
    [TestCase(Page, "/probe/run is answered, but nothing was told to the witness at 127.0.0.1:PORT: the answer is not the application's, so does the server call it at all?")]
    public async Task Nothing_is_heard(string answer, string told, CancellationToken stop)
    {
        var port = FreePort();
        await using var host = new Host(x => x.AnswerAsync(answer)) { Witness = new IPEndPoint(IPAddress.Loopback, port) };
        Assert.That(await ProblemAsync(host, stop), Is.EqualTo(told.Replace("PORT", $"{port}", StringComparison.Ordinal)));
    }

    [TestCase("", "", "/probe/run is answered, but nothing was told to the witness at FOLDER: is PROBE_LEDGER=FOLDER in the server's environment, no PROBE_WITNESS beside it, and may it write there?")]
    [TestCase(Begins + GoesOn, "", "the adapter does not wait at gate check of the ledger: it is older than this conform; conform adapter prints the one that does")]
    [TestCase(Begins, "", "the application stays at a gate of the ledger FOLDER: may the server take files away there?")]
    [TestCase(Begins, GoesOn, "", Description = "It waits, and goes on where it is let go.")]
    public async Task A_gate_of_a_ledger_holds_and_opens(string first, string then, string told, CancellationToken stop)
    {
        await using var host = new Host(async x =>
        {
            if (x.Head.Contains("/probe/run", StringComparison.Ordinal))
            {
                await File.AppendAllTextAsync(Path.Combine(_folder, "w000000000000000.jsonl"), first, stop);
                if (then.Length > 0) await GoOnAsync(then, stop);
            }

            await x.AnswerAsync(Host.Ok);
        })
        { Ledger = _folder };
        Assert.That(await ProblemAsync(host, stop), Is.EqualTo(told.Replace("FOLDER", _folder, StringComparison.Ordinal)));
    }

    private async Task GoOnAsync(string then, CancellationToken stop)
    {
        var file = Path.Combine(_folder, "w000000000000000.7.1.2.go");
        while (!File.Exists(file)) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, stop);
        File.Delete(file);
        await File.AppendAllTextAsync(Path.Combine(_folder, "w000000000000000.jsonl"), then, stop);
    }

    private static async Task<string> ProblemAsync(Host host, CancellationToken stop)
    {
        try
        {
            await Told.RunAsync(host, Told.Plan(Told.Case("one")), stop);
            return string.Empty;
        }
        catch (TargetGoneException gone)
        {
            return gone.Message;
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}

using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conform.Wire.Witness;

namespace Conform.Suites.Tests.Adapters;

/// <summary>An adapter in a gateway of its own language, without a server: a process that is asked line by line.</summary>
internal sealed class AdapterHost : IAsyncDisposable
{
    // The last word of what a host may take for one call is a hang of ours, not a slow machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, (string Program, string Gateway)> Gateways = new(StringComparer.Ordinal)
    {
        ["wsgi"] = ("python3", "wsgi.py"), ["asgi"] = ("python3", "asgi.py"), ["rack"] = ("ruby", "rack.rb"), ["psgi"] = ("perl", "psgi.pl"),
        ["cgi"] = ("python3", "cgi.py"),
    };

    private readonly string _folder;
    private readonly IWitness _witness;
    private readonly Process _process;

    private AdapterHost(string folder, IWitness witness, Process process) => (_folder, _witness, _process) = (folder, witness, process);

    /// <summary>A file beside the tests.</summary>
    /// <param name="name">Its name.</param>
    public static string PathOf(string name) => Path.Combine(TestContext.CurrentContext.TestDirectory, "Adapters", name);

    /// <summary>Starts an adapter; without its language the test is skipped, or fails where it must be there.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="variable">Where it tells what it does: PROBE_WITNESS or PROBE_LEDGER.</param>
    public static AdapterHost Start(string contract, string variable)
    {
        var (program, gateway) = Gateways[contract];
        var folder = Directory.CreateTempSubdirectory("conform-adapter-").FullName;
        var (name, octets) = Conform.Running.Adapters.Find(contract)!.Value;
        var adapter = Path.Combine(folder, name);
        File.WriteAllBytes(adapter, octets);
        IWitness witness = variable == "PROBE_LEDGER"
            ? Ledger.Open(Directory.CreateDirectory(Path.Combine(folder, "ledger")).FullName, TimeProvider.System)
            : WitnessListener.Open(new IPEndPoint(IPAddress.Loopback, 0));
        var start = new ProcessStartInfo(program, [PathOf(gateway), adapter]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment[variable] = witness.Place;
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        try
        {
            return new AdapterHost(folder, witness, Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Needed.Missing($"the adapter of {contract} needs {program}, which is not here");
            throw;
        }
    }

    /// <summary>One call.</summary>
    /// <param name="row">The request.</param>
    /// <returns>The gateway's answer, and what the witness was told.</returns>
    public async Task<(JsonElement Answer, IReadOnlyList<string> Trace)> CallAsync(ScriptRow row)
    {
        var trace = new Trace();
        using var listening = _witness.Listen(row.Name, trace);
        var query = row.Query.Length == 0 ? string.Empty : $"{row.Query}&id={row.Name}";
        var asked = new JsonObject
        {
            ["method"] = row.Method, ["path"] = row.Path, ["query"] = query, ["content"] = Convert.ToHexStringLower(row.Content),
            ["env"] = new JsonObject(row.Environ.Select(e => KeyValuePair.Create(e.Key, e.Value == "missing" ? null : (JsonNode?)e.Value))),
        };
        await _process.StandardInput.WriteLineAsync(asked.ToJsonString());
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("the gateway ended");
        await _witness.CatchUpAsync(Patience, TimeProvider.System, CancellationToken.None);
        await trace.OverAsync(Patience);
        return (JsonSerializer.Deserialize<JsonElement>(line), trace.Lines);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        _process.Dispose();
        await _witness.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

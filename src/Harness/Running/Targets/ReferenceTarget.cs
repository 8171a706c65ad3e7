using System.Net;
using Conform.Cases;
using Conform.Generation;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Hosting;
using Conform.Wire;

namespace Conform.Running.Targets;

/// <summary>The reference server, inside this process on a free port: what a newcomer's first run drives.</summary>
/// <param name="defects">Faults that it is given.</param>
/// <param name="given">What the user said of it.</param>
/// <param name="time">The clock.</param>
public sealed class ReferenceTarget(IReadOnlyList<Defect> defects, TargetOptions given, TimeProvider time) : ITarget
{

    // A name of its own, so that what is sent does not depend on the port that happened to be free.
    private const string HostName = "reference.test";

    // Within what the cases that wait wait for, beyond the longest wait for a close, and far above what a busy machine holds a request up.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(8);
    private readonly TargetOptions _options = given with
    {
        PrintsLog = true,
        App = given.App ?? string.Empty, Host = given.Host ?? HostName, Witness = given.Witness ?? (given.Ledger is null ? FreePort.OnLoopback() : null), Credentials = given.Credentials ?? ReferenceServerHost.Credentials,
        Places = Places.All.ToDictionary(p => p.Word, p => given.Places.GetValueOrDefault(p.Word) ?? (string?)$"/probe/{p.Word}", StringComparer.Ordinal),
    };

    private readonly PrintedLines _log = new();
    private ReferenceServerHost? _host;

    /// <inheritdoc/>
    public string Name => defects.Count == 0 ? "reference" : $"reference with {string.Join(", ", defects.Select(d => d.Name))}";

    /// <summary>Told where it passes the place of a defect; null for nobody.</summary>
    public DefectWatch? Watch { get; init; }

    // A defect of the end of TLS shows only there.
    private bool UsesTls => IsProtected || defects.Any(DefectCatalogue.OverTls.Contains);

    /// <summary>Whether it is reached over TLS even without a defect that asks for it.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Whether it is the reference itself, and no defect is switched on.</summary>
    public bool IsFaultless => defects.Count == 0;

    /// <inheritdoc/>
    public string Argument => string.Empty;

    /// <inheritdoc/>
    public string? Version => typeof(ReferenceServerHost).Assembly.GetName().Version?.ToString(3);

    /// <inheritdoc/>
    public Endpoint Endpoint => Uri.Endpoint;

    /// <inheritdoc/>
    public WireOptions Wire => new() { Insecure = UsesTls };

    /// <inheritdoc/>
    public TargetValues Values => _options.ValuesFor(Uri);

    /// <inheritdoc/>
    public Capabilities Capabilities => _options.Capabilities;

    /// <inheritdoc/>
    public IPEndPoint? Witness => _options.Witness;

    /// <inheritdoc/>
    public string? Ledger => _options.Ledger;

    /// <inheritdoc/>
    public bool CanRestart => true;

    /// <inheritdoc/>
    public bool HasExited => false;

    /// <inheritdoc/>
    public Func<string, IReadOnlyList<long>>? Printed => _log.Find;

    /// <inheritdoc/>
    public string OutputTail => string.Empty;

    private TargetUri Uri => TargetUri.Parse($"{(UsesTls ? "https" : "http")}://127.0.0.1:{Port}/");

    private int Port => (_host?.Addresses[0].Address as IPEndPoint)?.Port ?? 1;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellation) =>
        _host = await ReferenceServerHost.StartAsync(
            new ReferenceServerOptions
            {
                Addresses = [UsesTls ? ListenAddress.TlsLoopback : ListenAddress.Loopback], Defects = defects, Watch = Watch, Witness = _options.Witness, Ledger = _options.Ledger,
                RequestTimeout = Silence, IdleTimeout = Silence, Log = text => _log.Keep(text, isError: true),
            },
            time, cancellation);

    /// <inheritdoc/>
    public async Task RestartAsync(CancellationToken cancellation)
    {
        await DisposeAsync();
        await StartAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_host is { } host) await host.DisposeAsync();
        _host = null;
    }
}

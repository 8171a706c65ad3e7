using System.Net;
using Conform.Cases;
using Conform.Generation;
using Conform.Observations;
using Conform.Wire;
using Polly;
using Polly.Retry;

namespace Conform.Running.Targets;

/// <summary>A server that conform starts from a target's file, and ends by its process id.</summary>
public sealed class StartedTarget : ITarget
{
    private readonly TargetFile _file;
    private readonly Workspace _workspace;
    private readonly int _port;
    private readonly TargetUri _uri;
    private readonly TargetOptions _options;
    private readonly TimeProvider _time;
    private ServerProcess? _process;

    private StartedTarget(TargetFile file, Workspace workspace, int port, string argument, TargetOptions options, TimeProvider time)
    {
        (_file, _workspace, _port, Argument, _options, _time) = (file, workspace, port, argument, options, time);
        _uri = TargetUri.Parse(workspace.Fill(file.Url, port));
        Wire = new WireOptions { Insecure = options.Insecure };
        Values = options.ValuesFor(_uri);
    }

    /// <inheritdoc/>
    public string Name => _file.Name;

    /// <inheritdoc/>
    public string Argument { get; }

    /// <inheritdoc/>
    public string? Version { get; private set; }

    /// <inheritdoc/>
    public Endpoint Endpoint => _uri.Endpoint;

    /// <inheritdoc/>
    public WireOptions Wire { get; }

    /// <inheritdoc/>
    public TargetValues Values { get; }

    /// <inheritdoc/>
    public Capabilities Capabilities => _options.Capabilities;

    /// <inheritdoc/>
    public IPEndPoint? Witness => _options.Witness;

    /// <inheritdoc/>
    public string? Ledger => _options.Ledger;

    /// <inheritdoc/>
    public bool CanRestart => true;

    /// <inheritdoc/>
    public bool HasExited => _process?.HasExited ?? false;

    /// <inheritdoc/>
    public Func<string, IReadOnlyList<long>>? Printed => _file.PrintsLog ? text => _process?.Printed.Find(text) ?? [] : null;

    /// <inheritdoc/>
    public string OutputTail => _process?.Tail ?? string.Empty;

    /// <summary>Lays a target out and prepares it.</summary>
    /// <param name="source">The target's file and files.</param>
    /// <param name="given">What the user said besides; it wins over the file.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="TargetGoneException">It cannot be prepared; the message says why.</exception>
    public static async Task<StartedTarget> CreateAsync(TargetSource source, TargetOptions given, TimeProvider time, CancellationToken cancellation)
    {
        var missing = source.File.Needs.Where(n => Executables.Find(n) is null).ToList();
        if (missing.Count > 0) throw new TargetMissingException(source.File, missing);
        var port = FreePort.OnLoopback().Port;
        var options = source.Options(given);
        var workspace = Workspace.Create(source.File, source.Files, port);
        var target = new StartedTarget(source.File, workspace, port, source.Argument, source.File.Adapter is null ? options : Watched(source.File, options, workspace, port), time);
        try
        {
            foreach (var command in source.File.Prepare) await target.PrepareAsync(command, cancellation);
            if (source.File.Version is { } version) target.Version = await TargetVersion.AskAsync(target.Words(version), target.Environment(), target._workspace.Directory, cancellation);
        }
        catch
        {
            await target.DisposeAsync();
            throw;
        }

        return target;
    }

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var ready = new ResiliencePipelineBuilder<bool> { TimeProvider = _time }
            .AddRetry(new RetryStrategyOptions<bool>
            {
                ShouldHandle = new PredicateBuilder<bool>().HandleResult(false),
                MaxRetryAttempts = int.MaxValue,
                Delay = TimeSpan.FromMilliseconds(50),
                BackoffType = DelayBackoffType.Constant,
            })
            .Build();
        try
        {
            _process = ServerProcess.Start(Words(_file.Command), Environment(), _workspace.Directory);
        }
        catch (InvalidOperationException e)
        {
            throw new TargetGoneException($"target {Name}: {e.Message}", e);
        }

        if (await BecomesReadyAsync(ready, cancellation) && !HasExited) return;
        var why = HasExited ? $"it ended with {_process.Ending}" : $"it gave no answer within {_file.ReadySeconds} s";
        throw new TargetGoneException($"target {Name} does not start: {why}; its last output:\n{OutputTail}", new InvalidOperationException(why));
    }

    // An attempt that gets no answer takes its time too, so it is the clock that ends the trying.
    private async Task<bool> BecomesReadyAsync(ResiliencePipeline<bool> ready, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(_file.ReadySeconds), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            return await ready.ExecuteAsync(async token => HasExited || await AnswersAsync(token), either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task RestartAsync(CancellationToken cancellation)
    {
        if (_process is { } old) await old.DisposeAsync();
        await StartAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is { } running) await running.DisposeAsync();
        _process = null;
        _workspace.Dispose();
    }

    // An adapter that conform itself puts there is told where to report to.
    private static TargetOptions Watched(TargetFile file, TargetOptions options, Workspace workspace, int port)
    {
        if (options.App is null || options.Witness is not null || options.Ledger is not null) return options;
        if (file.Ledger is not { } named) return options with { Witness = FreePort.OnLoopback() };
        try
        {
            return options with { Ledger = Directory.CreateDirectory(Path.Combine(workspace.Directory, workspace.Fill(named, port))).FullName };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            workspace.Dispose();
            throw new TargetGoneException($"target {file.Name}: the folder of `ledger: {named}` cannot be made: {e.Message}", e);
        }
    }

    private string[] Words(string command) => [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => _workspace.Fill(w, _port))];

    private Dictionary<string, string> Environment()
    {
        var variables = _file.Env.ToDictionary(v => v.Key, v => _workspace.Fill(v.Value, _port), StringComparer.Ordinal);
        if (Witness is null && Ledger is null) return variables;
        // Both, for configurations that name both: an adapter takes an empty one for none.
        variables["PROBE_WITNESS"] = Witness?.ToString() ?? string.Empty;
        variables["PROBE_LEDGER"] = Ledger ?? string.Empty;
        return variables;
    }

    private async Task PrepareAsync(string command, CancellationToken cancellation)
    {
        try
        {
            var (well, tail) = await ServerProcess.RunAsync(Words(command), Environment(), _workspace.Directory, cancellation);
            if (!well) throw new InvalidOperationException(tail);
        }
        catch (InvalidOperationException e)
        {
            throw new TargetGoneException($"target {Name} cannot be prepared: {command}\n{e.Message}", e);
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            var conversation = new Conversation(new Dialer(Endpoint, Wire, _time, retries: 0), _time);
            var get = Script.Single(PlainRequests.Get(Values.Host, Values.Path));
            var asked = await conversation.HoldAsync(get, Patience.Of(TimeSpan.FromSeconds(2)), true, cancellation);
            return ObservationReader.Read(asked).Connections is [.., { Responses: [{ IsComplete: true }, ..] }];
        }
        catch (TargetGoneException)
        {
            return false;
        }
    }
}

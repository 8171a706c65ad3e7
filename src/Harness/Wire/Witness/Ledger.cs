using System.Collections.Concurrent;

namespace Conform.Wire.Witness;

/// <summary>
/// A folder in which adapters write what they would tell over a connection, one file a conversation: for servers that may not connect anywhere.
/// Those are read and never changed; what stood in one before a conversation is none of its. An application is let go from a gate by a file.
/// </summary>
public sealed class Ledger : IWitness
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private readonly ConcurrentDictionary<string, LedgerFile> _files = new(StringComparer.Ordinal);
    // No adapter waits longer at a gate: who is called only when the conversation is over is let go too.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);
    private const int LooksBetween = 10;
    private readonly CancellationTokenSource _ended = new();
    private readonly LedgerGates _gates;
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly Task _looking;

    private Ledger(string folder, TimeProvider time)
    {
        (_folder, _time) = (folder, time);
        _gates = new LedgerGates(folder, Complain);
        _looking = LookAsync();
    }

    /// <inheritdoc/>
    public string Place => _folder;

    /// <inheritdoc/>
    public string? Complaint { get; private set; }

    /// <summary>Begins to look.</summary>
    /// <param name="folder">The folder; the adapter's PROBE_LEDGER.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">What an earlier run left there cannot be taken away.</exception>
    /// <exception cref="UnauthorizedAccessException">What an earlier run left there may not be taken away.</exception>
    public static Ledger Open(string folder, TimeProvider time) =>
        Directory.Exists(folder) ? new Ledger(folder, time) : throw new DirectoryNotFoundException($"there is no folder {folder}");

    /// <inheritdoc/>
    public IDisposable Listen(string id, IWitnessSink sink)
    {
        var file = _files.GetOrAdd(id, i => new LedgerFile(Path.Combine(_folder, i + ".jsonl"), _gates));
        Read(file);
        file.Tell(sink);
        return new Subscription(() => file.Leave(sink, _time.GetTimestamp()));
    }

    /// <inheritdoc/>
    public Task CatchUpAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        ReadAll(isThorough: false);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _looking;
        await _gates.DisposeAsync();
        _ended.Dispose();
    }

    private async Task LookAsync()
    {
        try
        {
            for (var look = 0; true; look++)
            {
                await Task.Delay(Look, _time, _ended.Token);
                ReadAll(look % LooksBetween == 0);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private void ReadAll(bool isThorough)
    {
        foreach (var (id, file) in _files)
        {
            if (file.Left is not { } left) Read(file);
            else if (isThorough && _time.GetElapsedTime(left) > Longest) _files.TryRemove(KeyValuePair.Create(id, file));
            else if (isThorough) Read(file);
        }
    }

    private void Read(LedgerFile file)
    {
        try
        {
            file.Read();
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            Complain(e.Message);
        }
    }

    private void Complain(string what) => Complaint ??= what;
}

using System.Collections.Concurrent;

namespace Conform.Wire.Witness;

/// <summary>
/// A folder in which adapters write what they would tell over a connection, one file a conversation: for servers that may not connect anywhere.
/// Nobody is let go from a gate through it. Files are read and never changed; what stood in one before a conversation is none of its.
/// </summary>
public sealed class Ledger : IWitness
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private readonly ConcurrentDictionary<string, LedgerFile> _files = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _ended = new();
    private readonly string _folder;
    private readonly Task _looking;

    private Ledger(string folder, TimeProvider time)
    {
        _folder = folder;
        _looking = LookAsync(time);
    }

    /// <inheritdoc/>
    public string Place => _folder;

    /// <inheritdoc/>
    public bool OpensGates => false;

    /// <inheritdoc/>
    public string? Complaint { get; private set; }

    /// <summary>Begins to look.</summary>
    /// <param name="folder">The folder; the adapter's PROBE_LEDGER.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static Ledger Open(string folder, TimeProvider time) =>
        Directory.Exists(folder) ? new Ledger(folder, time) : throw new DirectoryNotFoundException($"there is no folder {folder}");

    /// <inheritdoc/>
    public IDisposable Listen(string id, IWitnessSink sink)
    {
        var file = new LedgerFile(Path.Combine(_folder, id + ".jsonl"), sink);
        _files[id] = file;
        return new Subscription(() => _files.TryRemove(KeyValuePair.Create(id, file)));
    }

    /// <inheritdoc/>
    public Task CatchUpAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        ReadAll();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _looking;
        _ended.Dispose();
    }

    private async Task LookAsync(TimeProvider time)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Look, time, _ended.Token);
                ReadAll();
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private void ReadAll()
    {
        foreach (var file in _files.Values)
        {
            try
            {
                file.Read();
            }
            catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
            {
                Complaint ??= e.Message;
            }
        }
    }
}

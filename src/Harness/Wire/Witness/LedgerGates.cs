using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Conform.Wire.Witness;

/// <summary>The gates of a ledger, a file each: <c>ID.PID.CALL.N.go</c>, by the line with which the application said that it stands there.</summary>
internal sealed partial class LedgerGates : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentDictionary<Task, bool> _holding = new();
    private readonly string _folder;

    /// <summary>Takes away what an earlier run left: processes and calls may have the same numbers again, as they do in a container.</summary>
    /// <param name="folder">The ledger.</param>
    /// <param name="complain">Is told what is wrong with a gate.</param>
    /// <exception cref="IOException">A file cannot be taken away.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be taken away.</exception>
    public LedgerGates(string folder, Action<string> complain)
    {
        (_folder, Complain) = (folder, complain);
        foreach (var file in Directory.EnumerateFiles(folder, "*.go").Where(f => Name().IsMatch(Path.GetFileName(f)))) File.Delete(file);
    }

    /// <summary>Is told what is wrong with a gate.</summary>
    public Action<string> Complain { get; }

    /// <summary>An application waits.</summary>
    /// <param name="file">The name of the file for which it does.</param>
    /// <param name="held">Is done when it may go on.</param>
    public LedgerGate Hold(string file, Func<CancellationToken, Task> held)
    {
        var gate = new LedgerGate(Path.Combine(_folder, file));
        var opening = OpenAsync(gate, held);
        _holding[opening] = true;
        _ = opening.ContinueWith(t => _holding.TryRemove(t, out _), TaskScheduler.Default);
        return gate;
    }

    /// <summary>Lets everybody go on.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await Task.WhenAll(_holding.Keys);
        _ended.Dispose();
    }

    private async Task OpenAsync(LedgerGate gate, Func<CancellationToken, Task> held)
    {
        try
        {
            await gate.OpenAsync(held, _ended.Token);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Complain($"a gate cannot be opened: {e.Message}");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,64}(?:\.[0-9]+){3}\.go\z")]
    private static partial Regex Name();
}

namespace Conform.Wire.Witness;

/// <summary>A gate at which an application waits for a file, which it takes away to go on.</summary>
/// <param name="path">The file.</param>
internal sealed class LedgerGate(string path) : IDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly Lock _gate = new();
    private bool _isMade;
    private bool _isLeft;

    /// <summary>Makes the file, once the application may go on and unless it went on by itself.</summary>
    /// <param name="held">Is done when it may.</param>
    /// <param name="ended">The run is over: whoever waits may go on.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be made.</exception>
    public async Task OpenAsync(Func<CancellationToken, Task> held, CancellationToken ended)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_over.Token, ended);
        try
        {
            await held(over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // Which of both it was is asked below.
        }

        lock (_gate)
        {
            if (_isLeft) return;
            File.WriteAllBytes(path, []);
            _isMade = true;
        }
    }

    /// <summary>The application has gone on. A file that it did not take away would open another gate of that name.</summary>
    /// <returns>Whether it waited for the file.</returns>
    public bool Leave()
    {
        _over.Cancel();
        lock (_gate)
        {
            _isLeft = true;
            if (_isMade && !File.Exists(path)) return true;
            try
            {
                File.Delete(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Who opens the ledger the next time takes it away, or says so.
            }

            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Leave();
        _over.Dispose();
    }
}

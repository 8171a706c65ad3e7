namespace Conform.Running.Targets;

/// <summary>Asks a server which version it is.</summary>
public static class TargetVersion
{
    // Who does not say it by then is left without one.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Asks the server of a file, which is not started.</summary>
    /// <param name="file">The target's file.</param>
    /// <param name="cancellation">Ends the question.</param>
    /// <returns>The first line of the answer; null where nothing is to be asked, or no answer came within ten seconds.</returns>
    public static async Task<string?> AskAsync(TargetFile file, CancellationToken cancellation) => file.Version is not { } command
        ? null
        : await AskAsync(command.Split(' ', StringSplitOptions.RemoveEmptyEntries), new Dictionary<string, string>(StringComparer.Ordinal), Path.GetTempPath(), cancellation);

    /// <summary>Asks by a command.</summary>
    /// <param name="words">The command.</param>
    /// <param name="environment">Variables besides our own.</param>
    /// <param name="directory">Where it runs.</param>
    /// <param name="cancellation">Ends the question.</param>
    /// <returns>The first line of the answer; null where none came within ten seconds.</returns>
    internal static async Task<string?> AskAsync(IReadOnlyList<string> words, IReadOnlyDictionary<string, string> environment, string directory, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            var (_, tail) = await ServerProcess.RunAsync(words, environment, directory, limit.Token);
            return tail.Split('\n')[0].Trim() is { Length: > 0 } line ? line : null;
        }
        catch (Exception e) when (e is InvalidOperationException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }
}

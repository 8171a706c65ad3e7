namespace Conform.Snapshots;

/// <summary>
/// Verified texts as files, by Verify's conventions: <c>NAME.verified.txt</c> is kept under version control,
/// <c>NAME.received.txt</c> stands beside it while it differs and is removed when it does not.
/// </summary>
/// <param name="directory">Where the files stand; made when it is not there.</param>
public sealed class FileVerifier(string directory) : ISnapshotVerifier
{
    internal const string VerifiedEnd = ".verified.txt";
    internal const string ReceivedEnd = ".received.txt";

    /// <summary>The names that have a verified text.</summary>
    public IReadOnlyList<string> Names => NamesOf(VerifiedEnd);

    /// <summary>The names that have a text which waits to be accepted.</summary>
    public IReadOnlyList<string> ReceivedNames => NamesOf(ReceivedEnd);

    /// <inheritdoc/>
    public string? Verified(string name) => TextOf(PathOf(name, VerifiedEnd));

    /// <summary>The text that waits to be accepted under a name; null when there is none.</summary>
    /// <param name="name">The name.</param>
    public string? Received(string name) => TextOf(PathOf(name, ReceivedEnd));

    /// <inheritdoc/>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    public SnapshotVerdict Verify(string name, string text)
    {
        text = text.ReplaceLineEndings("\n");
        Leave(name, text);
        return Verified(name) is not { } verified ? new SnapshotVerdict.New()
            : text == verified ? new SnapshotVerdict.Same()
            : new SnapshotVerdict.Different(SnapshotDiff.Render(verified, text));
    }

    /// <summary>Keeps a text for accepting, unless it is what is verified already.</summary>
    /// <param name="name">The name.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    internal void Leave(string name, string text)
    {
        if (text == Verified(name))
        {
            File.Delete(PathOf(name, ReceivedEnd));
            return;
        }

        Directory.CreateDirectory(directory);
        File.WriteAllText(PathOf(name, ReceivedEnd), text);
    }

    /// <summary>Writes what is verified from now on.</summary>
    /// <param name="name">The name.</param>
    /// <param name="text">The text; an empty one takes the file away.</param>
    /// <param name="left">What of the received text still waits to be accepted; null when nothing does, so that it goes.</param>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    public void Take(string name, string text, string? left = null)
    {
        if (text.Length > 0) File.WriteAllText(PathOf(name, VerifiedEnd), text);
        else File.Delete(PathOf(name, VerifiedEnd));
        if (left is not null) File.WriteAllText(PathOf(name, ReceivedEnd), left);
        else File.Delete(PathOf(name, ReceivedEnd));
    }

    private static string? TextOf(string path) => File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;

    private List<string> NamesOf(string end) => !Directory.Exists(directory) ? []
        : [.. Directory.EnumerateFiles(directory, $"*{end}").Select(f => Path.GetFileName(f)[..^end.Length]).Order(StringComparer.Ordinal)];

    private string PathOf(string name, string end) => Path.Combine(directory, name + end);
}

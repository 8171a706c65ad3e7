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

    /// <inheritdoc/>
    public string? Verified(string name) =>
        File.Exists(PathOf(name, VerifiedEnd)) ? File.ReadAllText(PathOf(name, VerifiedEnd)).ReplaceLineEndings("\n") : null;

    /// <inheritdoc/>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    public SnapshotVerdict Verify(string name, string text)
    {
        text = text.ReplaceLineEndings("\n");
        var verified = Verified(name);
        if (text == verified)
        {
            File.Delete(PathOf(name, ReceivedEnd));
            return new SnapshotVerdict.Same();
        }

        Directory.CreateDirectory(directory);
        File.WriteAllText(PathOf(name, ReceivedEnd), text);
        return verified is null ? new SnapshotVerdict.New() : new SnapshotVerdict.Different(SnapshotDiff.Render(verified, text));
    }

    /// <summary>Turns received texts into verified ones, whole files at a time. An empty received text takes its file away.</summary>
    /// <param name="selected">Which names.</param>
    /// <param name="merge">What is taken over for a verified and a received text; the received one where it is null.</param>
    /// <returns>The names that were taken over.</returns>
    public IReadOnlyList<string> Accept(Func<string, bool> selected, Func<string, string, string>? merge = null)
    {
        var accepted = NamesOf(ReceivedEnd).Where(selected).ToList();
        foreach (var name in accepted)
        {
            var received = PathOf(name, ReceivedEnd);
            if (merge is not null && Verified(name) is { } verified)
                File.WriteAllText(received, merge(verified, File.ReadAllText(received).ReplaceLineEndings("\n")));
            if (new FileInfo(received).Length > 0)
            {
                File.Move(received, PathOf(name, VerifiedEnd), overwrite: true);
                continue;
            }

            File.Delete(received);
            File.Delete(PathOf(name, VerifiedEnd));
        }

        return accepted;
    }

    private List<string> NamesOf(string end) => !Directory.Exists(directory) ? []
        : [.. Directory.EnumerateFiles(directory, $"*{end}").Select(f => Path.GetFileName(f)[..^end.Length]).Order(StringComparer.Ordinal)];

    private string PathOf(string name, string end) => Path.Combine(directory, name + end);
}

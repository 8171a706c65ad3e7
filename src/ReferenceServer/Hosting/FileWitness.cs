namespace Conform.ReferenceServer.Hosting;

/// <summary>
/// A witness behind a file of a folder, one a conversation, for servers that may not connect anywhere. Nobody answers there, so that no program waits
/// at a gate; the end of a call is a line. Where the file cannot be written, nothing is told and the application goes on.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="id">The conversation's id, which is the file's name.</param>
/// <param name="process">The process that makes the call.</param>
internal sealed class FileWitness(string folder, string id, int process) : TellingWitness(id, process)
{
    // Calls of one conversation share the file, and each line stands there whole.
    private static readonly Lock Writing = new();
    private readonly string _path = Path.Combine(folder, id + ".jsonl");
    private bool _open;

    /// <inheritdoc/>
    public override void Hold(string label) => Send(("ev", "gate"), ("gate", label));

    /// <summary>The call is over. What is told afterwards, such as a second close, begins another.</summary>
    public override void Dispose()
    {
        if (_open) Send(("ev", "end"));
        _open = false;
    }

    /// <inheritdoc/>
    protected override bool Send(byte[] line)
    {
        try
        {
            lock (Writing)
            {
                using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
                file.Write(line);
            }

            return _open = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return _open = false;
        }
    }
}

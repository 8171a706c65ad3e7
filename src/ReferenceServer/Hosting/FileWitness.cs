namespace Conform.ReferenceServer.Hosting;

/// <summary>
/// A witness behind a file of a folder, one a conversation, for servers that may not connect anywhere. From a gate the application goes on once it
/// can take away the gate's file; the end of a call is a line. Where the file cannot be written, nothing is told and the application goes on.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="id">The conversation's id, which is the file's name.</param>
/// <param name="process">The process that makes the call.</param>
/// <param name="time">The clock.</param>
internal sealed class FileWitness(string folder, string id, int process, TimeProvider time) : TellingWitness(id, process)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    // Calls of one conversation share the file, and each line stands there whole.
    private static readonly Lock Writing = new();
    private readonly string _path = Path.Combine(folder, id + ".jsonl");
    private bool _open;

    /// <inheritdoc/>
    public override void Hold(string label)
    {
        if (!Send(("ev", "gate"), ("gate", label))) return;
        var file = Path.Combine(folder, GateFile);
        for (var began = time.GetTimestamp(); !IsTaken(file); Task.Delay(Look, time).GetAwaiter().GetResult())
        {
            if (time.GetElapsedTime(began) < Longest) continue;
            Send(("ev", "gate-lost"), ("d", label));
            return;
        }
    }

    /// <summary>The call is over. What is told afterwards, such as a second close, begins another.</summary>
    public override void Dispose()
    {
        if (_open) Send(("ev", "end"));
        _open = false;
    }

    private static bool IsTaken(string file)
    {
        try
        {
            if (!File.Exists(file)) return false;
            File.Delete(file);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
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

using System.Text;

namespace Conform.Running.Targets;

/// <summary>A target's own folder: its files with the placeholders replaced, removed when the target is done with.</summary>
internal sealed class Workspace : IDisposable
{
    private Workspace(string directory) => Directory = directory;

    /// <summary>Its path.</summary>
    public string Directory { get; }

    /// <summary>Lays the files out.</summary>
    /// <param name="file">What the target says of them.</param>
    /// <param name="files">Path below the folder, and octets.</param>
    /// <param name="port">What <c>{port}</c> becomes.</param>
    public static Workspace Create(TargetFile file, IEnumerable<(string Path, byte[] Octets)> files, int port)
    {
        var directory = System.IO.Directory.CreateTempSubdirectory($"conform-{file.Name}-").FullName;
        Open(directory);
        var workspace = new Workspace(directory);
        foreach (var (path, octets) in files)
        {
            var to = Path.Combine(directory, path);
            Make(Path.GetDirectoryName(to)!);
            File.WriteAllBytes(to, file.Templates.Contains(path, StringComparer.Ordinal)
                ? Encoding.UTF8.GetBytes(workspace.Fill(Encoding.UTF8.GetString(octets), port))
                : octets);
            if (octets is [(byte)'#', (byte)'!', ..]) Open(to);
        }

        return workspace;
    }

    /// <summary>Replaces the placeholders in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="port">What <c>{port}</c> becomes.</param>
    public string Fill(string text, int port) =>
        text.Replace("{port}", port.ToString(), StringComparison.Ordinal).Replace("{dir}", Directory, StringComparison.Ordinal)
            .Replace("{here}", Environment.CurrentDirectory, StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A server that is still writing its last log line must not turn a good run into a failed one.
        }
    }

    private static void Make(string directory)
    {
        if (System.IO.Directory.Exists(directory)) return;
        System.IO.Directory.CreateDirectory(directory);
        Open(directory);
    }

    // Servers that drop their privileges must still be able to read what is theirs.
    private static void Open(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead
            | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }
}

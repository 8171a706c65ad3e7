namespace Conform.Running.Targets;

/// <summary>Finds programs.</summary>
internal static class Executables
{
    /// <summary>Where a program is: as it stands where it is a path, else on PATH; null where it is nowhere.</summary>
    /// <param name="name">A path or a name.</param>
    public static string? Find(string name)
    {
        if (name.Contains('/')) return File.Exists(name) ? name : null;
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var endings = OperatingSystem.IsWindows() ? new[] { ".exe", ".cmd", string.Empty } : [string.Empty];
        return folders.SelectMany(f => endings.Select(e => Path.Combine(f, name + e))).FirstOrDefault(File.Exists);
    }
}

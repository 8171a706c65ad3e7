using System.Reflection;

namespace Conform.Running;

/// <summary>The files of the suites, from inside the program or from a folder, by paths that begin with <c>suites/</c>.</summary>
public static class SuiteFiles
{
    private const string Prefix = "suites/";

    /// <summary>Paths inside the program, in ordinal order.</summary>
    public static IReadOnlyList<string> Embedded { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Select(n => n.Replace('\\', '/'))
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Reads one file from inside the program.</summary>
    /// <param name="path">Such as <c>suites/targets/nginx/target.yaml</c>.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static byte[] Read(string path)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(path)
            ?? throw new FileNotFoundException($"the program has no {path} inside", path);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The files below a folder inside the program: path below the folder, and octets.</summary>
    /// <param name="folder">Such as <c>suites/targets/nginx</c>.</param>
    public static IEnumerable<(string Path, byte[] Octets)> Below(string folder) => Embedded
        .Where(p => p.StartsWith(folder + "/", StringComparison.Ordinal)).Select(p => (p[(folder.Length + 1)..], Read(p)));

    /// <summary>The files below a folder on disk: path below the folder with forward slashes, and octets.</summary>
    /// <param name="folder">The folder.</param>
    public static IEnumerable<(string Path, byte[] Octets)> OnDisk(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(p => (Path.GetRelativePath(folder, p).Replace('\\', '/'), File.ReadAllBytes(p)));
}

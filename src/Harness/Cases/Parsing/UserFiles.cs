namespace Conform.Cases.Parsing;

/// <summary>The files that a user names.</summary>
internal static class UserFiles
{
    /// <summary>The files of a folder and below it, or the one file, and the requirements of the suites folder that it belongs to.</summary>
    public static IEnumerable<SuiteFile> Below(string path)
    {
        var isFile = File.Exists(path);
        var folder = isFile ? Path.GetDirectoryName(Path.GetFullPath(path))! : Path.GetFullPath(path);
        var root = Root(folder);
        var paths = isFile ? [path] : Directory.EnumerateFiles(path, "*.md", SearchOption.AllDirectories);
        var requirements = Path.Combine(root, "requirements");
        if (root != folder || isFile) paths = paths.Concat(Directory.Exists(requirements) ? Directory.EnumerateFiles(requirements, "*.md") : []);
        return paths.DistinctBy(Path.GetFullPath, StringComparer.Ordinal)
            .Select(p => (Path: p, Relative: Path.GetRelativePath(root, Path.GetFullPath(p)).Replace('\\', '/')))
            .Where(p => SuiteFile.KindOf(p.Relative) != SuiteFileKind.Other || isFile)
            .Select(p => new SuiteFile(p.Path.Replace('\\', '/'), p.Relative, File.ReadAllText(p.Path)));
    }

    /// <summary>Whether a path is a folder that has its own requirements, and so all the cases for them.</summary>
    public static bool IsWhole(string path) => Directory.Exists(Path.Combine(path, "requirements"));

    private static string Root(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (at.Name == "suites") return at.FullName;
        }

        return folder;
    }
}

using System.Reflection;
using Conform.Cases.Parsing;

namespace Conform.Cases;

/// <summary>Loads the cases and requirements: from inside the program, from a folder, or from texts.</summary>
public static class CatalogueLoader
{
    private const string Suites = "suites/";

    /// <summary>What is inside the program.</summary>
    /// <param name="isMutator">Whether there is a mutator of a name; null leaves that open.</param>
    public static Catalogue Embedded(Func<string, bool>? isMutator = null) => CatalogueBuilder.Build(EmbeddedFiles(), null, isMutator, isWhole: true);

    /// <summary>A folder of the user's, or a single case file. It may name the requirements inside the program besides its own.</summary>
    /// <param name="path">A path that exists. Ids are counted from the folder named <c>suites</c> above it, or else from the folder itself.</param>
    /// <param name="isMutator">Whether there is a mutator of a name; null leaves that open.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Catalogue FromDirectory(string path, Func<string, bool>? isMutator = null) =>
        CatalogueBuilder.Build([.. UserFiles.Below(path)], Embedded(), isMutator, UserFiles.IsWhole(path));

    /// <summary>Texts that are nowhere else; nothing is read.</summary>
    /// <param name="files">Paths as they stand in a suites folder, with or without <c>suites/</c> in front, and texts.</param>
    /// <param name="isMutator">Whether there is a mutator of a name; null leaves that open.</param>
    public static Catalogue FromFiles(IEnumerable<(string Path, string Text)> files, Func<string, bool>? isMutator = null) =>
        CatalogueBuilder.Build(
            [.. files.Select(f => new SuiteFile(f.Path, WithoutSuites(f.Path), f.Text)).Where(f => f.Kind != SuiteFileKind.Other)], null, isMutator, isWhole: true);

    private static List<SuiteFile> EmbeddedFiles()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = new List<SuiteFile>();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            var path = name.Replace('\\', '/');
            if (!path.StartsWith(Suites, StringComparison.Ordinal) || SuiteFile.KindOf(path[Suites.Length..]) == SuiteFileKind.Other) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            files.Add(new SuiteFile(path, path[Suites.Length..], reader.ReadToEnd()));
        }

        return files;
    }

    private static string WithoutSuites(string path) => path.StartsWith(Suites, StringComparison.Ordinal) ? path[Suites.Length..] : path;
}

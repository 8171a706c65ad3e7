using System.Runtime.CompilerServices;

namespace Conform.Harness.Tests.Cases;

internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static string Samples { get; } = Path.Combine(Here(), "Samples");

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

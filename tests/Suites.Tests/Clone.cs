using System.Runtime.CompilerServices;

namespace Conform.Suites.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class Clone
{
    /// <summary>Its top folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The configuration that the tests were built in.</summary>
    public static string Configuration { get; } = typeof(Clone).Assembly.Location.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    private static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

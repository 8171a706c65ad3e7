using Conform.Running;
using Conform.Running.Targets;

namespace Conform.Suites.Tests;

/// <summary>Third-party servers and programs that a test needs: without them it says that it was skipped, and where they must be there it fails.</summary>
internal static class Needed
{
    private const string Required = "CONFORM_REQUIRE_TARGETS";

    public static async Task<ITarget> TargetAsync(string name)
    {
        var source = TargetSource.Find(name) ?? throw new InvalidOperationException($"there is no target {name}");
        try
        {
            return await StartedTarget.CreateAsync(source, new TargetOptions(), TimeProvider.System, CancellationToken.None);
        }
        catch (TargetMissingException e)
        {
            Missing(e.Message);
            throw;
        }
    }

    /// <summary>Ends the test where a program is not installed.</summary>
    /// <param name="name">Its name, as on PATH.</param>
    public static void Program(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        if (!folders.Any(f => File.Exists(Path.Combine(f, name)))) Missing($"{name} is not installed");
    }

    /// <summary>Ends the test: skipped, or failed where nothing may be missing.</summary>
    /// <param name="what">What is not here.</param>
    public static void Missing(string what)
    {
        if (Environment.GetEnvironmentVariable(Required) is { Length: > 0 }) Assert.Fail($"{what} ({Required} is set)");
        else Assert.Ignore($"skipped: {what}");
    }
}

using Conform.Testing;

namespace Conform.Suites.Tests;

/// <summary>
/// Every case is a test of its own, by its id: against the embedded reference server, or against CONFORM_TARGET (a URL, a name or a folder), with what is
/// remembered of it.
/// </summary>
public sealed class ConformanceTests
{
    private const string Variable = "CONFORM_TARGET";

    internal static ConformSuite Suite { get; } = new(Words(Environment.GetEnvironmentVariable(Variable)));

    internal static bool IsOfReference => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    private static IEnumerable<TestCaseData> Tests => Suite.Tests.Select(test => new TestCaseData(test) { TestName = test });

    [OneTimeSetUp]
    public Task Run() => Suite.RunAsync();

    [TestCaseSource(nameof(Tests))]
    public void Holds(string test) => Suite.Verify(test, Assert.Ignore);

    private static string[] Words(string? target)
    {
        if (string.IsNullOrEmpty(target)) return ["--snapshots", Path.Combine(Clone.Root, "suites/reference/snapshots")];
        var words = new List<string> { "--target", target, "--delivery", "whole" };
        var folder = Path.Combine(Clone.Root, "suites/targets", target);
        if (File.Exists(Path.Combine(folder, "deviations.txt"))) words.AddRange(["--deviations", Path.Combine(folder, "deviations.txt")]);
        if (Directory.Exists(Path.Combine(folder, "snapshots"))) words.AddRange(["--snapshots", Path.Combine(folder, "snapshots")]);
        return [.. words];
    }
}

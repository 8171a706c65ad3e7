using Conform.Reporting;

namespace Conform.Testing;

/// <summary>What must hold of a run as a whole, and belongs to no single case.</summary>
internal static class WholeRunTests
{
    private static readonly Dictionary<string, Func<RunSummary, string>> All = new(StringComparer.Ordinal)
    {
        ["run/the-target-lives"] = s => s.TargetDown ?? string.Empty,
        ["run/what-is-listed-still-fails"] = s => Lines(s.Stale.Select(d => $"{d.Location}: {d.Subject} is listed as {Reporting.Records.Names.Of(d.Outcome)}, and does not come to that any more")),
        ["run/what-is-listed-has-not-expired"] = s => Lines(s.Expired.Select(e => $"{e.Location}: {e}: its day has passed")),
        ["run/snapshots-match"] = s => Lines(s.Differences.Select(d => $"{d.Name}\n{d.Text}")),
    };

    /// <summary>The names of these tests, in order.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Finds a test.</summary>
    /// <param name="test">Its name.</param>
    /// <returns>What is wrong with a run, in words, or an empty text; null where it is no test of a whole run.</returns>
    public static Func<RunSummary, string>? Find(string test) => All.GetValueOrDefault(test);

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}

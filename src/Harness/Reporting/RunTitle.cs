using Conform.Reporting.Records;

namespace Conform.Reporting;

/// <summary>A run's name and what it came to, in a few words.</summary>
internal static class RunTitle
{
    /// <summary>The target with its version, such as <c>nginx 1.22.1</c>.</summary>
    /// <param name="target">The target.</param>
    public static string Target(RunTarget target)
    {
        if (target.Name == target.Url) return target.Url;
        var version = Version(target);
        return version.StartsWith(target.Name, StringComparison.OrdinalIgnoreCase) ? version
            : target.Name.Contains(' ') || version.Length == 0 ? target.Name : $"{target.Name} {version}";
    }

    /// <summary>The first thing to know: whether something was unexpected, and how much.</summary>
    /// <param name="summary">What the run came to.</param>
    public static string Outcome(RunSummary summary)
    {
        var parts = new[]
        {
            (summary.UnexpectedResults, "unexpected result"), (summary.Stale.Count, "stale deviation"), (summary.Expired.Count, "expired line"),
            (summary.Differences.Count, "snapshot difference"),
        };
        var text = string.Join(", ", parts.Where(p => p.Item1 > 0).Select(p => Quantity.Count(p.Item1, p.Item2)));
        return text.Length > 0 ? text : ExitCodes.Meaning(summary.ExitCode);
    }

    // Servers tell their version in sentences: "nginx version: nginx/1.22.1", "gunicorn (version 20.1.0)".
    private static string Version(RunTarget target) => string.Join(' ', (target.Version ?? string.Empty).Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
        .Where(w => !string.Equals(w, target.Name, StringComparison.OrdinalIgnoreCase) && !w.StartsWith("version", StringComparison.OrdinalIgnoreCase)));
}

using System.Text.Json;

namespace Conform.Harness.Tests.Reporting;

/// <summary>The parts of SARIF 2.1.0 that its schema requires of what we write, and the sets that it closes. A table of our own, apart from the writer.</summary>
internal static class SarifRules
{
    private static readonly (string Path, string[] Required)[] Objects =
    [
        ("", ["version", "runs"]),
        ("runs[]", ["tool"]),
        ("runs[].tool", ["driver"]),
        ("runs[].tool.driver", ["name"]),
        ("runs[].tool.driver.rules[]", ["id"]),
        ("runs[].tool.driver.rules[].shortDescription", ["text"]),
        ("runs[].tool.driver.rules[].fullDescription", ["text"]),
        ("runs[].tool.driver.rules[].help", ["text"]),
        ("runs[].invocations[]", ["executionSuccessful"]),
        ("runs[].invocations[].toolExecutionNotifications[]", ["message"]),
        ("runs[].results[]", ["message", "ruleId", "ruleIndex", "locations"]),
        ("runs[].results[].message", ["text"]),
        ("runs[].results[].locations[].physicalLocation", ["artifactLocation", "region"]),
        ("runs[].results[].locations[].physicalLocation.artifactLocation", ["uri"]),
        ("runs[].results[].suppressions[]", ["kind"]),
    ];

    private static readonly (string Path, string[] Allowed)[] Sets =
    [
        ("version", ["2.1.0"]),
        ("runs[].results[].kind", ["notApplicable", "pass", "fail", "review", "open", "informational"]),
        ("runs[].results[].level", ["none", "note", "warning", "error"]),
        ("runs[].results[].suppressions[].kind", ["inSource", "external"]),
        ("runs[].results[].suppressions[].status", ["accepted", "underReview", "rejected"]),
        ("runs[].tool.driver.rules[].defaultConfiguration.level", ["none", "note", "warning", "error"]),
        ("runs[].invocations[].toolExecutionNotifications[].level", ["none", "note", "warning", "error"]),
        ("runs[].columnKind", ["utf16CodeUnits", "unicodeCodePoints"]),
    ];

    /// <summary>What is wrong with a log, a line each.</summary>
    public static IReadOnlyList<string> Problems(JsonElement log)
    {
        var problems = new List<string>();
        foreach (var (path, required) in Objects)
        {
            foreach (var element in At(log, path))
                problems.AddRange(required.Where(r => !element.TryGetProperty(r, out _)).Select(r => $"{path} lacks {r}"));
        }

        foreach (var (path, allowed) in Sets)
            problems.AddRange(At(log, path).Select(e => e.GetString()!).Where(v => !allowed.Contains(v, StringComparer.Ordinal)).Select(v => $"{path} is {v}"));

        var rules = At(log, "runs[].tool.driver.rules[].id").Select(r => r.GetString()!).ToList();
        problems.AddRange(rules.GroupBy(r => r).Where(g => g.Count() > 1).Select(g => $"rule {g.Key} stands twice"));
        foreach (var result in At(log, "runs[].results[]"))
        {
            var index = result.GetProperty("ruleIndex").GetInt32();
            if (index < 0 || index >= rules.Count || rules[index] != result.GetProperty("ruleId").GetString()) problems.Add($"ruleIndex {index} is not its rule");
            if (result.GetProperty("kind").GetString() != "fail" && result.GetProperty("level").GetString() != "none") problems.Add("a result that is no failure has a level");
            if (At(result, "locations[].physicalLocation.region.startLine").Any(l => l.GetInt32() < 1)) problems.Add("a line before the first");
            if (At(result, "locations[].physicalLocation.artifactLocation.uri").Any(u => !Uri.IsWellFormedUriString(u.GetString(), UriKind.Relative))) problems.Add("no relative URI");
        }

        problems.AddRange(At(log, "runs[].tool.driver.rules[].helpUri").Where(u => !Uri.IsWellFormedUriString(u.GetString(), UriKind.Absolute)).Select(u => $"{u} is no absolute URI"));
        return problems;
    }

    private static IEnumerable<JsonElement> At(JsonElement from, string path)
    {
        IEnumerable<JsonElement> found = [from];
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part.Replace("[]", string.Empty);
            found = found.SelectMany(e => e.TryGetProperty(name, out var inner) ? part.EndsWith(']') ? inner.EnumerateArray() : [inner] : Enumerable.Empty<JsonElement>());
        }

        return [.. found];
    }
}

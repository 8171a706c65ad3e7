using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conform.Reporting.Formats;

/// <summary>
/// SARIF 2.1.0: a rule is a requirement, a result is a case that does not keep it, told once for all deliveries and draws that say the same. What is known
/// or flaky is suppressed with its reason, what could not be decided is open, and what passes is counted alone.
/// </summary>
internal static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ResultState[] Told =
        [ResultState.Fail, ResultState.Inconclusive, ResultState.Below, ResultState.Known, ResultState.Flaky];

    public static void Render(FinishedRun run, TextWriter output)
    {
        var places = run.Results.GroupBy(r => r.Result.Case, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Result.Location, StringComparer.Ordinal);
        var groups = run.Groups(Told).ToList();
        var rules = groups.Select(g => Assessment.Decisive(g.Group.First.Result)).DistinctBy(r => r.Id, StringComparer.Ordinal).OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        var index = rules.Index().ToDictionary(r => r.Item.Id, r => r.Index, StringComparer.Ordinal);
        var log = new JsonObject
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "conform",
                        ["semanticVersion"] = run.Header.ToolVersion,
                        ["shortDescription"] = SarifRule.Text("HTTP/1.1 and callable-contract conformance testing over raw TCP."),
                        ["rules"] = new JsonArray([.. rules.Select(SarifRule.Of)]),
                    },
                },
                ["automationDetails"] = new JsonObject { ["id"] = $"conform/{Slug(run.Header.Target.Name)}/" },
                ["invocations"] = new JsonArray(Invocation(run)),
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. groups.Select(g => SarifResult.Of(run, g.State, g.Group, index, places))]),
                ["properties"] = Properties(run),
            }),
        };
        output.Write(log.ToJsonString(Options) + "\n");
    }

    private static JsonObject Invocation(FinishedRun run) => new()
    {
        ["executionSuccessful"] = run.Summary.ExitCode is ExitCode.Ok or ExitCode.Unexpected,
        ["exitCode"] = (int)run.Summary.ExitCode,
        ["startTimeUtc"] = Time(run.Header.Started),
        ["endTimeUtc"] = Time(run.Header.Started + run.Summary.Duration),
        ["toolExecutionNotifications"] = new JsonArray([.. Notifications(run)]),
    };

    // What is no finding about a case: the harness's own failures, a target that died, lists and snapshots that do not hold any more.
    private static IEnumerable<JsonNode> Notifications(FinishedRun run)
    {
        if (run.Summary.TargetDown is { } down) yield return Notification("error", down);
        foreach (var (_, group) in run.Groups(ResultState.Error)) yield return Notification("error", $"{group.First.Result.Case}: {Reasons.Of(group.First.Result)}");
        foreach (var stale in run.Summary.Stale) yield return Notification("error", $"{stale.Location}: stale: {stale}");
        foreach (var expired in run.Summary.Expired) yield return Notification("error", $"{expired.Location}: expired: {expired}");
        foreach (var difference in run.Summary.Differences) yield return Notification("error", $"snapshot {difference.Name} differs:\n{difference.Text}");
    }

    private static JsonObject Notification(string level, string text) => new() { ["level"] = level, ["message"] = SarifRule.Text(text) };

    private static JsonObject Properties(FinishedRun run)
    {
        var properties = new JsonObject
        {
            ["target"] = run.Header.Target.Name, ["url"] = run.Header.Target.Url, ["seed"] = run.Header.Seed, ["suite"] = run.Header.SuiteDigest,
            ["deliveries"] = new JsonArray([.. run.Header.Deliveries.Select(d => JsonValue.Create(d))]),
        };
        if (run.Header.Target.Version is { } version) properties["targetVersion"] = version;
        foreach (var word in ResultStates.All)
        {
            var count = run.Results.Count(r => ResultStates.Of(r) == word.State);
            if (count > 0) properties[word.Word] = count;
        }

        return properties;
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static string Slug(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'));
}

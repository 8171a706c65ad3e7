using System.Text.Json.Nodes;
using Conform.Cases;
using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting.Formats;

/// <summary>A case that does not keep a requirement, as a result of SARIF.</summary>
internal static class SarifResult
{
    /// <summary>Makes it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="state">The state of the results that are told.</param>
    /// <param name="group">They.</param>
    /// <param name="rules">The place of each rule in the list of rules.</param>
    /// <param name="places">Where each case stands: a finding of the lint is shown at the case that it was first seen in.</param>
    public static JsonNode Of(
        FinishedRun run, ResultState state, FinishedGroup group, IReadOnlyDictionary<string, int> rules, IReadOnlyDictionary<string, SourceLocation> places)
    {
        var result = group.First.Result;
        var requirement = Assessment.Decisive(result);
        var isOpen = result.Outcome == Outcome.Inconclusive;
        var json = new JsonObject
        {
            ["ruleId"] = requirement.Id,
            ["ruleIndex"] = rules[requirement.Id],
            ["kind"] = isOpen ? "open" : "fail",
            ["level"] = isOpen ? "none" : SarifRule.Level(requirement.Weight),
            ["message"] = SarifRule.Text(Message(result, group)),
            ["locations"] = new JsonArray(Location(result, places)),
            ["partialFingerprints"] = new JsonObject { ["conformCase/v1"] = $"{CaseName.WithoutDraw(result.Case)} {requirement.Id}" },
            ["properties"] = Properties(run, state, group),
        };
        if (group.First.Standing.Because is { } reason)
            json["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "external", ["status"] = "accepted", ["justification"] = reason });
        return json;
    }

    private static string Message(Result result, FinishedGroup group)
    {
        var said = result.Outcome == Outcome.Inconclusive ? Reasons.Of(result) : $"expected {result.Verdict.Expected}; observed {result.Verdict.Observed}";
        var draws = group.OtherDraws.Count == 0 ? string.Empty : $" ({Quantity.Count(group.OtherDraws.Count, "more draw")} say the same)";
        return $"{result.Case}: {said}{draws}. {result.Summary}";
    }

    private static JsonNode Location(Result result, IReadOnlyDictionary<string, SourceLocation> places)
    {
        var seen = result.FirstSeen?.Split(' ').FirstOrDefault(places.ContainsKey);
        var place = seen is null ? result.Location : places[seen];
        return new JsonObject
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = string.Join('/', place.File.Split('/', '\\').Select(Uri.EscapeDataString)) },
                ["region"] = new JsonObject { ["startLine"] = Math.Max(1, place.Line) },
            },
            ["logicalLocations"] = new JsonArray(new JsonObject { ["fullyQualifiedName"] = result.Case, ["kind"] = "member" }),
        };
    }

    private static JsonObject Properties(FinishedRun run, ResultState state, FinishedGroup group)
    {
        var result = group.First.Result;
        var properties = new JsonObject
        {
            ["state"] = ResultStates.Word(state), ["outcome"] = Names.Of(result.Outcome), ["expected"] = result.Verdict.Expected, ["observed"] = result.Verdict.Observed,
            ["again"] = string.Join('\n', Reproduction.Command(run.Header, result, int.MaxValue)),
        };
        if (group.Deliveries.Length > 0) properties["deliveries"] = group.Deliveries;
        if (group.OtherDraws.Count > 0) properties["draws"] = new JsonArray([.. group.OtherDraws.Select(d => JsonValue.Create(d))]);
        return properties;
    }
}

using System.Text.Json.Nodes;
using Conform.Cases;
using Conform.Reporting.Records;

namespace Conform.Reporting.Formats;

/// <summary>A requirement as a rule of SARIF.</summary>
internal static class SarifRule
{
    public static JsonNode Of(Requirement requirement)
    {
        var link = SpecificationLink.Of(requirement);
        var where = $"{requirement.Reference}, {Names.Of(requirement.Level)}";
        var rule = new JsonObject
        {
            ["id"] = requirement.Id,
            ["shortDescription"] = Text(requirement.Text),
            ["fullDescription"] = Text($"{requirement.Text} ({where})"),
            ["help"] = new JsonObject
            {
                ["text"] = $"{requirement.Text}\n{where}{(link is null ? string.Empty : $"\n{link}")}",
                ["markdown"] = $"{requirement.Text}\n\n{(link is null ? where : $"[{where}]({link})")}",
            },
            ["defaultConfiguration"] = new JsonObject { ["level"] = Level(requirement.Weight) },
            ["properties"] = new JsonObject
            {
                ["tags"] = new JsonArray(requirement.Specification, Names.Of(requirement.Level)),
                ["precision"] = "very-high",
                ["problem.severity"] = requirement.Weight switch { Weight.Violation => "error", Weight.Warning => "warning", _ => "recommendation" },
            },
        };
        if (link is not null) rule["helpUri"] = link;
        return rule;
    }

    public static string Level(Weight weight) => weight switch { Weight.Violation => "error", Weight.Warning => "warning", _ => "note" };

    public static JsonObject Text(string text) => new() { ["text"] = text };
}

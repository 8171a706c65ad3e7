using System.Text.Json.Nodes;
using Conform.Cases;
using Conform.Judging.Coverage;

namespace Conform.Reporting.Coverage;

/// <summary>What becomes of the requirements, for programs.</summary>
public static class CoverageJson
{
    /// <summary>Makes the whole.</summary>
    /// <param name="rows">The requirements.</param>
    public static JsonObject Of(IReadOnlyList<CoveredRequirement> rows) => new JsonObject
    {
        ["specifications"] = new JsonArray([.. rows.GroupBy(r => r.Requirement.Specification).Select(specification => new JsonObject
        {
            ["specification"] = specification.Key,
            ["counts"] = Counts(specification),
            ["reasons"] = new JsonObject(CoverageTally.Reasons(specification).Select(r => KeyValuePair.Create(r.Key, (JsonNode?)r.Value))),
            ["sections"] = new JsonArray([.. CoverageSection.Of(specification).Select(Section)]),
        })]),
        ["requirements"] = new JsonArray([.. rows.Select(Row)]),
    };

    private static JsonObject Section(CoverageSection section) => new()
    {
        ["section"] = section.Name,
        ["levels"] = new JsonObject(section.Rows.GroupBy(r => r.Requirement.Level).OrderBy(g => g.Key).Select(g => KeyValuePair.Create(g.Key.Describe(), (JsonNode?)Counts(g)))),
    };

    private static JsonObject Counts(IEnumerable<CoveredRequirement> rows)
    {
        var tally = CoverageTally.Of(rows);
        return new JsonObject
        {
            ["requirements"] = tally.All, ["byCases"] = tally.ByCase, ["byLintAlone"] = tally.ByLint, ["leftOut"] = tally.LeftOut, ["open"] = tally.Open,
        };
    }

    private static JsonObject Row(CoveredRequirement row) => new()
    {
        ["requirement"] = row.Requirement.Id,
        ["specification"] = row.Requirement.Specification,
        ["section"] = row.Requirement.Section,
        ["level"] = row.Requirement.Level.Describe(),
        ["role"] = row.Requirement.Role,
        ["observed"] = row.Requirement.LeftOut is null ? row.Requirement.Observed : null,
        ["reason"] = row.Requirement.LeftOut,
        ["text"] = row.Requirement.Text,
        ["state"] = row.State switch
        {
            CoverageState.ByCase => "by cases",
            CoverageState.ByLint => "by lint alone",
            CoverageState.LeftOut => "left out",
            _ => "open",
        },
        ["cases"] = Names(row.Cases),
        ["lines"] = Names(row.Lines),
        ["lint"] = Names(row.Rules),
        ["file"] = row.Location.File,
        ["line"] = row.Location.Line,
    };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => JsonValue.Create(n))]);
}

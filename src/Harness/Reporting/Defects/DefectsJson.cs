using System.Text.Json.Nodes;
using Conform.Judging.Defects;

namespace Conform.Reporting.Defects;

/// <summary>Which cases catch which defects, for programs.</summary>
public static class DefectsJson
{
    /// <summary>Makes the whole.</summary>
    /// <param name="matrix">The matrix.</param>
    public static JsonObject Of(DefectMatrix matrix) => new()
    {
        ["defects"] = new JsonArray([.. matrix.Findings.Select(Run)]),
        ["unfit"] = Names(matrix.Unfit.Select(f => f.Defect)),
        ["uncaught"] = Names(matrix.Uncaught.Select(f => f.Defect)),
        ["tooWide"] = Names(matrix.TooWide.Select(f => f.Defect)),
        ["untripped"] = Names(matrix.Untripped),
        ["requirementsWithoutDefect"] = Names(matrix.WithoutDefect.Select(r => r.Requirement.Id)),
        ["requirementsCaughtElsewhere"] = Names(matrix.CaughtElsewhere.Select(r => r.Requirement.Id)),
        ["lintOnlyCanned"] = Names(matrix.OnlyCanned),
    };

    /// <summary>Makes a list of defects that were not run.</summary>
    /// <param name="defects">The defects.</param>
    public static JsonArray Of(IEnumerable<DefectFinding> defects) => new([.. defects.Select(Head)]);

    private static JsonObject Run(DefectFinding finding)
    {
        var json = Head(finding);
        json["baselineProblem"] = finding.BaselineProblem;
        json["caught"] = Names(finding.Caught);
        json["tripped"] = Names(finding.Tripped);
        json["outside"] = Names(finding.Outside);
        json["reservation"] = finding.Reservation;
        return json;
    }

    private static JsonObject Head(DefectFinding defect) => new()
    {
        ["defect"] = defect.Defect, ["summary"] = defect.Summary, ["requirement"] = defect.Requirement,
    };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => JsonValue.Create(n))]);
}

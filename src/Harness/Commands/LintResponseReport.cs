using System.Text;
using System.Text.Json.Nodes;
using Conform.Cases;
using Conform.Http;
using Conform.Judging.Lint;
using Conform.Reporting;
using Conform.Reporting.Records;

namespace Conform.Commands;

/// <summary>What the lint finds on responses, for people and for programs.</summary>
/// <param name="requirements">Finds a requirement by its id.</param>
internal sealed class LintResponseReport(Func<string, Requirement?> requirements)
{
    private static readonly Dictionary<string, LintRule> Rules = LintRules.All.ToDictionary(r => r.Name, StringComparer.Ordinal);

    /// <summary>The requirement of a rule.</summary>
    /// <param name="rule">The rule's name.</param>
    public Requirement RequirementOf(string rule) => requirements(Rules[rule].Requirement)!;

    /// <summary>Lines: a response, its findings, and at the end the counts.</summary>
    /// <param name="linted">The responses.</param>
    public string Text(IReadOnlyList<LintedResponse> linted)
    {
        var text = new StringBuilder();
        foreach (var (one, number) in linted.Select((l, i) => (l, i + 1)))
        {
            text.Append($"response {number}: {Named(one.Response)}\n");
            foreach (var finding in one.Findings)
            {
                var requirement = RequirementOf(finding.Rule);
                text.Append($"  {Names.Of(requirement.Weight),-9}  {finding.Rule}: {finding.Message}\n");
                text.Append($"             {requirement.Reference} {Names.Of(requirement.Level)} ({requirement.Id}): {requirement.Text}\n");
            }
        }

        var weights = linted.SelectMany(l => l.Findings).CountBy(f => RequirementOf(f.Rule).Weight).OrderByDescending(c => c.Key).Select(c => Quantity.Count(c.Value, Names.Of(c.Key)));
        var sum = string.Join(", ", weights);
        return text.Append($"{Quantity.Count(linted.Count, "response")}, {Quantity.Count(LintRules.All.Count, "rule")}: {(sum.Length == 0 ? "nothing found" : sum)}\n").ToString();
    }

    /// <summary>The same as JSON.</summary>
    /// <param name="linted">The responses.</param>
    public string Json(IReadOnlyList<LintedResponse> linted) => new JsonObject
    {
        ["rules"] = LintRules.All.Count,
        ["responses"] = new JsonArray([.. linted.Select(l => new JsonObject
        {
            ["version"] = l.Response.Version,
            ["status"] = l.Response.Status,
            ["complete"] = l.Response.IsComplete,
            ["contentLength"] = l.Response.ContentLength,
            ["findings"] = new JsonArray([.. l.Findings.Select(Finding)]),
        })]),
    }.ToJsonString(PrettyJson.Options) + "\n";

    private JsonObject Finding(LintFinding finding)
    {
        var requirement = RequirementOf(finding.Rule);
        return new JsonObject
        {
            ["rule"] = finding.Rule,
            ["weight"] = Names.Of(requirement.Weight),
            ["requirement"] = requirement.Id,
            ["reference"] = requirement.Reference,
            ["level"] = Names.Of(requirement.Level),
            ["asked"] = requirement.Text,
            ["expected"] = Rules[finding.Rule].Summary,
            ["observed"] = finding.Message,
        };
    }

    private static string Named(Response response)
    {
        if (response.Status == 0) return "no response";
        var line = $"{response.Version} {response.Status} {Observations.Octets.Visible(response.Reason)}".TrimEnd();
        var state = response.State switch { ResponseState.Complete => string.Empty, ResponseState.Malformed => ", malformed", _ => ", not complete" };
        return response.Framing is ContentFraming.None or ContentFraming.Tunnel ? line + state : $"{line}, {Quantity.Octets(response.ContentLength)} of content{state}";
    }
}

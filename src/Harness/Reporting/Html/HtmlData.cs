using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conform.Cases;
using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting.Html;

/// <summary>The results of a run as the page's script reads them: texts that return stand once.</summary>
internal sealed class HtmlData
{
    /// <summary>JSON that may stand within a page: what could end a script is escaped.</summary>
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.Default };

    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _requirements = new(StringComparer.Ordinal);
    private readonly JsonArray _requirementList = [];

    private HtmlData()
    {
    }

    /// <summary>Makes the data without the details.</summary>
    /// <param name="run">The run.</param>
    /// <param name="details">Where the details of each result are.</param>
    public static JsonObject Of(FinishedRun run, HtmlDetails details)
    {
        var data = new HtmlData();
        var cases = new JsonArray([.. run.Results.GroupBy(r => r.Result.Case, StringComparer.Ordinal).Select(g => data.Case([.. g], details))]);
        return new JsonObject
        {
            ["states"] = new JsonArray([.. ResultStates.All.Select(s => new JsonObject { ["word"] = s.Word, ["meaning"] = s.Meaning })]),
            ["again"] = string.Join('\n', Reproduction.Command(run.Header, Placeholder, int.MaxValue)),
            ["requirements"] = data._requirementList,
            ["texts"] = new JsonArray([.. data._texts.Keys.Select(t => JsonValue.Create(t))]),
            ["cases"] = cases,
        };
    }

    // Its words are replaced by the script, for results whose details are left out.
    private static Result Placeholder => new()
    {
        Case = "CASE", Delivery = "DELIVERY", Summary = string.Empty, Location = new SourceLocation(string.Empty, 1),
        Requirement = new Requirement(string.Empty, string.Empty, string.Empty, RequirementLevel.Prose, string.Empty), Verdict = new Verdict(Outcome.Pass, string.Empty, string.Empty),
    };

    private static int State(AssessedResult result) => Index(ResultStates.Of(result));

    private static int Index(ResultState state) => ResultStates.All.Index().First(s => s.Item.State == state).Index;

    private JsonArray Case(List<AssessedResult> results, HtmlDetails details)
    {
        var worst = results.MaxBy(ResultStates.Of)!;
        var first = worst.Result;
        return new JsonArray(
            first.Case, Index(ResultStates.Of(worst)), Requirement(Assessment.Decisive(first)), Text(first.Summary), first.Location.File, first.Location.Line,
            new JsonArray([.. results.Select(r => new JsonArray(
                r.Result.Delivery, State(r), Text(r.Result.Verdict.Expected), Text(r.Result.Verdict.Observed),
                r.Result.Verdict.Notes.Count == 0 ? null : new JsonArray([.. r.Result.Verdict.Notes.Select(n => JsonValue.Create(Text(n)))]),
                r.Standing.Because is { } because ? Text(because) : null, Math.Round(r.Result.Duration.TotalMilliseconds, 1), details.IndexOf(r)))]));
    }

    private int Text(string text)
    {
        if (_texts.TryGetValue(text, out var known)) return known;
        _texts.Add(text, _texts.Count);
        return _texts.Count - 1;
    }

    private int Requirement(Requirement requirement)
    {
        if (_requirements.TryGetValue(requirement.Id, out var known)) return known;
        _requirementList.Add((JsonNode)new JsonObject
        {
            ["id"] = requirement.Id, ["spec"] = requirement.Specification, ["section"] = requirement.Section, ["level"] = Names.Of(requirement.Level),
            ["text"] = requirement.Text, ["url"] = SpecificationLink.Of(requirement),
        });
        _requirements.Add(requirement.Id, _requirements.Count);
        return _requirements.Count - 1;
    }
}

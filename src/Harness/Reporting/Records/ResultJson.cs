using System.Text.Json;
using Conform.Cases;
using Conform.Judging;

namespace Conform.Reporting.Records;

/// <summary>A <see cref="Result"/> as a JSON object and back.</summary>
internal static class ResultJson
{
    public static void Write(Utf8JsonWriter writer, Result result)
    {
        writer.WriteString("record", "result");
        writer.WriteString("case", result.Case);
        writer.WriteString("delivery", result.Delivery);
        WriteRequirement(writer, result.Requirement);
        writer.WriteString("outcome", Names.Of(result.Outcome));
        writer.WriteString("expected", result.Verdict.Expected);
        writer.WriteString("observed", result.Verdict.Observed);
        if (result.Verdict.Decisive is { } decisive)
        {
            writer.WriteStartObject("decisive");
            WriteRequirement(writer, decisive);
            writer.WriteEndObject();
        }

        if (result.Verdict.RestsOnDeadline) writer.WriteBoolean("restsOnDeadline", true);
        if (result.Verdict.Notes.Count > 0) writer.WriteStrings("notes", result.Verdict.Notes);
        writer.WriteString("summary", result.Summary);
        writer.WriteString("file", result.Location.File);
        writer.WriteNumber("line", result.Location.Line);
        if (result.Count != 1) writer.WriteNumber("count", result.Count);
        if (result.FirstSeen is { } seen) writer.WriteString("firstSeen", seen);
        writer.WriteTime("duration", result.Duration);
        if (result.Evidence is not { } evidence) return;
        writer.WriteStrings("fate", TranscriptJson.Fates(evidence.Subject));
        EvidenceJson.Write(writer, "evidence", evidence);
    }

    public static Result Read(JsonElement json)
    {
        var outcome = json.Text("outcome");
        return new Result
        {
            Case = json.Text("case"),
            Delivery = json.Text("delivery"),
            Requirement = ReadRequirement(json),
            Summary = json.Text("summary"),
            Location = new SourceLocation(json.Text("file"), json.GetProperty("line").GetInt32()),
            Verdict = new Verdict(
                JsonParts.Known(Names.ParseOutcome(outcome), "outcome", outcome), json.Text("expected"), json.Text("observed"))
            {
                Decisive = json.TryGetProperty("decisive", out var decisive) ? ReadRequirement(decisive) : null,
                RestsOnDeadline = json.TryGetProperty("restsOnDeadline", out var rests) && rests.GetBoolean(),
                Notes = json.Texts("notes"),
            },
            Count = json.TryGetProperty("count", out var count) ? count.GetInt32() : 1,
            FirstSeen = json.TextOrNull("firstSeen"),
            Duration = json.Time("duration"),
            Evidence = json.TryGetProperty("evidence", out var evidence) ? EvidenceJson.Read(evidence) : null,
        };
    }

    private static void WriteRequirement(Utf8JsonWriter writer, Requirement requirement)
    {
        writer.WriteString("requirement", requirement.Id);
        writer.WriteString("specification", requirement.Specification);
        writer.WriteString("section", requirement.Section);
        writer.WriteString("level", Names.Of(requirement.Level));
        writer.WriteString("asks", requirement.Text);
    }

    private static Requirement ReadRequirement(JsonElement json)
    {
        var level = json.Text("level");
        return new Requirement(
            json.Text("requirement"), json.Text("specification"), json.Text("section"),
            JsonParts.Known(Names.ParseLevel(level), "level", level), json.Text("asks"));
    }
}

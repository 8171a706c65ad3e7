using System.Text.Json;
using Conform.Observations;

namespace Conform.Reporting.Records;

/// <summary>The evidence of a result, and what was found out about the target, as JSON and back.</summary>
internal static class EvidenceJson
{
    public static void Write(Utf8JsonWriter writer, string name, Evidence evidence)
    {
        writer.WriteStartObject(name);
        DrawnJson.Write(writer, evidence.Drawn);
        TranscriptJson.Write(writer, "subject", evidence.Subject);
        if (evidence.Control is { } control) TranscriptJson.Write(writer, "control", control);
        if (evidence.Reference is { } reference) TranscriptJson.Write(writer, "reference", reference);
        if (evidence.Liveness != Liveness.NotChecked) writer.WriteString("liveness", Names.Of(evidence.Liveness));
        if (evidence.Earlier.Count > 0) TranscriptJson.Write(writer, "earlier", evidence.Earlier);
        if (evidence.Needs.Count > 0)
        {
            writer.WriteStartObject("needs");
            foreach (var (id, outcome) in evidence.Needs) writer.WriteString(id, outcome);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    public static Evidence Read(JsonElement json)
    {
        var liveness = json.TextOrNull("liveness");
        return new Evidence
        {
            Drawn = DrawnJson.Read(json.GetProperty("drawn")),
            Subject = TranscriptJson.Read(json.GetProperty("subject")),
            Control = json.TryGetProperty("control", out var control) ? TranscriptJson.Read(control) : null,
            Reference = json.TryGetProperty("reference", out var reference) ? TranscriptJson.Read(reference) : null,
            Liveness = liveness is null ? Liveness.NotChecked : JsonParts.Known(Names.ParseLiveness(liveness), "liveness", liveness),
            Earlier = json.TryGetProperty("earlier", out var earlier) ? TranscriptJson.ReadAll(earlier) : [],
            Needs = DrawnJson.ReadMap(json, "needs", e => e.GetString() ?? string.Empty),
        };
    }

    public static void Write(Utf8JsonWriter writer, string name, TargetEvidence evidence)
    {
        writer.WriteStartObject(name);
        TranscriptJson.Write(writer, "baseline", evidence.Baseline);
        TranscriptJson.Write(writer, "canary", evidence.Canary);
        writer.WriteStrings("canaryTokens", evidence.CanaryTokens);
        TranscriptJson.Write(writer, "persistence", evidence.Persistence);
        if (evidence.Early is { } early) TranscriptJson.Write(writer, "early", early);
        if (evidence.Static.Count > 0) TranscriptJson.Write(writer, "static", evidence.Static);
        if (evidence.StaticPart is { } part) TranscriptJson.Write(writer, "staticPart", part);
        if (evidence.Adapter is { } adapter) TranscriptJson.Write(writer, "adapter", adapter);
        writer.WriteNumber("held", evidence.Held);
        writer.WriteTime("deadline", evidence.Deadline);
        writer.WriteEndObject();
    }

    public static TargetEvidence ReadTarget(JsonElement json) => new()
    {
        Baseline = TranscriptJson.ReadAll(json.GetProperty("baseline")),
        Canary = TranscriptJson.ReadAll(json.GetProperty("canary")),
        CanaryTokens = json.Texts("canaryTokens"),
        Persistence = TranscriptJson.Read(json.GetProperty("persistence")),
        Early = json.TryGetProperty("early", out var early) ? TranscriptJson.Read(early) : null,
        Static = json.TryGetProperty("static", out var plain) ? TranscriptJson.ReadAll(plain) : [],
        StaticPart = json.TryGetProperty("staticPart", out var part) ? TranscriptJson.Read(part) : null,
        Adapter = json.TryGetProperty("adapter", out var adapter) ? TranscriptJson.Read(adapter) : null,
        Held = json.GetProperty("held").GetInt32(),
        Deadline = json.Time("deadline"),
    };
}

using System.Text.Json;
using Conform.Observations;

namespace Conform.Reporting.Records;

/// <summary>What was drawn, as JSON and back.</summary>
internal static class DrawnJson
{
    public static void Write(Utf8JsonWriter writer, Drawn drawn)
    {
        writer.WriteStartObject("drawn");
        writer.WriteNumber("seed", drawn.Seed);
        writer.WriteNumber("index", drawn.Index);
        writer.WriteStartObject("values");
        foreach (var (name, octets) in drawn.Values) writer.WriteOctets(name, octets);
        writer.WriteEndObject();
        if (drawn.CanaryToken is { } token) writer.WriteString("canaryToken", token);
        if (drawn.CallId is { } call) writer.WriteString("callId", call);
        if (drawn.Program is { } program) writer.WriteStrings("program", program);
        if (drawn.ShrunkFrom is { } whole)
        {
            writer.WriteStrings("shrunkFrom", whole);
            writer.WriteNumber("runs", drawn.Runs);
        }

        if (drawn.Mutation is { } mutation) writer.WriteString("mutation", mutation);
        if (drawn.Allowed is { } allowed) writer.WriteString("allowed", allowed);
        if (drawn.Message is { } message) Write(writer, message);
        writer.WriteEndObject();
    }

    public static Drawn Read(JsonElement json) => new(
        json.GetProperty("seed").GetInt64(), json.GetProperty("index").GetInt32(), ReadMap(json, "values", e => e.Octets()))
    {
        CanaryToken = json.TextOrNull("canaryToken"),
        CallId = json.TextOrNull("callId"),
        Program = json.TryGetProperty("program", out _) ? json.Texts("program") : null,
        ShrunkFrom = json.TryGetProperty("shrunkFrom", out _) ? json.Texts("shrunkFrom") : null,
        Runs = json.TryGetProperty("runs", out var runs) ? runs.GetInt32() : 0,
        Mutation = json.TextOrNull("mutation"),
        Allowed = json.TextOrNull("allowed"),
        Message = json.TryGetProperty("message", out var message) ? ReadMessage(message) : null,
    };

    public static Dictionary<string, T> ReadMap<T>(JsonElement json, string name, Func<JsonElement, T> read)
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        if (!json.TryGetProperty(name, out var values)) return map;
        foreach (var entry in values.EnumerateObject()) map[entry.Name] = read(entry.Value);
        return map;
    }

    private static void Write(Utf8JsonWriter writer, Understood message)
    {
        writer.WriteStartObject("message");
        writer.WriteString("method", message.Method);
        writer.WriteString("path", message.Path);
        writer.WriteString("query", message.Query);
        writer.WriteStartObject("fields");
        foreach (var (name, value) in message.Fields) writer.WriteString(name, value);
        writer.WriteEndObject();
        writer.WriteOctets("content", message.Content);
        writer.WriteEndObject();
    }

    private static Understood ReadMessage(JsonElement json) => new(
        json.Text("method"), json.Text("path"), json.Text("query"),
        ReadMap(json, "fields", e => e.GetString() ?? string.Empty), json.GetProperty("content").Octets());
}

using System.Text.Json;
using Conform.Cases;

namespace Conform.Reporting.Records;

/// <summary>What the last record says besides its counts, as JSON and back.</summary>
internal static class EndJson
{
    public static void Write(Utf8JsonWriter writer, RunEnd end)
    {
        if (end.Memory is { } memory)
        {
            writer.WriteString("failOn", Names.Of(memory.FailOn));
            WriteLines(writer, "deviations", memory.Known.Deviations.Entries);
            WriteLines(writer, "flaky", memory.Known.Flaky.Entries);
            if (memory.Known.IsPart) writer.WriteBoolean("part", true);
        }

        if (end.Differences.Count > 0)
        {
            writer.WriteStartArray("differences");
            foreach (var difference in end.Differences)
            {
                writer.WriteStartObject();
                writer.WriteString("name", difference.Name);
                writer.WriteString("text", difference.Text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (end.TargetDown is { } down) writer.WriteString("targetDown", down);
        if (end.Duration > TimeSpan.Zero) writer.WriteTime("duration", end.Duration);
    }

    public static RunEnd Read(JsonElement json, RunEnd end) => end with
    {
        Memory = json.TextOrNull("failOn") is { } failOn ? new RunMemory(ReadWeight(failOn), ReadMemory(json)) : null,
        Differences = json.TryGetProperty("differences", out var all) ? [.. all.EnumerateArray().Select(d => new SnapshotDifference(d.Text("name"), d.Text("text")))] : [],
        TargetDown = json.TextOrNull("targetDown"),
        Duration = json.TryGetProperty("duration", out _) ? json.Time("duration") : TimeSpan.Zero,
    };

    private static TargetMemory ReadMemory(JsonElement json) => new(
        new DeviationList(ReadLines(json, "deviations", DeviationList.ReadLine)), new FlakyList(ReadLines(json, "flaky", FlakyList.ReadLine)))
    {
        IsPart = json.TryGetProperty("part", out var part) && part.GetBoolean(),
    };

    private static void WriteLines(Utf8JsonWriter writer, string name, IReadOnlyList<ListedCase> entries)
    {
        if (entries.Count == 0) return;
        writer.WriteStartArray(name);
        foreach (var entry in entries)
        {
            writer.WriteStartObject();
            writer.WriteString("file", entry.File);
            writer.WriteNumber("line", entry.Line);
            writer.WriteString("text", entry.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static List<T> ReadLines<T>(JsonElement json, string name, Func<string, string, int, (IReadOnlyList<T> Entries, string? Problem)> read)
    {
        var lines = new List<T>();
        if (!json.TryGetProperty(name, out var all)) return lines;
        foreach (var line in all.EnumerateArray())
        {
            var (entries, problem) = read(line.Text("text"), line.Text("file"), line.GetProperty("line").GetInt32());
            if (problem is not null) throw new FormatException(problem);
            lines.AddRange(entries);
        }

        return lines;
    }

    private static Weight ReadWeight(string word) =>
        Enum.TryParse<Weight>(word, ignoreCase: true, out var weight) ? weight : throw new FormatException($"\"{word}\" is no weight");
}

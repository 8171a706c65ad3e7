using System.Text.Json;
using Conform.Judging;

namespace Conform.Reporting.Records;

/// <summary>Reads the records of a run back.</summary>
public static class RecordReader
{
    /// <summary>Reads a whole run.</summary>
    /// <param name="text">Lines as <see cref="RecordWriter"/> makes them.</param>
    /// <returns>The run; <see cref="Recording.Broken"/> says so when its end is missing.</returns>
    /// <exception cref="RecordException">There is no header, its format is another, or a line is no record.</exception>
    public static Recording Read(TextReader text)
    {
        RunHeader? header = null;
        RunEnd? end = null;
        var results = new List<Result>();
        var number = 0;
        for (var line = text.ReadLine(); line is not null;)
        {
            var next = text.ReadLine();
            number++;
            using var json = Parse(line, number, mayBeCut: next is null && header is not null && end is null);
            if (json is null) return new Recording(header!, results, null) { LastLineIsCut = true };
            if (end is not null) throw new RecordException(number, "something stands behind the end record");
            var kind = Kind(json.RootElement);
            if (header is null != (kind == "run")) throw new RecordException(number, header is null ? "the first record is not \"run\"" : "a second \"run\" record");
            switch (kind)
            {
                case "run": header = Guard(number, () => Header(json.RootElement)); break;
                case "result": results.Add(Guard(number, () => ResultJson.Read(json.RootElement))); break;
                case "end": end = Guard(number, () => End(json.RootElement)); break;
                default: throw new RecordException(number, $"unknown record \"{kind}\"");
            }

            line = next;
        }

        return new Recording(header ?? throw new RecordException(1, "there is no record at all"), results, end);
    }

    private static JsonDocument? Parse(string line, int number, bool mayBeCut)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException) when (mayBeCut)
        {
            return null;
        }
        catch (JsonException error)
        {
            throw new RecordException(number, $"not a JSON record ({error.Message})");
        }
    }

    private static string Kind(JsonElement json) => json.ValueKind == JsonValueKind.Object ? json.TextOrNull("record") ?? string.Empty : string.Empty;

    private static T Guard<T>(int number, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is FormatException or KeyNotFoundException or InvalidOperationException or OverflowException)
        {
            throw new RecordException(number, $"the record lacks something or holds what it may not: {error.Message}");
        }
    }

    private static RunHeader Header(JsonElement json)
    {
        var format = json.GetProperty("format").GetInt32();
        if (format != RunHeader.CurrentFormat)
        {
            throw new FormatException($"format {format} is unknown, this program reads format {RunHeader.CurrentFormat}");
        }

        var target = json.GetProperty("target");
        return new RunHeader
        {
            ToolVersion = json.Text("tool"),
            Seed = json.GetProperty("seed").GetInt64(),
            SuiteDigest = json.Text("suite"),
            Target = new RunTarget(target.Text("name"), target.Text("url"), target.Text("host"))
            {
                Version = target.TextOrNull("version"),
                Command = target.TextOrNull("command"),
                Arguments = target.Texts("arguments"),
            },
            Deliveries = json.Texts("deliveries"),
            Shard = json.TextOrNull("shard") is { } shard ? ReadShard(shard) : null,
            Started = json.GetProperty("started").GetDateTimeOffset(),
            Planned = json.TryGetProperty("planned", out var planned) ? planned.GetInt32() : null,
            Jobs = json.TryGetProperty("jobs", out var jobs) ? jobs.GetInt32() : null,
            Evidence = json.TryGetProperty("evidence", out var evidence) ? EvidenceJson.ReadTarget(evidence) : null,
        };
    }

    private static Shard ReadShard(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2 && int.TryParse(parts[0], out var index) && int.TryParse(parts[1], out var count)
            ? new Shard(index, count)
            : throw new FormatException($"\"{text}\" is no shard");
    }

    private static RunEnd End(JsonElement json)
    {
        var counts = new Dictionary<Outcome, int>();
        foreach (var entry in json.GetProperty("counts").EnumerateObject())
        {
            counts[JsonParts.Known(Names.ParseOutcome(entry.Name), "outcome", entry.Name)] = entry.Value.GetInt32();
        }

        return EndJson.Read(json, new RunEnd(counts, json.GetProperty("unexpected").GetInt32(), json.GetProperty("exit").GetInt32()));
    }
}

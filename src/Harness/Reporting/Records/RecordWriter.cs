using System.Text.Encodings.Web;
using System.Text.Json;
using Conform.Judging;

namespace Conform.Reporting.Records;

/// <summary>Writes each record as one line of JSON. Octets are strings with one character an octet (ISO 8859-1), so nothing is lost.</summary>
public static class RecordWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The header as one line, without its line end.</summary>
    /// <param name="header">The header.</param>
    public static string Line(RunHeader header) => Json(w =>
    {
        w.WriteString("record", "run");
        w.WriteNumber("format", RunHeader.CurrentFormat);
        w.WriteString("tool", header.ToolVersion);
        w.WriteNumber("seed", header.Seed);
        w.WriteString("suite", header.SuiteDigest);
        w.WriteStartObject("target");
        w.WriteString("name", header.Target.Name);
        w.WriteString("url", header.Target.Url);
        w.WriteString("host", header.Target.Host);
        if (header.Target.Version is { } version) w.WriteString("version", version);
        if (header.Target.Command is { } command) w.WriteString("command", command);
        w.WriteStrings("arguments", header.Target.Arguments);
        w.WriteEndObject();
        w.WriteStrings("deliveries", header.Deliveries);
        if (header.Shard is { } shard) w.WriteString("shard", shard.ToString());
        w.WriteString("started", header.Started);
        if (header.Planned is { } planned) w.WriteNumber("planned", planned);
        if (header.Jobs is { } jobs) w.WriteNumber("jobs", jobs);
        if (header.Evidence is { } evidence) EvidenceJson.Write(w, "evidence", evidence);
    });

    /// <summary>A result as one line, without its line end.</summary>
    /// <param name="result">The result.</param>
    public static string Line(Result result) => Json(w => ResultJson.Write(w, result));

    /// <summary>The footer as one line, without its line end.</summary>
    /// <param name="end">The footer.</param>
    public static string Line(RunEnd end) => Json(w =>
    {
        w.WriteString("record", "end");
        w.WriteStartObject("counts");
        foreach (var outcome in Names.Outcomes)
        {
            if (end.Counts.TryGetValue(outcome, out var count)) w.WriteNumber(Names.Of(outcome), count);
        }

        w.WriteEndObject();
        w.WriteNumber("unexpected", end.Unexpected);
        w.WriteNumber("exit", end.ExitCode);
        EndJson.Write(w, end);
    });

    private static string Json(Action<Utf8JsonWriter> fill)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            fill(writer);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}

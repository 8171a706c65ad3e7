using System.Text.Json;
using Conform.Observations;

namespace Conform.Reporting.Records;

/// <summary>Transcripts as JSON and back.</summary>
internal static class TranscriptJson
{
    public static void Write(Utf8JsonWriter writer, string name, Transcript transcript)
    {
        writer.WritePropertyName(name);
        Write(writer, transcript);
    }

    public static void Write(Utf8JsonWriter writer, string name, IEnumerable<Transcript> transcripts)
    {
        writer.WriteStartArray(name);
        foreach (var transcript in transcripts) Write(writer, transcript);
        writer.WriteEndArray();
    }

    public static Transcript Read(JsonElement json) => new([.. json.GetProperty("events").EnumerateArray().Select(ReadEvent)])
    {
        Began = json.TryGetProperty("began", out var began) ? began.GetDateTimeOffset() : null,
        LocalEndpoints = json.Texts("local"),
    };

    public static IReadOnlyList<Transcript> ReadAll(JsonElement json) => [.. json.EnumerateArray().Select(Read)];

    /// <summary>How each connection ended, in the words of its last deciding event; only for readers of the record.</summary>
    public static IEnumerable<string> Fates(Transcript transcript) =>
        transcript.Events.Where(e => e.Channel > 0).GroupBy(e => e.Channel).OrderBy(g => g.Key)
            .Select(g => Names.Of(g.LastOrDefault(e => Ends(e.Kind))?.Kind ?? WireEventKind.Closed));

    private static bool Ends(WireEventKind kind) => kind is WireEventKind.Fin or WireEventKind.Reset or WireEventKind.TlsTruncated
        or WireEventKind.ConnectFailed or WireEventKind.Aborted;

    private static void Write(Utf8JsonWriter writer, Transcript transcript)
    {
        writer.WriteStartObject();
        if (transcript.Began is { } began) writer.WriteString("began", began);
        if (transcript.LocalEndpoints.Count > 0) writer.WriteStrings("local", transcript.LocalEndpoints);
        writer.WriteStartArray("events");
        foreach (var e in transcript.Events) Write(writer, e);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, WireEvent e)
    {
        writer.WriteStartObject();
        writer.WriteNumber("n", e.Sequence);
        writer.WriteTime("at", e.At);
        writer.WriteNumber("channel", e.Channel);
        writer.WriteString("event", Names.Of(e.Kind));
        if (!e.Octets.IsEmpty) writer.WriteOctets("octets", e.Octets);
        if (e.Count != 0) writer.WriteNumber("count", e.Count);
        if (e.Note is { } note) writer.WriteString("note", note);
        writer.WriteEndObject();
    }

    private static WireEvent ReadEvent(JsonElement json)
    {
        var kind = json.Text("event");
        return new WireEvent(
            json.GetProperty("n").GetInt32(), json.Time("at"), json.GetProperty("channel").GetInt32(),
            JsonParts.Known(Names.ParseEvent(kind), "event", kind))
        {
            Octets = json.TryGetProperty("octets", out var octets) ? octets.Octets() : default,
            Count = json.TryGetProperty("count", out var count) ? count.GetInt64() : 0,
            Note = json.TextOrNull("note"),
        };
    }
}

using System.Text;
using System.Text.Json;

namespace Conform.Reporting.Records;

/// <summary>The small forms that all records share.</summary>
internal static class JsonParts
{
    public static void WriteStrings(this Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    public static void WriteOctets(this Utf8JsonWriter writer, string name, ReadOnlyMemory<byte> octets) =>
        writer.WriteString(name, Encoding.Latin1.GetString(octets.Span));

    /// <summary>Milliseconds with all the digits that a tick has.</summary>
    public static void WriteTime(this Utf8JsonWriter writer, string name, TimeSpan time) =>
        writer.WriteNumber(name, (decimal)time.Ticks / TimeSpan.TicksPerMillisecond);

    public static string Text(this JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"\"{name}\" is null");

    public static string? TextOrNull(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static IReadOnlyList<string> Texts(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(v => v.GetString() ?? string.Empty)] : [];

    public static ReadOnlyMemory<byte> Octets(this JsonElement element)
    {
        var text = element.GetString() ?? throw new FormatException("octets are null");
        if (text.Any(c => c > 0xFF)) throw new FormatException("octets hold a character beyond U+00FF");
        return Encoding.Latin1.GetBytes(text);
    }

    public static TimeSpan Time(this JsonElement element, string name) =>
        TimeSpan.FromTicks((long)(element.GetProperty(name).GetDecimal() * TimeSpan.TicksPerMillisecond));

    public static T Known<T>(T? value, string what, string word)
        where T : struct => value ?? throw new FormatException($"unknown {what} \"{word}\"");
}

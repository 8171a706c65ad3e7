using System.Text.Json;
using Conform.Http;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>A value of an environ.</summary>
/// <param name="Kind">What it is: string, bytes, bool, int, tuple, stream, callable, other.</param>
/// <param name="Text">Its text, a character an octet; of what is no text its name, or nothing.</param>
public sealed record EnvironEntry(string Kind, string Text);

/// <summary>
/// Reads a report of what a server understood: JSON with the CGI-style environment, each string as the hexadecimal octets
/// it stands for, and the content.
/// </summary>
public static class UnderstoodReader
{
    /// <summary>Reads the report in a response's content.</summary>
    /// <param name="response">The response to a request for a report.</param>
    /// <returns>What was understood, or null where the content is no such report.</returns>
    public static Understood? Read(Response response)
    {
        try
        {
            using var document = JsonDocument.Parse(response.Content);
            var env = document.RootElement.GetProperty("env");
            var values = env.EnumerateObject().Select(p => (p.Name, Value: Text(p.Value))).Where(p => p.Value is not null)
                .ToDictionary(p => p.Name, p => p.Value!, StringComparer.Ordinal);
            var fields = values.Where(v => v.Key.StartsWith("HTTP_", StringComparison.Ordinal) || v.Key is "CONTENT_TYPE" or "CONTENT_LENGTH")
                .ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
            return new Understood(
                values.GetValueOrDefault("REQUEST_METHOD", string.Empty),
                values.GetValueOrDefault("SCRIPT_NAME", string.Empty) + values.GetValueOrDefault("PATH_INFO", string.Empty),
                values.GetValueOrDefault("QUERY_STRING", string.Empty),
                fields,
                Convert.FromHexString(document.RootElement.GetProperty("content").GetProperty("hex").GetString() ?? string.Empty));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Reads the environ in a report, every value with its kind.</summary>
    /// <param name="response">The response to a request for a report.</param>
    /// <returns>Its entries, or null where the content is no such report.</returns>
    public static IReadOnlyDictionary<string, EnvironEntry>? ReadEnviron(Response response)
    {
        try
        {
            using var document = JsonDocument.Parse(response.Content);
            return document.RootElement.GetProperty("env").EnumerateObject()
                .ToDictionary(p => p.Name, p => new EnvironEntry(p.Value.GetProperty("t").GetString() ?? string.Empty, Told(p.Value)), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    // What is no text is told by its name in the adapter's language, in hexadecimal too.
    private static string Told(JsonElement value) =>
        Text(value) ?? (value.GetProperty("v").GetString() is { } hex ? System.Text.Encoding.Latin1.GetString(Convert.FromHexString(hex)) : string.Empty);

    /// <summary>The name under which a field stands in a CGI-style environment (RFC 3875 section 4.1.18).</summary>
    /// <param name="field">The field name.</param>
    public static string Fold(string field)
    {
        var folded = field.ToUpperInvariant().Replace('-', '_');
        return folded is "CONTENT_TYPE" or "CONTENT_LENGTH" ? folded : "HTTP_" + folded;
    }

    private static string? Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("v", out var v)) return null;
        if (v.ValueKind == JsonValueKind.String && value.GetProperty("t").GetString() is "string" or "bytes")
            return System.Text.Encoding.Latin1.GetString(Convert.FromHexString(v.GetString()!));

        // Beyond one octet a code point cannot have come off the wire; it is kept, so that a comparison shows it.
        return v.ValueKind == JsonValueKind.Object && v.TryGetProperty("cp", out var points)
            ? string.Concat(points.EnumerateArray().Select(p => Character(p.GetInt32())))
            : null;
    }

    // Half a surrogate pair is no character of its own, yet a Python string can hold one for an octet that it could not decode.
    private static string Character(int point) => point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32(point);
}

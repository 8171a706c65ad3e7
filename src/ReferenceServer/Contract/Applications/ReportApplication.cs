using System.Text;
using System.Text.Json;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>Tells what was understood: the environ of the call and the content, as JSON with sorted keys.</summary>
internal static class ReportApplication
{
    public static IEnumerable<ReadOnlyMemory<byte>> Call(Dictionary<string, object> environ, StartResponse start)
    {
        var content = Answer.InputOf(environ).Read();
        return Answer.With(start, "200 OK", "application/json", Report(environ, content));
    }

    private static byte[] Report(Dictionary<string, object> environ, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartObject("content");
            json.WriteString("hex", Convert.ToHexStringLower(content));
            json.WriteNumber("length", content.Length);
            json.WriteEndObject();
            json.WriteStartObject("env");
            if (environ.GetType() != typeof(Dictionary<string, object>))
            {
                Write(json, "probe.environ", "no dict");
            }

            foreach (var (key, value) in environ.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                Write(json, key, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string key, object value)
    {
        var (kind, text) = EnvironValue.Of(value);
        json.WriteStartObject(key);
        json.WriteString("t", kind);
        if (text.AsSpan().ContainsAnyExceptInRange('\0', '\xFF'))
        {
            json.WriteStartObject("v");
            json.WriteStartArray("cp");
            foreach (var point in text)
            {
                json.WriteNumberValue(point);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("v", Convert.ToHexStringLower(Encoding.Latin1.GetBytes(text)));
        }

        json.WriteEndObject();
    }
}

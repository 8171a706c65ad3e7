using System.Globalization;
using System.Text;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>A response whose content is known whole.</summary>
internal static class Answer
{
    public static IEnumerable<ReadOnlyMemory<byte>> With(
        StartResponse start, string status, string type, byte[] content, params (string Name, string Value)[] fields)
    {
        start(
            status,
            [("Content-Type", type), ("Content-Length", content.Length.ToString(CultureInfo.InvariantCulture)), .. fields]);
        return [content];
    }

    public static IEnumerable<ReadOnlyMemory<byte>> Text(
        StartResponse start, string status, string text, params (string Name, string Value)[] fields) =>
        With(start, status, "text/plain", Encoding.Latin1.GetBytes(text), fields);

    public static string TextOf(Dictionary<string, object> environ, string key) => environ.GetValueOrDefault(key) as string ?? "";

    public static RequestBody InputOf(Dictionary<string, object> environ) => (RequestBody)environ["wsgi.input"];
}

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

    /// <summary>405 with what is allowed instead, RFC 9110 section 15.5.6.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> NotAllowed(StartResponse start, string allowed) =>
        Text(start, "405 Method Not Allowed", "method not allowed\n", ("Allow", allowed));

    /// <summary>What the resource can do.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Options(StartResponse start, string allowed)
    {
        start("200 OK", [("Allow", allowed), ("Content-Length", "0")]);
        return [];
    }

    /// <summary>What a server says that looks at the conditions of a request too early; null where there is none.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>>? ConditionByFault(Dictionary<string, object> environ, StartResponse start)
    {
        var status = environ.ContainsKey("HTTP_IF_MATCH") ? "412 Precondition Failed"
            : environ.ContainsKey("HTTP_IF_NONE_MATCH") || environ.ContainsKey("HTTP_IF_MODIFIED_SINCE") ? "304 Not Modified"
            : null;
        if (status is null)
        {
            return null;
        }

        start(status, []);
        return [];
    }

    public static string TextOf(Dictionary<string, object> environ, string key) => environ.GetValueOrDefault(key) as string ?? "";

    public static RequestBody InputOf(Dictionary<string, object> environ) => (RequestBody)environ["wsgi.input"];
}

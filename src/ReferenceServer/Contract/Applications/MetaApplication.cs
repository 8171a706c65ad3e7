using System.Text;
using System.Text.Json.Nodes;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>Static facts about this adapter and how often it was called.</summary>
internal static class MetaApplication
{
    private static readonly string[] _capabilities =
    [
        "start-response", "write", "exc-info", "late-start", "iterable-close", "lazy-body", "unbuffered", "sequences", "file-wrapper", "readline",
        "input-end", "error-stream", "errors", "exit", "violations", "length-guard", "env-dict", "wsgi-keys", "cgi-vars", "path-as-sent", "status-reason",
        "request-version", "duplicate-headers", "typed-violations", "mount", "told", "kept-error",
    ];

    public static IEnumerable<ReadOnlyMemory<byte>> Call(Dictionary<string, object> environ, StartResponse start, int calls)
    {
        var facts = new JsonObject
        {
            ["calls"] = calls,
            ["caps"] = new JsonArray([.. _capabilities.Select(c => JsonValue.Create(c))]),
            ["contract"] = "wsgi",
            ["environ-exact"] = environ.GetType() == typeof(Dictionary<string, object>),
            ["extra-args"] = 0,
            ["flags"] = new JsonObject
            {
                ["input_terminated"] = environ.GetValueOrDefault("wsgi.input_terminated") is true,
                ["multiprocess"] = environ.GetValueOrDefault("wsgi.multiprocess") is true,
                ["multithread"] = environ.GetValueOrDefault("wsgi.multithread") is true,
                ["run_once"] = environ.GetValueOrDefault("wsgi.run_once") is true,
            },
            ["lang"] = "csharp",
            ["pid"] = Environment.ProcessId,
            ["version"] = new JsonArray(1, 0),
        };
        return Answer.With(start, "200 OK", "application/json", Encoding.UTF8.GetBytes(facts.ToJsonString()));
    }
}

using System.Collections.Concurrent;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>What faults do to the fields of an answer, and to a method, whichever resource is meant.</summary>
internal sealed class AnswerTwists(FaultSet faults)
{
    private static readonly HashSet<string> _kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "Allow", "Location", "WWW-Authenticate", "Content-Range", "Content-Encoding", "ETag", "Last-Modified",
    };

    private readonly ConcurrentDictionary<string, List<(string Name, string Value)>> _left = new(StringComparer.Ordinal);

    /// <summary>Another start under a fault, else the one that was given.</summary>
    public StartResponse Around(Dictionary<string, object> environ, StartResponse start) =>
        faults[Fault.FieldsLeftBehind] ? (status, fields, error) => start(status, WithLeft(environ, fields), error)
        : faults[Fault.AllowWithoutReading] ? (status, fields, error) => start(status, [.. fields.Select(field => field.Name == "Allow" ? ("Allow", "OPTIONS") : field)], error)
        : start;

    /// <summary>A refusal of the method under a fault; null where there is none.</summary>
    public IEnumerable<ReadOnlyMemory<byte>>? Refuse(Dictionary<string, object> environ, string name, StartResponse start)
    {
        var method = Answer.TextOf(environ, "REQUEST_METHOD");
        return method == "DELETE" && name == "stream" && faults[Fault.AllowWithoutReading] ? Answer.NotAllowed(start, "OPTIONS")
            : method == "PATCH" && name is not ("content" or "report" or "any" or "static" or "run") && faults[Fault.PatchRefusedUnallowed] ? Answer.Text(start, "405 Method Not Allowed", "method not allowed\n")
            : null;
    }

    // Whoever names no types is spared, so that few cases meet the fault.
    private List<(string Name, string Value)> WithLeft(Dictionary<string, object> environ, IReadOnlyList<(string Name, string Value)> fields)
    {
        var connection = Answer.TextOf(environ, "REMOTE_PORT");
        var before = _left.GetValueOrDefault(connection) ?? [];
        _left[connection] = [.. fields.Where(field => _kept.Contains(field.Name))];
        return Answer.TextOf(environ, "HTTP_ACCEPT") != "text/*" ? [.. fields]
            : [.. fields, .. before.Where(old => !fields.Any(field => field.Name.Equals(old.Name, StringComparison.OrdinalIgnoreCase)))];
    }
}

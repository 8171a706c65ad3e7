using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Hosting;

/// <summary>What a server with a defect keeps of earlier requests: of those on the same connection, and of those on any.</summary>
internal sealed class Memory(FaultSet faults, Memory.Slot everybody)
{
    private int _turn;
    private RequestHead? _first;
    private Framing? _framing;
    private Dictionary<string, object>? _environ;

    /// <summary>The client is told to go on once more.</summary>
    public bool StillExpects { get; private set; }

    /// <summary>The request as it is taken.</summary>
    public RequestHead Mixed(RequestHead head)
    {
        head = ++_turn > 2 && head.ExpectsContinue && faults[Fault.LaterExpectationUnheard] ? head with { ExpectsContinue = false } : head;
        var first = _first;
        _first ??= head;
        if (first is null)
        {
            _framing = head.Framing.IsStated ? head.Framing : null;
            return head;
        }

        StillExpects = first.ExpectsContinue && faults[Fault.ExpectationKept];
        var method = first.Method is "HEAD" or "OPTIONS" or "PROBE" && head.Persists && (first.Method == "PROBE" || IsSamePlace(first, head)) && faults[Fault.MethodKept] ? first.Method : head.Method;
        return head with
        {
            Line = head.Line with { Method = method },
            Framing = _framing is { } framing && IsSamePlace(first, head) && (!head.Framing.IsStated || head.Framing.IsChunked != framing.IsChunked) && faults[Fault.FramingKept] ? framing : head.Framing,
            Persists = faults[Fault.PersistenceKept] ? first.Persists : head.Persists,
        };
    }

    /// <summary>Puts into an environ what stays of earlier ones.</summary>
    public void Mix(RequestHead head, Dictionary<string, object> environ)
    {
        if (_environ is { } earlier && IsSamePlace(_first!, head))
        {
            Keep(earlier, environ);
        }

        _environ = new(environ, StringComparer.Ordinal);
        if (faults[Fault.StateShared] && head.Target.Path.EndsWith("/second", StringComparison.Ordinal) && everybody.Left is { } left)
        {
            foreach (var field in left.Where(field => environ.ContainsKey(field.Key) == (field.Key == "QUERY_STRING")))
            {
                environ[field.Key] = field.Value;
            }
        }
    }

    /// <summary>A head ended here, whole or not.</summary>
    public void Leave(HeadReader head)
    {
        if (head.Target is { } target && target.Path.EndsWith("/first", StringComparison.Ordinal) && faults[Fault.StateShared])
        {
            everybody.Left = head.Fields.Where(field => field.Name.StartsWith("X-", StringComparison.Ordinal))
                .Select(field => ("HTTP_" + field.Name.ToUpperInvariant().Replace('-', '_'), field.Value))
                .Append(("QUERY_STRING", target.Query ?? ""))
                .ToDictionary(field => field.Item1, field => field.Item2, StringComparer.Ordinal);
        }
    }

    private void Keep(Dictionary<string, object> earlier, Dictionary<string, object> environ)
    {
        if (faults[Fault.HostKept] && earlier.GetValueOrDefault("HTTP_HOST") is { } host)
        {
            environ["HTTP_HOST"] = host;
        }

        if (!faults[Fault.RequestKept])
        {
            return;
        }

        foreach (var (key, value) in earlier.Where(pair => pair.Key == "CONTENT_TYPE" || pair.Key.StartsWith("HTTP_", StringComparison.Ordinal)))
        {
            environ.TryAdd(key, value);
        }

        environ["QUERY_STRING"] = environ["QUERY_STRING"] is "" ? earlier["QUERY_STRING"] : environ["QUERY_STRING"];
    }

    private static bool IsSamePlace(RequestHead first, RequestHead later) => first.Target.Path == later.Target.Path;

    /// <summary>One for all connections.</summary>
    internal sealed class Slot
    {
        public IReadOnlyDictionary<string, string>? Left { get; set; }
    }
}

using System.Text;
using Conform.ReferenceServer.Contract.Programs;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>The application of the reference: hello at the root, the probes by name, and the report everywhere else.</summary>
internal sealed class Dispatcher(TimeProvider time, FaultSet faults, Func<string, IWitness> witnesses)
{
    private const string Stored = "store/";

    private static readonly HashSet<string> _probes = new(StringComparer.Ordinal) { "hello", "any", "report", "content", "static", "stream", "meta", "run" };

    private readonly HelloApplication _hello = new(faults);
    private readonly StaticApplication _static = new(faults);
    private readonly ProtectedApplication _protected = new(faults);
    private readonly RedirectApplication _redirect = new(faults);
    private readonly StoreApplication _store = new(new ResourceStore(), time, faults);
    private readonly NegotiatedApplication _negotiated = new(faults);
    private readonly DecodingApplication _decoding = new(faults);
    private readonly AnswerTwists _twists = new(faults);
    private volatile byte[] _kept = [];
    private int _calls;

    public IEnumerable<ReadOnlyMemory<byte>> Call(Dictionary<string, object> environ, StartResponse start)
    {
        var calls = Interlocked.Increment(ref _calls);
        var path = Answer.TextOf(environ, "PATH_INFO");
        path = Answer.TextOf(environ, "HTTP_CONTENT_LOCATION") is { Length: > 0 } other && faults[Fault.ContentLocationFollowed] ? other : path;
        start = _twists.Around(environ, start);
        var name = Answer.TextOf(environ, "HTTP_PROBE_CASE");
        if (name.Length == 0)
        {
            name = path.StartsWith("/probe/", StringComparison.Ordinal) ? path["/probe/".Length..] : path == "/" ? "hello" : "any";
        }

        if (path == "*" && Answer.TextOf(environ, "REQUEST_METHOD") == "OPTIONS")
        {
            return HelloApplication.Options(start);
        }

        return Detours.Take(environ, path, start, faults) ?? Shortcut.Take(environ, _probes.Contains(name) ? name : "", start, faults) ?? _twists.Refuse(environ, name, start) ?? Named(name, environ, start, calls);
    }

    private IEnumerable<ReadOnlyMemory<byte>> Named(string name, Dictionary<string, object> environ, StartResponse start, int calls)
    {
        return name switch
        {
            "hello" => _hello.Call(environ, start),
            // A request that begins in the content of another has a method that nobody knows, and must not look like an answered one.
            "any" when HelloApplication.IsUnknown(Answer.TextOf(environ, "REQUEST_METHOD")) => HelloApplication.Unknown(start),
            "any" or "report" => ReportApplication.Call(environ, start),
            "content" => Content(environ, start),
            "static" => _static.Call(environ, start, time.GetUtcNow()),
            "stream" => Stream(environ, start),
            "protected" => _protected.Call(environ, start),
            "redirect" => _redirect.Call(environ, start),
            "collection" => _store.Collect(environ, start),
            "negotiated" => _negotiated.Call(environ, start, time.GetUtcNow()),
            "decoding" => _decoding.Call(environ, start),
            _ when name.StartsWith(Stored, StringComparison.Ordinal) => _store.Call(name[Stored.Length..], environ, start),
            "meta" => MetaApplication.Call(environ, start, calls),
            "run" => ProgramApplication.Call(environ, start, witnesses, time, faults),
            _ when faults[Fault.HeadOfMissingFound] && Answer.TextOf(environ, "REQUEST_METHOD") == "HEAD" => Answer.Text(start, "200 OK", ""),
            _ => Answer.Text(start, "404 Not Found", "no such probe\n"),
        };
    }

    private IEnumerable<ReadOnlyMemory<byte>> Content(Dictionary<string, object> environ, StartResponse start)
    {
        if (environ.ContainsKey("HTTP_CONTENT_ENCODING") && faults[Fault.UnknownContentCodingFails])
        {
            throw new NotSupportedException("a coding that nobody knows");
        }

        var content = Answer.InputOf(environ).Read();
        content = content.AsSpan().StartsWith("from-"u8) && faults[Fault.EchoShared] ? Mixed(content) : content;
        var type = Answer.TextOf(environ, "CONTENT_TYPE");
        return Answer.With(start, "200 OK", type.Length == 0 ? "application/octet-stream" : type, content);
    }

    /// <summary>Under a defect: all clients share the place where content is kept until it is answered.</summary>
    private byte[] Mixed(byte[] content)
    {
        _kept = content;
        using ManualResetEventSlim waited = new();
        using var timer = time.CreateTimer(_ => waited.Set(), null, TimeSpan.FromMilliseconds(60), Timeout.InfiniteTimeSpan);
        waited.Wait();
        return _kept;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Stream(Dictionary<string, object> environ, StartResponse start)
    {
        start("200 OK", [("Content-Type", "text/plain")]);
        // As an application that knows that nobody gets to see what it would hand out.
        if (Answer.TextOf(environ, "REQUEST_METHOD") == "HEAD" && Answer.TextOf(environ, "QUERY_STRING").StartsWith("quiet", StringComparison.Ordinal))
        {
            return [];
        }

        return ((string[])["one\n", "two\n", "three\n"]).Select(block => (ReadOnlyMemory<byte>)Encoding.ASCII.GetBytes(block));
    }
}

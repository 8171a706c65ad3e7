using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>The front page: one line of HTML for GET and HEAD, its own content for POST, and what RFC 9110 section 9.1 asks of every other method.</summary>
internal sealed class HelloApplication(FaultSet faults)
{
    public const string Allowed = "GET, HEAD, OPTIONS, POST";

    private static readonly string[] _preferences = ["HTTP_ACCEPT", "HTTP_ACCEPT_LANGUAGE", "HTTP_ACCEPT_CHARSET"];
    private static readonly byte[] _page = "<h1>Hello, web!</h1>"u8.ToArray();
    private static readonly HashSet<string> _known = new(StringComparer.Ordinal) { "PUT", "DELETE", "PATCH", "TRACE", "CONNECT" };

    public IEnumerable<ReadOnlyMemory<byte>> Call(Dictionary<string, object> environ, StartResponse start)
    {
        // The content is read first, so that a malformed one is refused; a client that waits for 100 is answered at once where
        // its content is of no use.
        var method = Answer.TextOf(environ, "REQUEST_METHOD");
        var reads = method == "POST" ? !faults[Fault.UnreadContentParsed] : !environ.ContainsKey("HTTP_EXPECT");
        var content = reads ? Answer.InputOf(environ).Read() : [];

        if (method == "HEAD" && faults[Fault.HeadRefused])
        {
            return Answer.Text(start, "405 Method Not Allowed", "", ("Allow", "GET"));
        }

        if (_preferences.Select(key => Answer.TextOf(environ, key)).Any(value => value is "*/*;q=0" || value.EndsWith("x-none", StringComparison.Ordinal)) && faults[Fault.AcceptFails])
        {
            return Answer.Text(start, "404 Not Found", "nothing here is acceptable\n");
        }

        if (environ.ContainsKey("HTTP_CONTENT_ENCODING") && faults[Fault.UnknownContentCodingFails])
        {
            throw new NotSupportedException("a coding that nobody knows");
        }

        if (method == "GET" && environ.ContainsKey("HTTP_ACCEPT_ENCODING") && faults[Fault.CodingUnlisted])
        {
            return Answer.With(start, "200 OK", "text/html", GzipCoding.Stored(_page));
        }

        if (method is "GET" or "HEAD")
        {
            return Answer.With(start, "200 OK", "text/html", _page);
        }

        if (method == "OPTIONS")
        {
            return Options(start);
        }

        // Whoever sends requests of their own sends them to the root, and has to see what was taken for content.
        if (method == "POST")
        {
            return Answer.With(start, "200 OK", "application/octet-stream", content);
        }

        return _known.Contains(method)
            ? Answer.Text(start, "405 Method Not Allowed", "method not allowed\n", ("Allow", Allowed))
            : faults[Fault.UnknownMethodMalformed] ? Answer.Text(start, "400 Bad Request", "no such method\n")
            : Unknown(start);
    }

    /// <summary>The method is one that nobody has heard of.</summary>
    public static bool IsUnknown(string method) => method is not ("GET" or "HEAD" or "OPTIONS" or "POST") && !_known.Contains(method);

    /// <summary>What RFC 9110 section 9.1 asks where the method is not known.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Unknown(StartResponse start) =>
        Answer.Text(start, "501 Not Implemented", "method not implemented\n");

    /// <summary>What the resource, or with <c>*</c> the server, can do.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Options(StartResponse start) => Answer.Options(start, Allowed);
}

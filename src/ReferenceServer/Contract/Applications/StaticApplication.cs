namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>A fixed representation with validators, and conditional requests in the order of RFC 9110 section 13.2.2.</summary>
internal static class StaticApplication
{
    private const string Tag = "\"conform-1\"";
    private const string Modified = "Tue, 01 Jul 2025 12:00:00 GMT";

    private static readonly DateTimeOffset _modified = new(2025, 7, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] _content = "A fixed representation: it has a tag and a date.\n"u8.ToArray();

    public static IEnumerable<ReadOnlyMemory<byte>> Call(
        Dictionary<string, object> environ, StartResponse start, DateTimeOffset now)
    {
        if (Answer.TextOf(environ, "REQUEST_METHOD") is not ("GET" or "HEAD"))
        {
            return Answer.Text(start, "405 Method Not Allowed", "method not allowed\n", ("Allow", "GET, HEAD"));
        }

        (string, string)[] validators = [("ETag", Tag), ("Last-Modified", Modified)];
        switch (Precondition(environ, now))
        {
            case 412:
                return Answer.Text(start, "412 Precondition Failed", "precondition failed\n");
            case 304:
                start("304 Not Modified", validators);
                return [];
            default:
                return Answer.With(start, "200 OK", "text/plain", _content, validators);
        }
    }

    private static int Precondition(Dictionary<string, object> environ, DateTimeOffset now)
    {
        if (environ.TryGetValue("HTTP_IF_MATCH", out var match))
        {
            if (!EntityTags.Match((string)match, Tag, isWeak: false))
            {
                return 412;
            }
        }
        else if (HttpDate.TryParse(Answer.TextOf(environ, "HTTP_IF_UNMODIFIED_SINCE"), now, out var unmodified) && _modified > unmodified)
        {
            return 412;
        }

        if (environ.TryGetValue("HTTP_IF_NONE_MATCH", out var none))
        {
            return EntityTags.Match((string)none, Tag, isWeak: true) ? 304 : 200;
        }

        return HttpDate.TryParse(Answer.TextOf(environ, "HTTP_IF_MODIFIED_SINCE"), now, out var since) && _modified <= since ? 304 : 200;
    }
}

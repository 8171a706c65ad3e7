namespace Conform.Observations;

/// <summary>A request-line found in octets that we sent.</summary>
/// <param name="Method">The method, as far as it decides how a response is read.</param>
/// <param name="Version">The HTTP-version, such as <c>HTTP/1.1</c>; null where the line did not come so far.</param>
/// <param name="Start">Where the line begins, in octets from the first that was sent.</param>
public readonly record struct SentRequest(string Method, string? Version, int Start = 0);

/// <summary>
/// Finds the request-lines in what was sent. A response to HEAD has no content (RFC 9112 section 6.3), so a reader must know
/// which request each response answers; broken requests are part of the trade, so the search is generous and works from the
/// HTTP-version backwards.
/// </summary>
public static class SentRequests
{
    private static ReadOnlySpan<byte> Mark => " HTTP/1."u8;

    /// <summary>All request-lines in order.</summary>
    /// <param name="sent">What was sent on one connection.</param>
    public static IReadOnlyList<SentRequest> Find(ReadOnlySpan<byte> sent)
    {
        var found = new List<SentRequest>();
        var at = 0;
        while (at < sent.Length)
        {
            var next = sent[at..].IndexOf(Mark);
            if (next < 0) break;
            var versionAt = at + next;
            var lineStart = sent[..versionAt].LastIndexOf((byte)'\n') + 1;
            var line = sent[lineStart..versionAt];
            var version = sent.Slice(versionAt + 1, Math.Min(8, sent.Length - versionAt - 1));
            at = versionAt + Mark.Length;
            if (IsRequestLine(sent, versionAt + 9, line, out var method)) found.Add(new(method, System.Text.Encoding.Latin1.GetString(version), lineStart));
        }

        // A server may refuse a line that it has not read to its end; that it is HEAD stood at its beginning.
        var tail = sent.LastIndexOf((byte)'\n') + 1;
        if (sent[tail..].StartsWith("HEAD "u8) && BeginsMessage(sent[..tail]) && sent[tail..].IndexOf(Mark) < 0) found.Add(new("HEAD", null, tail));
        return found;
    }

    private static bool BeginsMessage(ReadOnlySpan<byte> before) => before.IsEmpty || before.EndsWith("\r\n\r\n"u8);

    /// <summary>Whether something was sent behind the head of a request: its content, or a further request.</summary>
    /// <param name="sent">What was sent on one connection.</param>
    /// <param name="requests">The requests in it.</param>
    /// <param name="count">The number of the request, from one.</param>
    public static bool IsMoreThanHeads(ReadOnlySpan<byte> sent, IReadOnlyList<SentRequest> requests, int count)
    {
        if (count < 1 || count > requests.Count) return false;
        if (count < requests.Count) return true;
        for (var at = requests[count - 1].Start; ;)
        {
            var end = sent[at..].IndexOf((byte)'\n');
            if (end < 0) return false;
            var isBlank = sent.Slice(at, end).TrimEnd((byte)'\r').IsEmpty;
            at += end + 1;
            if (isBlank) return at < sent.Length;
        }
    }

    private static bool IsRequestLine(ReadOnlySpan<byte> sent, int behindVersion, ReadOnlySpan<byte> line, out string method)
    {
        method = string.Empty;
        var blank = line.IndexOf((byte)' ');
        if (blank <= 0 || line[..blank].Contains((byte)':')) return false;
        if (behindVersion < sent.Length && sent[behindVersion] is not ((byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t' or (>= (byte)'0' and <= (byte)'9')))
            return false;
        var token = line[..blank];

        // Content directly before a request-line glues to its method; only these two methods change how a response is read.
        method = token.EndsWith("HEAD"u8) ? "HEAD" : token.EndsWith("CONNECT"u8) ? "CONNECT" : System.Text.Encoding.Latin1.GetString(token);
        return true;
    }
}

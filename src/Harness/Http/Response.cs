namespace Conform.Http;

/// <summary>How the end of a response's content is found (RFC 9112 section 6.3).</summary>
public enum ContentFraming
{
    /// <summary>No content can follow the head: an answer to HEAD, 1xx, 204 or 304.</summary>
    None,

    /// <summary>Content-Length says how many octets.</summary>
    ContentLength,

    /// <summary>The chunked transfer coding ends itself.</summary>
    Chunked,

    /// <summary>Whatever comes until the server closes.</summary>
    UntilClose,

    /// <summary>HTTP ends with the head, at 101 or a 2xx to CONNECT; what follows is opaque, and the response is complete without it.</summary>
    Tunnel,
}

/// <summary>How far the reading of a response has come.</summary>
public enum ResponseState
{
    /// <summary>The status line or the header section is not finished yet.</summary>
    InHead,

    /// <summary>The head is there, the content is not finished yet.</summary>
    InContent,

    /// <summary>All of it was read.</summary>
    Complete,

    /// <summary>The connection ended before the response did (RFC 9112 section 8).</summary>
    Incomplete,

    /// <summary>The octets are no HTTP response, or its framing cannot be trusted; nothing behind it is read.</summary>
    Malformed,
}

/// <summary>Something in a response that breaks the grammar.</summary>
/// <param name="Rule">The name of the rule that is broken, as the passive lint knows it, such as <c>status-line</c>.</param>
/// <param name="Message">What was seen, in one sentence.</param>
/// <param name="At">Offset in the received stream.</param>
public sealed record ResponseFault(string Rule, string Message, long At);

/// <summary>One field line as it came (RFC 9112 section 5): undecoded, one character an octet (ISO 8859-1), in order.</summary>
/// <param name="Name">The octets before the colon.</param>
/// <param name="Value">The octets behind the colon without the optional whitespace around them.</param>
/// <param name="Range">The whole line with its line end.</param>
public sealed record FieldLine(string Name, string Value, OctetRange Range);

/// <summary>One response, interim or final, as it was read off the wire.</summary>
public sealed record Response
{
    /// <summary>The HTTP-version of the status line, such as <c>HTTP/1.1</c>; empty when there is no readable status line.</summary>
    public required string Version { get; init; }

    /// <summary>The status code; 0 when there is no readable status line.</summary>
    public required int Status { get; init; }

    /// <summary>The reason phrase, one character an octet; empty when absent.</summary>
    public required string Reason { get; init; }

    /// <summary>The field lines of the header section, in order.</summary>
    public required IReadOnlyList<FieldLine> Fields { get; init; }

    /// <summary>The trailer field lines, in order.</summary>
    public required IReadOnlyList<FieldLine> Trailers { get; init; }

    /// <summary>The interim responses (1xx, without 101) that came before this final one.</summary>
    public required IReadOnlyList<Response> Interim { get; init; }

    /// <summary>Status line, field lines and the empty line.</summary>
    public required OctetRange Head { get; init; }

    /// <summary>Everything between the head and the end of the response, chunk framing and trailers included.</summary>
    public required OctetRange Body { get; init; }

    /// <summary>The content with the chunk framing taken away, at most as much as the reader keeps.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>How many octets of content there were, kept or not.</summary>
    public required long ContentLength { get; init; }

    /// <summary>SHA-256 over all the content, lower-case hex; null while it is still being read, and when some of it was elided.</summary>
    public required string? ContentDigest { get; init; }

    /// <summary>Whether the empty line that ends the header section was read; if not, the fields are only those that came so far.</summary>
    public bool HeadEnded { get; init; } = true;

    /// <summary>How the end of the content is found.</summary>
    public required ContentFraming Framing { get; init; }

    /// <summary>How far reading has come.</summary>
    public required ResponseState State { get; init; }

    /// <summary>What breaks the grammar. A response can be complete and still have faults.</summary>
    public required IReadOnlyList<ResponseFault> Faults { get; init; }

    /// <summary>The request method that the reader was told this answers; null when unknown.</summary>
    public required string? RequestMethod { get; init; }

    /// <summary>1xx except 101, which ends HTTP on the connection (RFC 9110 section 15.2).</summary>
    public bool IsInterim => Status is >= 100 and < 200 and not 101;

    /// <summary>True when the whole response was read and nothing in it breaks the grammar that framing rests on.</summary>
    public bool IsComplete => State == ResponseState.Complete;

    /// <summary>
    /// Whether it can be read as the server's answer: it is complete, or it is a refusal that only its close would have ended and whose head is
    /// whole. A reset cuts such a refusal in the eyes of RFC 9112 section 8, but its status and fields have arrived, and no content was promised.
    /// </summary>
    public bool IsAnswer => IsComplete || (State == ResponseState.Incomplete && HeadEnded && Framing == ContentFraming.UntilClose && Status >= 400);

    /// <summary>Whether the server says that it will close: the close option, or HTTP/1.0 without keep-alive (RFC 9112 section 9.3).</summary>
    public required bool SaysClose { get; init; }

    /// <summary>All values of a field, in order, compared without regard to case (RFC 9110 section 5.1).</summary>
    /// <param name="name">The field name.</param>
    public IEnumerable<string> Values(string name) =>
        Fields.Where(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)).Select(f => f.Value);
}

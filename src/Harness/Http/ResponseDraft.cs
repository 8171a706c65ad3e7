namespace Conform.Http;

/// <summary>One response while it is being read.</summary>
internal sealed class ResponseDraft
{
    private readonly long start;
    private readonly FaultList faults = new();
    private readonly HeadReader head;
    private readonly ContentStore content;
    private ChunkedReader? chunked;
    private Framing framing;
    private long left;
    private bool stuck;

    public ResponseDraft(long start, int keep)
    {
        this.start = start;
        head = new(start, faults);
        content = new(keep);
    }

    public ResponseState State { get; private set; } = ResponseState.InHead;

    public bool HeadEnded => head.Ended;

    public bool SaysClose { get; private set; }

    public string? RequestMethod { get; private set; }

    /// <summary>Whether nothing that comes can be read any more.</summary>
    public bool Stuck => stuck;

    /// <summary>Whether the octets do not even begin like a response.</summary>
    public bool Stray => head.Stray;

    public long Start => start;

    /// <summary>Whether it is over, so that the next octet belongs to another response.</summary>
    public bool Done => State == ResponseState.Complete && framing.Kind != ContentFraming.Tunnel;

    public bool IsInterim => State != ResponseState.Malformed && head.Status?.Status is >= 100 and < 200 and not 101;

    /// <summary>Takes at least one octet and says how many; none beyond the end of this response.</summary>
    public int Read(ReadOnlySpan<byte> from, Func<string?> method)
    {
        if (stuck) return from.Length;
        if (State == ResponseState.InHead) return ReadHead(from, method);
        if (framing.Kind == ContentFraming.Chunked) return ReadChunked(from);
        var used = framing.Kind == ContentFraming.ContentLength ? (int)Math.Min(from.Length, left) : from.Length;
        content.Append(from[..used]);
        Took(used);
        return used;
    }

    /// <summary>Octets that came but were not kept. Where they cannot be told to be content, reading ends.</summary>
    /// <returns>How many were placed; 0 when reading just ended.</returns>
    public long Skip(long count, long position)
    {
        if (stuck) return count;
        var used = 0L;
        if (State != ResponseState.InHead)
        {
            if (chunked is not null) used = chunked.Skip(count);
            else
            {
                used = framing.Kind == ContentFraming.ContentLength ? Math.Min(count, left) : count;
                content.Skip(used);
                Took(used);
            }
        }

        if (used > 0) return used;
        faults.Add("elided", "Octets that were not kept cannot be told to be content.", position);
        State = ResponseState.Incomplete;
        stuck = true;
        return 0;
    }

    /// <summary>The connection ended.</summary>
    public void End(bool clean)
    {
        head.Flush();
        chunked?.Flush();
        if (State is ResponseState.InHead or ResponseState.InContent)
            State = clean && framing.Kind == ContentFraming.UntilClose && HeadEnded ? ResponseState.Complete : ResponseState.Incomplete;
    }

    public Response Snapshot(long position, IReadOnlyList<Response> interim, string? method)
    {
        var headEnd = HeadEnded ? start + head.Length : position;
        return new()
        {
            Version = head.Status?.Version ?? "",
            Status = head.Status?.Status ?? 0,
            Reason = head.Status?.Reason ?? "",
            Fields = head.Fields,
            Trailers = chunked?.Trailers ?? [],
            Interim = interim,
            Head = new(start, headEnd - start),
            Body = new(headEnd, position - headEnd),
            Content = content.Kept,
            ContentLength = content.Length,
            ContentDigest = State is ResponseState.InHead or ResponseState.InContent ? null : content.Digest(),
            HeadEnded = HeadEnded,
            Framing = framing.Kind,
            State = State,
            Faults = faults.ToArray(),
            RequestMethod = HeadEnded ? RequestMethod : method,
            SaysClose = SaysClose,
        };
    }

    private int ReadHead(ReadOnlySpan<byte> from, Func<string?> method)
    {
        var used = head.Read(from);
        if (head.Failed) Fail();
        else if (head.Ended) BeginContent(method());
        return used;
    }

    private void BeginContent(string? method)
    {
        var (status, fields) = (head.Status!, head.Fields);
        RequestMethod = method;
        SaysClose = Persistence.SaysClose(status.Version, fields);
        framing = Framing.Decide(status, method, fields, faults);
        left = framing.Length;
        if (framing.Kind == ContentFraming.Chunked) chunked = new(start + head.Length, content, faults);
        if (!framing.Trusted) Fail();
        else if (framing.Kind is ContentFraming.None or ContentFraming.Tunnel || (framing.Kind == ContentFraming.ContentLength && left == 0))
            State = ResponseState.Complete;
        else State = ResponseState.InContent;
    }

    private int ReadChunked(ReadOnlySpan<byte> from)
    {
        var used = chunked!.Read(from);
        if (chunked.Failed) Fail();
        else if (chunked.Ended) State = ResponseState.Complete;
        return used;
    }

    private void Took(long used)
    {
        left -= used;
        if (framing.Kind == ContentFraming.ContentLength && left == 0) State = ResponseState.Complete;
    }

    private void Fail()
    {
        head.Flush();
        chunked?.Flush();
        State = ResponseState.Malformed;
        stuck = true;
    }
}

namespace Conform.Http;

/// <summary>
/// Reads all responses of one connection, strictly, from octets that come in any pieces. It does no I/O, and how the octets
/// were cut never changes what it says. Every property may be asked at any time and speaks of the octets fed so far.
/// </summary>
public sealed class ResponseReader
{
    private readonly Func<int, string?> requestMethodOf;
    private readonly int keep;
    private readonly List<Response> final = [];
    private Response[] interim = [];
    private Response[] before = [];
    private ResponseDraft? current;
    private bool counted;
    private bool claimed;
    private int completed;
    private Response[]? view;
    private long? strayFrom;
    private long position;
    private bool ended;

    /// <summary>A reader for one connection, before its first octet.</summary>
    /// <param name="requestMethodOf">From the index of a final response to the method that it answers, or null where that is not known.
    /// Asked when the head is read, because the method decides whether there is content (RFC 9112 section 6.3).</param>
    /// <param name="keep">Octets of content that are kept a response; what is beyond is counted and digested.</param>
    public ResponseReader(Func<int, string?> requestMethodOf, int keep = 1024 * 1024)
    {
        ArgumentNullException.ThrowIfNull(requestMethodOf);
        ArgumentOutOfRangeException.ThrowIfNegative(keep);
        this.requestMethodOf = requestMethodOf;
        this.keep = keep;
    }

    /// <summary>All final responses so far, in order. The last is the one being read, once its first octet is there, unless its
    /// status line says that it is interim. Ask again after feeding.</summary>
    public IReadOnlyList<Response> Final => view ??= current is { IsInterim: false } ? [.. final, Snapshot(current)] : [.. final];

    /// <summary>How many final responses are complete. A 101, and a 2xx to CONNECT, is complete with its head.</summary>
    public int CompleteFinal =>
        completed + (current is { IsInterim: false, State: ResponseState.Complete } ? 1 : 0);

    /// <summary>How many heads were read to their empty line, of interim and of final responses.</summary>
    public int HeadsSeen { get; private set; }

    /// <summary>Interim responses behind which no final head was read yet; behind the end of the connection, those that no final response followed.</summary>
    public IReadOnlyList<Response> PendingInterim => interim;

    /// <summary>Whether any final head read so far says that the server will close (RFC 9112 sections 9.3 and 9.6).</summary>
    public bool SaysClose { get; private set; }

    /// <summary>Octets behind the last complete response that do not begin like a response. Empty when there are none.</summary>
    public OctetRange Leftover => strayFrom is { } from ? new(from, position - from) : new(position, 0);

    /// <summary>Whether reading has come to an end of its own: malformed, left over, or octets lost where they mattered.</summary>
    public bool Broken { get; private set; }

    /// <summary>Takes the next octets.</summary>
    /// <exception cref="InvalidOperationException">The end was already told.</exception>
    public void Feed(ReadOnlySpan<byte> octets)
    {
        Change();
        while (!octets.IsEmpty)
        {
            var used = strayFrom is null ? Current().Read(octets, Method) : octets.Length;
            position += used;
            octets = octets[used..];
            Settle();
        }
    }

    /// <summary>Tells of octets that came but were not kept. They belong to content if they can only lie there; otherwise the response
    /// that they fall into becomes incomplete with the fault <c>elided</c>, and nothing more is read.</summary>
    /// <param name="count">How many octets.</param>
    /// <exception cref="InvalidOperationException">The end was already told.</exception>
    public void FeedElided(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Change();
        while (count > 0)
        {
            var used = strayFrom is null ? Current().Skip(count, position) : count;
            position += used;
            count -= used;
            Settle();
        }
    }

    /// <summary>Tells that the connection ended.</summary>
    /// <param name="clean">True for FIN (behind close_notify where there is TLS); false for a reset or a cut TLS stream, where content that
    /// lasts until the close may have lost its end (RFC 9112 section 9.8).</param>
    /// <exception cref="InvalidOperationException">The end was already told.</exception>
    public void End(bool clean)
    {
        Change();
        ended = true;
        if (current is null) return;
        current.End(clean);
        if (!current.IsInterim) Claim();
        Conclude(current);
    }

    private void Change()
    {
        if (ended) throw new InvalidOperationException("The connection has ended; nothing can follow.");
        view = null;
    }

    private ResponseDraft Current() => current ??= new(position, keep);

    private string? Method() => requestMethodOf(final.Count);

    private void Settle()
    {
        if (current is null) return;
        if (current.Stray && final.Count > 0 && interim.Length == 0 && !claimed)
        {
            strayFrom = current.Start;
            current = null;
            Broken = true;
            return;
        }

        Broken = current.Stuck;
        if (current.HeadEnded && !counted)
        {
            counted = true;
            HeadsSeen++;
            SaysClose |= current.SaysClose && !current.IsInterim;
        }

        if ((current.HeadEnded || current.Stuck) && !current.IsInterim) Claim();
        if (current.Done) Conclude(current);
    }

    /// <summary>The interim responses before it are known to be those of the final one being read.</summary>
    private void Claim()
    {
        if (claimed) return;
        claimed = true;
        (before, interim) = (interim, []);
    }

    private void Conclude(ResponseDraft draft)
    {
        var response = Snapshot(draft);
        if (draft.IsInterim) interim = [.. interim, response];
        else
        {
            final.Add(response);
            if (draft.State == ResponseState.Complete) completed++;
        }

        (current, counted, claimed, before) = (null, false, false, []);
    }

    private Response Snapshot(ResponseDraft draft) =>
        draft.Snapshot(position, draft.IsInterim ? [] : claimed ? before : interim, draft.HeadEnded ? null : Method());
}

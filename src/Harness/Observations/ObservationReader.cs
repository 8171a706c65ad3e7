using Conform.Http;

namespace Conform.Observations;

/// <summary>Reads an observation out of a transcript, and out of nothing else.</summary>
public static class ObservationReader
{
    /// <summary>The word of a step event behind an expect.</summary>
    public const string ExpectWord = "expect";

    /// <summary>
    /// How many response heads of one connection are read. No case asks for more than a handful, and a server that never stops to send heads must not
    /// take our time; what is behind them is not looked at.
    /// </summary>
    public const int MostHeads = 1000;

    /// <summary>What is written down where a gate was awaited in vain.</summary>
    /// <param name="label">The gate.</param>
    public static string NotAtGate(string label) => $"the application did not come to gate {label}";

    /// <summary>The word of a step event behind an await.</summary>
    public const string AwaitWord = "await";

    /// <summary>Reads all connections of a conversation.</summary>
    /// <param name="transcript">What happened.</param>
    public static Observation Read(Transcript transcript) =>
        new([.. transcript.Events.Where(e => e.Channel > 0).GroupBy(e => e.Channel).OrderBy(g => g.Key).Select(g => ReadChannel(g.Key, [.. g]))])
        {
            Calls = [.. transcript.Events.Where(e => e.Channel < 0).GroupBy(e => e.Channel).OrderByDescending(g => g.Key).Select(g => CallObservation.Of(-g.Key, [.. g]))],
        };

    /// <summary>Reads what was known before an event.</summary>
    /// <param name="transcript">What happened.</param>
    /// <param name="sequence">The event's place.</param>
    public static Observation ReadBefore(Transcript transcript, int sequence) =>
        Read(new Transcript([.. transcript.Events.TakeWhile(e => e.Sequence < sequence)]));

    /// <summary>Everything that was sent on a channel, sentinel included.</summary>
    /// <param name="events">The channel's events.</param>
    public static byte[] Sent(IEnumerable<WireEvent> events) => Join(events.Where(e => e.Kind == WireEventKind.Sent));

    private static byte[] Join(IEnumerable<WireEvent> events)
    {
        var all = events.ToList();
        var joined = new byte[all.Sum(e => e.Octets.Length)];
        var at = 0;
        foreach (var e in all)
        {
            e.Octets.Span.CopyTo(joined.AsSpan(at));
            at += e.Octets.Length;
        }

        return joined;
    }

    private static ConnectionObservation ReadChannel(int channel, List<WireEvent> events)
    {
        var sent = Sent(events);
        var requests = SentRequests.Find(sent);
        var reader = new ResponseReader(index => index < requests.Count ? requests[index].Method : null);
        var state = new ChannelState();
        foreach (var e in events) state.Apply(e, reader);
        var responses = Readable(reader);
        return new ConnectionObservation
        {
            Channel = channel,
            Responses = responses,
            TrailingInterim = responses is [.., { HeadEnded: false }] ? [] : [.. reader.PendingInterim],
            IsElided = events.Exists(e => e.Kind == WireEventKind.Elided),
            Leftover = reader.Leftover,
            Received = Join(events.Where(e => e.Kind == WireEventKind.Received)),
            Ending = state.Ending,
            WasQuiet = state.Quiet,
            ResetCutResponse = state.ResetCut,
            ResetAfterResponse = state.ResetAfter,
            ResetLostAnswer = state.Ending == Ending.Reset && responses is [.., { IsComplete: false }] && (state.Unsent > 0 || SentRequests.IsMoreThanHeads(sent, requests, responses.Count)),
            SentinelSent = state.SentinelAt is not null,
            FirstAfterSentinel = state.SentinelAt is { } at && at < responses.Count ? at : null,
            Unsent = state.Unsent,
            Expects = state.Expects,
            Awaits = state.Awaits,
        };
    }

    // A response that begins in octets that were not kept, or where reading was given up, may be anything, or several.
    private static IReadOnlyList<Response> Readable(ResponseReader reader) =>
        reader.Final is [.., { HeadEnded: false } last] all && (reader.HeadsSeen >= MostHeads || last.Faults.Any(f => f.Rule == "elided"))
            ? [.. all.SkipLast(1)]
            : [.. reader.Final];

    private sealed class ChannelState
    {
        private bool _ended;
        private int _completeAtLastSend;
        private int _headsAtLastAwait;

        public Ending Ending { get; private set; } = Ending.Open;

        public bool Quiet { get; private set; }

        public bool ResetCut { get; private set; }

        public bool ResetAfter { get; private set; }

        public int? SentinelAt { get; private set; }

        public long Unsent { get; private set; }

        public List<StepReach> Expects { get; } = [];

        public List<StepReach> Awaits { get; } = [];

        public void Apply(WireEvent e, ResponseReader reader)
        {
            switch (e.Kind)
            {
                case WireEventKind.Received or WireEventKind.Elided when _ended || reader.HeadsSeen >= MostHeads: break;
                case WireEventKind.Received: reader.Feed(e.Octets.Span); break;
                case WireEventKind.Elided: reader.FeedElided(e.Count); break;
                case WireEventKind.Sent:
                    _completeAtLastSend = reader.CompleteFinal;
                    break;
                case WireEventKind.Unsent:
                    Unsent += e.Count;
                    break;
                case WireEventKind.Quiet: Quiet = true; break;
                case WireEventKind.Sentinel: SentinelAt ??= reader.CompleteFinal; break;
                case WireEventKind.ConnectFailed: Ending = Ending.NeverConnected; break;
                case WireEventKind.Fin or WireEventKind.TlsClosed: End(Ending.Fin, reader, clean: true); break;
                case WireEventKind.TlsTruncated: End(Ending.TlsTruncated, reader, clean: false); break;
                case WireEventKind.Reset: EndByReset(reader); break;
                case WireEventKind.Step when e.Note == ExpectWord:
                    Expects.Add(new((int)e.Count, reader.CompleteFinal));
                    _headsAtLastAwait = reader.HeadsSeen;
                    break;
                case WireEventKind.Step when e.Note == AwaitWord:
                    Awaits.Add(new((int)e.Count, reader.HeadsSeen - _headsAtLastAwait));
                    _headsAtLastAwait = reader.HeadsSeen;
                    break;
                default: break;
            }
        }

        private void EndByReset(ResponseReader reader)
        {
            if (_ended) return;
            var complete = reader.CompleteFinal;
            End(Ending.Reset, reader, clean: false);
            ResetCut = reader.Final is not [.., { IsAnswer: true }];
            ResetAfter = !ResetCut && complete > _completeAtLastSend;
        }

        private void End(Ending ending, ResponseReader reader, bool clean)
        {
            if (_ended) return;
            _ended = true;
            Ending = ending;
            reader.End(clean);
        }
    }
}

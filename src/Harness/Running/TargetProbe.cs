using Conform.Generation;
using Conform.Judging;
using Conform.Observations;

namespace Conform.Running;

/// <summary>Finds out what a target is like before the first case.</summary>
/// <param name="conversation">Holds conversations.</param>
/// <param name="dialer">Opens connections.</param>
/// <param name="values">The target's paths.</param>
/// <param name="time">The clock.</param>
internal sealed class TargetProbe(Conversation conversation, Dialer dialer, TargetValues values, TimeProvider time)
{
    private const int BaselineCount = 5;
    private const int MostJobs = 64;

    // Connections that the widest case has open together.
    private const int Widest = 3;

    // Beyond eight conversations at once, pieces no longer arrive apart on a loaded machine with two cores.
    private static readonly int[] HeldLadder = [7, 3];
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Asks the target the plain questions.</summary>
    /// <param name="timeout">How long to wait, where the user said so.</param>
    /// <param name="seed">Names the canaries.</param>
    /// <param name="jobs">How many conversations at once the user asked for; null for what the target bears, up to eight.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task<TargetEvidence> RunAsync(TimeSpan? timeout, long seed, int? jobs, CancellationToken cancellation)
    {
        var first = Patience.Of(timeout ?? Longest);
        var get = PlainRequests.Get(values.Host, values.Path);
        var baseline = new List<Transcript>();
        Transcript? adapter = null;
        for (var i = 0; i < BaselineCount; i++)
        {
            baseline.Add(await conversation.HoldAsync(Script.Single(get), first, true, cancellation));
            if (IsSound()) continue;
            adapter ??= await AdapterAsync(first, cancellation);
            if (!IsSound()) return Plain();
        }

        var slowest = Slowest(baseline);
        var deadline = timeout ?? TimeSpan.FromTicks(Math.Clamp(slowest.Ticks * 20, Shortest.Ticks, Longest.Ticks));
        var patience = new Patience(deadline, Settle(slowest), new CloseWait(deadline));
        // What is asked for the first time may take much longer than a page that was just given out; a fact that is missed here would count in every case.
        var unhurried = patience with { Deadline = first.Deadline };
        string[] tokens = [PlainRequests.Token(seed, "canary 1"), PlainRequests.Token(seed, "canary 2")];
        var canary = new List<Transcript>();
        foreach (var token in tokens)
            canary.Add(await conversation.HoldAsync(Script.Single(PlainRequests.Canary(values.Host, token)), unhurried, true, cancellation));
        var two = new Script([new SendPieces([get]), new ExpectResponses(1, 1, IsLast: true)], PlainRequests.Sentinel(values.Host, values.Path));
        var (plain, part) = await StaticAsync(unhurried, cancellation);
        return new TargetEvidence
        {
            Baseline = baseline,
            Canary = canary,
            CanaryTokens = tokens,
            Persistence = await conversation.HoldAsync(two, unhurried, true, cancellation),
            Early = await EarlyAsync(patience, cancellation),
            Static = plain,
            StaticPart = part,
            Adapter = adapter ?? await AdapterAsync(unhurried, cancellation),
            Held = await HeldAsync(TargetTraits.Of(Plain()).BaselineStatus, patience, jobs, cancellation),
            Deadline = deadline,
        };

        TargetEvidence Plain() => Nothing(baseline, first.Deadline) with { Adapter = adapter };
        bool IsSound() => TargetTraits.Of(Plain()).BaselineProblem is null;
    }

    /// <summary>How long "nothing yet" settles for.</summary>
    /// <param name="slowest">The slowest baseline answer.</param>
    public static TimeSpan Settle(TimeSpan slowest) => TimeSpan.FromTicks(Math.Max(TimeSpan.FromMilliseconds(400).Ticks, slowest.Ticks * 3));

    /// <summary>The slowest of some answers.</summary>
    /// <param name="answers">The transcripts.</param>
    public static TimeSpan Slowest(IEnumerable<Transcript> answers) => answers.Select(AnswerTime).DefaultIfEmpty().Max();

    /// <summary>How many conversations are held at once: never more than the target was seen to bear.</summary>
    /// <param name="held">How many half-sent connections did not disturb it.</param>
    /// <param name="wanted">What the user said; null for as many as it bears.</param>
    public static int Jobs(int held, int? wanted) => Math.Clamp(wanted ?? held + 1, 1, held + 1);

    // From the last octet that we sent to the last that came: connecting, and our own slowness, are not the target's.
    private static TimeSpan AnswerTime(Transcript transcript)
    {
        var sent = transcript.Events.LastOrDefault(e => e.Kind == WireEventKind.Sent);
        var came = transcript.Events.LastOrDefault(e => e.Kind == WireEventKind.Received);
        return sent is null || came is null ? TimeSpan.Zero : came.At - sent.At;
    }

    private static TargetEvidence Nothing(List<Transcript> baseline, TimeSpan deadline) => new()
    {
        Baseline = baseline, Canary = [], CanaryTokens = [], Persistence = Transcript.Empty, Held = 0, Deadline = deadline,
    };

    private async Task<Transcript?> AdapterAsync(Patience patience, CancellationToken cancellation) => values.AppPrefix is { } prefix
        ? await conversation.HoldAsync(Script.Single(PlainRequests.Get(values.Host, prefix + "/probe/meta")), patience, true, cancellation)
        : null;

    // An echo cannot answer what it has not read.
    private async Task<Transcript?> EarlyAsync(Patience patience, CancellationToken cancellation) => values.Echo is null
        ? await conversation.HoldAsync(Script.Single(PlainRequests.Announced(values.Host, values.Resource)), patience, true, cancellation)
        : null;

    // Twice, because what is not the same each time is no fact.
    private async Task<(IReadOnlyList<Transcript> Plain, Transcript? Part)> StaticAsync(Patience patience, CancellationToken cancellation)
    {
        if (values.Static is not { } path) return ([], null);
        Task<Transcript> Ask(ReadOnlyMemory<byte> request) => conversation.HoldAsync(Script.Single(request), patience, true, cancellation);
        var get = PlainRequests.Get(values.Host, path);
        return ([await Ask(get), await Ask(get)], await Ask(PlainRequests.FirstOctet(values.Host, path)));
    }

    // A single-threaded server stops at the first half-sent request; others stop at their number of threads, or refuse whom they have no room for.
    // Some read heads beside each other and run their application for one request after the other: those stop where content is waited for.
    private async Task<int> HeldAsync(int status, Patience patience, int? jobs, CancellationToken cancellation)
    {
        ReadOnlyMemory<byte>[] half = ["GET / HTTP/1.1\r\nHost: h"u8.ToArray(), .. values.Echo is { } echo ? [PlainRequests.Announced(values.Host, echo)] : Array.Empty<ReadOnlyMemory<byte>>()];
        if (!await BearAsync(1)) return 0;
        // However few conversations are wanted, one of them may be held over as many connections as the widest case has.
        foreach (var count in jobs is { } wanted ? HeldLadder.Prepend(Math.Min(wanted, MostJobs) - 1).Where(c => c > 1 && c < wanted).Append(Widest - 1).Distinct() : HeldLadder)
        {
            if (await BearAsync(count)) return count;
        }

        return 1;

        async Task<bool> BearAsync(int count)
        {
            foreach (var octets in half)
            {
                if (!await BearsAsync(count, octets, status, patience, cancellation)) return false;
            }

            return true;
        }
    }

    private async Task<bool> BearsAsync(int count, ReadOnlyMemory<byte> octets, int status, Patience patience, CancellationToken cancellation)
    {
        var held = new List<LiveConnection>();
        try
        {
            for (var i = 0; i < count; i++)
            {
                var live = await LiveConnection.OpenAsync(dialer, new TranscriptRecorder(time), [], cancellation);
                held.Add(live);
                await live.Wire.SendAsync([octets], () => false, patience.Deadline, cancellation);
            }

            // The first may overtake what is held.
            return await IsAnsweredAsync() && await IsAnsweredAsync();
        }
        catch (TargetGoneException)
        {
            return false;
        }
        finally
        {
            foreach (var live in held) await live.DisposeAsync();
        }

        async Task<bool> IsAnsweredAsync()
        {
            var asked = await conversation.HoldAsync(Script.Single(PlainRequests.Get(values.Host, values.Path)), patience, true, cancellation);
            return ObservationReader.Read(asked).Connections is [.., { Responses: [{ IsComplete: true } answer, ..] }] && answer.Status == status;
        }
    }
}

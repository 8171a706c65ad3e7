using Conform.Observations;

namespace Conform.Running;

/// <summary>How long things are waited for.</summary>
/// <param name="Deadline">For an answer or a close.</param>
/// <param name="Settle">For more to come where nothing else can show that nothing does.</param>
/// <param name="Close">For a close that must come.</param>
public sealed record Patience(TimeSpan Deadline, TimeSpan Settle, CloseWait Close)
{
    /// <summary>As long as the deadline, for everything.</summary>
    /// <param name="deadline">The deadline.</param>
    public static Patience Of(TimeSpan deadline) => new(deadline, deadline, new CloseWait(deadline));

    /// <summary>Twice as long, for a confirmation.</summary>
    public Patience Twice() => this with { Deadline = Deadline * 2, Settle = Settle * 2 };
}

/// <summary>Holds conversations. One loop, for one step or for ten; the only place where a case meets a connection.</summary>
/// <param name="dialer">Opens connections.</param>
/// <param name="time">The clock.</param>
internal sealed class Conversation(Dialer dialer, TimeProvider time)
{
    /// <summary>Holds one.</summary>
    /// <param name="script">What to do.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="sentinelCloses">Whether the target closes behind a request that says close, so that its close ends the reading.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>All that happened.</returns>
    /// <exception cref="TargetGoneException">No connection could be made.</exception>
    public async Task<Transcript> HoldAsync(Script script, Patience patience, bool sentinelCloses, CancellationToken cancellation)
    {
        var recorder = new TranscriptRecorder(time);
        var turn = new Turn(recorder, patience, sentinelCloses, script.Sentinel, time);
        for (var i = 0; i < script.Steps.Count; i++)
        {
            if (turn.Live is null) turn.Begin(await LiveConnection.OpenAsync(dialer, recorder, RequestsFrom(script, i), cancellation));
            await turn.StepAsync(script.Steps[i], cancellation);
        }

        await turn.DisposeAsync();
        return recorder.ToTranscript();
    }

    private static IReadOnlyList<SentRequest> RequestsFrom(Script script, int index)
    {
        var sent = script.Steps.Skip(index).TakeWhile(s => s is not NewConnection).OfType<SendPieces>().SelectMany(s => s.Pieces);
        var octets = sent.Append(script.Sentinel ?? ReadOnlyMemory<byte>.Empty).SelectMany(p => p.ToArray()).ToArray();
        return SentRequests.Find(octets);
    }
}

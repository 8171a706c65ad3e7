using System.Buffers;
using Conform.Observations;
using Conform.Running.Witness;

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
    // Half a millisecond on an idle machine; a loaded one may take much longer, and that must not count against the server.
    private static readonly TimeSpan Piece = TimeSpan.FromMilliseconds(20);

    /// <summary>Holds one.</summary>
    /// <param name="script">What to do.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="sentinelCloses">Whether the target closes behind a request that says close, so that its close ends the reading.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <param name="witnessed">How the application is watched; null where nobody does.</param>
    /// <returns>All that happened.</returns>
    /// <exception cref="TargetGoneException">No connection could be made.</exception>
    public async Task<Transcript> HoldAsync(
        Script script, Patience patience, bool sentinelCloses, CancellationToken cancellation, Witnessed? witnessed = null)
    {
        var recorder = new TranscriptRecorder(time);
        var turn = new Turn(recorder, patience, sentinelCloses, script.Sentinel, time);
        using var listening = Listen(turn, recorder, patience, witnessed);
        var most = Most(script, patience);
        using var spent = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, spent.Token);
        await using (turn)
        {
            for (var i = 0; i < script.Steps.Count; i++)
            {
                var step = script.Steps[i];
                if (!turn.GoOnWith(step.Lane))
                {
                    turn.Begin(step.Lane, await LiveConnection.OpenAsync(dialer, recorder, RequestsOn(script, step.Lane), cancellation));
                    spent.CancelAfter(most);
                }

                if (step is SendSaid late)
                {
                    if (turn.Say(late, script.Answers) is not { } pieces)
                    {
                        turn.Forgo(script.Steps.Skip(i));
                        break;
                    }

                    step = pieces;
                    script = script with { Steps = [.. script.Steps.Take(i), step, .. script.Steps.Skip(i + 1)] };
                    turn.Live!.WillAnswer(RequestsOn(script, step.Lane));
                    spent.CancelAfter(most = Most(script, patience));
                }

                try
                {
                    await turn.StepAsync(step, either.Token);
                }
                catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
                {
                    turn.GiveUp(script.Steps.Skip(i), most);
                    break;
                }
            }
        }

        if (turn.Watched is { } watch) await watch.FinishAsync(cancellation);
        return recorder.ToTranscript();
    }

    /// <summary>
    /// How long a conversation may last as a whole, so that a server which takes or sends an octet now and then does not keep it going for ever: what
    /// its steps may wait for together, the pauses, the close, and time to write. The answers behind the first of a step come one behind the other, and a
    /// server that takes a tenth of the deadline for each is slow and no more.
    /// </summary>
    /// <param name="script">What is done.</param>
    /// <param name="patience">How long each wait may last.</param>
    public static TimeSpan Most(Script script, Patience patience)
    {
        var waits = 2 + script.Steps.Count(s => s is SendPieces or SendSaid or AwaitHead or ExpectResponses or AwaitGate);
        var pauses = TimeSpan.FromTicks(script.Steps.Sum(s => s switch
        {
            LetPass pass => pass.Duration.Ticks,
            AwaitClose close => close.AtMost.Ticks,
            _ => 0,
        }));
        var further = script.Steps.OfType<ExpectResponses>().Sum(e => Math.Max(0, e.Wanted - 1));
        var pieces = script.Steps.OfType<SendPieces>().Sum(s => s.Pieces.Count);
        return (patience.Deadline * waits) + (patience.Deadline / 10 * further) + (patience.Settle * 2) + pauses + patience.Close.Longest + (Piece * pieces);
    }

    private IDisposable? Listen(Turn turn, TranscriptRecorder recorder, Patience patience, Witnessed? witnessed)
    {
        if (witnessed is null) return null;
        turn.Watched = new Watch(recorder, witnessed.By, witnessed.Gates, patience, () => turn.Live, time, witnessed.Printed);
        return witnessed.By.Listen(witnessed.Id, turn.Watched);
    }

    private static IReadOnlyList<SentRequest> RequestsOn(Script script, int lane)
    {
        var octets = new ArrayBufferWriter<byte>();
        // What is not filled yet comes behind everything that can be answered until then, and so does all that follows it.
        var steps = script.Steps.Where(s => s.Lane == lane).ToList();
        var known = steps.TakeWhile(s => s is not SendSaid).ToList();
        foreach (var piece in known.OfType<SendPieces>().SelectMany(s => s.Pieces)) octets.Write(piece.Span);
        if (script.Sentinel is { } sentinel && known.Count == steps.Count) octets.Write(sentinel.Span);
        return SentRequests.Find(octets.WrittenSpan);
    }
}

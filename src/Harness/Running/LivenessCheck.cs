using Conform.Judging;
using Conform.Observations;

namespace Conform.Running;

/// <summary>Asks on a second connection whether the target still answers, when a conversation ended in a way that a dying server's would.</summary>
internal sealed class LivenessCheck(Conversation conversation, ITarget target)
{
    /// <summary>Whether the target lives behind a result. A conversation with an orderly end needs no question.</summary>
    /// <param name="result">The result.</param>
    /// <param name="patience">How long the target may take.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task<bool> IsAliveAfterAsync(Result result, Patience patience, CancellationToken cancellation)
    {
        if (target.HasExited) return false;
        return result.Evidence is not { } evidence || !IsOdd(evidence) || await IsAliveAsync(patience.Twice(), cancellation);
    }

    /// <summary>Whether the target answers a plain request.</summary>
    /// <param name="patience">How long the target may take.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task<bool> IsAliveAsync(Patience patience, CancellationToken cancellation)
    {
        try
        {
            var script = Script.Single(PlainRequests.Get(target.Values.Host, target.Values.Path));
            var asked = await conversation.HoldAsync(script, patience, true, cancellation);
            return ObservationReader.Read(asked).Connections is [.., { Responses: [{ IsComplete: true }, ..] }];
        }
        catch (TargetGoneException)
        {
            return false;
        }
    }

    private static bool IsOdd(Evidence evidence) => IsOdd(evidence.Subject) || (evidence.Control is { } control && IsOdd(control));

    private static bool IsOdd(Transcript transcript) => ObservationReader.Read(transcript).Connections
        .Any(c => c.Ending != Ending.NeverConnected && (c.Ending == Ending.Reset || !c.Responses.Any(r => r.IsComplete)));
}

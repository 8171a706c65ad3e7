using Conform.Http;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>What one expect step may look at: its part of a connection's responses.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Responses">The final responses that belong to the step, without the sentinel's answer.</param>
/// <param name="IsLast">Whether the step is the connection's last expect, so that the connection's end belongs to it.</param>
/// <param name="SentinelAnswered">Whether the sentinel got its answer.</param>
/// <param name="FirstIndex">Index of the first of <paramref name="Responses"/> on the connection.</param>
internal sealed record StepView(ConnectionObservation Connection, IReadOnlyList<Response> Responses, bool IsLast, bool SentinelAnswered, int FirstIndex)
{
    /// <summary>The awaits since the expect before this one.</summary>
    public IReadOnlyList<StepReach> Awaits { get; init; } = [];

    /// <summary>Why nothing can be said of what came behind very long content.</summary>
    public const string Elided = "more octets came than are kept, so what is behind them is not known";

    /// <summary>Why nothing can be said of an answer that a reset cut while something of ours was still to be read.</summary>
    public const string Lost = "the server closed with octets of ours unread, and the reset lost the rest of the answer";

    /// <summary>Whether the server ended the connection, in a way that does not cut a response.</summary>
    public bool IsClosed => Connection.Ending is Ending.Fin or Ending.TlsTruncated || (Connection.Ending == Ending.Reset && !Connection.ResetCutResponse);

    /// <summary>The last response on the connection up to this step, of this step or of one before it; null where there was none.</summary>
    public Response? LastAnswer => FirstIndex + Responses.Count is > 0 and var count ? Connection.Responses[count - 1] : null;

    /// <summary>Whether octets came behind the last response that begin no other. Empty lines alone are left to the lint.</summary>
    public bool HasStrayOctets => IsLast && Connection.Leftover.Length > 0
        && Connection.Received.Span[(int)Math.Min(Connection.Leftover.Start, Connection.Received.Length)..].ContainsAnyExcept((byte)'\r', (byte)'\n');

    /// <summary>Cuts the part of a step out of an observation.</summary>
    /// <param name="observation">The whole.</param>
    /// <param name="step">Index of the expect step.</param>
    /// <param name="evidence">For the canary's token.</param>
    /// <param name="traits">For the sentinel's answer.</param>
    /// <returns>The view, or null where the step was never reached.</returns>
    public static StepView? Of(Observation observation, int step, Evidence evidence, TargetTraits traits) =>
        Of(observation, step, evidence.Drawn.CanaryToken, traits);

    /// <summary>The final answers to the case's own requests, in the order of the steps that expect them, over all connections.</summary>
    /// <param name="observation">The whole, or what there is of it so far.</param>
    /// <param name="canaryToken">The case's canary token.</param>
    /// <param name="traits">For the sentinel's answer; null where nothing is known of the target, so that its place alone tells it.</param>
    public static IReadOnlyList<Response> Answers(Observation observation, string? canaryToken, TargetTraits? traits) =>
        [.. observation.Connections.SelectMany(c => c.Expects).Select(e => e.Step).Distinct().Order()
            .SelectMany(step => Of(observation, step, canaryToken, traits)?.Responses ?? [])];

    private static StepView? Of(Observation observation, int step, string? canaryToken, TargetTraits? traits)
    {
        var connection = observation.Connections.FirstOrDefault(c => c.Expects.Any(e => e.Step == step));
        if (connection is null) return null;
        var place = connection.Expects.TakeWhile(e => e.Step != step).Count();
        var from = place == 0 ? 0 : connection.Expects[place - 1].Responses;
        var isLast = place == connection.Expects.Count - 1;
        var answered = connection.SentinelSent && IsSentinelAnswered(connection, canaryToken, traits);
        var to = !isLast ? connection.Expects[place].Responses : connection.Responses.Count - (answered ? 1 : 0);
        return new StepView(connection, [.. connection.Responses.Skip(from).Take(to - from)], isLast, answered, from)
        {
            Awaits = [.. connection.Awaits.Where(a => a.Step < step && (place == 0 || a.Step > connection.Expects[place - 1].Step))],
        };
    }

    /// <summary>Whether a response is the canary's own answer.</summary>
    /// <param name="response">The response.</param>
    /// <param name="token">The case's canary token.</param>
    /// <param name="traits">The target's.</param>
    public static bool IsCanaryAnswer(Response response, string? token, TargetTraits traits) =>
        token is not null && traits.Canary is { } canary && canary.Matches(response, token);

    // The sentinel is the last request, so its answer is the last response, and it came behind the sentinel. Where the target answers the
    // canary's path otherwise than the sentinel's, a canary's answer is never taken for it.
    private static bool IsSentinelAnswered(ConnectionObservation connection, string? canaryToken, TargetTraits? traits)
    {
        if (traits is null) return connection.SentinelAnswer is not null;
        if (connection.SentinelAnswer is not { } index || traits.Sentinel is not { } sentinel) return false;
        var last = connection.Responses[index];
        if (last.Status != sentinel.Status) return false;
        return sentinel.Matches(last, null) || sentinel.Content is null || !IsCanaryAnswer(last, canaryToken, traits);
    }
}

using System.Security.Cryptography;
using Conform.Http;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>By what a plain answer is known again: the status, and the content where it is the same each time.</summary>
/// <param name="Status">The status.</param>
/// <param name="Content">SHA-256 of the content without its token and without what the server tells of itself, lower-case hex; null where the content varies.</param>
public sealed record Fingerprint(int Status, string? Content)
{
    /// <summary>Whether a response is such an answer.</summary>
    /// <param name="response">The response.</param>
    /// <param name="token">The token of its request, or null.</param>
    public bool Matches(Response response, string? token) =>
        response.IsComplete && response.Status == Status && (Content is null || Content == Digest(response, token));

    /// <summary>The content's digest with the token taken out.</summary>
    /// <param name="response">The response.</param>
    /// <param name="token">The token, or null.</param>
    public static string Digest(Response response, string? token)
    {
        var text = System.Text.Encoding.Latin1.GetString(response.Content.Span);
        if (token is not null) text = text.Replace(token, "token", StringComparison.Ordinal).Replace(HexOf(token), "token", StringComparison.OrdinalIgnoreCase);
        // A server may tell its application how long it waited or what it counts; that does not make another answer of it.
        text = ServerVariables.Own.Replace(text, string.Empty);
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.Latin1.GetBytes(text)));
    }

    // A report of what was understood gives strings as hexadecimal octets.
    private static string HexOf(string token) => Convert.ToHexStringLower(System.Text.Encoding.Latin1.GetBytes(token));
}

/// <summary>What a target is like, found out before the first case: a pure function of the target's evidence.</summary>
public sealed record TargetTraits
{
    /// <summary>Why the baseline did not pass; null where it did.</summary>
    public required string? BaselineProblem { get; init; }

    /// <summary>The status that a plain GET gets; 0 where the baseline did not pass.</summary>
    public required int BaselineStatus { get; init; }

    /// <summary>Whether a second request on a connection is answered.</summary>
    public required bool Persistent { get; init; }

    /// <summary>Whether the target speaks HTTP/1.0 only: its answers to HTTP/1.1 requests say HTTP/1.0.</summary>
    public required bool Http10Only { get; init; }

    /// <summary>The canary's answer; null where it got none.</summary>
    public required Fingerprint? Canary { get; init; }

    /// <summary>The sentinel's answer; where it got none, a plain answer's status, since some connections may be kept all the same; null without a baseline.</summary>
    public required Fingerprint? Sentinel { get; init; }

    /// <summary>Whether the target closes behind the sentinel, as the sentinel asks.</summary>
    public required bool SentinelCloses { get; init; }

    /// <summary>Whether the target answers a request before it has read its content, so that its answer says nothing about the content.</summary>
    public bool AnswersEarly { get; init; }

    /// <summary>What is known of the fixed representation; null where the target has none.</summary>
    public FixedRepresentation? Fixed { get; init; }

    /// <summary>What the contract between the server and its application can do, as the adapter says; null where it says nothing.</summary>
    public IReadOnlySet<string>? Caps { get; init; }

    /// <summary>Reads the traits off the evidence.</summary>
    /// <param name="evidence">What was found out.</param>
    public static TargetTraits Of(TargetEvidence evidence)
    {
        var baselines = evidence.Baseline.Select(First).ToList();
        var problem = baselines.Count == 0 ? "no plain GET was sent" : baselines.Select(b => Problem(b.Response, b.Connection)).FirstOrDefault(p => p is not null);
        // An application that is not told the method refuses its pages as of no method, and what it is told can be asked of it all the same.
        if (evidence.Adapter is { } told && AdapterFacts.Caps(told) is not null && baselines.TrueForAll(b => b.Response is { IsComplete: true, Status: 501 })) problem = null;
        var persistence = ObservationReader.Read(evidence.Persistence).First;
        var complete = persistence?.Responses.Where(r => r.IsComplete).ToList() ?? [];
        return new TargetTraits
        {
            BaselineProblem = problem,
            BaselineStatus = problem is null ? baselines[0].Response!.Status : 0,
            Persistent = complete.Count >= 2,
            Http10Only = problem is null && baselines.TrueForAll(b => b.Response!.Version == "HTTP/1.0"),
            Canary = CanaryOf(evidence),
            Sentinel = complete.Count >= 2 ? new Fingerprint(complete[1].Status, StableContent(baselines) ? Fingerprint.Digest(complete[1], null) : null)
                : problem is null ? new Fingerprint(baselines[0].Response!.Status, null) : null,
            AnswersEarly = evidence.Early is { } early && First(early).Response is { IsAnswer: true },
            Fixed = FixedRepresentation.Of(evidence),
            Caps = evidence.Adapter is { } adapter ? AdapterFacts.Caps(adapter) : null,
            SentinelCloses = complete.Count < 2 || persistence!.Ending != Ending.Open,
        };
    }

    /// <summary>Why an answer to a plain request does not show a working target; null where it does.</summary>
    /// <param name="response">The answer, or null.</param>
    /// <param name="connection">The connection it came on, or null.</param>
    public static string? Problem(Response? response, ConnectionObservation? connection) => (response, connection) switch
    {
        (_, null) or (_, { Ending: Ending.NeverConnected }) => "no connection could be made",
        (null, { WasQuiet: true }) => "a plain GET got no answer in time",
        (null, { Ending: Ending.Reset }) => "a plain GET was answered by a reset",
        (null, _) => "a plain GET was answered by closing the connection",
        ({ State: ResponseState.Malformed }, _) => "the answer to a plain GET is no HTTP response",
        ({ IsComplete: false }, _) => "the answer to a plain GET is not complete",
        ({ Status: 400 }, _) => "a plain GET is answered 400",
        ({ Status: >= 500 } r, _) => $"a plain GET is answered {r.Status}",
        _ => null,
    };

    private static (Response? Response, ConnectionObservation? Connection) First(Transcript transcript)
    {
        var connection = ObservationReader.Read(transcript).First;
        return (connection?.Responses.FirstOrDefault(), connection);
    }

    private static Fingerprint? CanaryOf(TargetEvidence evidence)
    {
        var answers = evidence.Canary.Zip(evidence.CanaryTokens, (t, token) => (First(t).Response, Token: token)).ToList();
        if (answers.Count == 0 || answers.Exists(a => a.Response is not { IsComplete: true })) return null;
        var digests = answers.Select(a => Fingerprint.Digest(a.Response!, a.Token)).Distinct().ToList();
        return new Fingerprint(answers[0].Response!.Status, digests.Count == 1 ? digests[0] : null);
    }

    private static bool StableContent(List<(Response? Response, ConnectionObservation? Connection)> baselines) =>
        baselines.TrueForAll(b => b.Response is { IsComplete: true }) && baselines.Select(b => Fingerprint.Digest(b.Response!, null)).Distinct().Count() == 1;
}

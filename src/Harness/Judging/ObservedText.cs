using Conform.Http;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>What was seen, in the words in which expectations are written.</summary>
internal static class ObservedText
{
    /// <summary>One response.</summary>
    /// <param name="response">The response.</param>
    public static string Of(Response response) => response.State switch
    {
        _ when response.IsAnswer => response.Status.ToString(),
        ResponseState.Malformed => $"no HTTP response ({response.Faults.LastOrDefault()?.Message ?? "not readable"})",
        _ => response.Status == 0 ? "a response cut short in its head" : $"{response.Status} cut short",
    };

    /// <summary>All that a step saw.</summary>
    /// <param name="view">What the step may look at; null where it was never reached.</param>
    /// <param name="context">What is known besides.</param>
    public static string Of(StepView? view, JudgeContext context)
    {
        if (view is null) return "the conversation never came this far";
        var parts = view.Responses.Select((r, i) => Told(r, view.FirstIndex + i, context)).ToList();
        parts.AddRange(view.IsLast ? Interim(view.Connection.TrailingInterim) : []);
        if (view.HasStrayOctets) parts.Add("octets that are no response");
        if (view.IsLast) parts.Add(End(view, parts.Count));
        return string.Join(" then ", parts.Where(p => p.Length > 0));
    }

    private static string Told(Response response, int index, JudgeContext context)
    {
        var canary = index > 0 && StepView.IsCanaryAnswer(response, context.Evidence.Drawn.CanaryToken, context.Traits);
        var interim = string.Concat(Interim(response.Interim).Select(i => i + ", "));
        return interim + (canary ? $"canary answered ({response.Status})" : Of(response));
    }

    // A server may send any number of them; a reader wants to know how many.
    private static IEnumerable<string> Interim(IReadOnlyList<Response> responses) => responses.CountBy(i => i.Status)
        .Select(s => s.Value == 1 ? $"interim {s.Key}" : $"interim {s.Key} {s.Value} times");

    private static string End(StepView view, int before) => view.Connection.Ending switch
    {
        _ when view.SentinelAnswered => "kept",
        Ending.Fin => before == 0 ? "close without an answer" : "close",
        Ending.TlsTruncated => before == 0 ? "TLS cut off without an answer" : "TLS cut off",
        Ending.Reset => before == 0 ? "reset without an answer" : "reset",
        Ending.NeverConnected => "no connection",
        _ when view.Connection.SentinelSent => "open, the next request not answered",
        _ => before == 0 ? "no answer, still open" : "still open",
    };
}

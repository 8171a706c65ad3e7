using Conform.Cases;
using Conform.Observations;

namespace Conform.Judging.Lint;

/// <summary>Gathers the findings of a run: one result a rule, with a count and the first exchange as evidence. Not safe from several threads.</summary>
/// <param name="requirements">Finds a requirement by its id.</param>
public sealed class LintCollector(Func<string, Requirement?> requirements)
{
    private readonly Dictionary<string, Tally> _tallies = LintRules.All.ToDictionary(r => r.Name, r => new Tally(r), StringComparer.Ordinal);
    private int _responses;

    /// <summary>Looks at the answers to the plain requests before the first case.</summary>
    /// <param name="found">What was found out about the target.</param>
    public void AddTarget(TargetEvidence found)
    {
        foreach (var transcript in found.Baseline.Concat(found.Canary).Append(found.Persistence))
            Look(transcript, new Evidence { Drawn = Drawn.None, Subject = transcript }, "the plain requests before the first case");
    }

    /// <summary>Looks at every response of a result.</summary>
    /// <param name="result">The result.</param>
    public void Add(Result result)
    {
        if (result.Evidence is not { } evidence) return;
        Look(evidence.Subject, evidence, $"{result.Case} ({result.Delivery})", IsMeantToBreakOff(result));
        if (evidence.Control is { } control) Look(control, new Evidence { Drawn = Drawn.None, Subject = control }, $"the control of {result.Case}");
    }

    /// <summary>The results, in the order of the rules.</summary>
    public IEnumerable<Result> Results() => _tallies.Values.Select(t => Of(t, t.Count == 0
        ? new Verdict(Outcome.Pass, t.Rule.Summary, $"kept by all of {_responses} responses")
        : new Verdict(Outcome.Fail, t.Rule.Summary, $"{t.Message} ({t.Count} of {_responses} responses, first in {t.Where})")));

    /// <summary>What the rules come to where no response could be had.</summary>
    /// <param name="why">Why.</param>
    public IEnumerable<Result> Inconclusive(string why) => _tallies.Values.Select(t =>
        Of(t, new Verdict(Outcome.Inconclusive, t.Rule.Summary, string.Empty) { Notes = [$"the baseline did not pass: {why}"] }));

    private Result Of(Tally tally, Verdict verdict) => new()
    {
        Case = "lint/" + tally.Rule.Name,
        Delivery = "-",
        Requirement = requirements(tally.Rule.Requirement)
            ?? throw new InvalidOperationException($"lint rule {tally.Rule.Name} names an unknown requirement {tally.Rule.Requirement}"),
        Summary = tally.Rule.Summary,
        Location = new SourceLocation("lint", 1),
        Verdict = verdict,
        Evidence = tally.First,
        Count = tally.Count,
        FirstSeen = tally.Where,
    };

    // Where the application breaks off, a message that shows it is the right one, and the case says so.
    private static bool IsMeantToBreakOff(Result result) =>
        result.Verdict.Outcome == Outcome.Pass && result.Verdict.Expected.Contains(new CutShort().Describe(), StringComparison.Ordinal);

    private void Look(Transcript transcript, Evidence evidence, string where, bool isMeantToBreakOff = false)
    {
        foreach (var connection in ObservationReader.Read(transcript).Connections)
        {
            var requests = SentRequests.Find(ObservationReader.Sent(transcript.Events.Where(e => e.Channel == connection.Channel)));
            for (var i = 0; i < connection.Responses.Count; i++)
            {
                // What answers a request without a version is no HTTP/1.x response, and need not look like one.
                if (requests.Count == 0 && connection.Responses[i].Status == 0) continue;
                _responses++;
                foreach (var group in ResponseLint.Check(Context(connection, i, requests)).GroupBy(f => f.Rule, StringComparer.Ordinal))
                {
                    if (isMeantToBreakOff && group.Key == FramingRules.IncompleteContent) continue;
                    _tallies[group.Key].Add(group.First().Message, evidence, where);
                }
            }
        }
    }

    // Which request a response answers is only known where each request was read as one and got its answer.
    private static LintContext Context(ConnectionObservation connection, int index, IReadOnlyList<SentRequest> requests)
    {
        var isLast = index == connection.Responses.Count - 1;
        var known = requests.Count == connection.Responses.Count || (index == 0 && requests.Count > 0);
        return new LintContext(
            connection.Responses[index],
            known ? requests[index].Method : null,
            known ? requests[index].Version : null,
            isLast && connection.Ending is (Ending.Fin or Ending.TlsTruncated),
            isLast ? connection.Leftover.Length : 0);
    }

    private sealed class Tally(LintRule rule)
    {
        public LintRule Rule => rule;

        public int Count { get; private set; }

        public string Message { get; private set; } = string.Empty;

        public string? Where { get; private set; }

        public Evidence? First { get; private set; }

        public void Add(string message, Evidence evidence, string where)
        {
            if (Count++ > 0) return;
            (Message, First, Where) = (message, evidence, where);
        }
    }
}

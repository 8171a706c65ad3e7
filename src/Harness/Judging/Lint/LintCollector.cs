using Conform.Cases;
using Conform.Http;
using Conform.Observations;

namespace Conform.Judging.Lint;

/// <summary>Gathers the findings of a run: one result a rule, with a count and the first exchange as evidence. Not safe from several threads.</summary>
/// <param name="requirements">Finds a requirement by its id.</param>
/// <param name="cases">Finds a case by its id without a draw; null leaves open which cases bring their own application.</param>
public sealed class LintCollector(Func<string, Requirement?> requirements, Func<string, Case?>? cases = null)
{
    private readonly Dictionary<string, Tally> _tallies = LintRules.All.ToDictionary(r => r.Name, r => new Tally(r), StringComparer.Ordinal);
    private readonly ExchangeIndex _index = new();
    private int _responses;
    private bool _isCompared;
    private bool _behavesAsHttp11;

    /// <summary>Looks at the answers to the plain requests before the first case.</summary>
    /// <param name="found">What was found out about the target.</param>
    public void AddTarget(TargetEvidence found)
    {
        foreach (var transcript in found.Baseline.Concat(found.Canary).Append(found.Persistence))
            Look(transcript, new Evidence { Drawn = Drawn.None, Subject = transcript }, "the plain requests before the first case", false);
    }

    /// <summary>Looks at every response of a result.</summary>
    /// <param name="result">The result.</param>
    public void Add(Result result)
    {
        if (result.Evidence is not { } evidence) return;
        var of = cases?.Invoke(result.Case.Split('[')[0]);
        var isScripted = of?.RunsProgram == true;
        Look(evidence.Subject, evidence, $"{result.Case} ({result.Delivery})", isScripted, of is not null && MayBreakOff(of));
        if (evidence.Control is { } control) Look(control, new Evidence { Drawn = Drawn.None, Subject = control }, $"the control of {result.Case}", isScripted);
    }

    /// <summary>The results, in the order of the rules; nothing is added afterwards.</summary>
    public IEnumerable<Result> Results()
    {
        if (!_isCompared)
        {
            _isCompared = true;
            foreach (var (rule, message, seen) in _index.Findings()) _tallies[rule].Add(message, seen.Evidence, seen.Where);
        }

        return _tallies.Values.Select(t => t.Count == 0 || (t.Rule.Name == Rules.StatusRules.Downgraded && !_behavesAsHttp11)
            ? Of(t, new Verdict(Outcome.Pass, t.Rule.Summary, $"kept by all of {_responses} responses"))
            : Broken(t));
    }

    /// <summary>What the rules come to where the plain requests got no answer to go on with: what they did get may show why.</summary>
    /// <param name="why">Why.</param>
    public IEnumerable<Result> WithoutBaseline(string why) => _tallies.Values.Select(t => t.Count == 0
        ? Of(t, new Verdict(Outcome.Inconclusive, t.Rule.Summary, string.Empty) { Notes = [$"the baseline did not pass: {why}"] })
        : Broken(t));

    private Result Broken(Tally tally) => Of(tally, new Verdict(
        Outcome.Fail, tally.Rule.Summary, $"{tally.Message} ({tally.Count} of {_responses} responses, first in {tally.Where})"));

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

    // Where the application breaks off, a message that shows it is the right one, and the case says so, whatever else it fails for.
    private static bool MayBreakOff(Case of) => of.Steps.OfType<ExpectStep>().SelectMany(s => s.Expectations)
        .Any(e => e.Verb is ExpectationVerb.Accept or ExpectationVerb.Tolerate && e.Text.Contains(new CutShort().Describe(), StringComparison.Ordinal));

    // Who speaks HTTP/1.0 alone may say so to everybody, but then has neither chunks nor connections that stay open unasked.
    private static bool IsOfHttp11(LintContext c) => c.Response.Version == "HTTP/1.1" || c.Has("Transfer-Encoding")
        || (c.ResponsesBehind > 0 && !Values.Lists.Has(c.Response.Values("Connection"), "keep-alive"));

    private static bool SaysHttp(ConnectionObservation connection, Response odd) =>
        connection.Received.Span[(int)odd.Head.Start..].StartsWith("HTTP/"u8);

    private void Look(Transcript transcript, Evidence evidence, string where, bool isScripted, bool mayBreakOff = false)
    {
        foreach (var connection in ObservationReader.Read(transcript).Connections)
        {
            var contexts = new ConnectionContexts(transcript, connection);
            for (var i = 0; i < connection.Responses.Count; i++)
            {
                // What answers a request without a version is no HTTP/1.x response, and need not look like one, unless it says that it is HTTP.
                if (!contexts.HasRequests && connection.Responses[i] is { Status: 0 } odd && !SaysHttp(connection, odd)) continue;
                _responses++;
                var context = contexts.Of(i) with { IsScripted = isScripted };
                _index.Add(new SeenExchange(context, evidence, where));
                _behavesAsHttp11 |= IsOfHttp11(context);
                foreach (var group in ResponseLint.Check(context).GroupBy(f => f.Rule, StringComparer.Ordinal))
                {
                    if (mayBreakOff && group.Key == Rules.FramingRules.IncompleteContent) continue;
                    _tallies[group.Key].Add(group.First().Message, evidence, where);
                }
            }
        }
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

using Conform.Judging;
using Conform.Reporting;
using Conform.Reporting.Records;
using Conform.Reporting.Terminal;

namespace Conform.Testing;

/// <summary>Keeps what a run found, test by test.</summary>
internal sealed class RunCollector
{
    private readonly List<AssessedResult> _results = [];
    private ILookup<string, AssessedResult>? _tests;
    private RunHeader? _header;
    private RunSummary? _summary;

    /// <summary>All results.</summary>
    public IReadOnlyList<AssessedResult> Results => _results;

    /// <summary>What the run tells; there is nothing in it to dispose of.</summary>
    public IReportWriter Writer() => new Listener(this);

    /// <summary>Why a test fails; null where it does not.</summary>
    /// <param name="test">The test's name.</param>
    public string? Failure(string test)
    {
        if (WholeRunTests.Find(test) is { } whole) return whole(_summary!) is { Length: > 0 } problem ? problem : null;
        var bad = _tests![test].Where(r => r.Standing.Kind is StandingKind.Unexpected or StandingKind.Error).ToList();
        return bad.Count == 0 ? null : FailureText.Of(_header!, bad);
    }

    /// <summary>Why a test shows nothing; null where it does.</summary>
    /// <param name="test">The test's name.</param>
    public string? NotShown(string test)
    {
        if (WholeRunTests.Find(test) is not null) return null;
        var own = _tests![test].ToList();
        if (own.Count == 0) return "the run ended before it";
        return own.TrueForAll(r => r.Result.Outcome is Outcome.NotObservable or Outcome.Skip) ? Reasons.Of(own[0].Result) : null;
    }

    private sealed class Listener(RunCollector found) : IReportWriter
    {
        public void Begin(RunHeader header) => found._header = header;

        public void Add(Result result, Standing standing) => found._results.Add(new AssessedResult(result, standing));

        public void End(RunSummary summary)
        {
            found._tests = found._results.ToLookup(r => CaseName.WithoutDraw(r.Result.Case), StringComparer.Ordinal);
            found._summary = summary;
        }

        public void Dispose()
        {
        }
    }
}

using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting.Terminal;

/// <summary>How a case stands over all its deliveries; the worst one counts.</summary>
internal enum CaseColumn
{
    Pass,
    Lenient,
    Skip,
    NotObservable,
    Known,
    Below,
    Inconclusive,
    Fail,
    Error,
}

/// <summary>What a terminal report remembers of a run: counts of everything, and the results that have something to say.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<string, CaseColumn> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<Outcome, int> _counts = [];
    private readonly List<AssessedResult> _kept = [];

    public int Total { get; private set; }

    public IReadOnlyList<AssessedResult> Kept => _kept;

    public IReadOnlyDictionary<string, CaseColumn> Cases => _cases;

    public int CountOf(Outcome outcome) => _counts.GetValueOrDefault(outcome);

    public void Add(Result result, Standing standing)
    {
        Total++;
        _counts[result.Outcome] = CountOf(result.Outcome) + 1;
        var column = Column(result.Outcome, standing.Kind);
        if (!_cases.TryGetValue(result.Case, out var before) || column > before) _cases[result.Case] = column;
        if (result.Outcome is not (Outcome.Pass or Outcome.Lenient)) _kept.Add(new AssessedResult(result, standing));
    }

    /// <summary>The counts so far in one line, such as <c>110 pass · 3 fail</c>.</summary>
    public string Line() => Line(_counts);

    public static string Line(IReadOnlyDictionary<Outcome, int> counts) => string.Join(
        " · ", Names.Outcomes.Where(o => counts.GetValueOrDefault(o) > 0).Select(o => $"{counts[o]}{Page.Together}{Names.Of(o)}"));

    private static CaseColumn Column(Outcome outcome, StandingKind standing) => (outcome, standing) switch
    {
        (_, StandingKind.Known) => CaseColumn.Known,
        (Outcome.Fail, StandingKind.Expected) => CaseColumn.Below,
        (Outcome.Fail, _) => CaseColumn.Fail,
        (Outcome.Error, _) => CaseColumn.Error,
        (Outcome.Inconclusive, _) => CaseColumn.Inconclusive,
        (Outcome.NotObservable, _) => CaseColumn.NotObservable,
        (Outcome.Skip, _) => CaseColumn.Skip,
        (Outcome.Lenient, _) => CaseColumn.Lenient,
        _ => CaseColumn.Pass,
    };
}

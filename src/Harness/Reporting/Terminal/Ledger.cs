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
    private readonly Dictionary<Outcome, int> _lint = [];
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly List<AssessedResult> _kept = [];

    /// <summary>How many of the planned conversations have a result; lint results and what was left out are none of them.</summary>
    public int Done { get; private set; }

    /// <summary>Counts of the conversations.</summary>
    public IReadOnlyDictionary<Outcome, int> Conversations => _counts;

    /// <summary>Counts of the lint's rules.</summary>
    public IReadOnlyDictionary<Outcome, int> Lint => _lint;

    public IReadOnlyList<AssessedResult> Kept => _kept;

    public IReadOnlyDictionary<string, CaseColumn> Cases => _cases;

    public void Add(Result result, Standing standing)
    {
        var counts = CaseName.IsLint(result.Case) ? _lint : _counts;
        counts[result.Outcome] = counts.GetValueOrDefault(result.Outcome) + 1;
        if (!CaseName.IsLint(result.Case) && result.Outcome != Outcome.Skip) Done++;
        var column = Column(result.Outcome, standing.Kind);
        if (!_cases.TryGetValue(result.Case, out var before) || column > before) _cases[result.Case] = column;
        if (result.Outcome is not (Outcome.Pass or Outcome.Lenient)) _kept.Add(new AssessedResult(result, standing));
    }

    /// <summary>Whether this is the first unexpected thing that is told of a case, whatever its delivery or draw.</summary>
    /// <param name="result">The result.</param>
    public bool IsNews(Result result) => _told.Add($"{result.Outcome} {CaseName.WithoutDraw(result.Case)}");

    /// <summary>The counts so far in one line, such as <c>110 pass · 3 fail</c>.</summary>
    public string Line() => Line(_counts);

    public static string Line(IReadOnlyDictionary<Outcome, int> counts) => string.Join(
        " · ", Names.Outcomes.Where(o => counts.GetValueOrDefault(o) > 0).Select(o => $"{counts[o]:N0}{Page.Together}{Names.Of(o)}"));

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

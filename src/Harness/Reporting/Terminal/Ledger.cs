using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting.Terminal;

/// <summary>What a terminal report remembers of a run: counts of everything, and the results that have something to say.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<string, ResultState> _cases = new(StringComparer.Ordinal);
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

    public IReadOnlyDictionary<string, ResultState> Cases => _cases;

    public void Add(Result result, Standing standing)
    {
        var counts = CaseName.IsLint(result.Case) ? _lint : _counts;
        counts[result.Outcome] = counts.GetValueOrDefault(result.Outcome) + 1;
        if (!CaseName.IsLint(result.Case) && result.Outcome != Outcome.Skip) Done++;
        var column = ResultStates.Of(result.Outcome, standing.Kind);
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
}

using Conform.Judging;

namespace Conform.Reporting.Matrix;

/// <summary>A case in a matrix.</summary>
/// <param name="Case">Its id.</param>
/// <param name="Cells">What it came to with each server, in the order of the servers; null where it was not run.</param>
public sealed record MatrixRow(string Case, IReadOnlyList<MatrixCell?> Cells)
{
    /// <summary>Whether two servers that could be decided come to different outcomes.</summary>
    public bool Differs => Cells.OfType<MatrixCell>().Where(c => ServerMatrix.IsDecided(c.Outcome)).Select(c => c.Outcome).Distinct().Count() > 1;

    /// <summary>Whether two servers that could be decided do different things, all of them perhaps allowed.</summary>
    public bool BehavesDifferently => Cells.OfType<MatrixCell>().Where(c => ServerMatrix.IsDecided(c.Outcome)).Select(c => c.Observed).Distinct(StringComparer.Ordinal).Count() > 1;
}

/// <summary>How far two servers agree, over the cases that both could be decided on.</summary>
/// <param name="Cases">How many cases those are.</param>
/// <param name="SameOutcome">In how many of them both come to the same outcome.</param>
/// <param name="SameBehaviour">In how many of them both do the same.</param>
public sealed record Agreement(int Cases, int SameOutcome, int SameBehaviour)
{
    /// <summary>The share of the same outcome, in percent, rounded down, so that 100 is all of them; null without a case.</summary>
    public int? OutcomePercent => Cases == 0 ? null : SameOutcome * 100 / Cases;

    /// <summary>The share of the same behaviour, in percent, rounded down; null without a case.</summary>
    public int? BehaviourPercent => Cases == 0 ? null : SameBehaviour * 100 / Cases;
}

/// <summary>Cases by servers.</summary>
/// <param name="Servers">The servers in the order in which they were named.</param>
public sealed record ServerMatrix(IReadOnlyList<ServerRun> Servers)
{
    /// <summary>The cases in order: fixed ones by id, draws in theirs, the lint last.</summary>
    public IReadOnlyList<MatrixRow> Rows { get; } =
    [
        .. Servers.SelectMany(s => s.Cells.Keys).Distinct(StringComparer.Ordinal)
            .OrderBy(CaseName.IsLint).ThenBy(CaseName.WithoutDraw, StringComparer.Ordinal).ThenBy(CaseName.Draw)
            .Select(id => new MatrixRow(id, [.. Servers.Select(s => s.Cells.GetValueOrDefault(id))])),
    ];

    /// <summary>Whether an outcome says something about the server.</summary>
    /// <param name="outcome">The outcome.</param>
    public static bool IsDecided(Outcome outcome) => outcome is Outcome.Pass or Outcome.Lenient or Outcome.Fail;

    /// <summary>How far two servers agree.</summary>
    /// <param name="a">The place of one in the list of servers.</param>
    /// <param name="b">The place of the other.</param>
    public Agreement Agreement(int a, int b)
    {
        var both = Rows.Where(r => r.Cells[a] is { } x && r.Cells[b] is { } y && IsDecided(x.Outcome) && IsDecided(y.Outcome)).ToList();
        return new Agreement(
            both.Count, both.Count(r => r.Cells[a]!.Outcome == r.Cells[b]!.Outcome),
            both.Count(r => r.Cells[a]!.Outcome == r.Cells[b]!.Outcome && r.Cells[a]!.Observed == r.Cells[b]!.Observed));
    }

    /// <summary>What of the runs is not comparable, a sentence each: other cases, seeds, deliveries, runs that broke off.</summary>
    public IReadOnlyList<string> Reservations
    {
        get
        {
            var all = new List<string>();
            if (Servers.DistinctBy(s => s.Suite).Count() > 1) all.Add("the runs were not made with the same cases");
            if (Servers.DistinctBy(s => s.Seed).Count() > 1) all.Add("the runs have different seeds, so drawn cases sent different octets");
            if (Servers.DistinctBy(s => string.Join(' ', s.Deliveries)).Count() > 1) all.Add("the runs have different deliveries");
            if (Servers.DistinctBy(s => s.Tool).Count() > 1) all.Add("the runs were made with different versions of conform");
            all.AddRange(Servers.Where(s => s.Broken is not null).Select(s => $"{s.Name}: {s.Broken}"));
            return all;
        }
    }
}

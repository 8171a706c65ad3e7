using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting.Matrix;

/// <summary>A cell that is not what it was.</summary>
/// <param name="Case">The case.</param>
/// <param name="Server">The server.</param>
/// <param name="Was">What it was; null where it was not run.</param>
/// <param name="Now">What it is; null where it was not run.</param>
public sealed record MatrixChange(string Case, string Server, MatrixCell? Was, MatrixCell? Now)
{
    /// <summary>Whether the outcome changed, and not only what was done.</summary>
    public bool IsOfOutcome => Was?.Outcome != Now?.Outcome;

    /// <summary>Whether it is worse than before: it fails, or could not be decided, and did not before.</summary>
    public bool IsWorse => Was is not null && Now is not null && IsOfOutcome && Now.Outcome is Outcome.Fail or Outcome.Inconclusive or Outcome.Error;

    /// <summary>Before and after in a line.</summary>
    public string Told => $"{Tell(Was)} → {Tell(Now)}";

    private static string Tell(MatrixCell? cell) => cell is null ? "not run" : cell.Observed.Length == 0 ? Names.Of(cell.Outcome) : $"{Names.Of(cell.Outcome)} ({cell.Observed})";
}

/// <summary>What changed between two matrices, over the servers that both have.</summary>
/// <param name="Changes">The cells that both have and that differ.</param>
/// <param name="NewCases">Cases that only the later one has.</param>
/// <param name="GoneCases">Cases that only the earlier one has.</param>
/// <param name="Servers">Servers that came, went, or have another version, a sentence each.</param>
public sealed record MatrixChanges(IReadOnlyList<MatrixChange> Changes, IReadOnlyList<string> NewCases, IReadOnlyList<string> GoneCases, IReadOnlyList<string> Servers)
{
    /// <summary>Whether a case that both have came to another outcome with a server that both have.</summary>
    public bool HasOutcomes => Changes.Any(c => c.IsOfOutcome);

    /// <summary>Compares.</summary>
    /// <param name="was">The earlier matrix.</param>
    /// <param name="now">The later one.</param>
    public static MatrixChanges Of(ServerMatrix was, ServerMatrix now)
    {
        var pairs = now.Servers.Select(s => (Now: s, Was: was.Servers.FirstOrDefault(o => o.Name == s.Name))).ToList();
        var before = was.Rows.Select(r => r.Case).ToHashSet(StringComparer.Ordinal);
        var after = now.Rows.Select(r => r.Case).ToHashSet(StringComparer.Ordinal);
        var changes = now.Rows.SelectMany(row => pairs.Where(p => p.Was is not null).Select(p => new MatrixChange(
            row.Case, p.Now.Name, p.Was!.Cells.GetValueOrDefault(row.Case), p.Now.Cells.GetValueOrDefault(row.Case))));
        return new MatrixChanges(
            [.. changes.Where(c => c.Was is not null && c.Now is not null && (c.IsOfOutcome || c.Was.Observed != c.Now.Observed))],
            [.. now.Rows.Select(r => r.Case).Where(c => !before.Contains(c))],
            [.. was.Rows.Select(r => r.Case).Where(c => !after.Contains(c))],
            [
                .. pairs.Where(p => p.Was is null).Select(p => $"{p.Now.Name} is new"),
                .. was.Servers.Where(s => now.Servers.All(o => o.Name != s.Name)).Select(s => $"{s.Name} is gone"),
                .. pairs.Where(p => p.Was is not null && p.Was.Version != p.Now.Version).Select(p => $"{p.Now.Name}: {p.Was!.Version} → {p.Now.Version}"),
            ]);
    }
}

using System.CommandLine;
using Conform.Cases;
using Conform.Reporting.Records;
using Conform.Running;

namespace Conform.Commands;

/// <summary>Which cases run, and which are left out on purpose.</summary>
/// <param name="Run">These run.</param>
/// <param name="Skipped">These are counted.</param>
/// <param name="Shard">Which part of them this run is; null for all.</param>
internal sealed record Selection(IReadOnlyList<PlannedCase> Run, IReadOnlyList<PlannedCase> Skipped, Shard? Shard)
{
    /// <summary>Whether there are cases that were not asked for; a shard is not what is meant.</summary>
    public bool IsPart { get; private init; }

    /// <summary>Selects.</summary>
    /// <param name="catalogue">From these.</param>
    /// <param name="parse">The command line.</param>
    /// <param name="options">Its options.</param>
    /// <exception cref="UsageException">A word selects nothing, or nothing is left.</exception>
    public static Selection Of(Catalogue catalogue, ParseResult parse, RunOptions options)
    {
        var chosen = Choose(catalogue, parse.GetValue(options.Cases) ?? []);
        if (parse.GetValue(options.Only) is { Length: > 0 } only)
        {
            var kept = Choose(catalogue, only).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
            chosen = [.. chosen.Where(p => kept.Contains(p.Id))];
        }

        var skip = parse.GetValue(options.Skip) is { Length: > 0 } words
            ? Choose(catalogue, words).Select(p => p.Id).ToHashSet(StringComparer.Ordinal)
            : [];
        var isPart = skip.Count > 0 || chosen.Count < Choose(catalogue, []).Count;
        var shard = ParseShard(parse.GetValue(options.Shard));
        if (shard is not null) chosen = [.. chosen.Where((_, i) => i % shard.Count == shard.Index - 1)];
        var run = chosen.Where(p => !skip.Contains(p.Id)).ToList();
        return run.Count > 0
            ? new Selection(run, [.. chosen.Where(p => skip.Contains(p.Id))], shard) { IsPart = isPart }
            : throw new UsageException("no case is selected");
    }

    /// <summary>The cases that words choose, each draw on its own.</summary>
    /// <param name="catalogue">From these.</param>
    /// <param name="words">The words; all cases where there is none.</param>
    /// <exception cref="UsageException">A word selects nothing.</exception>
    public static List<PlannedCase> Choose(Catalogue catalogue, IReadOnlyList<string> words)
    {
        var selected = catalogue.Select(words);
        if (selected.Unmatched.Count > 0) throw new UsageException(string.Join('\n', selected.Unmatched));
        return [.. selected.Cases.SelectMany(c => c.Index is { } index
            ? [new PlannedCase(c.Case, index)]
            : Enumerable.Range(0, c.Case.Repeat).Select(i => new PlannedCase(c.Case, i)))];
    }

    private static Shard? ParseShard(string? text)
    {
        if (text is null) return null;
        var parts = text.Split('/');
        return parts.Length == 2 && int.TryParse(parts[0], out var index) && int.TryParse(parts[1], out var count) && index >= 1 && index <= count
            ? new Shard(index, count)
            : throw new UsageException($"--shard {text}: say I/N, such as 1/4");
    }
}

using System.Text.RegularExpressions;
using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting.Matrix;

/// <summary>What one case came to with one server.</summary>
/// <param name="Outcome">The worst outcome of its deliveries.</param>
/// <param name="Observed">What the server did, in the words of expectations; a reason where nothing was seen.</param>
/// <param name="Weight">What a failure weighs.</param>
public sealed record MatrixCell(Outcome Outcome, string Observed, Cases.Weight Weight);

/// <summary>One server of a matrix: who it is, how it was run, and what its cases came to.</summary>
public sealed record ServerRun
{
    /// <summary>Its name, which no other server of the matrix has.</summary>
    public required string Name { get; init; }

    /// <summary>Its own version, in its own words; empty where it is not known.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>Where it listened.</summary>
    public string Url { get; init; } = string.Empty;

    /// <summary>The words that select it again.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Version of the program that ran it.</summary>
    public string Tool { get; init; } = string.Empty;

    /// <summary>The seed of the run.</summary>
    public long Seed { get; init; }

    /// <summary>The digest of the cases.</summary>
    public string Suite { get; init; } = string.Empty;

    /// <summary>The deliveries.</summary>
    public IReadOnlyList<string> Deliveries { get; init; } = [];

    /// <summary>When the run began.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>Why the run is not whole; null where it is.</summary>
    public string? Broken { get; init; }

    /// <summary>The cells by case id.</summary>
    public required IReadOnlyDictionary<string, MatrixCell> Cells { get; init; }

    /// <summary>The version in few words, such as <c>1.22.1</c>.</summary>
    public string ShortVersion =>
        Regex.Match(Version, @"(?<![\w.])v?\d+(\.\w+)*", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } number ? number.Value : Version;

    /// <summary>Makes it of a record.</summary>
    /// <param name="record">The record of a run.</param>
    /// <param name="name">Its name in the matrix.</param>
    public static ServerRun Of(Recording record, string name) => new()
    {
        Name = name,
        Version = record.Header.Target.Version ?? string.Empty,
        Url = record.Header.Target.Url,
        Arguments = record.Header.Target.Arguments,
        Tool = record.Header.ToolVersion,
        Seed = record.Header.Seed,
        Suite = record.Header.SuiteDigest,
        Deliveries = record.Header.Deliveries,
        Started = record.Header.Started,
        Broken = record.Broken,
        Cells = record.Results.GroupBy(r => r.Case, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Cell(g.MaxBy(r => ResultStates.Of(r.Outcome, StandingKind.Unexpected))!), StringComparer.Ordinal),
    };

    private static MatrixCell Cell(Result result) => new(
        result.Outcome,
        CaseName.IsLint(result.Case) ? (result.Outcome == Outcome.Pass ? "kept" : "broken")
            : result.Verdict.Observed.Length > 0 ? result.Verdict.Observed : Reasons.Of(result),
        Assessment.Decisive(result).Weight);
}

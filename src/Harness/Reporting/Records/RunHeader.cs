using Conform.Observations;

namespace Conform.Reporting.Records;

/// <summary>The first record of a run: everything that is known before the first case.</summary>
public sealed record RunHeader
{
    /// <summary>The format that this program writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of the program that made the record.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The seed that brings the same octets back.</summary>
    public required long Seed { get; init; }

    /// <summary>Digest over the suites, so that a record is not judged again with other cases.</summary>
    public required string SuiteDigest { get; init; }

    /// <summary>What was tested.</summary>
    public required RunTarget Target { get; init; }

    /// <summary>The deliveries of this run, in order.</summary>
    public required IReadOnlyList<string> Deliveries { get; init; }

    /// <summary>The part of the selection that this run is; null for the whole.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Wall-clock time of the start.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How many conversations are to come, where it is known; only for progress.</summary>
    public int? Planned { get; init; }

    /// <summary>How many conversations are held at once, where it is known.</summary>
    public int? Jobs { get; init; }

    /// <summary>What was found out about the target before the first case; null where it could not be.</summary>
    public TargetEvidence? Evidence { get; init; }
}

/// <summary>One part of a run that was divided.</summary>
/// <param name="Index">Which part, from 1.</param>
/// <param name="Count">How many parts there are.</param>
public sealed record Shard(int Index, int Count)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Index}/{Count}";
}

/// <summary>What a run was held against.</summary>
/// <param name="Name">A name for people: the target's folder, <c>reference</c>, or the URL.</param>
/// <param name="Url">Where it listens: <c>http://127.0.0.1:8080/</c>, <c>https://…</c>, <c>unix:/path</c>.</param>
/// <param name="Host">The value of the Host field that <c>${host}</c> became.</param>
public sealed record RunTarget(string Name, string Url, string Host)
{
    /// <summary>The server's own version, where it is known.</summary>
    public string? Version { get; init; }

    /// <summary>The command that started it; null for a server that was there already.</summary>
    public string? Command { get; init; }

    /// <summary>The options that select it again on the command line, such as <c>--target nginx</c>; empty for the embedded reference.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}

using Conform.Cases;
using Conform.Reporting.Records;
using Conform.Running;
using Conform.Wire;

namespace Conform.Commands;

/// <summary>Makes the first record of a run.</summary>
internal static class HeaderMaker
{
    /// <summary>The word for every cut in two.</summary>
    public const string AllCuts = "cuts";

    /// <summary>Makes it.</summary>
    /// <param name="catalogue">The cases.</param>
    /// <param name="plan">What is run.</param>
    /// <param name="target">Against what; it is started.</param>
    /// <param name="shard">Which part of the run it is; null for the whole.</param>
    /// <param name="arguments">What a person types to meet the same target again.</param>
    /// <param name="time">The clock.</param>
    public static RunHeader Of(Catalogue catalogue, RunPlan plan, ITarget target, Shard? shard, IReadOnlyList<string> arguments, TimeProvider time) => new()
    {
        ToolVersion = ToolVersion.Text,
        Seed = plan.Seed,
        SuiteDigest = catalogue.Digest,
        Target = new RunTarget(target.Name, Url(target), target.Values.Host)
        {
            Version = target.Version,
            Arguments = arguments,
        },
        Deliveries = [.. plan.Deliveries.Select(d => d.ToString()), .. plan.EveryCut ? [AllCuts] : Array.Empty<string>()],
        Shard = shard,
        Started = time.GetUtcNow(),
    };

    private static string Url(ITarget target) => (target.Argument, target.Endpoint) switch
    {
        (var text, _) when text.Contains("://", StringComparison.Ordinal) || text.StartsWith("unix:", StringComparison.Ordinal) => text,
        (_, TcpEndpoint tcp) => $"{(tcp.Tls is null ? "http" : "https")}://{tcp}{target.Values.Path}",
        _ => target.Endpoint.ToString()!,
    };
}

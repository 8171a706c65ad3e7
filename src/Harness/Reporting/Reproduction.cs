using Conform.Generation;
using Conform.Judging;
using Conform.Observations;
using Conform.Reporting.Records;

namespace Conform.Reporting;

/// <summary>The commands that show a result again. Lines are continued with a backslash, so that they can be copied as they stand.</summary>
internal static class Reproduction
{
    private const int LongestRequest = 4000;
    private const int FreePort = 8080;

    /// <summary>The conform command.</summary>
    public static IReadOnlyList<string> Command(RunHeader header, Result result, int width)
    {
        var (name, delivery) = result.FirstSeen is { } seen ? Place(seen) : (result.Case, result.Delivery);
        List<string> words = ["conform run"];
        if (name is not null) words.Add(Shell.Quote(name));
        words.AddRange(header.Target.Arguments.Select(a => a.StartsWith("--", StringComparison.Ordinal) ? a : Shell.Quote(a)));
        if (delivery != "-") words.AddRange(["--delivery", delivery]);
        words.AddRange(["--seed", $"{header.Seed}"]);
        return Fill(words, width);
    }

    /// <summary>The octets of the first connection through printf and nc; empty when there are too many of them for a command line, a comment where nc cannot do it.</summary>
    public static IReadOnlyList<string> Raw(RunHeader header, Evidence evidence, int width)
    {
        var octets = evidence.Subject.Events.TakeWhile(e => e.Kind != WireEventKind.Sentinel)
            .Where(e => e.Channel == 1 && e.Kind == WireEventKind.Sent).SelectMany(e => e.Octets.ToArray()).ToArray();
        if (octets.Length is 0 or > LongestRequest) return [];
        if (Interleaving.Is(evidence.Subject)) return ["# several connections open together: only conform itself can show that"];
        if (evidence.Subject.Events.Any(e => e.Kind == WireEventKind.Said))
            return ["# a later request has in it what an earlier answer said: only conform itself can show that"];
        if (!IsEmbedded(header.Target)) return Peer(header.Target) is { } peer ? Shell.PrintfTo(octets, peer, width) : [];

        // The embedded server is gone with the run; served on a port of its own it is the same.
        List<string> serve = ["conform serve", .. header.Target.Arguments.SkipWhile(a => a != "--defect").Take(2), "--port", $"{FreePort}"];
        var lines = Shell.PrintfTo(octets, $"nc 127.0.0.1 {FreePort}", width);
        return lines.Count == 0 ? [] : [.. Fill(serve, width), .. lines];
    }

    private static bool IsEmbedded(RunTarget target) => !target.Arguments.Contains("--target", StringComparer.Ordinal) && target.Name.StartsWith("reference", StringComparison.Ordinal);

    // "the control of a/b/c" and "a/b/c (octets)" name a case; the plain requests before the first case are in every run.
    private static (string? Case, string Delivery) Place(string seen)
    {
        var words = seen.Split(' ');
        var at = Array.FindIndex(words, w => w.Contains('/'));
        if (at < 0) return (null, "-");
        return (words[at], at + 1 < words.Length ? words[at + 1].Trim('(', ')') : "-");
    }

    // A server that the run started is gone; started again it may listen elsewhere.
    private static string? Peer(RunTarget target)
    {
        var url = target.Url;
        if (url.StartsWith("unix:", StringComparison.Ordinal)) return $"nc -U {Shell.Quote(url["unix:".Length..].Split(":/")[0])}";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return null;
        var port = target.Arguments.Contains(url, StringComparer.Ordinal) ? $"{uri.Port}" : "$PORT";
        return uri.Scheme == "https" ? $"openssl s_client -quiet -connect {uri.Host}:{port}" : $"nc {uri.Host.Trim('[', ']')} {port}";
    }

    private static List<string> Fill(List<string> words, int width)
    {
        var lines = new List<string>();
        var line = words[0];
        for (var i = 1; i < words.Count; i++)
        {
            var word = words[i].StartsWith("--", StringComparison.Ordinal) && i + 1 < words.Count && !words[i + 1].StartsWith("--", StringComparison.Ordinal)
                ? $"{words[i]} {words[++i]}"
                : words[i];
            if (line.Length + word.Length + 3 > width)
            {
                lines.Add($"{line} \\");
                line = $"  {word}";
            }
            else
            {
                line = $"{line} {word}";
            }
        }

        lines.Add(line);
        return lines;
    }
}

using System.Text;
using Conform.Judging;
using Conform.Observations;
using Conform.Reporting.Records;

namespace Conform.Reporting.Terminal;

/// <summary>The commands that show a result again. Lines are continued with a backslash, so that they can be copied as they stand.</summary>
internal static class Reproduction
{
    private const int LongestRequest = 4000;
    private const int MostArguments = 14;

    /// <summary>The conform command.</summary>
    public static IReadOnlyList<string> Command(RunHeader header, Result result, int width)
    {
        var (name, delivery) = (result.Case, result.Delivery);
        if (result.FirstSeen is { } seen)
        {
            var parts = seen.Split([' ', '@'], 2);
            (name, delivery) = (parts[0], parts.Length < 2 ? "-" : parts[1].Trim('(', ')', '[', ']', ' '));
        }

        List<string> words = ["conform run", Quote(name), .. header.Target.Arguments.Select(a => a.StartsWith("--", StringComparison.Ordinal) ? a : Quote(a))];
        if (delivery != "-") words.AddRange(["--delivery", delivery]);
        words.AddRange(["--seed", $"{header.Seed}"]);
        return Fill(words, width);
    }

    /// <summary>The octets of the first connection through printf and nc; empty when there are too many of them for a command line.</summary>
    public static IReadOnlyList<string> Raw(RunHeader header, Evidence evidence, int width)
    {
        var octets = evidence.Subject.Events.TakeWhile(e => e.Kind != WireEventKind.Sentinel)
            .Where(e => e.Channel == 1 && e.Kind == WireEventKind.Sent).SelectMany(e => e.Octets.ToArray()).ToArray();
        if (octets.Length is 0 or > LongestRequest || Peer(header.Target.Url) is not { } peer) return [];
        var arguments = Arguments(octets, width - 8);
        var line = $"printf '%b' {string.Concat(arguments.Select(a => $"'{a}'")).Replace("''", string.Empty, StringComparison.Ordinal)} | {peer}";
        if (line.Length <= width) return [line];
        if (arguments.Count > MostArguments) return [];
        return ["printf '%b' \\", .. arguments.SkipLast(1).Select(a => $"  '{a}' \\"), $"  '{arguments[^1]}' |", $"  {peer}"];
    }

    private static List<string> Arguments(byte[] octets, int width)
    {
        var arguments = new List<string>();
        var current = new StringBuilder();
        for (var i = 0; i < octets.Length; i++)
        {
            current.Append(Escape(octets[i]));
            if (octets[i] != '\n' && current.Length < width - 5) continue;
            arguments.Add(current.ToString());
            current.Clear();
        }

        if (current.Length > 0) arguments.Add(current.ToString());
        return arguments;
    }

    /// <summary>The escapes that printf's %b has in every POSIX shell.</summary>
    private static string Escape(byte octet) => octet switch
    {
        (byte)'\r' => "\\r",
        (byte)'\n' => "\\n",
        (byte)'\t' => "\\t",
        (byte)'\\' => "\\\\",
        (byte)'\'' => "\\0047",
        >= 0x20 and < 0x7F => ((char)octet).ToString(),
        _ => $"\\0{Convert.ToString(octet, 8).PadLeft(3, '0')}",
    };

    private static string? Peer(string url)
    {
        if (url.StartsWith("unix:", StringComparison.Ordinal)) return $"nc -U {Quote(url["unix:".Length..])}";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return null;
        var host = uri.Host.Trim('[', ']');
        return uri.Scheme == "https" ? $"openssl s_client -quiet -connect {uri.Host}:{uri.Port}" : $"nc {host} {uri.Port}";
    }

    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:@=,%+".Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

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

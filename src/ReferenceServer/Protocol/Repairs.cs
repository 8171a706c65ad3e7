using System.Text.RegularExpressions;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>What a server with a defect makes of the parts of a head before it reads them. Tables of faults, for each part.</summary>
internal static partial class Repairs
{
    private const string Plain = "GET / HTTP/1.1";

    private static readonly (Fault Fault, Func<string, string> Repair)[] _lines =
    [
        (Fault.LatinBlanksSplit, line => line.Replace('\xA0', ' ').Replace('\x85', ' ')),
        (Fault.LineFeedIsBlank, line => line.Replace('\n', ' ')),
        (Fault.MissingWordsGuessed, line => Words(line).Length < 3 ? Plain : line),
        (Fault.ExtraWordsDropped, line => line.Split(' ') is { Length: > 3 } words ? $"{words[0]} {Array.Find(words, word => word.StartsWith('/')) ?? words[1]} {words[^1]}" : line),
        (Fault.WordsBehindVersionDropped, line => Words(line) is [var method, var target, ['H', ..] version, _, ..] ? $"{method} {target} {version}" : line),
        (Fault.ConnectAnswersAnything, line => Words(line) is ["CONNECT", var target, _] && !Authority.IsHostAndPort(target) ? Plain : line),
        (Fault.MethodByPrefix, line => MethodBeginsWithGet().Replace(line, "GET ")),
        (Fault.VersionBlankAccepted, line => BlankInVersion().Replace(line, " HTTP/1.1")),
        (Fault.VersionlessAnswered, line => line.TrimEnd(' ')),
    ];

    private static readonly (Fault Fault, Func<string, string> Repair)[] _targets =
    [
        (Fault.DoubleSlashIsAuthority, target => target.StartsWith("//", StringComparison.Ordinal) && target.IndexOf('/', 2) is > 0 and var slash ? target[slash..] : target),
        (Fault.AsteriskSuffixAccepted, target => target.Contains('*', StringComparison.Ordinal) && !target.Contains('/', StringComparison.Ordinal) || target == "*/" ? "*" : target),
        (Fault.OtherSchemeServed, target => OtherScheme().Replace(target, "http://")),
        (Fault.SchemeSlashesOptional, target => NoSlashes().IsMatch(target) && !Authority.IsHostAndPort(target) ? "/" : target),
        (Fault.UserinfoIgnored, target => Userinfo().Replace(target, "")),
        (Fault.HttpEmptyHostAccepted, target => Rooted(EmptyHttpHost().Replace(target, ""), target)),
        (Fault.HttpsEmptyHostAccepted, target => Rooted(EmptyHttpsHost().Replace(target, ""), target)),
        (Fault.HttpsServedOpenly, target => target.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "http" + target[5..] : target),
        (Fault.QueryCutAtSecondMark, target => target.Split('?') is [var path, var query, _, ..] ? $"{path}?{query}" : target),
        (Fault.TargetCut, target => target.Length > 900 && !target.Contains("/probe/run?", StringComparison.Ordinal) ? target[..900] : target),
        (Fault.PlusIsBlank, target => target.Split('?', 2) is [var path, .. var query] ? string.Join('?', [path.Replace("+", "%20", StringComparison.Ordinal), .. query]) : target),
    ];

    private static readonly (Fault Fault, Func<string, string> Repair)[] _names =
    [
        (Fault.NamesTrimmedToToken, name => string.Concat(name.Where(c => c is ' ' or '\t' || Octet.TokenChars.Contains(c)))),
        (Fault.UnderscoreIsHyphen, name => name.Replace('_', '-')),
    ];

    private static readonly (Fault Fault, Func<string, string> Repair)[] _values =
    [
        (Fault.ValueCut, value => value.Length > 1024 ? value[..1024] : value),
        (Fault.InnerBlanksMerged, value => Blanks().Replace(value, " ")),
        (Fault.BackslashesLost, value => value.Replace("\\", "", StringComparison.Ordinal)),
        (Fault.ValueEndsAtColon, value => value.Contains("HTTP/1.1;", StringComparison.Ordinal) ? value.Split(':')[0] : value),
        (Fault.LineFeedTrimmed, value => value.Trim('\n')),
    ];

    public static string Line(string line, FaultSet faults) => Apply(_lines, line, faults);

    public static string Target(string target, FaultSet faults) => Apply(_targets, target, faults);

    public static string Name(string name, FaultSet faults) => Apply(_names, name, faults);

    public static string Value(string value, FaultSet faults) => Apply(_values, value, faults);

    private static string Apply((Fault Fault, Func<string, string> Repair)[] table, string text, FaultSet faults)
    {
        if (faults.IsEmpty) return text;
        foreach (var (fault, repair) in table)
        {
            // What needs no repair passes no place.
            text = repair(text) is var repaired && repaired != text && faults[fault] ? repaired : text;
        }

        return text;
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Rooted(string rest, string target) => rest == target || rest.StartsWith('/') ? rest : "/" + rest;

    [GeneratedRegex("^GET[^ ]+ ")]
    private static partial Regex MethodBeginsWithGet();

    [GeneratedRegex(" (?:H *T *T *P */ *1 *\\. *1)$")]
    private static partial Regex BlankInVersion();

    [GeneratedRegex("^(?!https?://)[^/?]*://", RegexOptions.IgnoreCase)]
    private static partial Regex OtherScheme();

    [GeneratedRegex("^[a-z]+:(?!//)", RegexOptions.IgnoreCase)]
    private static partial Regex NoSlashes();

    [GeneratedRegex("(?<=^https?://)[^/?@]*@", RegexOptions.IgnoreCase)]
    private static partial Regex Userinfo();

    [GeneratedRegex("^http://(?::[0-9]*)?(?=[/?]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex EmptyHttpHost();

    [GeneratedRegex("^https://(?::[0-9]*)?(?=[/?]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex EmptyHttpsHost();

    [GeneratedRegex("[ \t]+")]
    private static partial Regex Blanks();
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Conform.Cases;
using Conform.Cases.Vocabulary;
using Conform.Http;

namespace Conform.Judging;

/// <summary>Decides what a clause asks of the environ in a report.</summary>
internal static class EnvironMatcher
{
    // What RFC 3986 section 3.3 lets stand in a path as it is; all else the recipe escapes.
    private const string Plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/";

    private const string Port = "SERVER_PORT";

    /// <summary>Decides one clause.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="response">The response that carries the report.</param>
    /// <param name="context">What is known besides.</param>
    public static Match Decide(Clause clause, Response response, JudgeContext context)
    {
        if (UnderstoodReader.ReadEnviron(response) is not { } environ) return Match.No("the answer is no report of what was understood");
        return clause switch
        {
            UnderstoodVariable variable => Variable(variable, environ, context),
            UnderstoodTrait trait => Trait(trait.Trait, environ),
            UnderstoodUrl url => ClauseMatcher.Same("the url", context.Fill(url.Value), Url(environ)),
            _ => throw new InvalidOperationException($"no way to decide {clause}"),
        };
    }

    private static Match Variable(UnderstoodVariable wanted, IReadOnlyDictionary<string, EnvironEntry> environ, JudgeContext context)
    {
        if (!environ.TryGetValue(wanted.Name, out var seen)) return wanted is { Value: null, Kind: null } ? Match.Yes : Match.No($"no variable {wanted.Name}");
        if (wanted.Kind is { } kind) return seen.Kind == kind ? Match.Yes : Match.No($"{wanted.Name} is of kind {seen.Kind}, not {kind}");
        return wanted.Value is { } value ? ClauseMatcher.Same(wanted.Name, context.Fill(value), seen.Text) : Match.No($"{wanted.Name} is {Quoted.Text(seen.Text)}");
    }

    private static Match Trait(EnvironTrait trait, IReadOnlyDictionary<string, EnvironEntry> environ)
    {
        if (trait == EnvironTrait.PortOfDigits && !environ.ContainsKey(Port)) return Match.No($"no variable {Port}");
        var broken = environ.Where(e => trait switch
        {
            EnvironTrait.PlainAsText => !e.Key.Contains('.', StringComparison.Ordinal) && e.Value.Kind != "string",
            EnvironTrait.PortOfDigits => e.Key == Port && (e.Value.Kind != "string" || e.Value.Text.Length == 0 || !e.Value.Text.All(char.IsAsciiDigit)),
            EnvironTrait.ClientAddress => e.Key == "REMOTE_ADDR" && !IsAddress(e.Value),
            EnvironTrait.OctetsAlone => e.Value.Text.AsSpan().ContainsAnyExceptInRange('\0', '\xFF'),
            _ => !IsTidy(e.Key),
        }).Select(e => e.Key).Order(StringComparer.Ordinal).ToList();
        return broken.Count == 0 ? Match.Yes : Match.No($"not {ClauseTable.Traits.First(t => t.Trait == trait).Words}: {string.Join(", ", broken)}");
    }

    // System.Net reads numbers with fewer than three dots as addresses too.
    private static bool IsAddress(EnvironEntry entry) => entry.Kind == "string" && (entry.Text.Length == 0
        || (IPAddress.TryParse(entry.Text, out var address) && !entry.Text.StartsWith('[')
            && (address.AddressFamily == AddressFamily.InterNetworkV6 || entry.Text.Count(c => c == '.') == 3)));

    // Names in capitals are those of CGI, of the operating system, and of what is done like them.
    private static bool IsTidy(string key) => !key.Any(char.IsAsciiLetterLower)
        || (key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_') && key.IndexOf('.', StringComparison.Ordinal) > 0);

    private static string Url(IReadOnlyDictionary<string, EnvironEntry> environ)
    {
        string Text(string key) => environ.TryGetValue(key, out var entry) ? entry.Text : string.Empty;
        var scheme = Text("wsgi.url_scheme");
        var standard = scheme == "https" ? "443" : "80";
        var host = Text("HTTP_HOST") is { Length: > 0 } named ? named
            : Text("SERVER_NAME") + (Text(Port) == standard ? string.Empty : ":" + Text(Port));
        var query = Text("QUERY_STRING");
        return $"{scheme}://{host}{Escaped(Text("SCRIPT_NAME"))}{Escaped(Text("PATH_INFO"))}{(query.Length > 0 ? "?" + query : string.Empty)}";
    }

    private static string Escaped(string path)
    {
        var text = new StringBuilder(path.Length);
        foreach (var c in path) text.Append(Plain.Contains(c, StringComparison.Ordinal) ? c.ToString() : $"%{(int)c:X2}");
        return text.ToString();
    }
}

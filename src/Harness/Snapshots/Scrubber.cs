using System.Text.RegularExpressions;
using Conform.Observations;

namespace Conform.Snapshots;

/// <summary>What a scrubber may know of the conversation.</summary>
/// <param name="Ports">Ports of this conversation, ours and the target's, as decimal digits.</param>
/// <param name="Tokens">Tokens that were drawn for it.</param>
/// <param name="Boundaries">Multipart boundaries that its responses name.</param>
public sealed record ScrubContext(IReadOnlyList<string> Ports, IReadOnlyList<string> Tokens, IReadOnlyList<string> Boundaries)
{
    /// <summary>Collects what is known from the evidence and the observation.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="observation">What was read from its subject.</param>
    public static ScrubContext Of(Evidence evidence, Observation observation)
    {
        var endpoints = evidence.Subject.LocalEndpoints.Concat(evidence.Drawn.Values.Where(v => v.Key == "host").Select(v => Text(v.Value)));
        var tokens = evidence.Drawn.Values.Where(v => v.Key.Split(' ')[0] is "token" or "canary").Select(v => Text(v.Value));
        return new ScrubContext(
            [.. endpoints.Select(PortOf).OfType<string>().Distinct()],
            [.. tokens.Append(evidence.Drawn.CanaryToken).OfType<string>().Where(t => t.Length > 0).Distinct()],
            [.. observation.Connections.SelectMany(c => c.Responses).SelectMany(r => r.Values("Content-Type")).Select(BoundaryOf).OfType<string>().Distinct()]);
    }

    private static string Text(ReadOnlyMemory<byte> octets) => System.Text.Encoding.Latin1.GetString(octets.Span);

    private static string? PortOf(string endpoint) =>
        endpoint[(endpoint.LastIndexOf(':') + 1)..] is { Length: 5 } port && port.All(char.IsAsciiDigit) ? port : null;

    private static string? BoundaryOf(string contentType) =>
        Regex.Match(contentType, "(?<=boundary=\"?)[^\";]+", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)) is { Success: true } match ? match.Value : null;
}

/// <summary>Takes one thing out of a text that changes from run to run without being a change of behaviour.</summary>
/// <param name="Name">Its name; what it takes out becomes <c>{name}</c>.</param>
/// <param name="Summary">What it takes out, in one line.</param>
/// <param name="Apply">The text, one character an octet, without it.</param>
public sealed record Scrubber(string Name, string Summary, Func<string, ScrubContext, string> Apply);

/// <summary>All scrubbers, in the order in which they are applied.</summary>
public static class Scrubbers
{
    private const string Day = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    private const string Month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private const string Clock = @"\d\d:\d\d:\d\d";

    /// <summary>The table.</summary>
    public static IReadOnlyList<Scrubber> All { get; } =
    [
        new("token", "tokens that conform drew for the case, canary included", (text, known) => Replace(text, known.Tokens, "{token}")),
        new("boundary", "the boundary of multipart content", (text, known) => Replace(text, known.Boundaries, "{boundary}")),
        new("date", "dates in HTTP's three forms, in ISO 8601 and in log form", (text, _) => Match(
            text,
            $@"{Day}, \d\d {Month} \d{{4}} {Clock} GMT|{Day}[a-z]*, \d\d-{Month}-\d\d {Clock} GMT|{Day} {Month} [ \d]\d {Clock} \d{{4}}"
            + $@"|\d{{4}}-\d\d-\d\d[T ]{Clock}(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?|\d\d/{Month}/\d{{4}}:{Clock} [+-]\d{{4}}",
            "{date}")),
        new("own", "what servers hand on besides: variables with a dot in their name that are not the contract's", (text, _) => ServerVariables.Own.Replace(text, "{own}")),
        new("dir", "the folder that a target's files were put into", (text, _) => text.Contains("/conform-", StringComparison.Ordinal)
            ? Match(text, @"(?:/[\w.-]{1,60}){0,9}/conform-[\w-]{1,40}-\w{6}(?=/)", "{dir}")
            : text),
        new("port", "ports of five digits: those of this conversation behind a colon or a word that ends in port, others behind a host", (text, known) => Match(
            known.Ports.Aggregate(text, (t, port) => Match(t, $@"(?<=:|port\W{{1,4}}){port}(?!\d)", "{port}")),
            @"(?<=(?:\d{1,3}(?:\.\d{1,3}){3}|localhost|\]):)\d{5}(?!\d)", "{port}")),
        new("report-port", "the ports in a report of what was understood", (text, _) => Match(
            text, "(?<=\"(?:SERVER|REMOTE)_PORT\":\\{\"t\":\"string\",\"v\":\")\\d+", "{port}")),
        new("pid", "the process that an adapter says it runs in", (text, _) => Match(text, "(?<=\"pid\":)\\d+", "{pid}")),
        new("etag", "entity tags, which often hold the time of a file", (text, _) => Match(text, "(?<=^ETag: (?:W/)?\")[^\"]*(?=\")", "{etag}")),
        new("version", "versions of products, such as in nginx/1.22.1; not HTTP's own", (text, _) => Match(
            text, @"(?<=\b(?!HTTP/)[A-Za-z][A-Za-z0-9_.-]*/)\d+(?:\.\d+)+(?:[a-z]+\d*|[-+][0-9A-Za-z.]+)?", "{version}")),
    ];

    /// <summary>Applies all of them.</summary>
    /// <param name="text">A text, one character an octet.</param>
    /// <param name="known">What is known of the conversation.</param>
    public static string Scrub(string text, ScrubContext known) => All.Aggregate(Readable(text), (t, scrubber) => scrubber.Apply(t, known));

    // A report of what was understood has its values in hexadecimal, which no other rule would find anything in.
    private static string Readable(string text) => Regex.Replace(
        text,
        "(?<=\"t\":\"[a-z]+\",\"v\":\"|\"hex\":\")(?:[0-9a-f]{2})+(?=\")",
        static m => System.Text.Encoding.Latin1.GetString(Convert.FromHexString(m.Value)),
        RegexOptions.CultureInvariant,
        TimeSpan.FromMinutes(1));

    private static string Replace(string text, IEnumerable<string> values, string by) =>
        values.OrderByDescending(v => v.Length).Aggregate(text, (t, value) => t.Replace(value, by, StringComparison.Ordinal));

    private static string Match(string text, string pattern, string by) =>
        Regex.Replace(text, pattern, by, RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnoreCase, TimeSpan.FromMinutes(1));
}

using System.Globalization;
using Conform.Http;
using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Rules;

/// <summary>Rules that hold one response against the others of the run; they speak only where a resource was seen to be the same each time.</summary>
internal static class ComparisonRules
{
    private const int Enough = 2;
    private static readonly string[] Told = ["Content-Type", "ETag", "Last-Modified"];
    private static readonly string[] Required = ["Cache-Control", "Content-Location", "Date", "ETag", "Expires", "Vary"];
    private static readonly string[] Describing = ["Content-Encoding", "Content-Language", "Content-Type", "Last-Modified"];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        Of("head-content-length", "rfc9110-8.6-cl-head-equals-get", "The Content-Length of an answer to HEAD is that of GET.",
            (c, run) => c is { Method: "HEAD", Response.Status: 200 } ? OtherLength(c, run)
                : c is { Method: "HEAD", Response.Status: 404 or 410 } && run.Wholes.Count == 0 ? OtherLength(c, run with { Wholes = run.Missing })
                : null),
        Of("head-status", "rfc9110-9.3.2-head-status-equals-get", "HEAD gets the status that GET gets.",
            (c, run) => c is { Method: "HEAD", Response.Status: >= 400 and not (408 or 429 or 503) } && IsUnconditional(c) && Same(c, run).Count >= Enough && run.Others.Count == 0
                ? $"HEAD gets a {c.Response.Status}, and GET a 200." : null),
        Of("head-fields", "rfc9110-9.3.2-head-same-fields", "What the fields of an answer to HEAD say is what those of GET say.",
            (c, run) => c is { Method: "HEAD", Response.Status: 200 } ? Told.Select(name => Differs(c, run, name)).FirstOrDefault(m => m is not null) : null),
        Of("not-modified-length", "rfc9110-8.6-cl-304-equals-200", "The Content-Length of a 304 is that of the 200.",
            (c, run) => c.Response.Status == 304 ? OtherLength(c, run) : null),
        Of("not-modified-fields", "rfc9110-15.4.5-304-required-fields", "A 304 has the fields that a cache needs, where the 200 has them.",
            (c, run) => c.Response.Status == 304 ? Missing(c, run, Required) : null),
        Of("partial-fields", "rfc9110-15.3.7-range-206-required-fields", "A 206 has the fields that a cache needs, where the 200 has them.",
            (c, run) => c.Response.Status == 206 ? Missing(c, run, Required) : null),
        Of("partial-representation", "rfc9110-15.3.7-range-206-all-rep-fields", "A 206 without If-Range has all that the 200 says of the representation.",
            (c, run) => c.Response.Status == 206 && !c.Request!.Values("if-range").Any() ? Missing(c, run, Describing) : null),
        Of("partial-complete-length", "rfc9110-14.4-content-range-complete-length", "A 206 says how long the whole is, where that is known.", CompleteLength),
        Of("length-known", "rfc9110-8.6-cl-known-size-sent", "A length that is known is said.",
            (c, run) => c.Response is { Status: 200, Framing: ContentFraming.UntilClose } && !c.Has("Transfer-Encoding") && Length(run.Wholes) == c.Response.ContentLength
                ? "Content-Length is left out, and stands in other answers for the same target." : null),
        Of("http-1.0-in-kind", "rfc9110-6.2-response-version-highest", "A server that speaks HTTP/1.1 says so to HTTP/1.0 clients too.",
            (c, run) => c is { Version: "HTTP/1.0", Response.Version: "HTTP/1.0" } && run.SpeaksHttp11 ? "An HTTP/1.0 request is answered with HTTP/1.0." : null),
    ];

    private static bool IsUnconditional(LintContext c) => !c.Request!.Fields!.Any(f => f.Name.StartsWith("if-", StringComparison.Ordinal));

    private static LintRule Of(string name, string requirement, string summary, Func<LintContext, RunSurroundings, string?> wrong) =>
        new(name, requirement, summary, _ => []) { IsOfApplication = true, Compare = (c, run) => Say.When(wrong(c, run)) };

    // Those that were asked for in the same words, but for what the subject is about.
    private static List<LintContext> Same(LintContext c, RunSurroundings run) => [.. run.Wholes.Where(w => w.Version == c.Version && Wording(w) == Wording(c))];

    private static string Wording(LintContext c) => string.Join('\n', c.Request!.Fields!
        .Where(f => f.Name is not ("connection" or "range") && !f.Name.StartsWith("if-", StringComparison.Ordinal)).Select(f => $"{f.Name}: {f.Value}").Order(StringComparer.Ordinal));

    private static long? Length(IReadOnlyCollection<LintContext> wholes) =>
        wholes.Where(w => w.Response.Framing == ContentFraming.ContentLength).Select(w => w.Response.ContentLength).ToArray() is { Length: >= Enough } lengths
            && lengths.Distinct().Count() == 1 && wholes.All(w => w.Response.ContentLength == lengths[0]) ? lengths[0] : null;

    private static string? OtherLength(LintContext c, RunSurroundings run) =>
        c.Only("Content-Length") is { } text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var said)
            && Length(Same(c, run)) is { } length && said != length
            ? string.Create(CultureInfo.InvariantCulture, $"Content-Length is {said}, and GET has {length} octets.") : null;

    private static string? Differs(LintContext c, RunSurroundings run, string name)
    {
        var values = Same(c, run).Select(w => w.Only(name)).ToArray();
        return values.Length >= Enough && values.Distinct(StringComparer.Ordinal).Count() == 1 && values[0] is { } value && c.Only(name) is { } said && said != value
            ? $"{name} is {Shown.Text(said)}, and {Shown.Text(value)} with GET." : null;
    }

    private static string? Missing(LintContext c, RunSurroundings run, string[] names)
    {
        var same = Same(c, run);
        return same.Count < Enough ? null : names.Where(name => !c.Has(name) && same.TrueForAll(w => w.Has(name)))
            .Select(name => $"A {c.Response.Status} has no {name}, and the 200 has one.").FirstOrDefault();
    }

    private static string? CompleteLength(LintContext c, RunSurroundings run)
    {
        if (c.Response.Status != 206 || ContentRange.Read(c.Only("Content-Range") ?? string.Empty, out _) is not { IsBytes: true } range) return null;
        if (Length(Same(c, run)) is not { } length || range.Complete == (ulong)length) return null;
        return range.Complete is null ? "The complete length is left out, and stands in the 200."
            : string.Create(CultureInfo.InvariantCulture, $"The complete length is {range.Complete}, and the 200 has {length} octets.");
    }
}

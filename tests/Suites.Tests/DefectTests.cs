using System.Collections.Concurrent;
using Conform.Generation.Deliveries;
using Conform.ReferenceServer.Defects;

namespace Conform.Suites.Tests;

/// <summary>Each check can fail: every defect of the reference server is caught, and every case is tripped by one.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class DefectTests
{
    // Two runs at once are as many as a machine with two cores bears without getting late.
    private static readonly SemaphoreSlim Room = new(2);
    private static readonly ConcurrentDictionary<string, Lazy<Task<DefectRun>>> Runs = new(StringComparer.Ordinal);

    private static IEnumerable<string> Names => DefectCatalogue.All.Select(d => d.Name);

    [TestCaseSource(nameof(Names))]
    public async Task Each_defect_breaks_a_known_rule_and_is_caught(string name)
    {
        Assert.That(SuiteRun.Catalogue.FindRequirement(DefectCatalogue.Parse(name).Requirement), Is.Not.Null, "its requirement");
        var run = await RunAsync(name);
        Assert.That(run.BaselineProblem, Is.Null, "a defect must leave the baseline alone");
        Assert.That(run.Caught, Is.Not.Empty);
    }

    [Test]
    public async Task No_case_is_without_a_narrow_defect_that_trips_it()
    {
        var runs = await Task.WhenAll(Names.Select(RunAsync));
        var tripped = runs.SelectMany(r => r.Tripped).ToHashSet(StringComparer.Ordinal);
        Assert.That(SuiteRun.Catalogue.Cases.Select(c => c.Id).Where(id => !tripped.Contains(id)), Is.Empty);
    }

    [Test]
    public async Task The_lint_sees_what_the_defects_send()
    {
        var runs = await Task.WhenAll(Names.Select(RunAsync));
        var seen = runs.SelectMany(r => r.Caught).Where(c => c.StartsWith("lint/", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        Assert.That(LintRulesThatDefectsBreak.Where(rule => !seen.Contains("lint/" + rule)), Is.Empty);
    }

    private static readonly string[] LintRulesThatDefectsBreak =
    [
        "status-line", "status-line-space", "status-code", "reason-phrase", "line-end", "bare-cr", "leading-whitespace", "field-name",
        "whitespace-before-colon", "field-value", "obs-fold", "content-length", "content-length-with-transfer-encoding",
        "transfer-encoding", "transfer-encoding-version", "chunked", "chunk-extension", "field-whitespace", "word-whitespace",
        "parameter-whitespace", "quoted-pair", "bad-whitespace", "list-empty-member", "transfer-encoding-without-content",
        "content-length-without-content", "transfer-encoding-to-http-1.0", "content-where-none", "incomplete-content", "octets-behind",
        "until-close", "transfer-coding-unasked", "reset-content", "connection", "connection-end-to-end", "connection-lists-fields",
        "close-echoed", "upgrade", "upgrade-connection", "trailer", "trailer-field", "trailer-announced", "request-field",
        "duplicated-field", "date-missing", "date-grammar", "date-whitespace", "date-accurate", "last-modified", "last-modified-future",
        "via", "content-type", "content-type-missing", "content-encoding", "content-encoding-identity", "content-language", "gzip-content",
        "deflate-content", "multipart-line-ends", "etag", "allow", "allow-in-405", "allow-names-refused", "retry-after", "server",
        "accept", "weight", "vary", "accept-ranges", "content-range", "location", "content-location", "uri-host", "uri-userinfo",
        "www-authenticate", "proxy-authenticate", "authentication-info", "challenge-separation", "auth-parameter-repeated", "realm-quoted",
        "partial-content-range", "multipart-content-range", "part-content-range", "content-range-in-416", "not-modified-metadata",
        "error-explained", "failure-explained", "http-version", "http-1.0-answer", "interim-to-http-1.0", "head-content-length",
        "head-status", "head-fields", "not-modified-length", "not-modified-fields", "partial-fields", "partial-complete-length",
        "length-known", "http-1.0-in-kind",
    ];

    private static Task<DefectRun> RunAsync(string name) => Runs.GetOrAdd(name, n => new Lazy<Task<DefectRun>>(async () =>
    {
        await Room.WaitAsync();
        try
        {
            return await DefectRun.OfAsync(DefectCatalogue.Parse(n), await Clean.Value);
        }
        finally
        {
            Room.Release();
        }
    })).Value;

    private static readonly Lazy<Task<SuiteRun>> Clean = new(() => SuiteRun.AgainstAsync(SuiteRun.Reference(), SuiteRun.Plan(null, Delivery.Whole)));
}

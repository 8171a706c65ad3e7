using Conform.Judging.Defects;
using Conform.ReferenceServer.Defects;
using Conform.Running.Defects;

namespace Conform.Suites.Tests;

/// <summary>Each check can fail: every defect of the reference server is caught, every case is tripped by one, and every binding requirement has one.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class DefectTests
{
    // Most of a run is waiting; more at once make a machine with two cores late.
    private const int AtOnce = 24;

    // On every change a sample is looked at, against the fixed cases; everything against everything where CONFORM_THOROUGH is set.
    private const int Sampled = 12;

    private static readonly Lazy<Task<DefectMatrix>> Matrix = new(async () =>
    {
        var cases = SuiteRun.Plan().Cases.Where(c => Repetition.IsThorough || !c.Case.IsDrawn).ToList();
        using var runs = new DefectRuns(SuiteRun.Catalogue, cases, AtOnce, TimeProvider.System);
        var defects = DefectCatalogue.All.Where((_, i) => Repetition.IsThorough || i % Sampled == 0);
        var findings = await Task.WhenAll(defects.Select(d => runs.OfAsync(d, CancellationToken.None)));
        return DefectMatrix.Of(findings, SuiteRun.Catalogue, null, allDefects: Repetition.IsThorough);
    });

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
        "length-known", "http-1.0-in-kind", "answered-after-close", "close-announced",
        "partial-representation", "connect-framing", "transfer-encoding-final", "upgrade-in-101", "upgrade-offered", "upgrade-in-426", "www-authenticate-in-401",
        "proxy-authenticate-in-407", "location-in-redirect",
    ];

    [Test]
    public async Task Each_defect_leaves_a_plain_get_alone_and_breaks_a_known_rule() => Assert.That((await Matrix.Value).Unfit, Is.Empty);

    [Test]
    public async Task Each_defect_is_caught()
    {
        // Some show only in values that the draws take in turn, which a sample leaves out.
        var uncaught = (await Matrix.Value).Uncaught.Select(f => f.Defect).ToList();
        Assert.That(uncaught, Repetition.IsThorough ? Is.Empty : Has.Count.LessThan(DefectCatalogue.All.Count / Sampled / 3), string.Join(", ", uncaught));
    }

    [Test]
    public async Task No_defect_fails_much_that_it_is_not_about() => Assert.That((await Matrix.Value).TooWide.Select(f => $"{f.Defect}: {string.Join(' ', f.Outside)}"), Is.Empty);

    [Test]
    [Thorough]
    public async Task No_case_is_without_a_narrow_defect_that_trips_it() => Assert.That((await Matrix.Value).Untripped, Is.Empty);

    [Test]
    [Thorough]
    public async Task Each_binding_requirement_has_a_defect_that_its_own_cases_catch() =>
        Assert.That((await Matrix.Value).CaughtElsewhere.Concat((await Matrix.Value).WithoutDefect).Select(r => r.Requirement.Id), Is.Empty);

    [Test]
    [Thorough]
    public async Task What_is_kept_of_each_case_holds()
    {
        var tripped = (await Matrix.Value).Findings.SelectMany(f => f.Tripped.Select(id => (id, f.Defect))).ToHashSet();
        Assert.That(TripTests.Kept.Defects.Where(d => d.Value != TripList.None && !tripped.Contains((d.Key, d.Value))).Select(d => $"{d.Key} {d.Value}"), Is.Empty);
    }

    [Test]
    [Thorough]
    public async Task The_lint_sees_what_the_defects_send() => Assert.That((await Matrix.Value).OnlyCanned.Intersect(LintRulesThatDefectsBreak), Is.Empty);
}

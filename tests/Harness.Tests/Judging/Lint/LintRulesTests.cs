using Conform.Judging.Lint;

namespace Conform.Harness.Tests.Judging.Lint;

public sealed class LintRulesTests
{
    private const string Empty = "Content-Length: 0\r\n";
    private const string Text = "Content-Type: text/plain\r\n";
    private const string Chunked = "Transfer-Encoding: chunked\r\n";

    private static readonly (string Rules, Canned Canned)[] Bad =
    [
        .. FieldRows.Bad, .. ExchangeRows.Bad, .. ApplicationRows.Bad,
        ("status-line", new("banana 400\r\n\r\n")),
        ("status-line-space", Canned.With(Empty, "200")),
        ("status-line", new("HTTP/1.1  200 OK\r\n\r\n")),
        ("status-code", Canned.With(Empty, "600 OK")),
        ("reason-phrase", Canned.With(Empty, "200 O\x01K")),
        ("line-end", new("HTTP/1.1 200 OK\n" + Canned.Date + Empty + "\r\n")),
        ("bare-cr", Canned.With("A: b\rc\r\n" + Empty)),
        ("leading-whitespace", new("HTTP/1.1 200 OK\r\n A: b\r\n" + Canned.Date + Empty + "\r\n")),
        ("field-line", Canned.With("A\r\n" + Empty)),
        ("field-name", Canned.With("A(): b\r\n" + Empty)),
        ("whitespace-before-colon", Canned.With("A : b\r\n" + Empty)),
        ("field-value", Canned.With("A: b\0\r\n" + Empty)),
        ("obs-fold", Canned.With("A: b\r\n c\r\n" + Empty)),
        ("content-length", Canned.With("Content-Length: five\r\n")),
        ("content-length", Canned.With("Content-Length: 0, 0\r\n")),
        ("content-length duplicated-field", Canned.With(Empty + Empty)),
        ("content-length-with-transfer-encoding", Canned.With(Empty + Chunked, behind: "0\r\n\r\n")),
        ("transfer-encoding", Canned.With("Transfer-Encoding: chunked, chunked\r\n", behind: "0\r\n\r\n")),
        ("transfer-encoding-version http-1.0-answer", new("HTTP/1.0 200 OK\r\n" + Canned.Date + Chunked + "\r\n0\r\n\r\n")),
        ("chunked", Canned.With(Chunked, behind: "5\nhello")),
        ("chunked", Canned.With(Chunked, behind: "0 \r\n\r\n")),
        ("chunk-extension", Canned.With(Chunked, behind: "0;\r\n\r\n")),
        ("transfer-encoding-without-content", Canned.With(Chunked, "204 X")),
        ("transfer-encoding-without-content", new("HTTP/1.1 103 X\r\n" + Chunked + "\r\n")),
        ("content-length-without-content", Canned.With(Empty, "204 X")),
        ("content-length-without-content", new("HTTP/1.1 101 X\r\nUpgrade: x\r\nConnection: upgrade\r\n" + Empty + "\r\n")),
        ("content-length-without-content", new("HTTP/1.1 100 X\r\n" + Empty + "\r\nHTTP/1.1 200 OK\r\n" + Canned.Date + Empty + "\r\n")),
        ("connect-framing", Canned.With(Empty, method: "CONNECT")),
        ("connect-framing", Canned.With(Chunked, method: "CONNECT")),
        ("transfer-encoding-final", Canned.With("Transfer-Encoding: gzip\r\n")),
        ("transfer-encoding-to-http-1.0", Canned.With(Chunked, version: "HTTP/1.0", behind: "0\r\n\r\n")),
        ("content-where-none", Canned.With("Content-Length: 5\r\n", method: "HEAD", behind: "hello")),
        ("content-where-none", Canned.With("", "204 X", behind: "hello")),
        ("content-where-none", Canned.With("", "304 X", behind: "0\r\n\r\n")),
        ("content-where-none status-line", new("HTTP/1.1 100 X\r\n\r\nhello")),
        ("incomplete-content", Canned.With(Text + "Content-Length: 5\r\n", closed: true, behind: "hell")),
        ("incomplete-content", Canned.With(Chunked, closed: true, behind: "0\r\n")),
        ("octets-behind", Canned.With(Text + "Content-Length: 4\r\n", behind: "hello")),
        ("octets-behind", Canned.With(Chunked, behind: "0\r\n\r\n\r\n")),
        ("date-missing", new("HTTP/1.1 200 OK\r\n" + Empty + "\r\n")),
        ("date-missing", new("HTTP/1.1 302 X\r\nLocation: /\r\n" + Empty + "\r\n")),
        ("date-missing", new("HTTP/1.1 499 X\r\n" + Text + "Content-Length: 1\r\n\r\nx")),
        ("date-grammar", new("HTTP/1.1 200 OK\r\nDate: now\r\n" + Empty + "\r\n")),
        ("last-modified", Canned.With("Last-Modified: Sunday, 06-Nov-94 08:49:37 GMT\r\n" + Empty)),
        ("duplicated-field", Canned.With(Canned.Date + Empty)),
        ("duplicated-field", Canned.With("SERVER: a\r\nServer: b\r\n" + Empty)),
        ("trailer-field", Canned.With("Trailer: content-length\r\n" + Chunked, behind: "0\r\nContent-Length: 0\r\n\r\n")),
        ("allow-in-405", Canned.With(Text + "Content-Length: 1\r\n", "405 X", behind: "x")),
        ("www-authenticate-in-401", Canned.With(Text + "Content-Length: 1\r\n", "401 X", behind: "x")),
        ("www-authenticate-in-401", Canned.With(Text + "WWW-Authenticate:\r\nContent-Length: 1\r\n", "401 X", behind: "x")),
        ("upgrade-in-426", Canned.With(Text + "Content-Length: 1\r\n", "426 X", behind: "x")),
        ("http-version", new("HTTP/1.7 200 OK\r\n" + Canned.Date + Empty + "\r\n")),
        ("http-1.0-answer", new("HTTP/1.0 200 OK\r\n" + Canned.Date + Empty + "\r\n")),
        ("interim-to-http-1.0", new("HTTP/1.1 100 X\r\n\r\nHTTP/1.1 200 OK\r\n" + Canned.Date + Empty + "\r\n", Version: "HTTP/1.0")),
    ];

    private static readonly Canned[] Odd =
    [
        .. FieldRows.Legal, .. ExchangeRows.Legal, .. ApplicationRows.Legal,
        Canned.With(Empty, "200 "),
        Canned.With(Empty, "299 caf\u00e9\t~"),
        Canned.With("x!#$%&'*+-.^_`|~:\r\nA: \u00ff\r\n" + Empty),
        Canned.With("Set-Cookie: a=b\r\nSet-Cookie: c=d\r\nVary: a\r\nVary: b\r\n" + Empty),
        Canned.With(Text + "content-length: 005\r\n", behind: "hello"),
        Canned.With(Text + "Content-Length: 5\r\n", behind: "hel"),
        Canned.With("Content-Length: 5\r\n", method: "HEAD"),
        Canned.With(Text + "Content-Length: 5\r\n", "414 X", method: "HEAD", behind: "hello"),
        Canned.With(Chunked, method: "HEAD"),
        Canned.With("Content-Length: 5\r\n", "304 X"),
        Canned.With(Chunked, "304 X"),
        Canned.With("", "204 "),
        Canned.With("Content-Length: 0\r\n", "205 X"),
        Canned.With(Text + "Trailer: x-sum\r\nTransfer-Encoding: gzip , Chunked\r\n", behind: "0005;a=\"\\\"\";b\r\nhello\r\n0\r\nX-Sum:\r\n\r\n"),
        Canned.With(Text + "Transfer-Encoding: gzip\r\n", closed: true, behind: "hello"),
        Canned.With(Text, version: "HTTP/1.0", closed: true, behind: "hello"),
        Canned.With("", method: "CONNECT", behind: "opaque"),
        new("HTTP/1.1 101 X\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nopaque"),
        new("HTTP/1.1 100 \r\n\r\nHTTP/1.1 103 X\r\nLink: y\r\n\r\nHTTP/1.1 500 \r\n" + Text + "Content-Length: 1\r\n\r\nx"),
        new("HTTP/1.0 200 OK\r\n" + Canned.Date + Text + "\r\nhello", Version: "HTTP/1.0", Closed: true),
        new("HTTP/1.1 200 OK\r\nA: b"),
        new("HTTP/1.1 200 OK\r\nA: b", Closed: true),
        Canned.With("Last-Modified: Sat, 31 Dec 2016 23:59:60 GMT\r\n" + Empty),
        Canned.Line("Allow:", "405 X", "x"),
        Canned.Line("WWW-Authenticate: a\r\nWWW-Authenticate: b", "401 X", "x"),
        Canned.Line("upgrade: x\r\nConnection: Upgrade", "426 X", "x"),
        Canned.With(Empty, behind: "HTTP/1.1 200 OK\r\n"),
    ];

    public static IEnumerable<TestCaseData> BadCases => Bad.Select((b, i) => new TestCaseData(b.Rules, b.Canned).SetArgDisplayNames($"{i}", b.Rules));

    public static IEnumerable<TestCaseData> OddCases => Odd.Select((o, i) => new TestCaseData(o).SetArgDisplayNames($"{i}", o.Text.ReplaceLineEndings("|")));

    [TestCaseSource(nameof(BadCases))]
    public void ABadResponseTripsItsRulesAndNoOther(string rules, object canned) =>
        Assert.That(((Canned)canned).Rules(), Is.EquivalentTo(rules.Split(' ')));

    [TestCaseSource(nameof(OddCases))]
    public void ALegalOddResponseTripsNone(object canned) => Assert.That(((Canned)canned).Findings(), Is.Empty);

    [Test]
    public void EveryRuleHasABadResponse() =>
        Assert.That(Bad.SelectMany(b => b.Rules.Split(' ')).Distinct(), Is.EquivalentTo(LintRules.All.Where(r => r.Compare is null).Select(r => r.Name)));

    [Test]
    public void NamesAreUniqueAndRequirementsAreNamedAfterTheirSection()
    {
        Assert.That(LintRules.All.Select(r => r.Name), Is.Unique);
        Assert.That(LintRules.All.Select(r => r.Requirement), Has.All.Match("^[a-z0-9-]+-[0-9.]+-[a-z0-9-]+$"));
        Assert.That(LintRules.All.Select(r => r.Summary), Has.All.EndWith("."));
        var catalogue = Conform.Cases.CatalogueLoader.Embedded();
        Assert.That(LintRules.All.Where(r => catalogue.FindRequirement(r.Requirement) is null).Select(r => r.Name), Is.Empty);
    }

    [Test]
    public void WithoutSurroundingsOnlyTheResponseIsJudged()
    {
        var response = Conform.Harness.Tests.Http.Fed.One("HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhell", "GET");
        Assert.That(ResponseLint.Check(response).Select(f => f.Rule), Is.EqualTo(["date-missing", "content-type-missing"]));
    }

    [Test]
    public void ElidedContentIsNotIncomplete()
    {
        var reader = Conform.Harness.Tests.Http.Fed.Read("HTTP/1.1 500 X\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n", clean: null);
        reader.FeedElided(50);
        reader.End(clean: true);
        Assert.That(ResponseLint.Check(new LintContext(reader.Final[0]) { Request = new LintRequest("GET", "HTTP/1.1"), ConnectionClosedBehind = true }), Is.Empty);
    }
}

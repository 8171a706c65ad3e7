using Conform.Harness.Tests.Http;
using Conform.Judging.Lint;
using Conform.Observations;
using static Conform.Harness.Tests.Judging.Lint.Canned;

namespace Conform.Harness.Tests.Judging.Lint;

/// <summary>Responses held against the others of a run: only a contradiction that cannot be explained otherwise is one.</summary>
public sealed class ComparisonTests
{
    private const string Described = "ETag: \"a\"\r\nVary: a\r\nLast-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
    private static readonly Canned Whole = With(Described + "Content-Type: a/b\r\nContent-Length: 5\r\n", behind: "hello").To("");
    private static readonly Canned Whole10 = With("Content-Type: a/b\r\nContent-Length: 5\r\n", behind: "hello").To("", version: "HTTP/1.0");
    private static readonly Canned Longer = With("Content-Type: a/b\r\nContent-Length: 6\r\n", behind: "hello!").To("");

    private static readonly Canned Absent = With("Content-Type: a/b\r\nContent-Length: 2\r\n", "404 X", behind: "no").To("");

    private static Canned Head(string lines, string status = "200 OK", string fields = "") => With(lines, status, "HEAD").To(fields, "HEAD");

    private static Canned Same(string lines) => With(lines, "304 X").To("If-None-Match: *\r\n");

    private static Canned Part(string lines, string fields = "") =>
        With($"Content-Range: bytes 0-1/5\r\n{lines}Content-Length: 2\r\n", "206 X", behind: "he").To("Range: bytes=0-1\r\n" + fields);

    private static IEnumerable<TestCaseData> Rows()
    {
        (string Rules, Canned Subject, Canned[] Others)[] rows =
        [
            ("head-content-length", Head("Content-Length: 4\r\n"), [Whole, Whole]),
            ("", Head("Content-Length: 5\r\n"), [Whole, Whole]),
            ("", Head(""), [Whole, Whole]),
            ("", Head("Content-Length: 4\r\n"), [Whole]),
            ("", Head("Content-Length: 4\r\n"), [Whole, Whole, Longer]),
            ("", Head("Content-Length: 4\r\n", fields: "Accept: x\r\n"), [Whole, Whole]),
            ("", Head("Content-Length: 4\r\n"), [Whole10, Whole10]),
            ("head-status", Head("", "404 X"), [Whole, Whole]),
            ("head-status", Head("", "501 X"), [Whole, Whole]),
            ("", Head("", "404 X", "If-Match: \"b\"\r\n"), [Whole, Whole]),
            ("", Head("", "503 X"), [Whole, Whole]),
            ("", Head("", "404 X"), [Whole, Whole, With("Content-Length: 0\r\n", "404 X").To("")]),
            ("head-content-length", Head("Content-Length: 4\r\n", "404 X"), [Absent, Absent]),
            ("", Head("Content-Length: 2\r\n", "404 X"), [Absent, Absent]),
            ("", Head("Content-Length: 4\r\n", "404 X"), [Absent]),
            ("head-fields", Head("Content-Type: a/c\r\n"), [Whole, Whole]),
            ("head-fields", Head("ETag: \"b\"\r\n"), [Whole, Whole]),
            ("", Head("ETag: \"b\"\r\n"), [Whole, Longer]),
            ("not-modified-length", Same(Described + "Content-Length: 0\r\n"), [Whole, Whole]),
            ("", Same(Described + "Content-Length: 5\r\n"), [Whole, Whole]),
            ("", Same(Described), [Whole, Whole]),
            ("not-modified-fields", Same("ETag: \"a\"\r\n"), [Whole, Whole]),
            ("not-modified-fields", Same("Vary: a\r\n"), [Whole, Whole]),
            ("", Same("Vary: a\r\nETag: \"a\"\r\n"), [Whole, Whole]),
            ("", Same(""), [Whole, Longer]),
            ("partial-fields", Part("ETag: \"a\"\r\n", "If-Range: \"a\"\r\n"), [Whole, Whole]),
            ("partial-representation", Part("ETag: \"a\"\r\nVary: a\r\nContent-Type: a/b\r\n"), [Whole, Whole]),
            ("", Part("ETag: \"a\"\r\nVary: a\r\n", "If-Range: \"a\"\r\n"), [Whole, Whole]),
            ("", Part(Described + "Content-Type: a/b\r\n"), [Whole, Whole]),
            ("partial-complete-length", Part(Described + "Content-Type: a/b\r\n") with { }, [Whole with { Text = Longer.Text }, Longer]),
            ("length-known", With("Content-Type: a/b\r\n", closed: true, behind: "hello").To("", version: "HTTP/1.0"), [Whole, Whole]),
            ("", With("Content-Type: a/b\r\n", closed: true, behind: "hello!").To("", version: "HTTP/1.0"), [Whole, Whole]),
            ("http-1.0-in-kind", new Canned("HTTP/1.0 200 OK\r\n" + Date + "Content-Length: 0\r\n\r\n").To("", version: "HTTP/1.0"), [Whole]),
            ("", new Canned("HTTP/1.0 200 OK\r\n" + Date + "Content-Length: 0\r\n\r\n").To("", version: "HTTP/1.0"), []),
        ];
        return rows.Select((r, i) => new TestCaseData(r.Rules, r.Subject, r.Others).SetArgDisplayNames($"{i}", r.Rules));
    }

    [TestCaseSource(nameof(Rows))]
    public void Only_a_contradiction_is_found(string rules, object subject, object others)
    {
        var index = new ExchangeIndex();
        foreach (var canned in ((Canned[])others).Append((Canned)subject)) index.Add(Seen(canned));
        Assert.That(index.Findings().Select(f => f.Rule).Distinct(), Is.EqualTo(rules.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Test]
    public void What_a_program_of_the_case_makes_is_compared_with_nothing()
    {
        var index = new ExchangeIndex();
        foreach (var canned in new[] { Whole, Whole, Head("Content-Length: 4\r\n") }) index.Add(Seen(canned, isScripted: true));
        Assert.That(index.Findings(), Is.Empty);
    }

    private static SeenExchange Seen(Canned canned, bool isScripted = false)
    {
        var reader = Fed.Read(canned.Text, canned.Method, clean: canned.Closed ? true : null);
        return new SeenExchange(
            new LintContext(reader.Final[0]) { Request = canned.Request, IsScripted = isScripted },
            new Evidence { Drawn = Drawn.None, Subject = Transcript.Empty }, "here");
    }
}

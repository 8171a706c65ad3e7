using Conform.Judging;

namespace Conform.Harness.Tests.Judging;

/// <summary>Clauses that compare with the plain answer, and those of ranges.</summary>
public sealed class PlainClauseTests
{
    private const string Five = "HTTP/1.1 206 P\r\nContent-Range: bytes 5-9/26\r\nContent-Length: 5\r\n\r\nfghij";
    private const string Open = "HTTP/1.1 206 P\r\nContent-Range: bytes 5-9/*\r\nContent-Length: 5\r\n\r\nfghij";
    private const string Short = "HTTP/1.1 206 P\r\nContent-Range: bytes 5-9/26\r\nContent-Length: 4\r\n\r\nfghi";
    private const string Shifted = "HTTP/1.1 206 P\r\nContent-Range: bytes 5-9/26\r\nContent-Length: 5\r\n\r\nefghi";
    private const string Unsaid = "HTTP/1.1 206 P\r\nContent-Length: 5\r\n\r\nfghij";
    private const string WrongLength = "HTTP/1.1 206 P\r\nContent-Range: bytes 5-9/27\r\nContent-Length: 5\r\n\r\nfghij";
    private const string Whole = "HTTP/1.1 206 P\r\nContent-Range: bytes 0-25/26\r\nContent-Length: 26\r\n\r\n" + Fixed.Content;

    [TestCase("with the plain content", "HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\n" + Fixed.Content, "")]
    [TestCase("with the plain content", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "content is \"ok\", not \"abcdefghijklmnopqrstuvwxyz\"")]
    [TestCase("with fields ETag, Vary as in the plain answer", "HTTP/1.1 304 N\r\nETag: \"v1\"\r\nVary: A\r\nVary: B\r\n\r\n", "")]
    [TestCase("with fields ETag, Vary as in the plain answer", "HTTP/1.1 304 N\r\nETag: \"v1\"\r\n\r\n", "no field Vary, which a plain GET gets")]
    [TestCase("with fields ETag as in the plain answer", "HTTP/1.1 304 N\r\nETag: \"v2\"\r\n\r\n", "ETag is \"\\\"v2\\\"\", not \"\\\"v1\\\"\"")]
    [TestCase("with fields Expires, Content-Location as in the plain answer", "HTTP/1.1 304 N\r\nExpires: 0\r\n\r\n", "")]
    [TestCase("with ranges served", Five, "the target was not seen to serve ranges")]
    [TestCase("with the range \"5-9\"", Five, "")]
    [TestCase("with the range \"5-9\"", Open, "")]
    [TestCase("with the range \"-21\"", Five, "only 5-9 of 5-25 came")]
    [TestCase("with the range \"6-9\"", Five, "Content-Range is 5-9, not 6-9")]
    [TestCase("with the range \"5-9\"", Short, "4 octets for 5-9")]
    [TestCase("with the range \"5-9\"", Shifted, "the octets are not those of 5-9")]
    [TestCase("with the range \"5-9\"", Unsaid, "neither Content-Range nor multipart/byteranges")]
    [TestCase("with the range \"5-9\"", WrongLength, "Content-Range says that there are 27 octets, not 26")]
    [TestCase("with the range \"0-\"", Whole, "")]
    [TestCase("with the range \"-26\"", Whole, "")]
    [TestCase("with the range \"0-26\"", Whole, "the fixed representation has only 26 octets")]
    [TestCase("with the ranges \"5-6, 9-9\"", Five, "")]
    [TestCase("with the ranges \"9-9, 5-7\"", Five, "")]
    [TestCase("with the ranges \"5-9\"", Five, "")]
    [TestCase("with the ranges \"5-8, 6-7\"", Five, "5-9 is more than was asked for")]
    [TestCase("with the ranges \"4-6, 9-9\"", Five, "4-6 is missing")]
    [TestCase("with the ranges \"4-10, 12-13\"", Five, "4-10 is missing")]
    public void A_clause_holds_or_says_why(string check, string answer, string why)
    {
        var trial = Trial.Of("accept any final response", "check " + check) with { Traits = Trial.Able with { Fixed = Fixed.Of() } };
        var verdict = trial.Judge(Talk.Asked().Received(answer).Fin().Expect());
        Assert.That(string.Join("; ", verdict.Notes), Is.EqualTo(why));
    }

    [TestCase("206 with the range \"5-9\"", Outcome.Pass)]
    [TestCase("206 with the range \"4-12\"", Outcome.Lenient)]
    [TestCase("206 with the range \"4-8\"", Outcome.Fail)]
    [TestCase("206 with the ranges \"5-9, 20-24\"", Outcome.Lenient)]
    [TestCase("206 with the ranges \"0-1, 4-12\"", Outcome.Lenient)]
    [TestCase("206 with the ranges \"0-1, 4-8\"", Outcome.Fail)]
    [TestCase("206 with the range \"4-12\" and field Content-Length: \"9\"", Outcome.Fail)]
    [TestCase("206 with the ranges \"5-9, 15-19\"", Outcome.Lenient)]
    [TestCase("206 with the ranges \"4-6, 9-9\" in any order", Outcome.Lenient)]
    [TestCase("206 with the ranges \"4-12, 20-22\"", Outcome.Lenient)]
    [TestCase("206 with the ranges \"15-19, 20-22\"", Outcome.Fail)]
    [TestCase("206 with the ranges \"5-8, 15-19\"", Outcome.Fail)]
    public void Less_than_was_asked_for_is_lenient(string accept, Outcome outcome)
    {
        foreach (var trial in new[] { Trial.Of("accept " + accept), Trial.Of("accept any final response", "check " + accept["206 ".Length..]) })
            Assert.That((trial with { Traits = Trial.Able with { Fixed = Fixed.Of() } }).Judge(Talk.Asked().Received(Five).Fin().Expect()).Outcome, Is.EqualTo(outcome));
    }

    [TestCase("a-b", "")]
    [TestCase("\"a b\"", "")]
    [TestCase("other", "multipart content without a line --other")]
    public void Parts_stand_between_boundaries(string boundary, string why) =>
        Assert.That(Judged("\"0-1, 20-21\"", Parts(boundary == "other" ? "a-b" : boundary.Trim('"'), boundary, ("0-1/26", "ab"), ("20-21/26", "uv"))), Is.EqualTo(why));

    [TestCase("\"20-21, 0-1\"", "the parts come as 0-1, 20-21")]
    [TestCase("\"20-21, 0-1\" in any order", "")]
    [TestCase("\"0-1, 5-5, 20-21\"", "5-5 is missing")]
    [TestCase("\"0-1\"", "2 parts for 1 ranges")]
    [TestCase("\"0-1, 20-20\"", "20-21 is more than was asked for")]
    [TestCase("\"0-2, 19-21\"", "0-2 is missing")]
    [TestCase("\"19-21, 0-2\"", "the parts come as 0-1, 20-21")]
    [TestCase("\"0-0, 1-1, 20-21\"", "")]
    public void Parts_are_those_that_were_asked_for(string ranges, string why) =>
        Assert.That(Judged(ranges, Parts("x", "x", ("0-1/26", "ab"), ("20-21/*", "uv"))), Is.EqualTo(why));

    [TestCase("\r\n", "\n", "multipart content without a line --x")]
    [TestCase("--x\r\n", "--x\n", "a boundary that CRLF does not follow")]
    [TestCase("--x--", "", "multipart content without its end --x--")]
    [TestCase("Content-Range: bytes 0-1/26\r\n", "", "a part without a Content-Range that can be read")]
    [TestCase("\r\n\r\nab", "\r\nab", "a part whose header fields do not end in an empty line")]
    [TestCase("20-21/26", "20-26/26", "Content-Range says 20-26 of 26 octets")]
    public void What_is_wrong_with_the_envelope_is_said(string old, string now, string why)
    {
        var content = Parts("x", "x", ("0-1/26", "ab"), ("20-21/26", "uv")).Content.Replace(old, now, StringComparison.Ordinal);
        Assert.That(Judged("\"0-1, 20-21\"", ("x", content)), Is.EqualTo(why));
    }

    [Test]
    public void One_range_comes_in_no_envelope()
    {
        var parts = Parts("x", "x", ("0-1/26", "ab"));
        Assert.That(Judged("\"0-1\"", parts), Is.Empty);
        Assert.That(Judged("\"0-1\"", parts, "range"), Is.EqualTo("one range came in multipart/byteranges"));
        Assert.That(Judged("\"0-1\"", parts, fields: "Content-Range: bytes 0-1/26\r\n"), Is.EqualTo("multipart/byteranges with a Content-Range of its own"));
    }

    [Test]
    public void Without_a_fixed_representation_nothing_can_be_compared() =>
        Assert.That(Trial.Of("accept 200 with the plain content").Short(Talk.Asked().Received(Talk.Ok).Fin().Expect()), Is.EqualTo("NotObservable"));

    private static string Judged(string ranges, (string Boundary, string Content) parts, string word = "ranges", string fields = "")
    {
        var trial = Trial.Of("accept any final response", $"check with the {word} {ranges}") with { Traits = Trial.Able with { Fixed = Fixed.Of() } };
        var head = $"HTTP/1.1 206 P\r\nContent-Type: multipart/byteranges; charset=x; boundary={parts.Boundary}\r\n{fields}Content-Length: {parts.Content.Length}\r\n\r\n";
        return string.Join("; ", trial.Judge(Talk.Asked().Received(head + parts.Content).Fin().Expect()).Notes);
    }

    private static (string Boundary, string Content) Parts(string boundary, string named, params (string Range, string Octets)[] parts) =>
        (named, string.Concat(parts.Select(p => $"\r\n--{boundary}\r\nContent-Type: a/b\r\nContent-Range: bytes {p.Range}\r\n\r\n{p.Octets}")) + $"\r\n--{boundary}--\r\n");
}

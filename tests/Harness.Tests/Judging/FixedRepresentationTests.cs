using Conform.Observations;

namespace Conform.Harness.Tests.Judging;

/// <summary>What is known of the fixed representation is what the server said the same way twice.</summary>
public sealed class FixedRepresentationTests
{
    private const string Part = "HTTP/1.1 206 Part\r\nContent-Range: bytes 0-0/26\r\nContent-Length: 1\r\n\r\na";

    [Test]
    public void A_target_that_was_not_asked_has_none() => Assert.That(FixedRepresentation.Of(Fixed.Found()), Is.Null);

    [Test]
    public void Tag_and_date_are_read()
    {
        var known = Fixed.Of();
        Assert.Multiple(() =>
        {
            Assert.That((known.Problem, known.OpaqueTag, known.IsWeak, known.ServesRanges), Is.EqualTo(((string?)null, "\"v1\"", false, false)));
            Assert.That(known.LastModified, Is.EqualTo(new DateTimeOffset(1994, 11, 6, 8, 49, 37, TimeSpan.Zero)));
            Assert.That(known.Date - known.LastModified, Is.EqualTo(TimeSpan.FromSeconds(83)));
        });
    }

    [TestCase("ETag: W/\"v1\"\r\n", "\"v1\"", true)]
    [TestCase("ETag: \"\"\r\n", "\"\"", false)]
    [TestCase("ETag: v1\r\n", null, false)]
    [TestCase("ETag: w/\"v1\"\r\n", null, false)]
    [TestCase("ETag: \"v 1\"\r\n", null, false)]
    [TestCase("ETag: \"v1\"\r\nETag: \"v1\"\r\n", null, false)]
    [TestCase("", null, false)]
    public void A_tag_is_one_that_follows_the_grammar(string fields, string? opaque, bool isWeak)
    {
        var known = Fixed.Of(fields);
        Assert.That((known.OpaqueTag, known.IsWeak), Is.EqualTo((opaque, isWeak)));
    }

    [TestCase("Last-Modified: Sunday, 06-Nov-94 08:49:37 GMT\r\n")]
    [TestCase("Last-Modified: yesterday\r\n")]
    [TestCase("")]
    public void A_date_in_another_form_is_not_relied_on(string fields) => Assert.That(Fixed.Of(fields).LastModified, Is.Null);

    [Test]
    public void What_changes_is_not_relied_on()
    {
        var known = FixedRepresentation.Of(Fixed.Found(Fixed.Plain("ETag: \"v1\"\r\nX-A: 1\r\n"), Fixed.Plain("ETag: \"v2\"\r\nX-A: 1\r\n")))!;
        Assert.That((known.OpaqueTag, known.Steady.Contains("etag"), known.Steady.Contains("x-a")), Is.EqualTo(((string?)null, false, true)));
    }

    [TestCase("Last-Modified: Sun, 06 Nov 1994 08:50:59 GMT\r\n", true)]
    [TestCase("Last-Modified: Sun, 06 Nov 1994 08:51:00 GMT\r\n", false)]
    public void The_time_of_the_answer_is_no_date_of_what_it_has(string fields, bool known)
    {
        var found = Fixed.Of(fields);
        Assert.That((found.LastModified is not null, found.Steady.Contains("Last-Modified")), Is.EqualTo((known, known)));
    }

    [TestCase("a plain GET of it is answered 404", "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")]
    [TestCase("a plain GET of it gets no complete answer", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort")]
    [TestCase("a plain GET of it gets no complete answer", "")]
    public void Why_nothing_is_known(string problem, string answer) =>
        Assert.That(FixedRepresentation.Of(Fixed.Found(Fixed.Plain(), answer))!.Problem, Is.EqualTo(problem));

    [Test]
    public void Content_that_changes_is_not_fixed() =>
        Assert.That(FixedRepresentation.Of(Fixed.Found(Fixed.Plain(content: "a"), Fixed.Plain(content: "b")))!.Problem, Is.EqualTo("two plain GETs of it get different content"));

    [TestCase(Part, "", true)]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "Accept-Ranges: other, BYTES\r\n", true)]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "Accept-Ranges: none\r\n", false)]
    public void Ranges_are_served_where_one_was_or_the_server_says_so(string part, string fields, bool served) =>
        Assert.That(FixedRepresentation.Of(Fixed.Found(part, [Fixed.Plain(fields), Fixed.Plain(fields)]))!.ServesRanges, Is.EqualTo(served));
}

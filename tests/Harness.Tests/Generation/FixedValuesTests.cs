using Conform.Cases;
using Conform.Generation;
using Conform.Harness.Tests.Judging;

namespace Conform.Harness.Tests.Generation;

/// <summary>Placeholders for what is known of the fixed representation, and what a case says where it is not known.</summary>
public sealed class FixedValuesTests
{
    [TestCase("${etag}", "\"v1\"")]
    [TestCase("${etag-strong}", "\"v1\"")]
    [TestCase("${etag-opaque}", "\"v1\"")]
    [TestCase("${etag-weak}", "W/\"v1\"")]
    [TestCase("\"x${etag-text}\"", "\"xv1\"")]
    [TestCase("${etag-other}", "\"vx\"")]
    [TestCase("${etag-case}", "\"V1\"")]
    [TestCase("${last-modified}", "Sun, 06 Nov 1994 08:49:37 GMT")]
    [TestCase("${last-modified +60}", "Sun, 06 Nov 1994 08:50:37 GMT")]
    [TestCase("${last-modified -1}", "Sun, 06 Nov 1994 08:49:36 GMT")]
    [TestCase("${last-modified rfc850}", "Sunday, 06-Nov-94 08:49:37 GMT")]
    [TestCase("${last-modified asctime}", "Sun Nov  6 08:49:37 1994")]
    [TestCase("${last-modified +1 lower-case}", "sun, 06 nov 1994 08:49:38 gmt")]
    [TestCase("${last-modified iso}", "1994-11-06T08:49:37Z")]
    [TestCase("${last-modified seconds}", "784111777")]
    [TestCase("${last-modified no-weekday}", "06 Nov 1994 08:49:37 GMT")]
    [TestCase("${static-length} ${static-length+10} ${static-length-26}", "26 36 0")]
    public void A_placeholder_becomes_the_fact(string text, string value)
    {
        var target = Build.Target with { Fixed = Fixed.Of() };
        Assert.That(CaseFiller.Lacks(Build.Case(text), target), Is.Null);
        Assert.That(CaseFiller.Fill(Build.Case(text), 1, 0, target).Steps[0].Octets.Text(), Is.EqualTo(value));
    }

    [TestCase("${etag}", "", "the fixed representation has no ETag that can be relied on")]
    [TestCase("${etag-weak}", "ETag: v1\r\n", "the fixed representation has no ETag that can be relied on")]
    [TestCase("${etag-strong}", "ETag: W/\"v1\"\r\n", "the fixed representation has no strong ETag")]
    [TestCase("${last-modified -1}", "", "the fixed representation has no Last-Modified that can be relied on")]
    [TestCase("${last-modified +90}", Fixed.Fields, "the fixed representation was modified less than 90 s ago")]
    [TestCase("${last-modified rfc850}", "Last-Modified: Wed, 06 Nov 1940 08:49:37 GMT\r\n", "two digits do not say that the fixed representation is of 1940")]
    [TestCase("${static-length-27}", Fixed.Fields, "the fixed representation has only 26 octets")]
    public void What_is_lacking_is_said_by_name(string text, string fields, string lack) =>
        Assert.That(CaseFiller.Lacks(Build.Case(text), Build.Target with { Fixed = Fixed.Of(fields) }), Is.EqualTo(lack));

    [TestCase("0-25", null)]
    [TestCase("0-26", "the fixed representation has only 26 octets")]
    [TestCase("-27", "the fixed representation has only 26 octets")]
    [TestCase("${static-length-1}-", null)]
    public void A_range_beyond_the_end_cannot_be_expected(string range, string? lack)
    {
        var expect = new ExpectStep([ExpectationParser.ParseLine($"accept 206 with the range \"{range}\"", default, _ => null)], default);
        Assert.That(CaseFiller.Lacks(Build.Case("GET") with { Steps = [expect] }, Build.Target with { Fixed = Fixed.Of() }), Is.EqualTo(lack));
    }

    [Test]
    public void Nothing_is_lacking_where_nothing_is_asked_for() => Assert.That(CaseFiller.Lacks(Build.Case("GET ${path}"), Build.Target), Is.Null);
}

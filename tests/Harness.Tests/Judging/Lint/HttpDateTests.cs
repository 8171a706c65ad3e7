using System.Globalization;
using Conform.Judging.Lint.Values;
using CsCheck;

namespace Conform.Harness.Tests.Judging.Lint;

public sealed class HttpDateTests
{
    [Test]
    public void EveryInstantInItsProperFormIsRight() =>
        Gen.DateTime.Sample(t => HttpDate.Wrong(t.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture)) is null);

    [TestCase("Sun, 06 Nov 1994 08:49:37 GMT", null)]
    [TestCase("Thu, 29 Feb 2024 00:00:00 GMT", null)]
    [TestCase("Sat, 31 Dec 2016 23:59:60 GMT", null)]
    [TestCase("Mon, 06 Nov 1994 08:49:37 GMT", "weekday|Sun")]
    [TestCase("Wed, 29 Feb 2023 00:00:00 GMT", "no day")]
    [TestCase("Sun, 06 Nov 1994 24:00:00 GMT", "no day")]
    [TestCase("Sun, 06 Nov 1994 08:49:61 GMT", "no day")]
    [TestCase("Sunday, 06-Nov-94 08:49:37 GMT", "RFC 850")]
    [TestCase("Sun Nov  6 08:49:37 1994", "asctime")]
    [TestCase("Sun, 6 Nov 1994 08:49:37 GMT", "no HTTP-date")]
    [TestCase("sun, 06 nov 1994 08:49:37 gmt", "no HTTP-date")]
    [TestCase("Sun, 06 Nov 1994 08:49:37 UTC", "no HTTP-date")]
    [TestCase("Sun, 06 Nov 1994 08:49:37 +0000", "no HTTP-date")]
    [TestCase("Sun,  06 Nov 1994 08:49:37 GMT", "no HTTP-date")]
    [TestCase("", "no HTTP-date")]
    public void Dates(string value, string? message)
    {
        if (message is null) Assert.That(HttpDate.Wrong(value), Is.Null);
        else Assert.That(HttpDate.Wrong(value), Does.Contain(message.Split('|')[^1]));
    }
}

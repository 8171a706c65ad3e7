using Conform.ReferenceServer.Contract.Applications;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Tests.Contract;

[TestFixture]
internal sealed class HttpDateTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [TestCase("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37")]
    [TestCase("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37")]
    [TestCase("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37")]
    [TestCase("Wed Nov 16 08:49:37 1994", "1994-11-16T08:49:37")]
    [TestCase("Wednesday, 01-Jan-76 00:00:00 GMT", "2076-01-01T00:00:00")]
    [TestCase("Saturday, 01-Jan-77 00:00:00 GMT", "1977-01-01T00:00:00")]
    [TestCase("Tuesday, 01-Jul-25 12:00:00 GMT", "2025-07-01T12:00:00")]
    [TestCase("Sat, 31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00")]
    [TestCase("Thu, 29 Feb 2024 00:00:00 GMT", "2024-02-29T00:00:00")]
    [TestCase("Fri, 31 Dec 9999 23:59:60 GMT", "9999-12-31T23:59:59")]
    public void Three_forms_are_dates(string text, string moment)
    {
        Assert.That(HttpDate.TryParse(text, _now, FaultSet.None, out var date));
        Assert.That(date.ToString("s", System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(moment));
    }

    [TestCase("")]
    [TestCase("0")]
    [TestCase("yesterday")]
    [TestCase("sun, 06 nov 1994 08:49:37 gmt")]
    [TestCase("Sun, 6 Nov 1994 08:49:37 GMT")]
    [TestCase("Sun, 06 Nov 1994 08:49:37 UTC")]
    [TestCase("Sun, 06 Nov 1994 08:49:37 GMT ")]
    [TestCase("Sun, 06 Nov 1994 08:49:37 GMT,Sun, 06 Nov 1994 08:49:37 GMT")]
    [TestCase("Fri, 31 Feb 2090 00:00:00 GMT")]
    [TestCase("Fri, 00 Jan 2090 00:00:00 GMT")]
    [TestCase("Fri, 01 Jan 0000 00:00:00 GMT")]
    [TestCase("Fri, 01 Jan 10000 00:00:00 GMT")]
    [TestCase("Fri, 01 Jan 2100 25:00:00 GMT")]
    [TestCase("Fri, 01 Jan 2100 00:00:61 GMT")]
    [TestCase("1994-11-06T08:49:37Z")]
    public void Everything_else_is_none(string text) => Assert.That(HttpDate.TryParse(text, _now, FaultSet.None, out _), Is.False);
}

using System.IO.Compression;
using Conform.ReferenceServer.Contract.Applications;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Tests.Contract;

[TestFixture]
internal sealed class RangeRequestTests
{
    [TestCase("bytes=0-0", "0-0")]
    [TestCase("BYTES=5-9", "5-9")]
    [TestCase("bytes=5-", "5-99")]
    [TestCase("bytes=-5", "95-99")]
    [TestCase("bytes=-1000", "0-99")]
    [TestCase("bytes=90-1000", "90-99")]
    [TestCase("bytes=0-18446744073709551616", "0-99")]
    [TestCase("bytes=-18446744073709551617", "0-99")]
    [TestCase("bytes=50-54,0-4", "50-54 0-4")]
    [TestCase("bytes=, 0-4 ,, 50-54,", "0-4 50-54")]
    [TestCase("bytes=0-9,5-14", "0-14")]
    [TestCase("bytes=0-9,10-19", "0-19")]
    [TestCase("bytes=50-60,0-9,5-55", "0-60")]
    [TestCase("bytes=50-60,0-9,20-29", "50-60 0-9 20-29")]
    [TestCase("bytes=0-9,200-", "0-9")]
    [TestCase("bytes=9-5", "")]
    [TestCase("bytes=0-4,9-5", "")]
    [TestCase("bytes=", "")]
    [TestCase("bytes=-", "")]
    [TestCase("bytes", "")]
    [TestCase("bytes=0 - 4", "")]
    [TestCase("bytes=+0-4", "")]
    [TestCase("bytes=0-4-9", "")]
    [TestCase("lines=0-4", "")]
    [TestCase("bytes=0-0,bytes=5-9", "")]
    public void Slices(string field, string slices)
    {
        var request = RangeRequest.Read(field, 100, FaultSet.None);
        Assert.That(request.IsUnsatisfiable, Is.False);
        Assert.That(string.Join(' ', request.Slices.Select(slice => $"{slice.First}-{slice.Last}")), Is.EqualTo(slices));
    }

    [TestCase("bytes=100-")]
    [TestCase("bytes=100-200")]
    [TestCase("bytes=-0")]
    [TestCase("bytes=18446744073709551616-")]
    [TestCase("bytes=100-,200-300")]
    public void Nothing_of_it_is_there(string field) => Assert.That(RangeRequest.Read(field, 100, FaultSet.None).IsUnsatisfiable);

    [Test]
    public void Too_many_are_overlooked() =>
        Assert.That(RangeRequest.Read("bytes=" + string.Join(',', Enumerable.Repeat("0-", 1000)), 100, FaultSet.None).Slices, Is.Empty);

    [TestCase("gzip", true)]
    [TestCase("br, X-GZIP;q=0.5", true)]
    [TestCase("gzip;q=0", false)]
    [TestCase("gzip; q=0.000", false)]
    [TestCase("identity, *", false)]
    [TestCase("", false)]
    public void Gzip_is_accepted(string field, bool isAccepted) => Assert.That(AcceptedCodings.HaveGzip(field), Is.EqualTo(isAccepted));

    [Test]
    public void The_coded_page_is_the_plain_one()
    {
        using GZipStream gzip = new(new MemoryStream(FixedPage.Coded.Content), CompressionMode.Decompress);
        using MemoryStream plain = new();
        gzip.CopyTo(plain);
        Assert.That(plain.ToArray(), Is.EqualTo(FixedPage.Plain.Content));
    }

    [Test]
    public void No_three_octets_of_the_page_come_twice()
    {
        var text = System.Text.Encoding.ASCII.GetString(FixedPage.Plain.Content);
        Assert.That(Enumerable.Range(0, text.Length - 2).Select(at => text.Substring(at, 3)), Is.Unique);
    }
}

using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Tests.Protocol;

[TestFixture]
internal sealed class ChunkedDecoderTests
{
    private const string Rich = "5\r\nhello\r\n00A ;a ;b=\"x\\\"\" ; c = d\r\n0123456789\r\n000\r\nX-A: 1\r\nX-B:\r\n\r\nleft";

    private static string Decode(params IReadOnlyList<string> pieces) =>
        Reading.Content(new ChunkedDecoder(new ServerLimits { Content = 100, ChunkLine = 30, TrailerSection = 20 }, FaultSet.None), pieces);

    [TestCase("0\r\n\r\n", "//done0")]
    [TestCase("5\r\nhello\r\n0\r\n\r\nrest", "hello//done4")]
    [TestCase("5\r\nhel", "hel//more0")]
    [TestCase("64\r\n", "//more0")]
    [TestCase("65\r\n", "//content-too-large0")]
    [TestCase("FFFFFFFFFFFFFFFF\r\n", "//content-too-large0")]
    [TestCase("10000000000000000\r\n", "//content-too-large0")]
    [TestCase("0x5\r\n", "//malformed-chunk-size0")]
    [TestCase("+5\r\n", "//malformed-chunk-size0")]
    [TestCase(" 5\r\n", "//malformed-chunk-size0")]
    [TestCase("5 \r\n", "//malformed-chunk-size0")]
    [TestCase("5_0\r\n", "//malformed-chunk-size0")]
    [TestCase("g\r\n", "//malformed-chunk-size0")]
    [TestCase("\r\n", "//malformed-chunk-size0")]
    [TestCase(";a\r\n", "//malformed-chunk-size0")]
    [TestCase("5\n", "//bare-line-feed0")]
    [TestCase("5\r\r\n", "//bare-carriage-return0")]
    [TestCase("5\r\nhelloX", "hello//chunk-without-line-end0")]
    [TestCase("5\r\nhello\rX", "hello//chunk-without-line-end0")]
    [TestCase("5\r\nhello\n", "hello//chunk-without-line-end0")]
    [TestCase("5;\r\n", "//malformed-chunk-extension0")]
    [TestCase("5;=b\r\n", "//malformed-chunk-extension0")]
    [TestCase("5;a=\r\n", "//malformed-chunk-extension0")]
    [TestCase("5;a=\"b\r\n", "//malformed-chunk-extension0")]
    [TestCase("5;a=b \r\n", "//malformed-chunk-extension0")]
    [TestCase("5;a b\r\n", "//malformed-chunk-extension0")]
    [TestCase("5;a=\"\x01\"\r\n", "//control-octet0")]
    [TestCase("5;aaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", "//more0")]
    [TestCase("5;aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", "//chunk-line-too-long0")]
    [TestCase("0\r\nX-A\r\n\r\n", "//malformed-trailer0")]
    [TestCase("0\r\nX-A : 1\r\n\r\n", "//malformed-trailer0")]
    [TestCase("0\r\nX-A: 1\r\n 2\r\n\r\n", "//malformed-trailer0")]
    [TestCase("0\r\nX-A: \0\r\n\r\n", "//malformed-trailer0")]
    [TestCase("0\r\nX-A: 1\n", "//bare-line-feed0")]
    [TestCase("0\r\nX-A: 1\r2", "//bare-carriage-return0")]
    [TestCase("0\r\n\rX", "//bare-carriage-return0")]
    [TestCase("0\r\nX-A: aaaaaaaaaaaaaaaa", "//trailer-section-too-large0")]
    [TestCase("0\r\n", "//more0")]
    [TestCase("0\r\n\r", "//more0")]
    public void Each_rule(string octets, string expected) => Assert.That(Decode(octets), Is.EqualTo(expected));

    [Test]
    public void Every_cut_gives_the_same_content()
    {
        var whole = Decode(Rich);

        Assert.That(whole, Does.StartWith("hello0123456789/").And.EndWith("/done4").And.Contain("X-A"));
        Assert.That(Enumerable.Range(1, Rich.Length - 5).Select(cut => Decode(Rich[..cut], Rich[cut..])), Is.All.EqualTo(whole));
        Assert.That(Decode([.. Rich.Select(c => c.ToString())]), Is.EqualTo(whole));
    }
}

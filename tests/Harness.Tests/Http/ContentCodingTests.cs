using System.IO.Compression;
using System.Text;
using Conform.Http;

namespace Conform.Harness.Tests.Http;

/// <summary>What content is without its codings.</summary>
public sealed class ContentCodingTests
{
    [TestCase("gzip")]
    [TestCase("deflate")]
    [TestCase("br")]
    [TestCase("gzip,deflate")]
    [TestCase("")]
    public void A_coding_is_undone(string codings)
    {
        var names = codings.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var coded = names.Aggregate(Fed.Octets("hello, hello, hello"), Coded);
        Assert.That(ContentCodings.Decode(coded, names) is { } plain ? Encoding.Latin1.GetString(plain) : null, Is.EqualTo("hello, hello, hello"));
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    [TestCase("br")]
    public void What_is_cut_short_or_something_else_is_no_content(string coding)
    {
        var coded = Coded(Fed.Octets("hello, hello, hello"), coding);
        Assert.Multiple(() =>
        {
            Assert.That(ContentCodings.Decode(coded.AsMemory(0, coded.Length - 3), [coding]), Is.Null, "cut short");
            Assert.That(ContentCodings.Decode(Fed.Octets("hello, hello, hello"), [coding]), Is.Null, "something else");
            Assert.That(ContentCodings.Decode(ReadOnlyMemory<byte>.Empty, [coding]), Is.Null, "nothing");
        });
    }

    [Test]
    public void Deflate_is_the_zlib_format()
    {
        using var coded = new MemoryStream();
        using (var coder = new DeflateStream(coded, CompressionLevel.Optimal, leaveOpen: true)) coder.Write(Fed.Octets("hello, hello, hello"));
        Assert.That(ContentCodings.Decode(coded.ToArray(), ["deflate"]), Is.Null);
    }

    [TestCase("", "")]
    [TestCase("Content-Encoding: GZip\r\n", "gzip")]
    [TestCase("Content-Encoding: x-gzip, identity\r\nContent-Encoding: , br\r\n", "gzip br")]
    public void The_codings_are_those_that_the_response_names(string fields, string codings) =>
        Assert.That(string.Join(' ', ContentCodings.Of(Fed.One($"HTTP/1.1 200 OK\r\n{fields}Content-Length: 0\r\n\r\n"))), Is.EqualTo(codings));

    private static byte[] Coded(byte[] content, string coding)
    {
        using var coded = new MemoryStream();
        using (Stream coder = coding switch
        {
            "gzip" => new GZipStream(coded, CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new ZLibStream(coded, CompressionLevel.Optimal, leaveOpen: true),
            _ => new BrotliStream(coded, CompressionLevel.Optimal, leaveOpen: true),
        }) coder.Write(content);
        return coded.ToArray();
    }
}

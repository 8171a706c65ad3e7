using Conform.Http;

namespace Conform.Harness.Tests.Http;

public sealed class FieldSectionTests
{
    private const string Status = "HTTP/1.1 200 OK\r\n";

    [Test]
    public void FieldsStandInOrderUndecodedWithTheirRanges()
    {
        var response = Fed.One(Status + "b: \t x  y \t\r\nA:\u00ff\r\nb:\r\nContent-Length: 0\r\n\r\n");
        Assert.That(response.Fields.Select(f => (f.Name, f.Value)),
            Is.EqualTo(new[] { ("b", "x  y"), ("A", "\u00ff"), ("b", ""), ("Content-Length", "0") }));
        Assert.That(response.Fields[1].Range, Is.EqualTo(new OctetRange(Status.Length + 13, 5)));
        Assert.That(response.Faults, Is.Empty);
    }

    [TestCase("A: b\n", "line-end")]
    [TestCase("A: b\rc\r\n", "bare-cr")]
    [TestCase("A: b\0c\r\n", "field-value")]
    [TestCase("A: b\x1f\r\n", "field-value")]
    [TestCase("A: b\r\n c\r\n", "obs-fold")]
    [TestCase("A\r\n", "field-line")]
    [TestCase(": b\r\n", "field-name")]
    [TestCase("A B: c\r\n", "field-name")]
    [TestCase("A\0: c\r\n", "field-name")]
    [TestCase("\u00e9: c\r\n", "field-name")]
    [TestCase("A : c\r\n", "whitespace-before-colon")]
    [TestCase(" A: c\r\n", "leading-whitespace")]
    public void FaultyYetReadable(string line, string rule)
    {
        var response = Fed.One(Status + line + "Content-Length: 2\r\n\r\nhi");
        Assert.That(response.Rules(), Is.EqualTo([rule]));
        Assert.That((response.Content.Text(), response.IsComplete), Is.EqualTo(("hi", true)));
    }

    [Test]
    public void AFoldedLineGoesOnBehindOneSpace()
    {
        var response = Fed.One(Status + "A: b \r\n\t c\r\n \r\n d\r\nContent-Length: 0\r\n\r\n");
        Assert.That(response.Fields[0].Value, Is.EqualTo("b c  d"));
        Assert.That(response.Fields[0].Range.Length, Is.EqualTo(19));
    }

    [Test]
    public void TheHeadMayEndInBareLineFeeds() =>
        Assert.That(Fed.One("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi").Rules(), Is.EqualTo(["line-end", "line-end", "line-end"]));

    [TestCase("Content-Length : 5")]
    [TestCase("transfer-encoding\t: chunked")]
    [TestCase("Content-Length\x0b: 5")]
    public void AGarbledFramingFieldCannotBeTrusted(string line)
    {
        var response = Fed.One(Status + line + "\r\n\r\nhello");
        Assert.That(response.State, Is.EqualTo(ResponseState.Malformed));
        Assert.That(response.Status, Is.EqualTo(200));
    }

    [TestCase(HeadReader.Limit, ResponseState.Complete)]
    [TestCase(HeadReader.Limit + 1, ResponseState.Malformed)]
    public void AHeadIsBounded(int length, ResponseState state)
    {
        const string End = "\r\nContent-Length: 0\r\n\r\n";
        var head = Status + "A: ";
        head += new string('a', length - head.Length - End.Length) + End;
        Assert.That(Fed.One(head).State, Is.EqualTo(state));
    }

    [Test]
    public void AHeadWithoutAnyLineEndIsBounded()
    {
        var reader = Fed.Reader();
        reader.Feed(Fed.Octets(Status));
        for (var i = 0; i < 300; i++) reader.Feed(new byte[1024]);
        Assert.That(reader.Broken);
        Assert.That(reader.Final.Single().Rules(), Does.Contain("head-size"));
    }

    [TestCase("HTTP/1.1", "", false)]
    [TestCase("HTTP/1.1", "Connection: close\r\n", true)]
    [TestCase("HTTP/1.1", "Connection: x , CLOSE\r\n", true)]
    [TestCase("HTTP/1.1", "Connection: x\r\nConnection: close\r\n", true)]
    [TestCase("HTTP/1.1", "Connection: closed\r\n", false)]
    [TestCase("HTTP/1.0", "", true)]
    [TestCase("HTTP/1.0", "Connection: Keep-Alive\r\n", false)]
    [TestCase("HTTP/1.0", "Connection: keep-alive, close\r\n", true)]
    public void WhetherTheServerSaysClose(string version, string field, bool close)
    {
        var reader = Fed.Read($"{version} 200 OK\r\n{field}Content-Length: 0\r\n\r\n", clean: null);
        Assert.That((reader.SaysClose, reader.Final[0].SaysClose), Is.EqualTo((close, close)));
    }
}

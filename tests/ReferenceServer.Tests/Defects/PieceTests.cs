using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;
using Conform.ReferenceServer.Tests.Protocol;

namespace Conform.ReferenceServer.Tests.Defects;

/// <summary>Defects at the joints of TCP segments, shown without a network so that the joints are where they should be.</summary>
[TestFixture]
internal sealed class PieceTests
{
    public static readonly string[] Defects =
    [
        "read-ends-in-line-end-refused", "read-ends-in-field-name-splits", "read-ends-in-head-answered", "read-ends-in-chunk-size-forgets",
    ];

    [TestCase("ReadEndsInLineEndRefused", "GET / HTTP/1.1\r", "\nHost: a\r\n\r\n")]
    [TestCase("ReadEndsInLineEndRefused", "GET / HTTP/1.1\r\nHost: a\r\n\r", "\n")]
    [TestCase("ReadEndsInFieldNameSplits", "GET / HTTP/1.1\r\nHost: a\r\nX-", "A: 1\r\n\r\n")]
    [TestCase("ReadEndsInHeadAnswered", "GET / HT", "TP/1.1\r\nHost: a\r\n\r\n")]
    public void Head_defect_shows_only_where_a_read_ends(string fault, string first, string second)
    {
        var faults = FaultSet.Of(Enum.Parse<Fault>(fault));
        var right = Reading.Outcome(Reading.Head(FaultSet.None, first, second));

        Assert.That(Reading.Outcome(Reading.Head(faults, first + second)), Is.EqualTo(right));
        Assert.That(Reading.Outcome(Reading.Head(faults, first, second)), Is.Not.EqualTo(right));
    }

    [Test]
    public void Chunk_defect_shows_only_where_a_read_ends()
    {
        var faults = FaultSet.Of(Fault.ReadEndsInChunkSizeForgets);
        const string Octets = "10\r\n0123456789abcdef\r\n0\r\n\r\n";

        Assert.That(Reading.Content(new ChunkedDecoder(new(), faults), Octets), Is.EqualTo("0123456789abcdef//done0"));
        Assert.That(Reading.Content(new ChunkedDecoder(new(), faults), Octets[..1], Octets[1..]), Is.Not.EqualTo("0123456789abcdef//done0"));
    }
}

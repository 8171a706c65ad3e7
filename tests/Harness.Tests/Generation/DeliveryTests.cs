using System.Text;
using Conform.Generation;
using Conform.Generation.Deliveries;
using CsCheck;

namespace Conform.Harness.Tests.Generation;

public sealed class DeliveryTests
{
    private static readonly Gen<byte[]> Messy = Gen.OneOf(
        Gen.Byte.Array[0, 300],
        Gen.OneOf("\r\n", "\n", "5", "0", "Content-Length: 7", "Transfer-Encoding: chunked", ":", "GET / HTTP/1.1", "ffffffff", "A: b")
            .Array[0, 60].Select(words => Encoding.ASCII.GetBytes(string.Concat(words))));

    private static readonly Gen<Delivery> Any =
        Gen.OneOf(Gen.OneOf(Delivery.Whole, Delivery.Octets, Delivery.Lines), Gen.Int[0, 400].Select(Delivery.CutAt));

    [Test]
    public void Pieces_are_never_empty_and_together_exactly_the_octets() =>
        Gen.Select(Messy, Any).Sample((octets, delivery) =>
        {
            var pieces = DeliveryPlan.Pieces(octets, delivery);
            return pieces.All(piece => piece.Length > 0) && pieces.SelectMany(piece => piece.ToArray()).SequenceEqual(octets);
        });

    [Test]
    public void A_drawn_request_stays_under_the_bound_whatever_its_size() =>
        Assert.That(
            Enumerable.Range(0, 200).Select(index => DeliveryPlan.Pieces(Octets("${request}", index), Delivery.Octets).Count),
            Has.All.InRange(20, DeliveryPlan.MostCuts + 1));

    [Test]
    public void Octets_cuts_heads_and_chunk_lines_everywhere_and_content_at_its_edges()
    {
        const string head = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
        var pieces = Texts(head + "14;x\r\n" + new string('a', 20) + "\r\n0\r\nT: v\r\n\r\nGET /", Delivery.Octets);
        Assert.That(pieces.Count(piece => piece.Length > 1), Is.EqualTo(1));
        Assert.That(pieces[head.Length + "14;x\r\n".Length + 4], Is.EqualTo(new string('a', 12)));
    }

    [Test]
    public void Octets_cuts_content_of_a_stated_length_at_its_edges() =>
        Assert.That(
            Texts("A / HTTP/1.1\r\ncontent-length: 30\r\n\r\n" + new string('\n', 30) + "B", Delivery.Octets).Where(piece => piece.Length > 1),
            Is.EqualTo((string[])[new string('\n', 22)]));

    [Test]
    public void Octets_cuts_a_very_long_line_at_its_edges() =>
        Assert.That(
            Texts("GET /" + new string('a', 5000) + " HTTP/1.1\r\n\r\n", Delivery.Octets).Select(piece => piece.Length),
            Is.EqualTo((int[])[1, 1, 1, 1, 5008, 1, 1, 1, 1, 1, 1]));

    [Test]
    public void Many_lines_stay_under_the_bound_at_both_ends()
    {
        var octets = string.Concat(Enumerable.Repeat("A: b\r\n", 3000)) + "\r\n";
        foreach (var delivery in (Delivery[])[Delivery.Octets, Delivery.Lines])
        {
            var pieces = Texts(octets, delivery);
            Assert.That(pieces, Has.Count.EqualTo(DeliveryPlan.MostCuts + 1));
            Assert.That(pieces[0].Length + pieces[^1].Length, Is.LessThanOrEqualTo(8));
        }
    }

    [Test]
    public void Lines_cuts_behind_each_line_feed() =>
        Assert.That(Texts("GET /\r\nA: b\n\r\nx\ry\n", Delivery.Lines), Is.EqualTo((string[])["GET /\r\n", "A: b\n", "\r\n", "x\ry\n"]));

    [Test]
    public void Cuts_are_all_the_ways_to_make_two_pieces()
    {
        var ways = DeliveryPlan.Cuts(Encoding.ASCII.GetBytes("abc")).ToList();
        Assert.That(ways.Select(way => string.Join('|', Texts("abc", way))), Is.EqualTo((string[])["a|bc", "ab|c"]));
        Assert.That(DeliveryPlan.Cuts(default), Is.Empty);
        Assert.That(DeliveryPlan.Cuts(Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nContent-Length: 5000\r\n\r\n" + new string('a', 5000))).Count(), Is.InRange(41, 60));
        Assert.That(DeliveryPlan.Pieces(default, Delivery.Octets), Is.Empty);
    }

    [Test]
    public void Draws_share_the_cuts_of_their_case()
    {
        var octets = Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        var shared = Enumerable.Range(0, 4).SelectMany(draw => DeliveryPlan.Cuts(octets, 4, draw)).ToList();
        Assert.That(shared, Is.EquivalentTo(DeliveryPlan.Cuts(octets)));
        Assert.That(shared, Has.Count.EqualTo(octets.Length - 1));
    }

    [TestCase("whole", true)]
    [TestCase("octets", true)]
    [TestCase("lines", true)]
    [TestCase("cuts@17", true)]
    [TestCase("cuts@0", false)]
    [TestCase("cuts", false)]
    [TestCase("cuts@-1", false)]
    [TestCase("Whole", false)]
    [TestCase("", false)]
    public void A_delivery_is_read_as_it_is_named(string name, bool good)
    {
        Assert.That(Delivery.TryParse(name, out var delivery), Is.EqualTo(good));
        if (good)
            Assert.That(delivery.ToString(), Is.EqualTo(name));
    }

    private static List<string> Texts(string octets, Delivery delivery) =>
        [.. DeliveryPlan.Pieces(Encoding.Latin1.GetBytes(octets), delivery).Select(piece => piece.Text())];

    private static ReadOnlyMemory<byte> Octets(string text, int index) =>
        CaseFiller.Fill(Build.Case(text), 3, index, Build.Target).Steps[0].Octets;
}

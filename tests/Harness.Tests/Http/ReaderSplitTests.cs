using CsCheck;

namespace Conform.Harness.Tests.Http;

/// <summary>Where a read ends must never show: not at the end of the stream, and not in what is said on the way.</summary>
public sealed class ReaderSplitTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    public static IEnumerable<TestCaseData> Samples() => new (string Methods, string Text)[]
    {
        ("GET", Ok),
        ("GET GET GET", Ok + "HTTP/1.1 404 \r\nContent-Length: 0\r\nConnection: x, close\r\n\r\n" + Ok),
        ("POST GET", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: a\r\n\r\n" + Ok + "HTTP/1.1 100 \r\n\r\n"),
        ("HEAD GET", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" + Ok),
        ("GET GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=\"b\\\"\" ; c\r\nhello\r\n00A\r\n0123456789\r\n0\r\nX: y\r\n z\r\n\r\n" + Ok),
        ("GET", "HTTP/1.0 200 OK\r\nX: y\r\n\r\nuntil the close"),
        ("GET", "HTTP/1.1 200\nA: b\n c\nNo colon\n\n12"),
        ("GET", "HTTP/1.1 200 O\rK\0\r\n first\r\nA : b\r\n: c\r\nD: e\x01\rf\r\nContent-Length: 2, 2\r\n\r\n12"),
        ("GET GET", Ok + "\r\n" + Ok),
        ("GET GET", Ok + "HTT"),
        ("GET GET", Ok + "HTTP/1.1 20"),
        ("GET GET", Ok + "HTTP/2.0 200 OK\r\n\r\n"),
        ("GET", "banana 400\r\n\r\n"),
        ("GET", "HTTP/1.1 100 Continue\r\n\r\nhello" + Ok),
        ("GET POST", Ok + "HTTP/1.1 100 Continue\r\n\r\n9\r\nHTTP"),
        ("GET", "HTTP/1.1 600 No\r\n\r\n"),
        ("GET", "HTTP/1.1 200OK\r\n\r\n"),
        ("GET", "HTTP/1.1 200\rX\r\n\r\n"),
        ("GET", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello"),
        ("GET", "HTTP/1.1 200 OK\r\nContent-Length : 5\r\n\r\nhello"),
        ("GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\nhello\n0\n\n"),
        ("GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhelloX\n0\r\n\r\n"),
        ("GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8000000000000000\r\nhello"),
        ("GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nsome octets"),
        ("GET", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\nHTTP/1.1 is over"),
        ("CONNECT", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\ntunnel"),
        ("GET", "HTTP/1.1 100 Continue\r\nX"),
        ("GET", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello"),
    }.Select(s => new TestCaseData(s.Methods, s.Text).SetArgDisplayNames(s.Methods, s.Text.Length < 40 ? s.Text : s.Text[..40]));

    [TestCaseSource(nameof(Samples))]
    public void EverySinglePointOfSplitGivesTheSameAnswer(string methods, string text)
    {
        var octets = Fed.Octets(text);
        var whole = Fed.Read(text, methods).Dump();
        for (var cut = 0; cut <= octets.Length; cut++)
        {
            var reader = Fed.Reader(methods);
            reader.Feed(octets.AsSpan(0, cut));
            reader.Feed(octets.AsSpan(cut));
            reader.End(clean: true);
            Assert.That(reader.Dump(), Is.EqualTo(whole), $"cut at {cut}");
        }
    }

    [TestCaseSource(nameof(Samples))]
    public void WhatIsSaidOnTheWayDependsOnlyOnTheOctetsSoFar(string methods, string text)
    {
        var octets = Fed.Octets(text);
        var slowly = Fed.Reader(methods);
        for (var count = 1; count <= octets.Length; count++)
        {
            slowly.Feed(octets.AsSpan(count - 1, 1));
            Assert.That(slowly.Dump(), Is.EqualTo(Fed.Read(text[..count], methods, clean: null).Dump()), $"after {count}");
        }
    }

    [Test]
    public void AnyPiecesOfAnyStreamGiveTheSameAnswer()
    {
        var samples = Samples().Select(s => (Methods: (string)s.Arguments[0]!, Text: (string)s.Arguments[1]!)).ToArray();
        var streams = Gen.Select(Gen.OneOf(samples), Gen.OneOf(samples), Gen.Int[0, 200], Gen.OneOf('\r', '\n', '\0', ' ', ':', '9'))
            .Select((a, b, at, change) => (a.Methods, Text: Spoil(a.Text + b.Text, at, change)));
        Gen.Select(streams, Gen.Int[1, 40].Array[0, 60], Gen.Bool).Sample((stream, pieces, clean) =>
        {
            var octets = Fed.Octets(stream.Text);
            var reader = Fed.Reader(stream.Methods, keep: 8);
            var at = 0;
            foreach (var piece in pieces)
            {
                var length = Math.Min(piece, octets.Length - at);
                reader.Feed(octets.AsSpan(at, length));
                at += length;
            }

            reader.Feed(octets.AsSpan(at));
            reader.End(clean);
            var whole = Fed.Reader(stream.Methods, keep: 8);
            whole.Feed(octets);
            whole.End(clean);
            return reader.Dump() == whole.Dump();
        }, iter: 3000);
    }

    [Test]
    public void ElidedOctetsMayComeInPieces()
    {
        var parts = new[] { "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n", "HTTP/1.1 200 OK\r\n\r\n", "HTTP", "" };
        Gen.Select(Gen.OneOf(parts), Gen.Int[0, 12], Gen.Int[0, 12], Gen.OneOf("", "\r\n0\r\n\r\n", "abc")).Sample((head, first, second, behind) =>
        {
            string Dump(params int[] pieces)
            {
                var reader = Fed.Reader("GET GET");
                reader.Feed(Fed.Octets(head));
                foreach (var piece in pieces) reader.FeedElided(piece);
                reader.Feed(Fed.Octets(behind));
                reader.End(clean: true);
                return reader.Dump();
            }

            return Dump(first, second) == Dump(first + second);
        });
    }

    private static string Spoil(string text, int at, char change) => at >= text.Length ? text : text[..at] + change + text[(at + 1)..];
}

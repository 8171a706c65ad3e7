using System.Security.Cryptography;
using Conform.Http;

namespace Conform.Harness.Tests.Http;

public sealed class ResponseReaderTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    [Test]
    public void SeveralResponsesOnOneConnection()
    {
        var reader = Fed.Read(Ok + "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n" + Ok + "HTTP/1.1 404 X\r\nContent-Length: 1\r\n\r\n", "GET HEAD GET GET", clean: null);
        Assert.That(reader.Final.Select(r => (r.Status, r.State, r.RequestMethod)), Is.EqualTo(new[]
        {
            (200, ResponseState.Complete, "GET"), (200, ResponseState.Complete, "HEAD"), (200, ResponseState.Complete, "GET"), (404, ResponseState.InContent, "GET"),
        }));
        Assert.That((reader.CompleteFinal, reader.HeadsSeen, reader.Broken, reader.Leftover.Length), Is.EqualTo((3, 4, false, 0L)));
        Assert.That(reader.Final[2].Head.Start, Is.EqualTo(reader.Final[1].Body.End));
    }

    [Test]
    public void InterimResponsesStandApart()
    {
        var reader = Fed.Reader("POST GET");
        reader.Feed(Fed.Octets("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 X\r\nLink: y\r\nConnection: close\r\n\r\n"));
        Assert.That((reader.Final.Count, reader.HeadsSeen, reader.PendingInterim.Count, reader.SaysClose), Is.EqualTo((0, 2, 2, false)));
        reader.Feed(Fed.Octets(Ok + "HTTP/1.1 102 X\r\n\r\n"));
        Assert.That(reader.Final.Single().Interim.Select(i => i.Status), Is.EqualTo([100, 103]));
        Assert.That(reader.PendingInterim.Select(i => (i.Status, i.RequestMethod)), Is.EqualTo(new[] { (102, "GET") }));
        reader.Feed(Fed.Octets("HTTP/1.1 100 X\r\nA"));
        reader.End(clean: true);
        Assert.That(reader.Final, Has.Count.EqualTo(1));
        Assert.That(reader.PendingInterim.Select(i => i.State), Is.EqualTo([ResponseState.Complete, ResponseState.Incomplete]));
    }

    [Test]
    public void GarbageBehindAResponseIsLeftOver()
    {
        var reader = Fed.Read(Ok + "!" + Ok);
        Assert.That((reader.Final.Count, reader.CompleteFinal, reader.Broken), Is.EqualTo((1, 1, true)));
        Assert.That(reader.Leftover, Is.EqualTo(new OctetRange(Ok.Length, Ok.Length + 1)));
    }

    [Test]
    public void TheBeginOfAResponseIsNotLeftOver()
    {
        var reader = Fed.Read(Ok + "HTTP/1");
        Assert.That((reader.Final.Count, reader.Broken, reader.Leftover.Length), Is.EqualTo((2, false, 0L)));
        Assert.That(reader.Final[1].State, Is.EqualTo(ResponseState.Incomplete));
    }

    [Test]
    public void GarbageBehindAnInterimResponseIsAMalformedFinalOne()
    {
        var reader = Fed.Read("HTTP/1.1 100 Continue\r\n\r\nhello" + Ok);
        Assert.That(reader.Final.Single().State, Is.EqualTo(ResponseState.Malformed));
        Assert.That(reader.Final[0].Interim.Single().Status, Is.EqualTo(100));
        Assert.That((reader.PendingInterim.Count, reader.Leftover.Length), Is.EqualTo((0, 0L)));
    }

    [Test]
    public void WhatFollows101IsOpaqueAndTheResponseIsComplete()
    {
        var reader = Fed.Read("HTTP/1.1 101 X\r\n\r\n" + Ok, clean: null);
        Assert.That((reader.Final.Count, reader.CompleteFinal, reader.Leftover.Length, reader.Broken), Is.EqualTo((1, 1, 0L, false)));
        Assert.That((reader.Final[0].ContentLength, reader.Final[0].IsInterim), Is.EqualTo(((long)Ok.Length, false)));
    }

    [TestCase("", 0)]
    [TestCase("HTTP/1.1 200 OK\r\n\r\nhi", 1)]
    public void UntilCloseIsCompleteOnlyAtTheEnd(string text, int count)
    {
        var reader = Fed.Read(text, clean: null);
        Assert.That(reader.CompleteFinal, Is.Zero);
        reader.End(clean: true);
        Assert.That(reader.CompleteFinal, Is.EqualTo(count));
    }

    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 3000\r\n\r\n", "")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nBB8\r\n", "\r\n0\r\n\r\n")]
    public void ContentBeyondWhatIsKeptIsCountedAndDigested(string head, string end)
    {
        var content = Enumerable.Range(0, 3000).Select(i => (byte)i).ToArray();
        var reader = Fed.Reader(keep: 1000);
        reader.Feed([.. Fed.Octets(head), .. content, .. Fed.Octets(end)]);
        var response = reader.Final.Single();
        Assert.That(response.Content.ToArray(), Is.EqualTo(content[..1000]));
        Assert.That(response.ContentLength, Is.EqualTo(3000));
        Assert.That(response.ContentDigest, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\na", 7, "b")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\na", 7, "b\r\n0\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\na", 7, "\r\n1\r\nb\r\n0\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\n\r\na", 7, "b")]
    public void ElidedContentIsCountedButNotDigested(string head, int elided, string behind)
    {
        var reader = Fed.Read(head, clean: null);
        reader.FeedElided(elided);
        reader.Feed(Fed.Octets(behind));
        reader.End(clean: true);
        var response = reader.Final.Single();
        Assert.That((response.State, response.ContentLength, response.ContentDigest), Is.EqualTo((ResponseState.Complete, 9L, (string?)null)));
        Assert.That((response.Content.Text(), response.Faults.Count), Is.EqualTo(("a", 0)));
        Assert.That(response.Body.Length, Is.EqualTo(head.Length - response.Head.Length + elided + behind.Length));
    }

    [TestCase("HTTP/1.1 200", 1)]
    [TestCase("", 1)]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", 1)]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na", 3)]
    public void OctetsLostWhereTheyMatterEndTheReading(string head, int elided)
    {
        var reader = Fed.Read(head, clean: null);
        reader.FeedElided(elided);
        reader.Feed(Fed.Octets(Ok));
        reader.End(clean: true);
        Assert.That(reader.Broken);
        Assert.That(reader.Final.Single().State, Is.EqualTo(ResponseState.Incomplete));
        Assert.That(reader.Final[0].Rules(), Is.EqualTo(["elided"]));
    }

    [Test]
    public void OctetsLostBehindAResponseAreAnIncompleteOneOfTheirOwn()
    {
        var reader = Fed.Read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", clean: null);
        reader.FeedElided(6);
        Assert.That(reader.Final.Select(r => (r.State, r.Body.Length)), Is.EqualTo(new[] { (ResponseState.Complete, 5L), (ResponseState.Incomplete, 0L) }));
    }

    [Test]
    public void FaultsAreBounded() =>
        Assert.That(Fed.One("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("a\r\n", 1000))).Faults, Has.Count.LessThan(100));

    [Test]
    public void NothingFollowsTheEnd()
    {
        var reader = Fed.Read(Ok);
        Assert.That(() => reader.Feed("x"u8), Throws.InvalidOperationException);
        Assert.That(() => reader.End(clean: true), Throws.InvalidOperationException);
        Assert.That(() => Fed.Reader().FeedElided(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}

using System.Security.Cryptography;
using System.Text;
using Conform.Harness.Tests.Judging;
using Conform.Harness.Tests.Reporting;
using Conform.Observations;
using Conform.Snapshots;

namespace Conform.Harness.Tests.Snapshots;

[TestFixture]
public sealed class SnapshotTests
{
    private string _directory = "";

    [SetUp]
    public void Make() => _directory = Directory.CreateTempSubdirectory("conform-snapshots-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_directory, recursive: true);

    [TestCase("Date: Mon, 02 Jan 2026 03:04:05 GMT", "Date: {date}")]
    [TestCase("Expires: Monday, 02-Jan-26 03:04:05 GMT", "Expires: {date}")]
    [TestCase("X: Mon Jan  2 03:04:05 2026", "X: {date}")]
    [TestCase("at 2026-01-02T03:04:05.123Z!", "at {date}!")]
    [TestCase("[02/Jan/2026:03:04:05 +0000]", "[{date}]")]
    [TestCase("Location: http://127.0.0.1:18080/x", "Location: http://127.0.0.1:{port}/x")]
    [TestCase("http://[::1]:18080/", "http://[::1]:{port}/")]
    [TestCase("{\"SERVER_PORT\": \"18081\"}", "{\"SERVER_PORT\": \"{port}\"}")]
    [TestCase("Apache at 127.0.0.1 Port 18081", "Apache at 127.0.0.1 Port {port}")]
    [TestCase("18081", "18081", TestName = "what a case says may be the number of a port")]
    [TestCase("{\"X\":{\"t\":\"string\",\"v\":\"3138303831\"}}", "{\"X\":{\"t\":\"string\",\"v\":\"18081\"}}")]
    [TestCase("report 118081 :118081 :180811", "report 118081 :118081 :180811")]
    [TestCase("GET /t0k3nt0k3n HTTP/1.1", "GET /{token} HTTP/1.1")]
    [TestCase("Server: nginx/1.22.1", "Server: nginx/{version}")]
    [TestCase("Server: WSGIServer/0.2 CPython/3.11.2", "Server: WSGIServer/{version} CPython/{version}")]
    [TestCase("Via: 1.1 x (squid/6.0.0-20250101)", "Via: 1.1 x (squid/{version})")]
    [TestCase("HTTP/1.1 400 Bad Request", "HTTP/1.1 400 Bad Request")]
    [TestCase("ETag: \"65a1b2c3-264\"", "ETag: \"{etag}\"")]
    [TestCase("ETag: W/\"1\"", "ETag: W/\"{etag}\"")]
    [TestCase("Content-Type: multipart/byteranges; boundary=b0und", "Content-Type: multipart/byteranges; boundary={boundary}")]
    [TestCase("Content-Length: 12345", "Content-Length: 12345")]
    [TestCase("{\"SERVER_PORT\":{\"t\":\"string\",\"v\":\"3132333435\"}}", "{\"SERVER_PORT\":{\"t\":\"string\",\"v\":\"{port}\"}}")]
    [TestCase("{\"HTTP_HOST\":{\"t\":\"string\",\"v\":\"613a3138303831\"}}", "{\"HTTP_HOST\":{\"t\":\"string\",\"v\":\"a:{port}\"}}")]
    [TestCase("{\"content\":{\"hex\":\"613a3138303831\",\"length\":7}", "{\"content\":{\"hex\":\"a:{port}\",\"length\":7}")]
    [TestCase("{\"lang\":\"python\",\"pid\":22664}", "{\"lang\":\"python\",\"pid\":{pid}}")]
    [TestCase("{\"mod_wsgi.thread_id\":{\"t\":\"int\",\"v\":\"3135\"}}", "{\"mod_wsgi.thread_id\":{\"t\":\"int\",\"v\":\"{own}\"}}")]
    [TestCase("{\"wsgi.url_scheme\":{\"t\":\"string\",\"v\":\"68747470\"}}", "{\"wsgi.url_scheme\":{\"t\":\"string\",\"v\":\"http\"}}")]
    [TestCase("at /tmp/conform-apache-xTmHZT/app.py and /var/folders/q/T/conform-my-own-Ab1cD2/x", "at {dir}/app.py and {dir}/x")]
    public void Scrubbed(string text, string expected) =>
        Assert.That(Scrubbers.Scrub(text, new ScrubContext(["18081"], ["t0k3nt0k3n"], ["b0und"])), Is.EqualTo(expected));

    [Test]
    public void A_text_that_is_made_to_be_hard_is_scrubbed_in_time([Values("/a", "a", "1.", "a/1.", "\"a.b\":{\"t\":\"x\",\"v\":\"", "127.0.0.1:", "/conform-a", "Mon, ")] string piece) =>
        Assert.That(Scrubbers.Scrub(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)), new ScrubContext(["18081"], ["t0k3n"], [])), Is.Not.Empty);

    [Test]
    public void An_observation_is_told_by_what_stays_the_same()
    {
        var text = NormalisedObservation.Of(Sample.Answered);
        Assert.That(text, Is.EqualTo("""
            HTTP/1.1 200 OK
            Server: nginx/{version}
            Date: {date}
            X-Pad:
            Content-Length: 25

            framing content-length
            content of 25 octets, sha256 DIGEST

            sentinel answered 200
            fate answered-kept

            """.Replace("DIGEST", Convert.ToHexStringLower(SHA256.HashData("<h1>Hello, web!</h1>\nbye\0"u8)), StringComparison.Ordinal)));
    }

    [Test]
    public void Another_version_of_the_server_is_no_difference()
    {
        Assert.That(Of("nginx/1.22.1"), Is.EqualTo(Of("nginx/1.9")));
        Assert.That(Of("nginx/1.22.1"), Is.Not.EqualTo(Of("apache/1.22.1")));
        Assert.That(Of("nginx/1.22.1"), Does.Contain("Content-Length: {length}").And.Contain("| nginx/{version}"));
        Assert.That(Of("nginx/1.22.1234"), Is.EqualTo(Of("nginx/1.9")), "where what is taken out is as long as what stands for it");
    }

    [TestCase(WireEventKind.Fin, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "answered-closed")]
    [TestCase(WireEventKind.Reset, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "answered-closed")]
    [TestCase(WireEventKind.Quiet, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "answered-kept")]
    [TestCase(WireEventKind.Fin, "", "closed")]
    [TestCase(WireEventKind.Quiet, "", "no-answer")]
    public void The_fate_of_a_connection(WireEventKind last, string received, string fate)
    {
        var wire = received.Length == 0 ? Sample.Wire((0, WireEventKind.Connected, ""), (1, last, "")) : Sample.Wire((0, WireEventKind.Received, received), (1, last, ""));
        Assert.That(NormalisedObservation.Of(new Evidence { Drawn = Drawn.None, Subject = wire }), Does.EndWith($"fate {fate}\n"));
    }

    [Test]
    public void What_overtakes_our_own_reset_is_not_told()
    {
        static string Told(Talk talk) => NormalisedObservation.Of(new Evidence { Drawn = Drawn.None, Subject = talk });
        Assert.That(Told(Talk.Asked().Received(Talk.Ok).Aborted()), Is.EqualTo(Told(Talk.Asked().Aborted())).And.EqualTo("fate aborted-by-client\n"));
        Assert.That(Told(Talk.Asked().Received(Talk.Ok).Expect().Received(Talk.Ok).Aborted()), Is.EqualTo(Told(Talk.Asked().Received(Talk.Ok).Expect().Aborted())).And.Contains(" 200 OK"));
    }

    [Test]
    public void Of_a_connection_that_the_case_left_only_what_it_waited_for_is_told()
    {
        static string Told(Talk talk) =>
            NormalisedObservation.Of(new Evidence { Drawn = Drawn.None, Subject = talk.NextConnection().Sent(Talk.Get).Received(Talk.Ok).Expect(4) }).Split("connection 2")[0];
        var left = Told(Talk.Asked().Received(Talk.OkClose[..^2]).Await(1).Closed());
        Assert.That(left, Is.EqualTo("connection 1\nHTTP/1.1 200 OK\nConnection: close\nContent-Length: {length}\n\nfate left-by-client\n\n"));
        Assert.That(Told(Talk.Asked().Received(Talk.OkClose).Await(1).Fin()), Is.EqualTo(left), "whether the rest and the close are seen is chance");
        Assert.That(Told(Talk.Asked().Await(1).Received(Talk.Refused).Closed()), Is.EqualTo("connection 1\nfate left-by-client\n\n"));
        Assert.That(Told(Talk.Asked().Received(Talk.OkClose).Expect().Fin()), Does.Contain("fate answered-closed"));
        Assert.That(Told(Talk.Asked().Received(Talk.OkClose[..^2]).Expect().Fin()), Does.Contain("fate closed"));
    }

    [Test]
    public void Whether_an_answer_up_to_the_close_ends_in_a_reset_makes_no_difference()
    {
        static string Told(Talk talk) => NormalisedObservation.Of(new Evidence { Drawn = Drawn.None, Subject = talk });
        Assert.That(Told(Talk.Asked().Received("HTTP/1.1 431 Too Large\r\n\r\n").Reset()), Is.EqualTo(Told(Talk.Asked().Received("HTTP/1.1 431 Too Large\r\n\r\n").Fin())).And.Contains("answered-closed"));
        Assert.That(Told(Talk.Asked().Received("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok").Reset()), Does.Contain("incomplete"));
    }

    [TestCase("a/b/c", "whole", true)]
    [TestCase("a/b/c", "octets", false)]
    [TestCase("a/b/c[0]", "whole", false)]
    [TestCase("lint/date", "-", false)]
    public void Only_fixed_cases_sent_whole_have_a_snapshot(string id, string delivery, bool belongs) =>
        Assert.That(NormalisedObservation.Belongs(id, delivery), Is.EqualTo(belongs));

    [Test]
    public void What_differs_can_be_marked_instead_of_taken_over()
    {
        var store = new SnapshotStore(_directory);
        SnapshotReport Verify(string one, string two) => store.Verify(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["a/b/one"] = $"status {one}\nfate kept\n", ["a/b/two"] = $"status {two}\nfate kept\n" }, _ => true);
        Verify("200", "200");
        store.Accept([]);
        Verify("408", "200");
        store.Accept([], varies: true);
        Assert.That(new FileVerifier(_directory).Verified("a"), Is.EqualTo("## b/one\n\nstatus (varies)\nfate kept\n\n## b/two\n\nstatus 200\nfate kept\n"));
        Assert.That(Verify("500", "200").Changes, Is.Empty);
        Assert.That(Verify("500", "500").Changes.Single().Diff, Does.Contain("- status 200").And.Contain("+ status 500").And.Not.Contain("(varies)"), "the mark is that case's alone");
        store.Accept([]);
        Assert.That(new FileVerifier(_directory).Verified("a"), Is.EqualTo("## b/one\n\nstatus (varies)\nfate kept\n\n## b/two\n\nstatus 500\nfate kept\n"));
    }

    [Test]
    public void New_then_accepted_then_different_then_the_same_again()
    {
        var files = new FileVerifier(_directory);
        Assert.That(files.Verify("n", "one\n"), Is.TypeOf<SnapshotVerdict.New>());
        Assert.That(files.ReceivedNames, Is.EqualTo(new[] { "n" }));
        files.Take("n", files.Received("n")!);
        Assert.That(files.Verify("n", "one\n"), Is.TypeOf<SnapshotVerdict.Same>());
        Assert.That(files.Verify("n", "two\n"), Is.EqualTo(new SnapshotVerdict.Different("- one\n+ two\n")));
        Assert.That(File.ReadAllText(Path.Combine(_directory, "n.received.txt")), Is.EqualTo("two\n"));
        Assert.That(files.Verify("n", "one\n"), Is.TypeOf<SnapshotVerdict.Same>());
        Assert.That(Directory.GetFiles(_directory).Select(Path.GetFileName), Is.EqualTo(new[] { "n.verified.txt" }));
    }

    [Test]
    public void A_part_of_the_cases_is_compared_alone_and_the_others_are_kept()
    {
        var store = new SnapshotStore(_directory);
        Verify(store, ("r/host/a", "1"), ("r/host/b", "2"), ("r/length/c", "3"));
        Assert.That(store.Accept([]), Is.EqualTo(new[] { "r/host/a", "r/host/b", "r/length/c" }));
        Assert.That(Verify(store, ("r/host/b", "2")).Changes, Is.Empty);
        var report = Verify(store, ("r/host/b", "x"), ("r/length/c", "y"));
        Assert.That(report.Changes.Single().Name, Is.EqualTo("r"));
        Assert.That(report.Changes.Single().Diff, Does.Contain("- 2\n+ x\n").And.Contain("## length/c\n"));
        Assert.That(store.Accept(["r/hos", "q"]), Is.Empty);
        Assert.That(store.Accept(["r/host/b"]), Is.EqualTo(new[] { "r/host/b" }));
        Assert.That(File.ReadAllText(Path.Combine(_directory, "r.verified.txt")), Is.EqualTo("## host/a\n\n1\n\n## host/b\n\nx\n\n## length/c\n\n3\n"));
        Assert.That(store.Accept(["r/length/"]), Is.EqualTo(new[] { "r/length/c" }), "what was not taken still waits");
        Assert.That(Directory.GetFiles(_directory).Select(Path.GetFileName), Is.EqualTo(new[] { "r.verified.txt" }));
        Assert.That(Verify(store, ("r/host/b", "x"), ("r/length/c", "y")).Changes, Is.Empty);
    }

    [Test]
    public void A_later_part_of_the_cases_leaves_waiting_what_it_did_not_look_at()
    {
        var store = new SnapshotStore(_directory);
        Verify(store, ("r/host/a", "1\n"), ("r/host/b", "2\n"), ("r/host/c", "3\n"));
        store.Accept([]);
        Verify(store, ("r/host/a", "8\n"), ("r/host/b", "9\n"));
        Assert.That(Verify(store, ("r/host/a", "1\n")).Changes, Is.Empty, "what waits is not this run's");
        Assert.That(Verify(store, ("r/host/c", "7\n")).Changes.Single().Diff, Does.Contain("+ 7").And.Not.Contain("9"));
        Assert.That(store.Accept([]), Is.EqualTo(new[] { "r/host/b", "r/host/c" }));
    }

    [Test]
    public void A_mark_is_not_undone_by_what_still_waits()
    {
        var store = new SnapshotStore(_directory);
        Verify(store, ("r/host/a", "1\n"), ("r/host/b", "2\n"));
        store.Accept([]);
        Verify(store, ("r/host/a", "8\n"), ("r/host/b", "9\n"));
        store.Accept(["r/host/a"], varies: true);
        store.Accept([]);
        Assert.That(new FileVerifier(_directory).Verified("r"), Is.EqualTo("## host/a\n\n(varies)\n\n## host/b\n\n9\n"));
    }

    [Test]
    public void Sections_of_cases_that_exist_no_more_are_told_and_go_when_accepted()
    {
        var store = new SnapshotStore(_directory);
        Verify(store, ("r/host/a", "1"), ("r/host/b", "2"), ("r/old/c", "3"));
        store.Accept([]);
        var report = store.Verify(new Dictionary<string, string>(), id => id == "r/host/a");
        Assert.That(report.Dangling, Is.EqualTo(new[] { "r/host/b", "r/old/c" }));
        Assert.That(report.Changes, Is.Empty, "that they are gone is told once");
        Assert.That(store.Accept([]), Is.EqualTo(new[] { "r/host/b", "r/old/c" }));
        Assert.That(Directory.GetFiles(_directory).Select(Path.GetFileName), Is.EqualTo(new[] { "r.verified.txt" }));
        Assert.That(store.Verify(new Dictionary<string, string>(), id => id == "r/host/a").Changes, Is.Empty);
    }

    [Test]
    public void What_varies_is_marked_and_matches_anything_from_then_on()
    {
        var merged = Variation.Merge("a: 1\nX-Id: abc\nend\n", "a: 1\nX-Id: abd\nend\n");
        Assert.That(merged, Is.EqualTo("a: 1\nX-Id: (varies)\nend\n"));
        Assert.That(Variation.Matches(merged, "a: 1\nX-Id: zzz\nend\n"), Is.True);
        Assert.That(Variation.Matches(merged, "a: 1\nX-Ib: zzz\nend\n"), Is.False);
        Assert.That(Variation.Matches(merged, "a: 2\nX-Id: zzz\nend\n"), Is.False);
        var lines = Variation.Merge("a\nb\nc\n", "a\nc\n");
        Assert.That(lines, Is.EqualTo("a\n(varies)\nc\n"));
        Assert.That(Variation.Matches(lines, "a\nc\n") && Variation.Matches(lines, "a\nx\ny\nc\n"), Is.True);
        Assert.That(Variation.Matches(lines, "a\nx\n"), Is.False);
    }

    [Test]
    public void Marks_are_kept_when_something_else_is_accepted() => Assert.Multiple(() =>
    {
        Assert.That(Variation.Kept("a: 1\nX-Id: (varies)\n", "a: 2\nX-Id: q\n"), Is.EqualTo("a: 2\nX-Id: (varies)\n"));
        Assert.That(Variation.Kept("a: 1\nX-Id: (varies)\n", "a: 2\nb: 1\nX-Id: q\n"), Is.EqualTo("a: 2\nb: 1\nX-Id: (varies)\n"));
        Assert.That(Variation.Kept("fate kept\nx\nfate (varies)\n", "fate kept\ny\nfate closed\n"), Is.EqualTo("fate kept\ny\nfate (varies)\n"), "a mark is that line's alone");
        Assert.That(Variation.Kept("a: 1\n(varies)\n", "a: 1\nb\nc\n"), Is.EqualTo("a: 1\n(varies)\n"));
    });

    [Test]
    public void A_difference_stands_under_its_heading_with_three_lines_around_it()
    {
        var was = SnapshotText.Join(Enumerable.Range(1, 3).Select(i => KeyValuePair.Create($"case-{i}", string.Concat(Enumerable.Range(1, 12).Select(n => $"line {n}\n")))));
        var now = was.Remove(was.LastIndexOf("line 8", StringComparison.Ordinal), 6).Insert(was.LastIndexOf("line 8", StringComparison.Ordinal), "LINE 8");
        Assert.That(SnapshotDiff.Render(was, now), Is.EqualTo("  ## case-3\n  line 5\n  line 6\n  line 7\n- line 8\n+ LINE 8\n  line 9\n  line 10\n  line 11\n"));
        Assert.That(SnapshotDiff.Render(was, was), Is.Empty);
    }

    private static SnapshotReport Verify(SnapshotStore store, params (string Id, string Text)[] texts) =>
        store.Verify(texts.ToDictionary(t => t.Id, t => t.Text), _ => true);

    private static string Of(string product)
    {
        var content = $"{product}\n";
        var wire = Sample.Wire((0, WireEventKind.Received, $"HTTP/1.1 404 Not Found\r\nContent-Length: {Encoding.Latin1.GetByteCount(content)}\r\n\r\n{content}"));
        return NormalisedObservation.Of(new Evidence { Drawn = Drawn.None, Subject = wire });
    }
}

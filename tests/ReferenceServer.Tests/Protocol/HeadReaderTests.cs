using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;
using CsCheck;

namespace Conform.ReferenceServer.Tests.Protocol;

[TestFixture]
internal sealed class HeadReaderTests
{
    private const string Host = "Host: a\r\n";

    private static string Read(string octets) => Reading.Outcome(Reading.Head(FaultSet.None, octets));

    private static string Line(string line) => Read($"{line}\r\n{Host}\r\n");

    private static string Fields(string lines) => Read($"GET / HTTP/1.1\r\n{Host}{lines}\r\n\r\n");

    [TestCase("GET / HTTP/1.1", null)]
    [TestCase("GET / HTTP/1.9", null)]
    [TestCase("GET / HTTP/1.0", null)]
    [TestCase("get / HTTP/1.1", null)]
    [TestCase("M!#$%&'*+-.^_`|~9 / HTTP/1.1", null)]
    [TestCase("GET /a;b=c/%41?d=/?e HTTP/1.1", null)]
    [TestCase("GET //a//b HTTP/1.1", null)]
    [TestCase("GET http://b:80/c?d HTTP/1.1", null)]
    [TestCase("GET HTTP://[::1] HTTP/1.1", null)]
    [TestCase("OPTIONS * HTTP/1.1", null)]
    [TestCase("CONNECT a:443 HTTP/1.1", null)]
    [TestCase("GET /", "400 malformed-request-line")]
    [TestCase("GET", "400 malformed-request-line")]
    [TestCase(" GET / HTTP/1.1", "400 malformed-request-line")]
    [TestCase("GET  HTTP/1.1", "400 malformed-request-line")]
    [TestCase("G(T / HTTP/1.1", "400 method-is-no-token")]
    [TestCase("HTTP/1.1 200 OK", "400 method-is-no-token")]
    [TestCase("GET / HTTP/1.1 ", "400 malformed-version")]
    [TestCase("GET / http/1.1", "400 malformed-version")]
    [TestCase("GET / HTTP/1.10", "400 malformed-version")]
    [TestCase("GET / HTTP/ 1.1", "400 malformed-version")]
    [TestCase("GET / HTTP/1,1", "400 malformed-version")]
    [TestCase("GET / HTTP/2.0", "505 version-not-supported")]
    [TestCase("GET / HTTP/0.9", "505 version-not-supported")]
    [TestCase("GET  / HTTP/1.1", "400 malformed-target")]
    [TestCase("GET\t/ HTTP/1.1", "400 method-is-no-token")]
    [TestCase("GET /a b HTTP/1.1", "400 malformed-target")]
    [TestCase("GET /% HTTP/1.1", "400 malformed-target")]
    [TestCase("GET /%4 HTTP/1.1", "400 malformed-target")]
    [TestCase("GET /%4g HTTP/1.1", "400 malformed-target")]
    [TestCase("GET /a#b HTTP/1.1", "400 malformed-target")]
    [TestCase("GET /\xE9 HTTP/1.1", "400 malformed-target")]
    [TestCase("GET /[ HTTP/1.1", "400 malformed-target")]
    [TestCase("GET a HTTP/1.1", "400 malformed-target")]
    [TestCase("GET a:80 HTTP/1.1", "400 malformed-target")]
    [TestCase("GET http:///a HTTP/1.1", "400 malformed-target")]
    [TestCase("GET http://u@a/ HTTP/1.1", "400 malformed-target")]
    [TestCase("GET ftp://a/ HTTP/1.1", "400 malformed-target")]
    [TestCase("GET * HTTP/1.1", "400 target-form-not-for-this-method")]
    [TestCase("OPTIONS ** HTTP/1.1", "400 malformed-target")]
    [TestCase("CONNECT / HTTP/1.1", "400 target-form-not-for-this-method")]
    [TestCase("CONNECT a:0 HTTP/1.1", "400 target-form-not-for-this-method")]
    [TestCase("GET /\x01 HTTP/1.1", "400 control-octet")]
    [TestCase("GET /\0 HTTP/1.1", "400 nul-octet")]
    [TestCase("GET /\r HTTP/1.1", "400 bare-carriage-return")]
    [TestCase("GET / HTTP/1.1\n", "400 bare-line-feed")]
    public void Request_line(string line, string? refusal) =>
        Assert.That(Line(line), refusal is null ? Does.StartWith(line.Split(' ')[0] + " ") : Is.EqualTo(refusal));

    [TestCase("X-A:1", "X-A=1")]
    [TestCase("X-A: \t1 2\t ", "X-A=1 2")]
    [TestCase("X-A:", "X-A=")]
    [TestCase("X-A: \xE9\t\x80", "X-A=\xE9\t\x80")]
    [TestCase("X-A : 1", "400 blank-before-colon")]
    [TestCase("X-A\t: 1", "400 blank-before-colon")]
    [TestCase("X-A", "400 malformed-field-line")]
    [TestCase(": 1", "400 malformed-field-name")]
    [TestCase("X A: 1", "400 malformed-field-name")]
    [TestCase("X\xE9: 1", "400 malformed-field-name")]
    [TestCase("X-A: 1\r\n 2", "400 folded-field-line")]
    [TestCase("X-A: 1\r\n\t", "400 folded-field-line")]
    [TestCase("X-A: 1\0", "400 nul-octet")]
    [TestCase("X-A: \x7F", "400 control-octet")]
    [TestCase("X-A: \x1B", "400 control-octet")]
    [TestCase("X-A: 1\r2", "400 bare-carriage-return")]
    [TestCase("X-A: 1\r\r", "400 bare-carriage-return")]
    [TestCase("X-A: 1\nX-B: 2", "400 bare-line-feed")]
    [TestCase("Host: a", "400 host-repeated")]
    public void Field_lines(string lines, string expected)
    {
        var head = Reading.Head(FaultSet.None, $"GET / HTTP/1.1\r\n{Host}{lines}\r\n\r\n");

        Assert.That(head.Head is { Fields: [_, var field] } ? $"{field.Name}={field.Value}" : Reading.Outcome(head), Is.EqualTo(expected));
    }

    [TestCase("Host: localhost:8080", true)]
    [TestCase("Host:", true)]
    [TestCase("Host: a:", true)]
    [TestCase("Host: a,b", true)]
    [TestCase("Host: %41.example", true)]
    [TestCase("Host: [::1]:80", true)]
    [TestCase("Host: [v1.x:y]", true)]
    [TestCase("Host: a:99999", true)]
    [TestCase("Host: a b", false)]
    [TestCase("Host: a, b", false)]
    [TestCase("Host: a:b", false)]
    [TestCase("Host: a:80:80", false)]
    [TestCase("Host: a/b", false)]
    [TestCase("Host: u@a", false)]
    [TestCase("Host: http://a", false)]
    [TestCase("Host: [::1", false)]
    [TestCase("Host: [::1]a", false)]
    [TestCase("Host: [fe80::1%25eth0]", false)]
    [TestCase("Host: [v1.]", false)]
    [TestCase("Host: %4", false)]
    public void Host_syntax(string line, bool isValid) =>
        Assert.That(Read($"GET / HTTP/1.1\r\n{line}\r\n\r\n"), isValid ? Does.StartWith("GET") : Is.EqualTo("400 host-invalid"));

    [TestCase("1.1", "400 host-missing")]
    [TestCase("1.2", "400 host-missing")]
    [TestCase("1.0", "GET")]
    public void Host_is_needed_from_HTTP_1_1_on(string version, string expected) =>
        Assert.That(Read($"GET / HTTP/{version}\r\n\r\n"), Does.StartWith(expected));

    [TestCase(" Host: a\r\n\r\n", "400 blank-before-first-field")]
    [TestCase("\r\n", "400 host-missing")]
    [TestCase("\n", "400 bare-line-feed")]
    [TestCase("\rHost: a\r\n\r\n", "400 bare-carriage-return")]
    public void Beginning_of_the_fields(string octets, string expected) =>
        Assert.That(Read("GET / HTTP/1.1\r\n" + octets), Is.EqualTo(expected));

    [TestCase(4, true)]
    [TestCase(5, false)]
    public void Empty_lines_before_a_request_are_limited(int count, bool isTaken) => Assert.That(
        Read(string.Concat(Enumerable.Repeat("\r\n", count)) + $"GET / HTTP/1.1\r\n{Host}\r\n"),
        isTaken ? Does.StartWith("GET") : Is.EqualTo("400 too-many-empty-lines"));

    [TestCase("\n")]
    [TestCase("\r\r\n")]
    public void Odd_empty_lines_before_a_request_are_refused(string line) =>
        Assert.That(Read($"{line}GET / HTTP/1.1\r\n{Host}\r\n"), Does.StartWith("400 bare-"));

    [Test]
    public void Limits_hold_on_both_sides()
    {
        var limits = new ServerLimits { RequestLine = 100, Method = 10, FieldSection = 60, FieldCount = 3 };
        string Limited(string octets) => Reading.Outcome(Reading.Head(limits, FaultSet.None, [octets]));
        string Target(int length) => Limited($"GET /{new string('a', length - 14)} HTTP/1.1\r\n{Host}\r\n");
        string Method(int length) => Limited($"{new string('A', length)} / HTTP/1.1\r\n{Host}\r\n");
        string Section(int length) => Limited($"GET / HTTP/1.1\r\n{Host}B: {new string('a', length - 10)}\r\n\r\n");

        Assert.Multiple(() =>
        {
            Assert.That(Target(100), Does.StartWith("GET"));
            Assert.That(Target(101), Is.EqualTo("414 request-line-too-long"));
            Assert.That(Method(10), Does.StartWith("AAA"));
            Assert.That(Method(11), Is.EqualTo("501 method-too-long"));
            Assert.That(Section(60), Does.StartWith("GET"));
            Assert.That(Section(61), Is.EqualTo("431 field-section-too-large"));
            Assert.That(Limited($"GET / HTTP/1.1\r\n{Host}A: 1\r\nA: 1\r\n\r\n"), Does.StartWith("GET"));
            Assert.That(Limited($"GET / HTTP/1.1\r\n{Host}A: 1\r\nA: 1\r\nA: 1\r\n\r\n"), Is.EqualTo("431 field-section-too-large"));
        });
    }

    [Test]
    public void Octets_behind_the_head_are_left()
    {
        var octets = new System.Buffers.SequenceReader<byte>(new("GET / HTTP/1.1\r\nHost: a\r\n\r\nrest"u8.ToArray()));
        var reader = new HeadReader(new(), new(FaultSet.None), FaultSet.None);

        reader.Read(ref octets);

        Assert.That(reader.Head, Is.Not.Null);
        Assert.That(octets.Remaining, Is.EqualTo(4));
    }

    [TestCase("Connection: close", false)]
    [TestCase("Connection: foo, CLOSE", false)]
    [TestCase("Connection: foo\r\nConnection: close", false)]
    [TestCase("Connection: closed", true)]
    [TestCase("X-A: close", true)]
    public void Close_option(string lines, bool persists) => Assert.That(Fields(lines), Does.EndWith(persists ? "True" : "False"));

    [Test]
    public void Any_pieces_give_the_same_result()
    {
        string[] parts =
        [
            "GET / HTTP/1.1\r\n", "POST http://a/b HTTP/1.0\r\n", "Host: a\r\n", "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n",
            "\r\n", "\r", "\n", " ", "X-A: 1", ":", "\0",
        ];
        Gen.Select(Gen.Int[0, parts.Length - 1].Select(i => parts[i]).List[1, 8], Gen.Int[0, 40].List[0, 6]).Sample((chosen, cuts) =>
        {
            var octets = string.Concat(chosen);
            var ends = cuts.Where(cut => cut < octets.Length).Append(octets.Length).Order().ToList();
            var pieces = ends.Select((end, i) => octets[(i == 0 ? 0 : ends[i - 1])..end]).ToList();
            return Reading.Outcome(Reading.Head(FaultSet.None, octets)) == Reading.Outcome(Reading.Head(FaultSet.None, pieces));
        });
    }
}

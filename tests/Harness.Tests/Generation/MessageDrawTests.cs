using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Conform.Generation;
using Conform.Generation.Grammar;

namespace Conform.Harness.Tests.Generation;

public sealed class MessageDrawTests
{
    private static FilledCase Draw(int index, string text = "${request}", TargetValues? target = null) =>
        CaseFiller.Fill(Build.Case(text), 4, index, target ?? Build.Target);

    private static IEnumerable<(string Text, RequestReader.Request? Read, FilledCase Filled)> Draws(int count) =>
        Enumerable.Range(0, count).Select(index => Draw(index))
            .Select(filled => (filled.Steps[0].Octets.Text(), RequestReader.Read(filled.Steps[0].Octets.Text()), filled));

    [Test]
    public void Every_draw_is_a_valid_message_with_nothing_behind_it() =>
        Assert.That(Draws(400).Where(draw => draw.Read is not { Rest: "" }).Select(draw => draw.Text), Is.Empty);

    [Test]
    public void Every_draw_keeps_the_limits()
    {
        var draws = Draws(400).ToList();
        Assert.That(draws.Max(draw => draw.Read!.HeadLength), Is.GreaterThan(7000), "the limit is met");
        Assert.That(draws.Max(draw => draw.Read!.Fields.Count), Is.GreaterThan(24));
        foreach (var (text, read, _) in draws)
        {
            Assert.That(text.IndexOf('\r', StringComparison.Ordinal), Is.LessThanOrEqualTo(4000));
            Assert.That(read!.HeadLength, Is.LessThanOrEqualTo(8000));
            Assert.That(read.Fields, Has.Count.LessThanOrEqualTo(32));
            Assert.That(read.Content, Has.Length.LessThanOrEqualTo(16 * 1024));
        }
    }

    [Test]
    public void Names_are_plain_and_stay_different_when_folded()
    {
        foreach (var (_, read, _) in Draws(400))
        {
            Assert.That(read!.Fields.Select(field => field.Name), Is.Unique);
            Assert.That(read.Fields.Select(field => field.Name), Has.All.Matches<string>(name =>
                Regex.IsMatch(name!, "^(x-[a-z0-9-]+|host|content-type|content-length|transfer-encoding)$")));
        }
    }

    [Test]
    public void Many_names_stay_different_when_folded() =>
        Assert.That(FieldGrammar.Names(new DrawSource(1, "names", 0).For("names"), 20_000).Select(name => name.ToUpperInvariant()), Is.Unique);

    [Test]
    public void No_target_has_what_servers_may_rightly_treat_as_special()
    {
        foreach (var (_, read, _) in Draws(400))
        {
            var path = read!.Target.Split('?')[0];
            Assert.That(path, Does.StartWith("/base/report/").And.Not.Contain("//").And.Not.Contain("/report/probe/"));
            Assert.That(path, Does.Not.Match("(?i)%(2f|00|5c|0.|1.|7f)").And.Not.Match(@"/\.{1,2}(/|$)"));
        }
    }

    [Test]
    public void What_must_be_understood_is_what_a_second_reader_reads()
    {
        foreach (var (_, read, filled) in Draws(400))
        {
            var message = filled.Drawn.Message!;
            var target = read!.Target.Split('?', 2);
            var decoded = Regex.Replace(target[0], "%(..)", hex => ((char)int.Parse(hex.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
            Assert.That((message.Method, message.Path, message.Query), Is.EqualTo((read.Method, decoded, target.ElementAtOrDefault(1) ?? "")));
            Assert.That(Encoding.Latin1.GetString(message.Content.Span), Is.EqualTo(read.Content));
            Assert.That(message.Fields, Is.EquivalentTo(read.Fields.Where(field => field.Name != "transfer-encoding").Select(field =>
                new KeyValuePair<string, string>(
                    (field.Name.StartsWith("content-", StringComparison.Ordinal) ? "" : "HTTP_") + field.Name.ToUpperInvariant().Replace('-', '_'), field.Value))));
        }
    }

    [Test]
    public void Every_kind_of_message_occurs_in_two_hundred_draws()
    {
        var draws = Draws(200).ToList();
        int Count(Func<RequestReader.Request, bool> has) => draws.Count(draw => has(draw.Read!));
        int Seen(string pattern) => draws.Count(draw => Regex.IsMatch(draw.Text, pattern));
        Assert.Multiple(() =>
        {
            foreach (var framing in (string[])["none", "length", "chunked"])
                Assert.That(Count(read => read.Framing == framing), Is.GreaterThan(30), framing);
            foreach (var method in (string[])["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
                Assert.That(Count(read => read.Method == method), Is.GreaterThan(5), method);
            Assert.That(Count(read => read.Target.Contains('?', StringComparison.Ordinal)), Is.InRange(20, 180));
            Assert.That(Count(read => read.Target.Contains('%', StringComparison.Ordinal)), Is.GreaterThan(20));
            Assert.That(Count(read => read.Content.Length > 4000), Is.GreaterThan(3));
            Assert.That(Count(read => read.Framing != "none" && read.Content.Length == 0), Is.GreaterThan(0));
            Assert.That(Count(read => read.Fields[0].Name != "host"), Is.GreaterThan(20));
            Assert.That(Count(read => read.Fields.Any(field => Regex.IsMatch(field.Value, "[^ ] +[^ ]"))), Is.GreaterThan(20), "inner blanks");
            Assert.That(Seen("X-Trailer-"), Is.GreaterThan(5), "trailers");
            Assert.That(Seen("\r\n[0-9A-Fa-f]+;[^:\r]*\r\n"), Is.GreaterThan(5), "extensions");
            Assert.That(Seen("\r\n0+[1-9a-fA-F]+(;[^\r]*)?\r\n"), Is.GreaterThan(5), "leading zeros");
            Assert.That(Seen(@"(?m)^[Xx]-[^:\r]*:[ \t]*\t"), Is.GreaterThan(20), "tabs before a value");
            Assert.That(draws.Count(draw => draw.Filled.Steps[0].Octets.ToArray().Take(draw.Read!.HeadLength).Any(octet => octet > 0x7E)), Is.Zero, "obs-text");
        });
    }

    [Test]
    public void Words_behind_request_fix_what_they_name()
    {
        for (var i = 0; i < 40; i++)
        {
            Assert.That(RequestReader.Read(Draw(i, "${request chunked echo}").Steps[0].Octets.Text()), Has.Property("Framing").EqualTo("chunked")
                .And.Property("Target").Matches(@"^/base/echo(\?.*)?$"));
            Assert.That(RequestReader.Read(Draw(i, "${request length #2}").Steps[0].Octets.Text())!.Framing, Is.EqualTo("length"));
            Assert.That(RequestReader.Read(Draw(i, "${request none}").Steps[0].Octets.Text())!.Framing, Is.EqualTo("none"));
        }

        Assert.That(Enumerable.Range(0, 40).Any(i => Draw(i, "${request obs-text}").Drawn.Message!.Fields.Values.Any(value => value.Any(c => c > 0x7F))));
    }

    [Test]
    public void Without_a_report_a_request_goes_to_the_resource() =>
        Assert.That(
            Enumerable.Range(0, 40).Select(i => Draw(i, target: new TargetValues("h", "/", "/some")).Drawn.Message!.Path),
            Has.All.EqualTo("/some"));

    [Test]
    public void Field_lines_and_chunks_fit_into_a_written_request()
    {
        const string written = "POST ${any-target} HTTP/1.1\r\n${field-lines}\r\nHost:${ows}${host}\r\n${field-name}a: ${field-value}\r\n" +
            "Transfer-Encoding: chunked\r\n\r\n${chunked-content}";
        Assert.That(
            Enumerable.Range(0, 200).Select(i => RequestReader.Read(Draw(i, written).Steps[0].Octets.Text())),
            Has.All.Matches<RequestReader.Request?>(read => read is { Rest: "", Framing: "chunked" }));
    }
}

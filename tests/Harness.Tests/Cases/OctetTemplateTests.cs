using System.Text;
using Conform.Cases;

namespace Conform.Harness.Tests.Cases;

public sealed class OctetTemplateTests
{
    [TestCase("GET / HTTP/1.1", "GET / HTTP/1.1\r\n")]
    [TestCase("", "\r\n")]
    [TestCase("a\\", "a")]
    [TestCase(@"a\\", "a\\\r\n")]
    [TestCase(@"a\\\", "a\\")]
    [TestCase(@"\r\n\t\0\x7f\xFF\\", "\r\n\t\0\x7f\u00ff\\\r\n")]
    [TestCase("$ { $x", "$ { $x\r\n")]
    [TestCase(@"\x24{host}", "${host}\r\n")]
    [TestCase("\"", "\"\r\n")]
    public void A_line_becomes_these_octets(string line, string octets)
    {
        var (template, problems) = Parse(line);
        Assert.That(problems, Is.Empty);
        Assert.That(string.Concat(template.Parts.Cast<LiteralPart>().Select(p => Encoding.Latin1.GetString(p.Octets.Span))), Is.EqualTo(octets));
    }

    [Test]
    public void Parts_know_their_lines()
    {
        var (template, _) = Parse("GET ${path} HTTP/1.1", "Host: ${host}");
        Assert.That(template.Parts.Select(p => p.Line), Is.EqualTo(new[] { 5, 5, 5, 6, 6, 6 }));
    }

    [Test]
    public void A_placeholder_keeps_its_words_as_written()
    {
        var (template, problems) = Parse(@"${repeat 300 1\r\na\x7D} ${token #2} ${content-length-10} ${request chunked echo #b}");
        Assert.That(problems, Is.Empty);
        Assert.That(template.Parts.OfType<PlaceholderPart>().Select(TemplateText.Of), Is.EqualTo(new[] { @"${repeat 300 1\r\na\x7D}", "${token #2}", "${content-length-10}", "${request chunked echo #b}" }));
    }

    [TestCase("a\tb", "a tab")]
    [TestCase("é", "the character é is not ASCII")]
    [TestCase("a\u0001", "the control character U+0001")]
    [TestCase("a ", "a blank at the end of the line")]
    [TestCase(@"\q", @"unknown escape \q")]
    [TestCase("\\\"", "unknown escape \\\"")]
    [TestCase(@"\x1", @"\x needs two hexadecimal digits")]
    [TestCase("${host", "${ without its }")]
    [TestCase("${each ${host} b}", "a placeholder has no other one inside")]
    [TestCase("${hots}", "unknown placeholder ${hots}")]
    [TestCase("${}", "${} has a blank too many")]
    [TestCase("${token  #2}", "${token  #2} has a blank too many")]
    [TestCase("${host #2}", "${host} is not drawn, so it takes no label")]
    [TestCase("${token 2}", "${token} takes nothing but a name")]
    [TestCase("${token #}", "# is no label")]
    [TestCase("${digits}", "${digits} takes one number")]
    [TestCase("${digits -1}", "-1 is no number that ${digits} takes")]
    [TestCase("${content 2000001}", "2000001 is no number that ${content} takes")]
    [TestCase("${repeat 5}", "${repeat} takes a number and a text without blanks")]
    [TestCase("${each}", "${each} takes at least one of what the draws take")]
    [TestCase("${each a #b}", "#b looks like a label")]
    [TestCase("${pad-to a}", "a is no number that ${pad-to} takes")]
    [TestCase("${repeat 5 #}", "a repeated text cannot begin with #")]
    [TestCase(@"${repeat 5 \z}", @"unknown escape \z")]
    [TestCase("${repeat 2000000 abcde}", "${repeat} makes 10000000 octets")]
    [TestCase("${request chunky}", "${request} does not know chunky")]
    [TestCase("${content-length+}", "unknown placeholder ${content-length+}")]
    [TestCase("${content-length+1x}", "unknown placeholder ${content-length+1x}")]
    public void What_is_wrong_is_told_with_its_line(string line, string message)
    {
        var (_, problems) = Parse("fine", line);
        Assert.That(problems.Select(p => (p.Location.Line, p.Message)), Is.EqualTo(new[] { (6, message) }));
    }

    private static (OctetTemplate Template, List<Diagnostic> Problems) Parse(params string[] lines)
    {
        var problems = new List<Diagnostic>();
        return (OctetTemplateParser.ParseBlock(lines, new SourceLocation("f.md", 5), problems), problems);
    }
}

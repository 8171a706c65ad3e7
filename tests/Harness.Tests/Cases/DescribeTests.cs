using Conform.Cases;
using CsCheck;

namespace Conform.Harness.Tests.Cases;

/// <summary>What is expected is told in words that read back as the same.</summary>
public sealed class DescribeTests
{
    [Test]
    public void Words_of_an_alternative_read_back_as_the_same() =>
        Patterns.Alternative.Sample(pattern => Shape.Of(Read("accept", pattern)) == Shape.Of(pattern), iter: 5000, print: p => p.Describe());

    [Test]
    public void Words_of_a_check_read_back_as_the_same() =>
        Patterns.Check.Sample(pattern => Shape.Of(Read("check", pattern)) == Shape.Of(pattern), iter: 5000, print: p => p.Describe());

    [Test]
    public void Lines_of_octets_read_back_as_the_same() => Patterns.Template.Sample(
        template =>
        {
            var found = new List<Diagnostic>();
            var again = OctetTemplateParser.ParseBlock(TemplateText.Lines(template), default, found);
            return found.Count == 0 && Joined(again) == Joined(template);
        },
        iter: 5000,
        print: t => string.Join('\n', TemplateText.Lines(t)));

    [TestCase("accept 400 or 501, then close", "400, 501 then close")]
    [TestCase("accept 400, or the control's status, with no content", "400, the control's status with no content")]
    [TestCase("tolerate  4xx,5xx   then   kept", "4xx, 5xx then kept")]
    [TestCase("never any response any final response", "any response any final response")]
    [TestCase("accept 200 with field X-A: \"b\\\"\\x00\" and reason \"\"", "200 with field X-A: \"b\\\"\\0\" and reason \"\"")]
    [TestCase("accept 101", "101")]
    [TestCase("accept 3 times 200 with no content then canary answered", "200 with no content then 200 with no content then 200 with no content then canary answered")]
    public void Other_spellings_are_told_in_one_way(string line, string words) =>
        Assert.That(ExpectationParser.ParseLine(line, default, _ => null).Pattern.Describe(), Is.EqualTo(words));

    private static Pattern Read(string verb, Pattern pattern) => ExpectationParser.ParseLine($"{verb} {pattern.Describe()}", default, _ => null).Pattern;

    // Where one literal ends and the next begins says nothing.
    private static string Joined(OctetTemplate template) => Shape.Of(template);
}

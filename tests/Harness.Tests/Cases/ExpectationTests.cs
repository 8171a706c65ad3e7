using Conform.Cases;

namespace Conform.Harness.Tests.Cases;

public sealed class ExpectationTests
{
    private static readonly Requirement _known = new("known-one", "RFC 1", "2", RequirementLevel.Must, "Text.");

    [Test]
    public void A_line_keeps_its_words_and_its_requirement()
    {
        var line = ExpectationParser.ParseLine("never     canary answered   [known-one]", new SourceLocation("f.md", 7), Find);
        Assert.That(line.Verb, Is.EqualTo(ExpectationVerb.Never));
        Assert.That(line.Pattern, Is.TypeOf<CanaryAnswered>());
        Assert.That(line.Text, Is.EqualTo("canary answered"));
        Assert.That(line.Requirement, Is.SameAs(_known));
        Assert.That(line.Location.Line, Is.EqualTo(7));
    }

    [Test]
    public void Any_final_response_is_one_range() =>
        Assert.That(
            Shape.Of(ExpectationParser.ParseLine("accept any final response", default, Find).Pattern),
            Is.EqualTo(Shape.Of(new ConversationPattern([new ResponseElement(new ResponsePattern(new StatusSet([new StatusRange(200, 599)]), []))], Fate.Any))));

    [Test]
    public void Lines_that_a_mutator_allows_are_read_one_by_one()
    {
        var lines = ExpectationParser.ParseAllowed("accept 400 then close\n\n# why\ntolerate 4xx [known-one]\n", default, Find);
        Assert.That(lines.Select(l => l.Pattern.Describe()), Is.EqualTo(new[] { "400 then close", "4xx" }));
        Assert.That(lines[1].Requirement, Is.SameAs(_known));
    }

    [TestCase("acept 400", "acept is no verb", "did you mean accept?")]
    [TestCase("accept", "a status is missing before the end of the line", null)]
    [TestCase("accept 100", "100 is no status of a final response", "with interim 100 asks for an interim one")]
    [TestCase("accept 600", "600 is no status of a final response", null)]
    [TestCase("accept 1xx", "1xx is no class of final responses", null)]
    [TestCase("accept 400 than close", "than is not understood here", "did you mean then?")]
    [TestCase("accept 400 then closed", "closed is no status", "did you mean close?")]
    [TestCase("accept the baselines status then close", "the baselines status is no status", "did you mean the baseline's status?")]
    [TestCase("tolerate any final responses with no content", "any final responses is no status", "did you mean any final response?")]
    [TestCase("accept silense", "silense is no status", "did you mean silence?")]
    [TestCase("accept 400 with contents \"a\"", "there is no clause contents", "did you mean content?")]
    [TestCase("accept 400 with content a", "content is followed by a text in double quotes, not by a", null)]
    [TestCase("accept 400 with content \"a", "a text without its closing quote", null)]
    [TestCase("accept 400 with content \"\\q\"", "unknown escape \\q", null)]
    [TestCase("accept 400 with content \"${tokn}\"", "unknown placeholder ${tokn}", "did you mean token?")]
    [TestCase("accept 400 with field X \"a\"", "field X and a value need a colon between them", null)]
    [TestCase("accept 400 with option close", "option close must say in which field", null)]
    [TestCase("accept 400 with framing chunky", "there is no framing chunky", "did you mean chunked?")]
    [TestCase("accept 400 with interim 101", "101 is no interim status", null)]
    [TestCase("accept 400 with version 1.1", "1.1 is no version", null)]
    [TestCase("accept 400 with reason \"${token}\"", "a reason takes no placeholders", null)]
    [TestCase("check 400", "400 begins nothing that can be checked", null)]
    [TestCase("tolerate what the mutation allows", "only accept can leave it to the mutation", null)]
    [TestCase("accept 1 times 200", "1 is no number of times", "2 to 1000")]
    [TestCase("accept 400 [nobody]", "there is no requirement nobody", null)]
    [TestCase("accept 400 [known-one] then close", "then stands behind the requirement", null)]
    [TestCase("accept 400 [known-one", "[ without its ]", null)]
    public void What_cannot_be_read_is_named(string line, string message, string? hint)
    {
        var problem = Assert.Catch<FormatException>(() => ExpectationParser.ParseLine(line, default, Find))!;
        Assert.That(problem.Message, Is.EqualTo(message));
        if (hint is not null) Assert.That(((Conform.Cases.Parsing.LanguageException)problem).Hint, Is.EqualTo(hint));
    }

    private static Requirement? Find(string id) => id == _known.Id ? _known : null;
}

using Conform.Cases;

namespace Conform.Harness.Tests.Cases;

/// <summary>What is said of a fact or a range that is written wrongly.</summary>
public sealed class PlainClauseLanguageTests
{
    [TestCase("check with fields ETag, Vary", "fields are compared with something")]
    [TestCase("check with fields ETag as in the answer", "fields are compared with something")]
    [TestCase("check with the range \"5\"", "\"5\" is not a range")]
    [TestCase("check with the range \"0-4, 5-9\"", "\"0-4, 5-9\" is not a range")]
    [TestCase("check with the ranges \"0-4,5-9\"", "\"0-4,5-9\" is not several ranges")]
    [TestCase("check with the range 0-4", "the range is followed by a text in double quotes")]
    [TestCase("check with field A: \"${last-modified later}\"", "there is no form of dates later")]
    [TestCase("check with field A: \"${last-modified 60}\"", "there is no form of dates 60")]
    [TestCase("check with field A: \"${last-modified +1 iso utc}\"", "${last-modified} takes a number of seconds and a form")]
    [TestCase("check with field A: \"${etag 1}\"", "${etag} takes nothing but a name")]
    [TestCase("check with field A: \"${static-length+}\"", "unknown placeholder ${static-length+}")]
    public void A_mistake_is_named(string line, string message) =>
        Assert.That(() => ExpectationParser.ParseLine(line, default, _ => null), Throws.InstanceOf<FormatException>().With.Message.Contains(message));
}

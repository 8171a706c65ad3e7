using System.IO.Compression;
using System.Text;
using Conform.Cases;
using Conform.Judging;

namespace Conform.Harness.Tests.Judging;

/// <summary>Clauses about content codings, and those that compare with an earlier answer.</summary>
public sealed class AnswerClauseTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\n";
    private static readonly string Zipped = Coded();

    [TestCase("with some content", "Content-Length: 2\r\n\r\nok", "")]
    [TestCase("with some content", "Content-Length: 0\r\n\r\n", "no content")]
    [TestCase("with uncoded", "Content-Length: 2\r\n\r\nok", "")]
    [TestCase("with uncoded", "Content-Encoding: identity\r\nContent-Length: 2\r\n\r\nok", "")]
    [TestCase("with uncoded", "Content-Encoding: gzip\r\nZ", "its content coding is gzip")]
    [TestCase("with uncoded", "Z", "its content is gzip, and no Content-Encoding says so")]
    [TestCase("with coded gzip", "Content-Encoding: gzip\r\nZ", "")]
    [TestCase("with coded gzip", "Content-Encoding: X-Gzip\r\nZ", "")]
    [TestCase("with coded gzip", "Content-Encoding: br\r\nZ", "its content coding is br, not gzip")]
    [TestCase("with coded gzip", "Z", "its content coding is none, not gzip")]
    [TestCase("with coded gzip", "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\nok", "its content is not in the coding gzip")]
    [TestCase("with coded as it says", "Content-Encoding: gzip\r\nZ", "")]
    [TestCase("with coded as it says", "Content-Length: 2\r\n\r\nok", "")]
    [TestCase("with coded as it says", "Z", "its content is gzip, and no Content-Encoding says so")]
    [TestCase("with coded as it says", "Content-Encoding: gzip, gzip\r\nZ", "its content is not in the coding gzip, gzip")]
    [TestCase("with coded as it says", "Content-Encoding: zstd\r\nContent-Length: 2\r\n\r\nok", "the content coding zstd is not known here")]
    public void A_coding_is_what_it_is_called(string check, string rest, string why)
    {
        var verdict = Trial.Of("accept any final response", "check " + check).Judge(Talk.Asked().Received(Ok + Filled(rest)).Fin().Expect());
        Assert.That(string.Join("; ", verdict.Notes), Is.EqualTo(why));
    }

    [TestCase("the content of answer 1", "Content-Length: 5\r\n\r\nhello", "Content-Encoding: gzip\r\nZ", "")]
    [TestCase("the content of answer 1", "Content-Length: 5\r\n\r\nhullo", "Content-Encoding: gzip\r\nZ", "its content is not that of answer 1")]
    [TestCase("the content of answer 1", "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\nok", "Content-Length: 5\r\n\r\nhello", "answer 1: its content is not in the coding gzip")]
    [TestCase("the content of answer 3", "Content-Length: 0\r\n\r\n", "Content-Length: 0\r\n\r\n", "there is no answer 3")]
    [TestCase("the field Vary of answer 1", "Vary: A\r\nContent-Length: 0\r\n\r\n", "vary: A\r\nContent-Length: 0\r\n\r\n", "")]
    [TestCase("the field Vary of answer 1", "Vary: A\r\nContent-Length: 0\r\n\r\n", "Content-Length: 0\r\n\r\n", "no field Vary")]
    [TestCase("the field Vary of answer 1", "Content-Length: 0\r\n\r\n", "Vary: A\r\nContent-Length: 0\r\n\r\n", "Vary is \"A\", not \"\"")]
    [TestCase("the validators of answer 1", "Content-Length: 0\r\n\r\n", "ETag: \"b\"\r\nContent-Length: 0\r\n\r\n", "")]
    [TestCase("the validators of answer 1", "ETag: \"a\"\r\nContent-Length: 0\r\n\r\n", "ETag: \"a\"\r\nLast-Modified: x\r\nContent-Length: 0\r\n\r\n", "")]
    [TestCase("the validators of answer 1", "ETag: \"a\"\r\nContent-Length: 0\r\n\r\n", "ETag: \"b\"\r\nContent-Length: 0\r\n\r\n", "ETag is \"\\\"b\\\"\", not \"\\\"a\\\"\"")]
    [TestCase("the validators of answer 1", "Last-Modified: x\r\nContent-Length: 0\r\n\r\n", "Content-Length: 0\r\n\r\n", "no field Last-Modified")]
    [TestCase("the length of answer 1", "Content-Length: 5\r\n\r\nhello", "Content-Length: 0005\r\n\r\nworld", "")]
    [TestCase("the length of answer 1", "Content-Length: 5\r\n\r\nhello", "Content-Length: 5\r\n\r\nworld", "")]
    [TestCase("the length of answer 1", "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "Content-Length: 4\r\n\r\nover", "it states 4 octets, and answer 1 has 5")]
    [TestCase("another tag than that of answer 1", "ETag: \"a\"\r\nContent-Length: 0\r\n\r\n", "ETag: \"b\"\r\nContent-Length: 0\r\n\r\n", "")]
    [TestCase("another tag than that of answer 1", "ETag: W/\"a\"\r\nContent-Length: 0\r\n\r\n", "ETag: W/\"a\"\r\nContent-Length: 0\r\n\r\n", "")]
    [TestCase("another tag than that of answer 1", "Content-Length: 0\r\n\r\n", "Content-Length: 0\r\n\r\n", "")]
    [TestCase("another tag than that of answer 1", "ETag: \"a\"\r\nContent-Length: 0\r\n\r\n", "ETag: \"a\"\r\nContent-Length: 0\r\n\r\n", "it has the tag \"a\" of answer 1")]
    public void An_answer_is_compared_with_an_earlier_one(string clause, string first, string second, string why)
    {
        foreach (var apart in (bool[])[false, true])
        {
            var verdict = Compared(clause, apart).Judge(apart
                ? Talk.Asked().Received(Ok + Filled(first)).Expect().Sentinel(Talk.Ok).Fin().NextConnection().Sent(Talk.Get).Received(Ok + Filled(second)).Fin().Expect(4)
                : Talk.Asked().Received(Ok + Filled(first)).Expect().Sent(Talk.Get).Received(Ok + Filled(second)).Fin().Expect(3));
            Assert.That(verdict.Outcome, Is.EqualTo(why.Length == 0 ? Outcome.Pass : Outcome.Fail), apart ? "on another connection" : "on the same");
            Assert.That(string.Join("; ", verdict.Notes), Does.EndWith(why));
        }
    }

    [TestCase("check with the content", "it is not said what to compare with")]
    [TestCase("check with the field ETag", "it is not said what to compare with")]
    [TestCase("check with the content of answer 0", "0 is no number of an answer")]
    [TestCase("check with the length of answer first", "first is no number of an answer")]
    [TestCase("check with coded", "a coding is missing")]
    public void A_mistake_is_named(string line, string message) =>
        Assert.That(() => ExpectationParser.ParseLine(line, default, _ => null), Throws.InstanceOf<FormatException>().With.Message.Contains(message));

    private static Trial Compared(string clause, bool apart)
    {
        Step[] between = apart ? [new ReconnectStep(default)] : [];
        return new Trial { Steps = [Trial.Send, Trial.Expect("accept 200"), .. between, Trial.Send, Trial.Expect("accept 200 with " + clause)] };
    }

    private static string Filled(string rest) => rest.Replace("Z", $"Content-Length: {Zipped.Length}\r\n\r\n{Zipped}", StringComparison.Ordinal);

    private static string Coded()
    {
        using var coded = new MemoryStream();
        using (var coder = new GZipStream(coded, CompressionLevel.NoCompression, leaveOpen: true)) coder.Write("hello"u8);
        return Encoding.Latin1.GetString(coded.ToArray());
    }
}

using Conform.Judging;
using Conform.Reporting.Records;
using CsCheck;

namespace Conform.Harness.Tests.Reporting;

[TestFixture]
public sealed class RecordTests
{
    private static readonly RunEnd End = new(new Dictionary<Outcome, int> { [Outcome.Pass] = 3, [Outcome.NotObservable] = 1 }, 2, 1);

    private static readonly RunHeader Header = Generated.Headers.Single();

    [Test]
    public void A_result_comes_back_as_it_went() =>
        Generated.Results.Sample(result =>
        {
            var back = Read(RecordWriter.Line(Header), RecordWriter.Line(result), RecordWriter.Line(End)).Results[0];
            return Deep.Dump(back) == Deep.Dump(result);
        });

    [Test]
    public void A_header_comes_back_as_it_went() =>
        Generated.Headers.Sample(header => Deep.Dump(Read(RecordWriter.Line(header)).Header) == Deep.Dump(header));

    [Test]
    public void A_footer_comes_back_as_it_went()
    {
        var run = Read(RecordWriter.Line(Header), RecordWriter.Line(End));
        Assert.That(Deep.Dump(run.End), Is.EqualTo(Deep.Dump(End)));
        Assert.That(run.Broken, Is.Null);
    }

    [Test]
    public void A_record_is_one_line_for_every_kind_of_reader() =>
        Generated.Results.Sample(result => !RecordWriter.Line(result).Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'));

    [Test]
    public void Without_a_footer_it_is_a_broken_run()
    {
        var run = Read(RecordWriter.Line(Header), RecordWriter.Line(Generated.Results.Single()));
        Assert.That(run.Results, Has.Count.EqualTo(1));
        Assert.That(run.Broken, Is.EqualTo("a broken run: there is no end record (1 results were read)"));
    }

    [Test]
    public void A_last_line_cut_anywhere_is_told_and_the_rest_is_kept()
    {
        var line = RecordWriter.Line(Generated.Results.Single());
        foreach (var length in new[] { 1, line.Length / 2, line.Length - 1 })
        {
            var run = Read(RecordWriter.Line(Header), line, line[..length]);
            Assert.That(run.LastLineIsCut, Is.True, $"cut at {length}");
            Assert.That(run.Results, Has.Count.EqualTo(1));
            Assert.That(run.Broken, Does.Contain("cut off"));
        }
    }

    [TestCase("", "line 1: there is no record at all")]
    [TestCase("banana", "line 1: not a JSON record")]
    [TestCase("{\"record\":\"end\"}", "line 1: the first record is not \"run\"")]
    [TestCase("{\"record\":\"run\",\"format\":2}", "line 1: the record lacks something or holds what it may not: format 2 is unknown, this program reads format 1")]
    [TestCase("HEAD\nbanana\nEND", "line 2: not a JSON record")]
    [TestCase("HEAD\n{\"record\":\"pear\"}", "line 2: unknown record \"pear\"")]
    [TestCase("HEAD\nHEAD", "line 2: a second \"run\" record")]
    [TestCase("HEAD\n[]", "line 2: unknown record \"\"")]
    [TestCase("HEAD\n{\"record\":\"result\"}", "line 2: the record lacks something")]
    [TestCase("HEAD\nEND\nEND", "line 3: something stands behind the end record")]
    [TestCase("HEAD\nEND\n{\"record", "line 3: not a JSON record")]
    public void What_is_no_recording_is_told_with_its_line(string text, string message)
    {
        text = text.Replace("HEAD", RecordWriter.Line(Header)).Replace("END", RecordWriter.Line(End));
        var error = Assert.Throws<RecordException>(() => RecordReader.Read(new StringReader(text)));
        Assert.That(error!.Message, Does.StartWith(message));
    }

    private static Recording Read(params string[] lines) => RecordReader.Read(new StringReader(string.Join('\n', lines)));
}

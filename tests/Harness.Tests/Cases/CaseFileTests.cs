using Conform.Cases;

namespace Conform.Harness.Tests.Cases;

public sealed class CaseFileTests
{
    [Test]
    public void A_case_is_read_whole()
    {
        var text = Samples.Case("- repeat: 4\n- waits\n- requires: stream\n- needs: one\n\n- half-close\n", "POST ${echo} HTTP/1.1\n\n${canary}\\\n", "# why\naccept 200 with understood as sent then close\nnever canary answered [another-rule]\n", "\n- pause: 1.5 s\n- await\n- abort\n- reconnect\n")
            .Replace("- needs: one\n", string.Empty, StringComparison.Ordinal);
        var catalogue = Samples.Load(text);
        Assert.That(catalogue.Diagnostics, Is.Empty);
        var read = catalogue.Cases.Single();
        Assert.Multiple(() =>
        {
            Assert.That(read.Id, Is.EqualTo("a/b/one"));
            Assert.That(read.Summary, Is.EqualTo("Why."));
            Assert.That(read.Location, Is.EqualTo(new SourceLocation("suites/a/b.md", 3)));
            Assert.That((read.Repeat, read.IsDrawn, read.Waits, read.HasCanary), Is.EqualTo((4, true, true, true)));
            Assert.That(read.Requires, Is.EqualTo(Capabilities.Echo | Capabilities.Stream | Capabilities.Report));
            Assert.That(read.Steps.Select(s => s.GetType()), Is.EqualTo(new[] { typeof(HalfCloseStep), typeof(SendStep), typeof(PauseStep), typeof(AwaitStep), typeof(AbortStep), typeof(ReconnectStep), typeof(ExpectStep) }));
            Assert.That(read.Steps.OfType<PauseStep>().Single().Duration, Is.EqualTo(TimeSpan.FromSeconds(1.5)));
            Assert.That(((ExpectStep)read.Steps[^1]).Expectations[1].Requirement!.Id, Is.EqualTo("another-rule"));
        });
    }

    [TestCase("${report}", Capabilities.Report)]
    [TestCase("${static}", Capabilities.Static)]
    [TestCase("${stream}", Capabilities.Stream)]
    [TestCase("${request echo}", Capabilities.Echo)]
    [TestCase("${request report chunked}", Capabilities.Report)]
    [TestCase("${request} ${resource} ${path} ${host}", Capabilities.None)]
    public void Placeholders_say_what_the_target_must_have(string send, Capabilities requires) =>
        Assert.That(Samples.Load(Samples.Case(send: send + "\n")).Cases.Single().Requires, Is.EqualTo(requires));

    [Test]
    public void Line_ends_of_another_system_change_nothing()
    {
        var text = Samples.Case("- waits\n");
        var other = Samples.Load(text.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.That(other.Diagnostics, Is.Empty);
        Assert.That(Shape.Of(other.Cases), Is.EqualTo(Shape.Of(Samples.Load(text).Cases)));
    }

    [Test]
    public void Prose_is_kept_to_its_last_line() =>
        Assert.That(Samples.Load(Samples.Case().Replace("Why.", "Why.\nB", StringComparison.Ordinal)).Cases.Single().Summary, Is.EqualTo("Why.\nB"));

    [Test]
    public void A_longer_fence_holds_a_fence() =>
        Assert.That(
            TemplateText.Lines(((SendStep)Samples.Load(Samples.Case(send: "```\n").Replace("```send\n```\n```", "````send\n```\n````", StringComparison.Ordinal)).Cases.Single().Steps[0]).Template),
            Is.EqualTo(new[] { "```" }));

    [Test]
    public void Blocks_know_their_fences()
    {
        var steps = Samples.Load(Samples.Case()).Cases.Single().Steps;
        Assert.That(steps.Select(s => s.Location.Line), Is.EqualTo(new[] { 9, 14 }));
        Assert.That(((ExpectStep)steps[1]).Expectations.Single().Location.Line, Is.EqualTo(15));
    }

    [Test]
    public void Connections_that_are_open_together_have_names()
    {
        var read = Samples.Load(Samples.Case("- connection: a\n", more: "\n- connection: b\n- await-close: 2 s\n- connection: a\n")).Cases.Single();
        Assert.Multiple(() =>
        {
            Assert.That(read.Width, Is.EqualTo(2));
            Assert.That(read.Steps.OfType<ConnectionStep>().Select(s => s.Name), Is.EqualTo(new[] { "a", "b", "a" }));
            Assert.That(CaseText.Lines(read), Has.Member("connection: b").And.Member("await-close 2000 ms"));
        });
    }

    [Test]
    public void A_block_can_count_many_times()
    {
        var read = Samples.Load(Samples.Case().Replace("```send", "```send 49 times", StringComparison.Ordinal)).Cases.Single();
        Assert.That(((SendStep)read.Steps[0]).Times, Is.EqualTo(49));
        Assert.That(CaseText.Lines(read), Has.Member("send 49 times"));
    }

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return Of("item", Samples.Case("- wait\n"), 9, "unknown word wait", "did you mean waits?");
        yield return Of("value", Samples.Case("- repeat\n"), 9, "repeat needs a value", "such as - repeat: 40");
        yield return Of("no value", Samples.Case("- waits: yes\n"), 9, "waits takes no value", null);
        yield return Of("number", Samples.Case("- repeat: 0\n"), 9, "0 is no number of draws", "1 to 10000");
        yield return Of("pause", Samples.Case("- pause: 11 s\n"), 9, "11 s is no pause", null);
        yield return Of("capability", Samples.Case("- requires: ecco\n"), 9, "there is no capability ecco", "did you mean echo?");
        yield return Of("two requirements", Samples.Case("- requirement: a-rule\n"), 9, "a second requirement", null);
        yield return Of("requirement", Samples.Case().Replace("a-rule", "a-rul", StringComparison.Ordinal), 7, "there is no requirement a-rul", "did you mean a-rule?");
        yield return Of("no requirement", Samples.Case().Replace("- requirement: a-rule\n", "- waits\n", StringComparison.Ordinal), 3, "the case names no requirement", null);
        yield return Of("no summary", Samples.Case().Replace("Why.\n", "\n", StringComparison.Ordinal), 3, "the case has no summary", null);
        yield return Of("line requirement", Samples.Case(expect: "accept 200 [a-rulle]\n"), 15, "there is no requirement a-rulle", "did you mean a-rule?");
        yield return Of("needs", Samples.Case("- needs: none\n"), 9, "there is no case a/b/none to need", "did you mean a/b/one?");
        yield return Of("needs itself", Samples.Case("- needs: one\n"), 9, "a case cannot need itself", null);
        yield return Of("item too late", Samples.Case(more: "\n- waits\n"), 14, "waits describes the case as a whole", null);
        yield return Of("two lines", Samples.Case("- waits\nmore\n"), 10, "a list item is one line", null);
        yield return Of("other bullet", Samples.Case("* waits\n"), 9, "not a list item as cases have them", null);
        yield return Of("prose too late", Samples.Case(more: "\nMore.\n"), 14, "prose stands before the first block", null);
        yield return Of("quotation", Samples.Case("> x\n"), 9, "a quotation does not belong in a case file", null);
        yield return Of("HTML", Samples.Case(more: "\n<p>\n"), 14, "HTML does not belong in a case file", null);
        yield return Of("block", Samples.Case().Replace("```expect", "```expects", StringComparison.Ordinal), 14, "there is no expects block", "did you mean expect?");
        yield return Of("open block", Samples.Case()[..^4], 14, "the block is never closed", null);
        yield return Of("nothing expected", Samples.Case()[..^27], 3, "the case has no expect block", null);
        yield return Of("only checks", Samples.Case(expect: "check with field Date\n"), 14, "the expect block accepts nothing", null);
        yield return Of("refusals", Samples.Case(expect: "accept 400 then close\ntolerate close without an answer\n"), 3, "the case accepts only refusals and has no control block", null);
        yield return Of("silence", Samples.Case(expect: "accept silence\naccept 408\n"), 15, "silence takes the whole deadline", "mark the case with - waits");
        yield return Of("canary", Samples.Case(expect: "accept 200 then canary answered\n"), 15, "no canary is sent", null);
        yield return Of("turns", Samples.Case("- repeat: 2\n", "GET ${each a b c} HTTP/1.1\n"), 12, "2 draws do not come to all of ${each}", "- repeat: 3");
        yield return Of("mutate", Samples.Case("- repeat: 2\n- mutate: x\n"), 10, "mutate has nothing to bend", null);
        yield return Of("no mutate", Samples.Case(expect: "accept what the mutation allows\n"), 15, "nothing is mutated", null);
        yield return Of("no app", Samples.Case(send: "GET ${app} HTTP/1.1\n\n"), 10, "${app} needs an app block", null);
        yield return Of("app unused", Samples.Case(more: "\n```app\nstart 200 OK\n```\n"), 15, "nothing runs the app block", null);
        yield return Of("generate what", Samples.Case("- generate: cases\n"), 9, "cases is nothing that is drawn", "such as - generate: program, or - generate: program with write");
        yield return Of("generate part", Samples.Case("- generate: program with writes\n"), 9, "writes is no part of a drawn program", "did you mean write?");
        yield return Of("generate twice", Samples.Case("- generate: program\n- generate: program\n"), 10, "a second generate", null);
        yield return Of("generate once", Samples.Case("- generate: program\n", "GET ${app} HTTP/1.1\n\n"), 9, "generate needs repeat", "add - repeat: N");
        yield return Of("generate unused", Samples.Case("- generate: program\n- repeat: 2\n"), 9, "nothing runs the program", "send the request to ${app}");
        yield return Of(
            "generate and app", Samples.Case("- generate: program\n- repeat: 2\n", "GET ${app} HTTP/1.1\n\n", more: "\n```app\nstart 200 OK\n```\n"), 18,
            "the program is drawn, and an app block says another", "leave out one of the two");
        yield return Of("no program", Samples.Case(expect: "accept what the program gives\n"), 15, "no program is drawn", "add - generate: program");
        yield return Of("no steps", Samples.Case(expect: "accept 200\ncheck witness told every step of the program\n"), 16, "no program is drawn", "add - generate: program");
        yield return Of("two controls", Samples.Case(more: "\n```control\nx\n```\n\n```control\nx\n```\n"), 18, "a second control block", null);
        yield return Of("sent last", Samples.Case() + "\n```send\nx\n```\n", 18, "nothing is expected of what is sent last", null);
        yield return Of("connection name", Samples.Case("- connection: B\n"), 9, "B names no connection", "lower-case letters, digits and hyphens");
        yield return Of("first connection", Samples.Case(more: "\n- connection: b\n"), 14, "the first connection has no name", "begin with - connection: and another name than b");
        yield return Of("one connection", Samples.Case("- connection: a\n"), 9, "there is no other connection", null);
        yield return Of("reconnect", Samples.Case("- connection: a\n- connection: b\n- reconnect\n"), 11, "reconnect leaves open which connection is meant", null);
        yield return Of("times", Samples.Case().Replace("```send", "```send 1 times", StringComparison.Ordinal), 9, "1 is no number of times", "2 to 1000");
        yield return Of("await-close", Samples.Case("- await-close: 1 m\n"), 9, "1 m is no pause", null);
        yield return Of("tab", Samples.Case(send: "GET / HTTP/1.1\nA:\tb\n\n"), 11, "a tab", null);
        yield return Of("tab in expect", Samples.Case(expect: "accept\t200\n"), 15, "a tab, or a character that is not ASCII", null);
        yield return Of("heading", Samples.Case().Replace("## one", "## One case", StringComparison.Ordinal), 3, "One case names no case", "lower-case letters, digits and hyphens, such as one-case");
        yield return Of("level", Samples.Case("### deeper\n"), 9, "a level-3 heading", null);
        yield return Of("no title", "## one" + Samples.Case()[15..], 1, "the file has no title", null);
        yield return Of("no case", "# Title\n\nProse.\n", 1, "there is no case in this file", null);
        yield return Of("lone CR", Samples.Case().Replace("Why.", "Why\r.", StringComparison.Ordinal), 5, "a lone CR or a NUL in the file", null);
        yield return Of("twice", Samples.Case() + Samples.Case()[9..], 17, "the case a/b/one is there twice", "the first stands at suites/a/b.md:3");
    }

    private static TestCaseData Of(string name, string text, int line, string message, string? hint) =>
        new TestCaseData(text, line, message, hint).SetArgDisplayNames(name);

    [TestCaseSource(nameof(Broken))]
    public void What_is_wrong_is_told_with_its_line(string text, int line, string message, string? hint)
    {
        var problems = Samples.Load(text).Diagnostics;
        Assert.That(problems.Select(p => (p.Location.Line, p.Message)), Has.Member((line, message)));
        Assert.That(problems[0].Message, Is.EqualTo(message), string.Join('\n', problems));
        if (hint is not null) Assert.That(problems[0].Hint, Is.EqualTo(hint));
    }
}

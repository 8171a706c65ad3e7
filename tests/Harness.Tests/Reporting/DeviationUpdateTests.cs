using Conform.Cases;
using Conform.Judging;
using Conform.Reporting;

namespace Conform.Harness.Tests.Reporting;

public sealed class DeviationUpdateTests
{
    private const string Old = "# mine: a first line.\n# a second\n\na/b/gone  fail  It went away.\na/b/kept  fail  A reason of mine.\n# a remark\na/b/not-run  fail  Not run.\n";

    [Test]
    public void What_is_new_is_listed_what_is_gone_is_not_and_reasons_are_kept()
    {
        var text = Apply(
            Old, Result("a/b/gone", "whole", Outcome.Pass), Result("a/b/kept", "whole", Outcome.Fail), Result("a/c/new", "whole", Outcome.Fail), Result("a/c/new", "octets", Outcome.Fail),
            Result("a/c/once", "whole", Outcome.Pass), Result("a/c/once", "octets", Outcome.Fail));
        Assert.That(text, Is.EqualTo(
            "# mine: a first line.\n# a second\n\na/b/kept     fail  A reason of mine.\na/b/not-run  fail  Not run.\n\n"
            + "a/c/new          fail  RFC 9112 §3.2: 200 then kept; expected 400\na/c/once@octets  fail  RFC 9112 §3.2: 200 then kept; expected 400\n"));
    }

    [Test]
    public void What_was_written_reads_back_and_knows_the_run()
    {
        Result[] run = [Result("a/c/new", "whole", Outcome.Fail), Result("a/c/odd", "whole", Outcome.Inconclusive)];
        var list = DeviationList.Parse(Apply(string.Empty, run), "d");
        Assert.That(Assessment.Of(run, list, Weight.Violation).Unexpected, Is.Zero);
    }

    [Test]
    public void Draws_that_fail_alike_share_a_line()
    {
        Result[] run = [.. new[] { 0, 1, 2, 4, 10 }.Select(i => Result($"a/c/drawn[{i}]", "whole", Outcome.Fail)), Result("a/c/drawn[3]", "whole", Outcome.Pass)];
        var text = Apply(string.Empty, run);
        Assert.That(text, Does.EndWith("\na/c/drawn[0-2,4,10]  fail  RFC 9112 §3.2: 200 then kept; expected 400\n"));
        var list = DeviationList.Parse(text, "d");
        Assert.That(Assessment.Of(run, list, Weight.Violation).Unexpected, Is.Zero);
        var better = Assessment.Of([.. run.Select(r => r.Case == "a/c/drawn[1]" ? Result(r.Case, r.Delivery, Outcome.Pass) : r)], list, Weight.Violation);
        Assert.That(better.Stale.Select(s => s.Subject), Is.EqualTo(new[] { "a/c/drawn[1]" }));
    }

    [TestCase("a/b/c[3-1]")]
    [TestCase("a/b/c[x]")]
    [TestCase("a/b/c[]")]
    public void What_is_no_set_of_draws_is_told(string word) =>
        Assert.That(() => DeviationList.Parse($"{word}  fail  Why.\n", "d"), Throws.TypeOf<DeviationException>().With.Message.StartsWith("d:1: "));

    private static string Apply(string old, params Result[] results)
    {
        var list = DeviationList.Parse(old, "d");
        return DeviationUpdate.Apply(old, Assessment.Of(results, list, Weight.Violation), list, "mine");
    }

    private static Result Result(string id, string delivery, Outcome outcome) => new()
    {
        Case = id,
        Delivery = delivery,
        Requirement = new Requirement("r", "RFC 9112", "3.2", RequirementLevel.Must, "It does."),
        Summary = "Why.",
        Location = new SourceLocation("f.md", 1),
        Verdict = new Verdict(outcome, "400", "200 then kept"),
    };
}

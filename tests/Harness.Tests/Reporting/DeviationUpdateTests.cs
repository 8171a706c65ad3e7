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

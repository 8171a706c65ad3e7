using Conform.Cases;
using Conform.Harness.Tests.Running;
using Conform.Judging;
using Conform.Judging.Lint;
using Conform.Observations;

namespace Conform.Harness.Tests.Judging.Lint;

/// <summary>What the lint leaves to the case.</summary>
public sealed class LintCollectorTests
{
    [TestCase("accept 200 with its content cut short then close", Outcome.Pass, Outcome.Pass)]
    [TestCase("tolerate 200 with its content cut short then close", Outcome.Lenient, Outcome.Pass)]
    [TestCase("accept 200 with its content cut short then close\ncheck with field X-None", Outcome.Fail, Outcome.Pass)]
    [TestCase("accept 200\nnever any response 200 with its content cut short", Outcome.Fail, Outcome.Fail)]
    [TestCase("accept 200", Outcome.Fail, Outcome.Fail)]
    public void A_cut_that_the_case_allows_is_none_of_its_findings_whatever_else_fails(string expect, Outcome of, Outcome found)
    {
        var one = Told.Case("a", expect);
        var lint = new LintCollector(id => new Requirement(id, "RFC 0", "1", RequirementLevel.Must, "It does."), _ => one);
        lint.Add(new Result
        {
            Case = "a", Delivery = "whole", Requirement = Trial.Should, Summary = "It does.", Location = default,
            Verdict = new Verdict(of, string.Empty, string.Empty),
            Evidence = new Evidence { Drawn = Drawn.None, Subject = Talk.Asked().Received("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok").Fin() },
        });
        Assert.That(lint.Results().Single(r => r.Case == "lint/incomplete-content").Outcome, Is.EqualTo(found));
    }
}

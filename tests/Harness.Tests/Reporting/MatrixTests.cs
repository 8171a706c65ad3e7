using Conform.Judging;
using Conform.Reporting.Matrix;
using Conform.Reporting.Records;
using Conform.Reporting.Terminal;

namespace Conform.Harness.Tests.Reporting;

/// <summary>Cases by servers: counts, agreement, and what changed.</summary>
public sealed class MatrixTests
{
    private static readonly ServerMatrix Matrix = new(
    [
        Server("alpha", ("r/a", Outcome.Pass, "400 then close"), ("r/b", Outcome.Pass, "400 then close"), ("r/d[0]", Outcome.Fail, "200"), ("r/d[1]", Outcome.Fail, "200"), ("lint/date", Outcome.Pass, "")),
        Server("beta", ("r/a", Outcome.Pass, "501 then close"), ("r/b", Outcome.Fail, "200 then kept"), ("r/d[0]", Outcome.Pass, "400"), ("r/d[1]", Outcome.Pass, "400"), ("lint/date", Outcome.Pass, "")),
        Server("gamma", ("r/a", Outcome.NotObservable, ""), ("r/b", Outcome.Fail, "200 then kept"), ("r/c", Outcome.Pass, "200")),
    ]);

    [Test]
    public void Agreement_counts_what_both_decide()
    {
        Assert.That(Matrix.Agreement(0, 1), Is.EqualTo(new Agreement(5, 2, 1)));
        Assert.That(Matrix.Agreement(1, 2), Is.EqualTo(new Agreement(1, 1, 1)));
        Assert.That(Matrix.Agreement(0, 2).OutcomePercent, Is.Zero);
        Assert.That(new Agreement(0, 0, 0).OutcomePercent, Is.Null);
        Assert.That(new Agreement(1000, 999, 0).OutcomePercent, Is.EqualTo(99), "100 is all of them");
    }

    [Test]
    public void Rows_are_in_order_and_know_whether_servers_differ() =>
        Assert.That(
            Matrix.Rows.Select(r => $"{r.Case} {r.Differs} {r.BehavesDifferently}"),
            Is.EqualTo(new[] { "r/a False True", "r/b True True", "r/c False False", "r/d[0] True True", "r/d[1] True True", "lint/date False False" }));

    [Test]
    public void What_was_written_is_read_again()
    {
        using var text = new StringWriter();
        MatrixJson.Write(Matrix, text);
        using var again = new StringWriter();
        MatrixJson.Write(MatrixJson.Read(text.ToString()), again);
        Assert.That(again.ToString(), Is.EqualTo(text.ToString()));
    }

    [TestCase("{}", "it is no matrix; conform matrix --format json:FILE writes one")]
    [TestCase("banana", "it is no matrix that can be read: ")]
    [TestCase("{\"record\":\"matrix\",\"format\":2}", "its format is 2, and this program reads 1")]
    [TestCase("{\"record\":\"matrix\",\"format\":1}", "it is no matrix that can be read: ")]
    public void What_is_no_matrix_is_told(string text, string message) =>
        Assert.That(() => MatrixJson.Read(text), Throws.TypeOf<FormatException>().With.Message.StartsWith(message));

    [Test]
    public void Changes_are_told_for_the_servers_that_both_have()
    {
        var later = new ServerMatrix(
        [
            Server("alpha", ("r/a", Outcome.Pass, "501 then close"), ("r/b", Outcome.Fail, "200 then kept"), ("r/d[0]", Outcome.Pass, "400"), ("r/new", Outcome.Pass, "")) with { Version = "2" },
            Server("delta", ("r/a", Outcome.Fail, "200")),
        ]);
        var changes = MatrixChanges.Of(Matrix, later);
        Assert.Multiple(() =>
        {
            Assert.That(changes.HasOutcomes);
            Assert.That(
                changes.Changes.Select(c => $"{c.Server} {c.Case} {c.IsWorse} {c.IsOfOutcome} {c.Told}"),
                Is.EqualTo(new[]
                {
                    "alpha r/a False False pass (400 then close) → pass (501 then close)", "alpha r/b True True pass (400 then close) → fail (200 then kept)",
                    "alpha r/d[0] False True fail (200) → pass (400)",
                }));
            Assert.That(changes.NewCases, Is.EqualTo(new[] { "r/new" }));
            Assert.That(changes.GoneCases, Is.EqualTo(new[] { "r/c", "r/d[1]", "lint/date" }));
            Assert.That(changes.Servers, Is.EqualTo(new[] { "delta is new", "beta is gone", "gamma is gone", "alpha: 1 → 2" }));
        });
        Assert.That(MatrixChanges.Of(Matrix, Matrix).Changes, Is.Empty);
    }

    [Test]
    public void The_terminal_shows_what_was_accepted()
    {
        using var text = new StringWriter();
        new MatrixText(Consoles.Create(text, noColor: true, plain: true)).Write(Matrix, MatrixChanges.Of(Matrix, Matrix), all: true);
        Verified.Check("matrix", text.ToString());
    }

    [Test]
    public void Markdown_is_what_was_accepted() => Verified.Check("matrix-markdown", MatrixMarkdown.Render(Matrix, null, all: false));

    private static ServerRun Server(string name, params (string Case, Outcome Outcome, string Observed)[] cells) => ServerRun.Of(
        new Recording(
            Sample.Header with { Target = new RunTarget(name, "http://127.0.0.1/", "a") { Version = "1" } },
            [.. cells.Select(c => Sample.Result(c.Case, c.Outcome) with { Verdict = new Verdict(c.Outcome, "400", c.Observed) })],
            new RunEnd(new Dictionary<Outcome, int>(), 0, 0)),
        name);
}

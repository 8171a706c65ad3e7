using Conform.Cases;
using Conform.Generation.Deliveries;
using Conform.Generation.Programs;
using Conform.Judging;
using Conform.Observations;
using Conform.Running;

namespace Conform.Harness.Tests.Running;

/// <summary>What becomes of a failed draw: conversations are made up, and judged by the program that was run in them.</summary>
public sealed class ShrinkingTests
{
    private static readonly Requirement Must = new("a-must", "PEP 3333", "1", RequirementLevel.Must, "It does.");

    private static readonly Case Subject = new()
    {
        Id = "made/by/hand", Summary = "Why.", Requirement = Must, Location = default, Steps = [], Requires = Capabilities.App, Generates = ["write", "close"], IsDrawn = true, Repeat = 40,
    };

    private readonly List<string> _names = [];

    [SetUp]
    public void Forget() => _names.Clear();

    private static WorkItem Item(int index, Delivery delivery) => new(new PlannedCase(ProgramDraw.Settle(Subject, 1, index), index), delivery);

    /// <summary>The first draw with two steps that write.</summary>
    private static int Failing => Enumerable.Range(0, 40).First(i => Fails(Item(i, Delivery.Whole).Planned.Case.Program!));

    private static bool Fails(AppProgram program) => program.Lines.Count(l => l.StartsWith("write ", StringComparison.Ordinal)) >= 2;

    private static Result Told(WorkItem item, Outcome outcome, Requirement? decisive = null, bool waits = false) => new()
    {
        Case = item.Planned.Id, Delivery = item.Delivery.ToString(), Requirement = Must, Summary = "Why.", Location = default,
        Verdict = new Verdict(outcome, string.Empty, string.Empty) { Decisive = decisive, RestsOnDeadline = waits },
        Evidence = new Evidence { Drawn = Drawn.None with { Program = item.Planned.Case.Program!.Lines }, Subject = new Transcript([]) },
    };

    private Task<Result> RunAsync(WorkItem item, string name)
    {
        _names.Add(name);
        return Task.FromResult(Told(item, Fails(item.Planned.Case.Program!) ? Outcome.Fail : Outcome.Pass));
    }

    [Test]
    public async Task A_failure_is_told_with_the_least_that_shows_it()
    {
        var item = Item(Failing, Delivery.Whole);
        var result = await new Shrinking(1).OfAsync(item, Told(item, Outcome.Fail), RunAsync);
        Assert.That(result.Evidence!.Drawn.Program, Is.EqualTo(new[] { "start 200 OK", "write a", "write b" }));
        Assert.That(result.Evidence.Drawn.ShrunkFrom, Is.EqualTo(item.Planned.Case.Program!.Lines));
        Assert.That(result.Evidence.Drawn.Runs, Is.EqualTo(_names.Count).And.LessThanOrEqualTo(40));
        Assert.That(_names, Is.Unique, "each conversation has a name, and so an id of its own");
    }

    [Test]
    public async Task What_passes_and_what_draws_no_program_is_left_alone()
    {
        var item = Item(Failing, Delivery.Whole);
        var passed = Told(item, Outcome.Pass);
        Assert.That(await new Shrinking(1).OfAsync(item, passed, RunAsync), Is.SameAs(passed));
        var fixedCase = item with { Planned = item.Planned with { Case = item.Planned.Case with { Generates = null } } };
        var failed = Told(item, Outcome.Fail);
        Assert.That(await new Shrinking(1).OfAsync(fixedCase, failed, RunAsync), Is.SameAs(failed));
        Assert.That(_names, Is.Empty);
    }

    [Test]
    public async Task Other_deliveries_run_what_was_found()
    {
        var shrinking = new Shrinking(1);
        var (whole, lines) = (Item(Failing, Delivery.Whole), Item(Failing, Delivery.Lines));
        await shrinking.OfAsync(whole, Told(whole, Outcome.Fail), RunAsync);
        var before = _names.Count;
        var result = await shrinking.OfAsync(lines, Told(lines, Outcome.Fail), RunAsync);
        Assert.That(_names, Has.Count.EqualTo(before + 1));
        Assert.That(result.Delivery, Is.EqualTo("lines"));
        Assert.That(result.Evidence!.Drawn.Program, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task What_fails_under_one_delivery_alone_is_shrunk_under_it()
    {
        var item = Item(Failing, Delivery.Octets);
        var result = await new Shrinking(1).OfAsync(item, Told(item, Outcome.Fail), (i, name) => i.Delivery == Delivery.Octets ? RunAsync(i, name) : Task.FromResult(Told(i, Outcome.Pass)));
        Assert.That(result.Delivery, Is.EqualTo("octets"));
        Assert.That(result.Evidence!.Drawn.Program, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Another_failure_is_not_the_same_failure()
    {
        var item = Item(Failing, Delivery.Whole);
        var result = await new Shrinking(1).OfAsync(item, Told(item, Outcome.Fail), (i, _) => Task.FromResult(Told(i, Outcome.Fail, Must)));
        Assert.That(result.Evidence!.Drawn.Program, Is.EqualTo(item.Planned.Case.Program!.Lines));
        Assert.That(result.Evidence.Drawn.ShrunkFrom, Is.EqualTo(result.Evidence.Drawn.Program), "nothing could be left out");
    }

    [Test]
    public async Task A_server_that_waits_is_asked_a_few_times_only_and_for_one_draw()
    {
        var shrinking = new Shrinking(1);
        var runs = 0;
        foreach (var index in (int[])[3, 4, 5])
        {
            var item = Item(index, Delivery.Whole);
            await shrinking.OfAsync(item, Told(item, Outcome.Fail, waits: true), (i, _) =>
            {
                runs++;
                return Task.FromResult(Told(i, Outcome.Pass, waits: true));
            });
        }

        Assert.That(runs, Is.EqualTo(12));
    }

    [Test]
    public async Task Where_the_target_is_gone_what_was_found_before_holds()
    {
        var item = Item(Failing, Delivery.Whole);
        var result = await new Shrinking(1).OfAsync(item, Told(item, Outcome.Fail), (i, name) =>
            _names.Count < 4 ? RunAsync(i, name) : throw new TargetGoneException("gone", new InvalidOperationException("gone")));
        Assert.That(result.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(result.Evidence!.Drawn.Runs, Is.EqualTo(5));
    }
}

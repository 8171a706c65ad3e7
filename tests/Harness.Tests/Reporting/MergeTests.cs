using Conform.Cases;
using Conform.Judging;
using Conform.Reporting;
using Conform.Reporting.Records;

namespace Conform.Harness.Tests.Reporting;

/// <summary>Shards are one run again, or it is said why not.</summary>
public sealed class MergeTests
{
    private static readonly RunMemory Memory = new(Weight.Violation, new TargetMemory(DeviationList.Parse("r/* fail why\nlint/date fail why", "d"), FlakyList.Empty));

    [Test]
    public void Shards_are_one_run_again()
    {
        var merged = RecordMerge.Of(
        [
            Shard(2, 2, Sample.Result("r/b", Outcome.Fail), Sample.Result("lint/date", Outcome.Fail, "-") with { Count = 3 }),
            Shard(1, 2, Sample.Result("r/c", Outcome.Pass), Sample.Result("r/a", Outcome.Pass), Sample.Result("lint/date", Outcome.Pass, "-")),
        ]);
        Assert.Multiple(() =>
        {
            Assert.That(merged.Results.Select(r => $"{r.Case} {r.Outcome} {r.Count}"), Is.EqualTo(new[] { "lint/date Fail 3", "r/a Pass 1", "r/b Fail 1", "r/c Pass 1" }));
            Assert.That(merged.Header.Shard, Is.Null);
            Assert.That(merged.Broken, Is.Null);
            Assert.That((merged.End!.Unexpected, merged.End.ExitCode, merged.End.Counts[Outcome.Fail]), Is.EqualTo((0, 0, 2)));
        });
    }

    [Test]
    public void A_shard_alone_makes_no_glob_and_no_lint_stale()
    {
        var passes = new[] { Sample.Result("r/a", Outcome.Pass), Sample.Result("lint/date", Outcome.Pass, "-") };
        Assert.That(Assessment.Of(passes, Memory.Known with { IsPart = true }, Weight.Violation, default).Stale, Is.Empty);
        Assert.That(Assessment.Of(passes, Memory.Known, Weight.Violation, default).Stale, Has.Count.EqualTo(2));
    }

    private static IEnumerable<TestCaseData> Wrong =>
    [
        Case("of 3 shards these are missing: 2/3", Shard(1, 3), Shard(3, 3)),
        Case("a and b are both shard 1/2", Shard(1, 2), Shard(1, 2)),
        Case("b: a broken run: there is no end record (0 results were read)", Shard(1, 2), (Shard(2, 2).File, Shard(2, 2).Record with { End = null })),
        Case("b: it is no shard; run with --shard I/N makes one", Shard(1, 2), With(r => r with { Header = r.Header with { Shard = null } })),
        Case("b: seed 7, but a has 1: they are not of one run", Shard(1, 2), With(r => r with { Header = r.Header with { Seed = 7 } })),
        Case("b: shards 3, but a has 2: they are not of one run", Shard(1, 2), With(r => r with { Header = r.Header with { Shard = new Shard(2, 3) } })),
        Case("b: its deviations or --fail-on are not those of a", Shard(1, 2), With(r => r with { End = r.End! with { Memory = null } })),
        Case("r/a (whole) is in more than one shard", Shard(1, 2, Sample.Result("r/a", Outcome.Pass)), Shard(2, 2, Sample.Result("r/a", Outcome.Pass))),
    ];

    [TestCaseSource(nameof(Wrong))]
    public void What_is_not_one_run_is_told(string message, (string File, Recording Record)[] shards)
    {
        var named = shards.Select((s, i) => ($"{(char)('a' + i)}", s.Record)).ToList();
        Assert.That(Assert.Throws<FormatException>(() => RecordMerge.Of(named))!.Message.Split('\n'), Does.Contain(message));
    }

    private static TestCaseData Case(string message, params (string File, Recording Record)[] shards) => new TestCaseData(message, shards).SetArgDisplayNames(message);

    private static (string File, Recording Record) With(Func<Recording, Recording> change) => ("b", change(Shard(2, 2).Record));

    private static (string File, Recording Record) Shard(int index, int count, params Result[] results) => ("x", new Recording(
        Sample.Header with { Shard = new Shard(index, count) }, results, new RunEnd(new Dictionary<Outcome, int>(), 0, 0) { Memory = Memory }));
}

using Conform.Cases;
using Conform.Generation.Programs;
using CsCheck;

namespace Conform.Harness.Tests.Generation;

/// <summary>Disagreements are planted: each server that is made up here has one fault, and what is left of a drawn program is the least that shows it.</summary>
public sealed class ProgramShrinkerTests
{
    private static readonly string[] All = ["write", "restart", "close"];

    private static readonly Gen<DrawnProgram> Programs = Gen.Select(
        Gen.Int[0, 100_000], Gen.OneOf<string[]>([], ["close"], ["write", "close"], ["restart"], ["late", "restart", "close"], All),
        (index, parts) => ProgramDraw.Of(Build.Case("x") with { Generates = parts }, 1, index)!);

    private static readonly Gen<DrawnProgram> Wide = Gen.Select(
        Gen.Int[0, 100_000], Gen.OneOf<string[]>(["fields", "restart"], ["sizes", "write"], ["read"], ["ask", "close"], ["read", "ask", "fields", "sizes"]),
        (index, parts) => ProgramDraw.Of(Build.Case("x") with { Generates = parts }, 1, index)!);

    private static readonly Gen<DrawnProgram> Short = Gen.Select(
        Gen.Int[0, 100_000], Gen.OneOf<string[]>(["bare"], ["bare", "late"], ["fail"], ["fail", "late"], ["break"]),
        (index, parts) => ProgramDraw.Of(Build.Case("x") with { Generates = parts }, 1, index)!);

    private static string Content(DrawnProgram program) => System.Text.Encoding.Latin1.GetString(ProgramAnswer.Of(program.Compile(Build.Here)).Content.Span);

    /// <summary>What a server with a fault would get wrong, and the steps that it takes to see it.</summary>
    private static readonly (string Server, Func<DrawnProgram, bool> Fault, string Steps)[] Table =
    [
        ("A server that loses the second block", p => p.Blocks.Count >= 2 && p.Blocks[1].Length > 0, "start 200 OK|yield a|yield b or start 200 OK|yield|yield a"),
        ("A server that swaps what is written and what is handed out", p => p.Written.Count >= 2 && p.Blocks.Any(b => b.Length > 0), "start 200 OK|write a|write b|yield c"),
        ("A server that keeps a replaced length", p => p is { Second.Surplus: null, First.Surplus: > 0 }, "start 200 OK|length 2|restart 200 OK|yield a"),
        ("A server that stops at an empty block where a length is stated", p => p.First.Surplus is not null && p.Blocks.Any(b => b.Length == 0) && p.Second is null, "start 200 OK|length 1|yield|yield a"),
        ("A server that cannot refuse with a tuple", p => (p.Second ?? p.First).Status.StartsWith('4') && p.Kind == "tuple", "return tuple|start 410 Gone|yield a"),
        ("A server that sends two fields", p => (p.Second ?? p.First).Fields.Count(f => f.Name != "Content-Type") >= 3, "start 200 OK|field X-A: 1|field X-B: 1|field X-C: 1|yield a"),
        ("A server that ends a block at its NUL", p => Content(p).Contains('\0', StringComparison.Ordinal), "start 200 OK|yield \\0"),
        ("A server that forgets to close behind a write", p => p.AtClose is not null && p.Written.Count > 0, "start 200 OK|write a|close:|tell closing"),
    ];

    private static IEnumerable<string> Servers => Table.Select(t => t.Server);

    [TestCaseSource(nameof(Servers))]
    public void What_is_left_is_the_fewest_steps(string server)
    {
        var (_, disagree, steps) = Table.Single(t => t.Server == server);
        var failing = Programs.Where(disagree).Array[20].Single();
        foreach (var program in failing)
        {
            var shrunk = ProgramShrinker.ShrinkAsync(program, p => Task.FromResult(disagree(p)), int.MaxValue).Result;
            var lines = shrunk.Smallest.Lines;
            Assert.That(string.Join('|', lines), Is.AnyOf(steps.Split(" or ")), $"from\n{string.Join('\n', program.Lines)}");
        }
    }

    [Test]
    public void Forty_runs_are_enough_for_nearly_every_program()
    {
        var (far, all) = (0, 0);
        Programs.Where(p => p.Blocks.Count >= 2).Sample(program =>
        {
            var shrunk = ProgramShrinker.ShrinkAsync(program, p => Task.FromResult(p.Blocks.Count >= 2), 40).Result;
            Interlocked.Increment(ref all);
            if (shrunk.Smallest.Lines.Count > 3) Interlocked.Increment(ref far);
        }, iter: 300);
        Assert.That(far, Is.LessThan(all / 20));
    }

    [Test]
    public void What_comes_back_was_seen_to_disagree_and_nothing_is_run_twice() => Gen.Select(Programs, Gen.Int[1, 7], Gen.Int[0, 60]).Sample((program, one, most) =>
    {
        var disagreeing = new HashSet<string> { string.Join('\n', program.Lines) };
        var seen = new HashSet<string>();
        var shrunk = ProgramShrinker.ShrinkAsync(program, p =>
        {
            var lines = string.Join('\n', p.Lines);
            Assert.That(seen.Add(lines), lines);
            // Whether it disagrees is anything but regular.
            var disagrees = lines.Sum(c => c) % one == 0;
            if (disagrees) disagreeing.Add(lines);
            return Task.FromResult(disagrees);
        }, most).Result;
        Assert.That(disagreeing, Does.Contain(string.Join('\n', shrunk.Smallest.Lines)));
        Assert.That(shrunk.Runs, Is.EqualTo(seen.Count).And.LessThanOrEqualTo(most));
    });

    [Test]
    public void Every_cut_is_smaller_and_within_the_contract() => Gen.OneOf(Programs, Wide).Sample(program =>
    {
        Assert.That(program.KeepsContract, string.Join('\n', program.Lines));
        foreach (var cut in ProgramCuts.Of(program))
        {
            Assert.That(cut.Size, Is.LessThan(program.Size));
            Assert.That(cut.KeepsContract, string.Join('\n', cut.Lines));
            if (cut.Asked.Count > 0)
            {
                Assert.That(cut.Compile(Build.Here).Lines, Does.Contain("yield told"), string.Join('\n', cut.Lines));
                continue;
            }

            Assert.That(() => ProgramAnswer.Of(cut.Compile(Build.Here)), Throws.Nothing, string.Join('\n', cut.Lines));
            Assert.That(Content(cut), Is.Not.Empty, string.Join('\n', cut.Lines));
        }
    });

    [Test]
    public void What_fails_or_has_no_content_stays_so() => Short.Sample(program =>
    {
        Assert.That(program.KeepsContract, string.Join('\n', program.Lines));
        foreach (var cut in ProgramCuts.Of(program))
        {
            Assert.That(cut.Failure, Is.EqualTo(program.Failure));
            Assert.That(ProgramAnswer.Of(cut.Compile(Build.Here)).Content.Length > 0, Is.EqualTo(program.Length > 0), string.Join('\n', cut.Lines));
        }
    });

    [Test]
    public void Where_nothing_disagrees_any_more_the_program_stays() =>
        Programs.Sample(program => Assert.That(ProgramShrinker.ShrinkAsync(program, _ => Task.FromResult(false), 1000).Result.Smallest, Is.SameAs(program)));

    [Test]
    public void Where_everything_disagrees_one_block_is_left() => Programs.Sample(program =>
    {
        var smallest = ProgramShrinker.ShrinkAsync(program, _ => Task.FromResult(true), 1000).Result.Smallest;
        Assert.That(smallest.Lines, Is.EqualTo(new[] { "start 200 OK", "yield a" }));
    });
}

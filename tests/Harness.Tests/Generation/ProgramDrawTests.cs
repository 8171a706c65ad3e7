using System.Text;
using Conform.Cases;
using Conform.Generation;
using Conform.Generation.Programs;

namespace Conform.Harness.Tests.Generation;

public sealed class ProgramDrawTests
{
    private static readonly string[][] Parts = [[], ["close"], ["write", "close"], ["restart"], ["late", "restart", "close"], ["write", "restart"], ["fields", "restart"], ["sizes", "write", "close"], ["late", "fields", "sizes", "close"]];

    private static readonly string[][] Asking = [["read"], ["ask"], ["read", "ask"]];

    private static Case Drawn(params string[] parts) => Build.Case("GET ${app} HTTP/1.1\r\nHost: ${host}\r\n\r\n") with { Generates = parts, IsDrawn = true, Repeat = 200 };

    private static IEnumerable<(DrawnProgram Drawn, AppProgram Program)> Draws(string[] parts, int seed = 1) =>
        Enumerable.Range(0, 200).Select(i => ProgramDraw.Of(Drawn(parts), seed, i)!).Select(d => (d, d.Compile(Build.Here)));

    [Test]
    public void A_draw_depends_on_seed_and_index_alone()
    {
        string Filled(int seed, int index) => CaseFiller.Fill(Drawn("write"), seed, index, Build.Target).Steps[0].Octets.Text();

        var first = Filled(1, 3);
        Assert.That(Filled(1, 3), Is.EqualTo(first).And.Not.EqualTo(Filled(2, 3)).And.Not.EqualTo(Filled(1, 4)));
        Assert.That(Draws(["write"]).Select(d => d.Program.Compact).Distinct().Count(), Is.GreaterThan(195));
    }

    [Test]
    public void What_was_drawn_is_kept_by_its_lines()
    {
        var filled = CaseFiller.Fill(Drawn("restart"), 1, 5, Build.Target);
        var again = AppProgramCompiler.WithDrawn(Drawn("restart"), filled.Drawn.Program);
        Assert.That(filled.Steps[0].Octets.Text(), Does.Contain($"p={again.Program!.Compact} HTTP"));
        Assert.That(CaseFiller.Fill(Build.Case("x"), 1, 0, Build.Target).Drawn.Program, Is.Null);
    }

    [TestCaseSource(nameof(Parts))]
    public void A_program_keeps_to_the_contract(params string[] parts)
    {
        foreach (var (drawn, program) in Draws(parts))
        {
            var answer = ProgramAnswer.Of(program);
            var lines = string.Join('\n', program.Lines);
            Assert.That(answer.Status, Is.InRange(200, parts.Contains("fields") ? 599 : 499).And.Not.AnyOf(204, 205, 206, 304), lines);
            Assert.That(answer.Content.Length, Is.EqualTo(drawn.Length).And.Positive, lines);
            Assert.That((drawn.Second ?? drawn.First).Surplus, Is.Null.Or.Zero, lines);
            var isStated = (drawn.Second ?? drawn.First).Surplus is not null;
            Assert.That(isStated && drawn.Blocks is [.., { Length: 0 }], Is.False, $"a server that has all it was promised need not ask on:\n{lines}");
            Assert.That(program.Compact, Has.Length.LessThan(2000), lines);
        }
    }

    [TestCaseSource(nameof(Parts))]
    public void A_program_has_the_parts_that_are_asked_for_and_no_others(params string[] parts)
    {
        var all = Draws(parts).Select(d => d.Drawn).ToList();
        Assert.That(all.Exists(d => d.Second is not null), Is.EqualTo(parts.Contains("restart")));
        Assert.That(all.Exists(d => d.Kind == "lazy"), Is.EqualTo(parts.Contains("late")));
        Assert.That(all.Exists(d => d.Written.Count > 0), Is.EqualTo(parts.Contains("write")));
        Assert.That(all.Exists(d => d.AtClose is not null), Is.EqualTo(parts.Contains("close")));
        Assert.That(all.Exists(d => d.First.Fields.Count(f => f.Name == "Set-Cookie") > 2), Is.EqualTo(parts.Contains("fields")));
        Assert.That(all.Exists(d => d.Blocks.Count > 12), Is.EqualTo(parts.Contains("sizes")));
        Assert.That(all.Exists(d => d.Asked.Count > 0), Is.False);
    }

    [TestCaseSource(nameof(Asking))]
    public void What_was_asked_is_told_before_the_other_blocks_and_no_length_is_stated(params string[] parts)
    {
        foreach (var (drawn, program) in Draws(parts))
        {
            var lines = string.Join('\n', program.Lines);
            Assert.That(drawn.Asked.Any(a => a.StartsWith("read ", StringComparison.Ordinal)), Is.EqualTo(parts.Contains("read")), lines);
            Assert.That(drawn.Asked.Any(a => a.StartsWith("ask ", StringComparison.Ordinal)), Is.EqualTo(parts.Contains("ask")), lines);
            Assert.That(program.Lines.First(l => l.StartsWith("yield", StringComparison.Ordinal)), Is.EqualTo("yield told"), lines);
            Assert.That(program.Lines, Has.None.StartsWith("length"), lines);
        }
    }

    [Test]
    public void A_value_that_is_told_in_few_octets_is_given_in_all_of_them()
    {
        var answer = ProgramAnswer.Of(AppProgramCompiler.Compile(["start 200 OK", "field X-A: ${repeat 300 ab}", "yield a"], Build.Here, []));
        Assert.That(answer.Fields.Single().Value, Is.EqualTo(string.Concat(Enumerable.Repeat("ab", 300))));
    }

    [Test]
    public void What_no_other_contract_has_is_not_in_the_core()
    {
        foreach (var (_, program) in Draws([]))
            Assert.That(ContractNeeds.Of(Build.Case("x") with { Program = program }), Is.SubsetOf((string[])["told"]), string.Join('\n', program.Lines));
    }

    [Test]
    public void What_a_program_gives_is_read_off_its_steps()
    {
        var lines = "return obj|start 404 Not Found|field X-Old: 1|field X-Both: 1|length 99|yield|restart 201 Created|field X-Both: 2|yield a\\r\\n|yield 70 octets|close:|tell closing".Split('|');
        var answer = ProgramAnswer.Of(AppProgramCompiler.Compile(lines, Build.Here, []));
        Assert.That(answer.Status, Is.EqualTo(201));
        Assert.That(answer.Fields, Is.EqualTo(new[] { ("X-Both", "2") }));
        Assert.That(answer.Replaced, Is.EqualTo(new[] { "X-Old" }));
        Assert.That(Encoding.Latin1.GetString(answer.Content.Span), Is.EqualTo("a\r\n" + new string('x', 70)));
        Assert.That(answer.Told, Is.EqualTo(new[] { "start returned", "next", "restart returned", "next 610d0a", "next 70 octets", "close", "tell closing" }));
    }

    [Test]
    public void A_list_is_not_closed_and_what_is_written_comes_first()
    {
        var answer = ProgramAnswer.Of(AppProgramCompiler.Compile(["return list", "start 200 OK", "write a", "yield b"], Build.Here, []));
        Assert.That(Encoding.Latin1.GetString(answer.Content.Span), Is.EqualTo("ab"));
        Assert.That(answer.Told, Is.EqualTo(new[] { "start returned", "write returned", "next 62" }));
        Assert.That(() => ProgramAnswer.Of(AppProgramCompiler.Compile(["gate a"], Build.Here, [])), Throws.InvalidOperationException);
    }

    [TestCase("start 200 OK|raise app", "start returned", TestName = "What fails within the call is not closed")]
    [TestCase("start 200 OK|body:|raise app", "start returned, close")]
    [TestCase("start 200 OK|yield a|raise app|yield b|close:|tell closing", "start returned, next 61, close, tell closing")]
    [TestCase("return lazy|raise app", "close")]
    public void What_fails_is_closed_where_it_was_returned(string lines, string told) =>
        Assert.That(ProgramAnswer.Of(AppProgramCompiler.Compile(lines.Split('|'), Build.Here, [])).Told, Is.EqualTo(told.Split(", ")));

    [Test]
    public void What_has_no_content_has_a_status_that_says_so()
    {
        foreach (var (drawn, program) in Draws(["bare"]).Concat(Draws(["bare", "late"])))
        {
            var lines = string.Join('\n', program.Lines);
            Assert.That(ProgramAnswer.Of(program).Status, Is.EqualTo(204).Or.EqualTo(304), lines);
            Assert.That(drawn.Length, Is.Zero, lines);
            Assert.That(program.Lines, Has.None.StartsWith("length").And.None.StartsWith("field Content-"), lines);
        }
    }

    [TestCase("fail", false)]
    [TestCase("break", true)]
    public void What_fails_does_so_before_its_content_or_behind(string part, bool isBehind)
    {
        var all = Draws([part]).Concat(Draws([part, "late"])).ToList();
        foreach (var (drawn, program) in all)
        {
            var given = program.Lines.TakeWhile(l => l != "raise app");
            Assert.That(given.Any(l => l.StartsWith("yield ", StringComparison.Ordinal)), Is.EqualTo(isBehind), string.Join('\n', program.Lines));
            Assert.That(drawn.First.Surplus, Is.Null.Or.Positive);
        }

        Assert.That(all.Select(d => d.Drawn.Failure).Distinct().Count(), Is.EqualTo(isBehind ? 1 : 3));
    }
}

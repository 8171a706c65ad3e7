namespace Conform.Generation.Programs;

/// <summary>The programs that are a little smaller than another one, the greatest cuts first.</summary>
internal static class ProgramCuts
{
    private const string PlainStatus = "200 OK";
    private const string PlainRefusal = "410 Gone";

    /// <summary>All of them; each is within the contract, and smaller by <see cref="DrawnProgram.Size"/>, so that cutting comes to an end.</summary>
    /// <param name="program">The program.</param>
    public static IEnumerable<DrawnProgram> Of(DrawnProgram program) =>
        Restarts(program).Concat(Whole(program)).Concat(Lists(program)).Concat(Declarations(program)).Concat(Plainer(program))
            .Where(cut => cut.KeepsContract && cut.Size.CompareTo(program.Size) < 0);

    private static IEnumerable<DrawnProgram> Restarts(DrawnProgram program)
    {
        if (program.Second is not { } second) yield break;
        yield return program with { Second = null, IsSecondLate = false, First = Fitted(program.First) };
        yield return program with { Second = null, IsSecondLate = false, First = second };
        yield return program with { IsSecondLate = false };
    }

    private static IEnumerable<DrawnProgram> Whole(DrawnProgram program) =>
    [
        program with { Kind = "gen" },
        program with { AtClose = null },
        program with { Written = [] },
        program with { Written = [], Blocks = [.. program.Written, .. program.Blocks] },
        Declared(program, d => d with { Fields = [] }),
        Declared(program, d => d with { Surplus = null }),
    ];

    private static IEnumerable<DrawnProgram> Lists(DrawnProgram program) =>
    [
        .. Cut(program.Blocks).Select(blocks => program with { Blocks = blocks }),
        .. Cut(program.Asked).Select(asked => program with { Asked = asked }),
        .. Cut(program.Written).Select(written => program with { Written = written }),
        .. Cut(program.First.Fields).Select(fields => program with { First = program.First with { Fields = fields } }),
        .. program.Second is { } second ? Cut(second.Fields).Select(fields => program with { Second = second with { Fields = fields } }) : [],
    ];

    private static IEnumerable<DrawnProgram> Declarations(DrawnProgram program)
    {
        yield return Declared(program, d => d with { Status = PlainStatus });
        yield return Declared(program, d => d with { Status = d.Status[0] == '4' ? PlainRefusal : d.Status });
        yield return program with { First = program.First with { Surplus = null } };
        yield return program with { First = program.First with { Status = PlainStatus } };
        yield return program with { First = program.First with { Surplus = program.First.Surplus > 1 ? 1 : program.First.Surplus } };
        if (program.Second is not { } second) yield break;
        yield return program with { Second = second with { Surplus = null } };
        yield return program with { Second = second with { Status = PlainStatus } };
    }

    // What is in it matters less often than that it is there.
    private static IEnumerable<DrawnProgram> Plainer(DrawnProgram program)
    {
        var names = program.First.Fields.Concat(program.Second?.Fields ?? []).Select(f => f.Name).Where(n => n != "Content-Type").Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        (string, string) Plain((string Name, string Value) field, int value) =>
            field.Name == "Content-Type" ? (field.Name, "text/plain") : ($"X-{Letter(names.FindIndex(n => n.Equals(field.Name, StringComparison.OrdinalIgnoreCase)), 'A')}", $"{value}");

        yield return program with
        {
            First = program.First with { Fields = [.. program.First.Fields.Select(f => Plain(f, 1))] },
            Second = program.Second is { } second ? second with { Fields = [.. second.Fields.Select(f => Plain(f, 2))] } : null,
        };
        var (written, blocks) = (Named(program.Written, 0), Named(program.Blocks, program.Written.Count));
        yield return program with { Written = written, Blocks = blocks };
        for (var i = 0; i < written.Count; i++) yield return program with { Written = [.. program.Written.Select((b, n) => n == i ? written[n] : b)] };
        for (var i = 0; i < blocks.Count; i++) yield return program with { Blocks = [.. program.Blocks.Select((b, n) => n == i ? blocks[n] : b)] };
    }

    // Halves first, so that a long list is short after few runs.
    private static IEnumerable<IReadOnlyList<T>> Cut<T>(IReadOnlyList<T> list)
    {
        var half = list.Count / 2;
        if (half > 1) yield return [.. list.Take(half)];
        if (half > 1) yield return [.. list.Skip(half)];
        for (var i = list.Count - 1; i >= 0; i--) yield return [.. list.Where((_, n) => n != i)];
    }

    private static DrawnProgram Declared(DrawnProgram program, Func<Declared, Declared> change) =>
        program with { First = change(program.First), Second = program.Second is { } second ? change(second) : null };

    private static Declared Fitted(Declared declared) => declared with { Surplus = declared.Surplus is null ? null : 0 };

    // An empty block takes no letter.
    private static List<Block> Named(IReadOnlyList<Block> blocks, int from) =>
        [.. blocks.Select((block, index) => block.Length == 0 ? block : Block.Of(Letter(from + blocks.Take(index).Count(b => b.Length > 0), 'a').ToString()))];

    private static char Letter(int index, char first) => (char)(first + (index % 26));
}

using Bogus;
using Conform.Cases;
using Conform.Generation.Programs;

namespace Conform.Generation.Grammar;

/// <summary>
/// Programs of an application that every server must treat alike (PEP 3333): one response that is whole and has the length that it states, with fields that
/// no server gives a meaning to, and content that is allowed for its status. What a server may do in more than one way is not drawn.
/// </summary>
internal static class ProgramGrammar
{
    // No 5xx, which a server may replace; no status that asks for a field or forbids content.
    private static readonly string[] Statuses =
    [
        "200 OK", "200 OK", "200 OK", "201 Created", "202 Accepted", "400 Bad Request", "403 Forbidden", "404 Not Found", "409 Conflict", "410 Gone",
        "422 Unprocessable Content", "429 Too Many Requests",
    ];

    private static readonly string[] Types = ["text/plain; charset=utf-8", "text/html; charset=utf-8", "application/json", "application/octet-stream"];

    // What looks like the end of something, and octets that are no text.
    private static readonly string[] Lookalikes =
        ["\r\n", "\n", "0\r\n\r\n", "5\r\nhello\r\n0\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n", "\0", "\xFF\x80\xC3", "\r\n\r\n", "--"];

    private static readonly int[] Sizes = [65, 255, 256, 257, 1024, 4095, 4096, 4097, 8192, 8193, 20_000];

    /// <summary>A program.</summary>
    /// <param name="random">Where it is drawn from.</param>
    /// <param name="parts">What it may have besides, in the words of <see cref="ProgramParts"/>.</param>
    public static DrawnProgram Draw(Randomizer random, IReadOnlyList<string> parts)
    {
        bool May(string part) => parts.Contains(part, StringComparer.Ordinal);

        var isLate = May(ProgramParts.Late);
        if (May(ProgramParts.Bare)) return Bare(random, isLate);
        if (May(ProgramParts.Fail) || May(ProgramParts.Break)) return Failing(random, isLate, May(ProgramParts.Break));
        var kind = isLate ? "lazy" : May(ProgramParts.Close) ? random.OneOf("gen", "generator", "list", "tuple", "obj") : random.OneOf("gen", "list", "tuple", "obj");
        var names = FieldGrammar.Names(random, random.Number(0, 5)).ToList();
        var restarts = May(ProgramParts.Restart);
        var asked = AskedGrammar.Steps(random, May(ProgramParts.Read), May(ProgramParts.Ask));
        var first = May(ProgramParts.Fields) ? AnswerGrammar.Declare(random) : Declare(random, names, restarts ? random.Number(0, 9) : 0);
        var second = restarts ? Declare(random, names, 0) : null;
        // A write within an iteration is not the application's to do, so that what is late is not written.
        List<Block> written = May(ProgramParts.Write) && !isLate ? [.. Enumerable.Range(0, random.Number(1, 3)).Select(_ => Spoken(random))] : [];
        return new DrawnProgram
        {
            Kind = kind,
            Asked = asked,
            First = asked.Count > 0 ? first with { Surplus = null, Status = "200 OK" } : first,
            Second = second,
            IsSecondLate = restarts && written.Count == 0 && random.OneIn(3),
            Written = written,
            Blocks = May(ProgramParts.Sizes) ? AnswerGrammar.Blocks(random)
                : Blocks(random, written.Count == 0 ? 1 : 0, (second ?? first).Surplus is null),
            AtClose = May(ProgramParts.Close) && kind is not ("list" or "tuple") && random.Bool() ? "closing" : null,
        };
    }

    private static DrawnProgram Bare(Randomizer random, bool isLate)
    {
        var kind = isLate ? "lazy" : random.OneOf("gen", "obj");
        return new DrawnProgram { Kind = kind, First = AnswerGrammar.DeclareBare(random), Blocks = Empty(random), AtClose = random.Bool() ? "closing" : null };
    }

    private static DrawnProgram Failing(Randomizer random, bool isLate, bool isBehindContent)
    {
        var failure = isBehindContent ? DrawnFailure.BehindContent
            : random.OneOf(DrawnFailure.Unstarted, DrawnFailure.Started, DrawnFailure.AtBlocks, DrawnFailure.AtBlocks);
        return new DrawnProgram
        {
            Kind = isLate ? "lazy" : random.OneOf("gen", "generator", "obj"),
            First = Declare(random, [.. FieldGrammar.Names(random, random.Number(0, 5))], random.Number(1, 9)),
            Blocks = isBehindContent ? Blocks(random, 1, mayEndEmpty: true) : failure == DrawnFailure.AtBlocks ? Empty(random) : [],
            AtClose = random.Bool() ? "closing" : null,
            Failure = failure,
        };
    }

    private static List<Block> Empty(Randomizer random) => [.. Enumerable.Repeat(Block.Of(string.Empty), random.Number(0, 2))];

    private static Declared Declare(Randomizer random, List<string> names, int surplus)
    {
        var fields = names.Where(_ => random.Bool()).Select(n => (n, random.Word(Alphabet.Alphanumeric, 1, 12)));
        return new Declared(
            random.OneOf<string>(Statuses), [.. random.OneIn(3) ? [] : ((string, string)[])[("Content-Type", random.OneOf<string>(Types))], .. fields], random.Bool() ? surplus : null);
    }

    // Where a length is stated a server need not ask for what stands behind the last octet, so that no empty block stands there.
    private static List<Block> Blocks(Randomizer random, int fewest, bool mayEndEmpty)
    {
        var blocks = new List<Block>();
        for (var left = random.Number(fewest, 5); left > 0; left--)
        {
            while (random.OneIn(6)) blocks.Add(Block.Of(string.Empty));
            blocks.Add(Filled(random));
        }

        if (mayEndEmpty && random.OneIn(8)) blocks.Add(Block.Of(string.Empty));
        return blocks;
    }

    private static Block Filled(Randomizer random) => random.OneIn(10) ? Block.Of(random.OneOf<int>(Sizes)) : Spoken(random);

    // A word begins with a letter of its own, so that none of them is a word of the language.
    private static Block Spoken(Randomizer random) => random.OneIn(4)
        ? Block.Of(random.OneOf<string>(Lookalikes))
        : Block.Of("b" + random.Word(Alphabet.Alphanumeric, 1, 11));
}

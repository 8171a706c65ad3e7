using Conform.Cases.Parsing;
using static Conform.Cases.Parsing.AppProgramBuilder;

namespace Conform.Cases.Vocabulary;

/// <summary>A line of an app block: its first word, what stands behind it, and what it adds to the program.</summary>
internal sealed record AppStepWord(string Key, string Rest, string Summary, string Example, Action<AppProgramBuilder, string> Apply)
    : Word($"{Key} {Rest}".TrimEnd(), Summary, Example);

/// <summary>Every line that an app block knows.</summary>
internal static class AppStepWords
{
    private const int LongestBlock = 2000;
    private static readonly string[] _statuses = ["int", "bytes", "none", "noreason", "crlf", "lf", "ctl", "nonlatin", "word", "code99", "code4"];

    private static readonly string[] _fields =
        ["int", "bytes", "none", "crlf", "lf", "ctl", "nonlatin", "tuple", "dict", "itemlist", "name-colon", "name-space", "name-empty", "name-crlf"];

    public static IReadOnlyList<AppStepWord> All { get; } =
    [
        new("start", "STATUS REASON", "start the response, with the field and length lines that follow", "start 200 OK", static (p, t) => p.Begin("sr", Status(t))),
        new("start?", "STATUS REASON", "the same, and go on where it raises", "start? 200 OK", static (p, t) => p.Begin("sr?", Status(t))),
        new("restart", "STATUS REASON", "replace the response, with the error that is being handled", "restart 500 Oops", static (p, t) => p.Begin("srx", Status(t))),
        new("restart?", "STATUS REASON", "the same, and go on where it raises", "restart? 500 Oops", static (p, t) => p.Begin("srx?", Status(t))),
        new("field", "NAME: VALUE", "a field of the response that is being started", "field Content-Type: text/plain", Field),
        new("length", "N", "its Content-Length", "length 5", static (p, t) => p.Describe($"cl.{Number(t, int.MaxValue)}")),
        new("bad-status", "KIND", "an ill-formed status: " + string.Join(' ', _statuses), "bad-status crlf", BadStatus),
        new("bad-field", "KIND", "an ill-formed field: " + string.Join(' ', _fields), "bad-field name-colon", static (p, t) => p.Describe("hb." + OneOf(t, _fields))),
        new("write", "TEXT", "write with the write callable", "write hello", static (p, t) => p.Add("w." + Hex(t))),
        new("bad-write", "text", "write what is no octets", "bad-write text", static (p, t) => p.Add("wb." + OneOf(t, "text"))),
        new("yield", "TEXT", "hand out a block; the first one ends the call", @"yield one\r\n", Yield),
        new("yield", "N octets", "hand out a block of that size", "yield 300 octets", Yield),
        new("yield", "", "hand out an empty block", "yield", Yield),
        new("bad-yield", "KIND", "hand out what is no block: text int none", "bad-yield int", static (p, t) => Body(p, "yb." + OneOf(t, "text", "int", "none"))),
        new("repeat", "N MS", "hand out the following block N times, MS milliseconds apart", "repeat 5 10", Repeat),
        new("read", "OPS", "read content: r a piece, l a line, L all lines, i one line of an iteration, I all; with a size", "read r5 l", Read),
        new("gate", "LABEL", "hold until the harness lets go", "gate held", static (p, t) => p.Add("g." + Label(t))),
        new("tell", "LABEL", "tell the harness", "tell here", static (p, t) => p.Add("t." + Label(t))),
        new("raise", "", "raise an error", "raise", static (p, t) => p.Add("x." + (t.Length == 0 ? "app" : OneOf(t, "app", "iter")))),
        new("raise", "iter", "raise an error when the iterator is made", "raise iter", static (p, t) => p.Add("x." + OneOf(t, "iter"))),
        new("exit", "N", "end as the process would, with this code", "exit 3", static (p, t) => p.Add($"x.exit.{Number(t, 255)}")),
        new("return", "KIND", "what the call returns: gen list tuple obj index lazy none text bytes, or lie N for a wrong length", "return list", Return),
        new("body:", "", "what follows runs when blocks are asked for", "body:", static (p, _) => p.Enter(AppPhase.Body)),
        new("close:", "", "what follows runs when the server calls close", "close:", static (p, _) => p.Enter(AppPhase.Close)),
    ];

    private static string Status(string text)
    {
        var blank = text.IndexOf(' ');
        if (blank != 3 || text.AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') >= 0)
            throw new LanguageException($"{text} is no status with a reason", "such as 200 OK; bad-status makes ill-formed ones");
        return "st." + Hex(text);
    }

    private static void Field(AppProgramBuilder program, string text)
    {
        var colon = text.IndexOf(':');
        if (colon < 1) throw new LanguageException("a field needs a name, a colon and a value", "such as field X-A: b");
        program.Describe($"h.{Hex(text[..colon])}.{Hex(text[(colon + 1)..].TrimStart(' '))}");
    }

    private static void BadStatus(AppProgramBuilder program, string text)
    {
        var step = "sb." + OneOf(text, _statuses);
        if (program.IsStarting) program.Describe(step);
        else program.Begin("sr", step);
    }

    private static void Yield(AppProgramBuilder program, string text)
    {
        var size = text.EndsWith(" octets", StringComparison.Ordinal) ? text[..^7] : null;
        Body(program, "y." + (size is null ? Hex(text) : HexOf('x', Number(size, LongestBlock))));
    }

    private static void Repeat(AppProgramBuilder program, string text)
    {
        var parts = text.Split(' ');
        if (parts.Length != 2) throw new LanguageException("repeat needs a count and milliseconds", "such as repeat 5 10");
        Body(program, $"rep.{Number(parts[0], 100_000)}.{Number(parts[1], 10_000)}");
    }

    private static void Body(AppProgramBuilder program, string step)
    {
        if (program.Phase == AppPhase.Close) throw new LanguageException("no block is handed out while closing");
        if (program.Phase == AppPhase.Call) program.Enter(AppPhase.Body);
        program.Add(step);
    }

    private static void Read(AppProgramBuilder program, string text)
    {
        var operations = text.Replace(" ", string.Empty, StringComparison.Ordinal);
        for (var i = 0; i < operations.Length; i++)
        {
            var takesSize = i > 0 && "rlL".Contains(operations[i - 1]);
            var isDigit = char.IsAsciiDigit(operations[i]) && i > 0 && (takesSize || char.IsAsciiDigit(operations[i - 1]));
            if (!isDigit && !"rlLiI".Contains(operations[i]))
                throw new LanguageException($"{text} is no way to read", "rN r lN l LN L i I, such as read r5 l");
        }

        program.Add("rd." + (operations.Length > 0 ? operations : throw new LanguageException("read needs to know how", "such as read r5 l")));
    }

    private static void Return(AppProgramBuilder program, string text)
    {
        if (program.Phase != AppPhase.Call) throw new LanguageException("the call has returned already", "return stands before the first yield");
        program.Add("ret." + (text.StartsWith("lie ", StringComparison.Ordinal)
            ? $"lie.{Number(text[4..], 10_000)}"
            : OneOf(text, "gen", "list", "tuple", "obj", "index", "lazy", "none", "text", "bytes")));
    }
}

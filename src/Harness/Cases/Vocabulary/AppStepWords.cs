using Conform.Cases.Parsing;
using static Conform.Cases.Parsing.AppProgramBuilder;

namespace Conform.Cases.Vocabulary;

/// <summary>A line of an app block: its first word, what stands behind it, and what it adds to the program.</summary>
internal sealed record AppStepWord(string Key, string Rest, string Summary, string Example, Action<AppProgramBuilder, string> Apply)
    : Word($"{Key} {Rest}".TrimEnd(), Summary, Example);

/// <summary>Every line that an app block knows.</summary>
internal static class AppStepWords
{
    private const int LongestBlock = 10_000_000;
    private static readonly string[] _statuses = ["int", "bytes", "none", "noreason", "crlf", "lf", "ctl", "nonlatin", "word", "code99", "code4"];

    private static readonly string[] _fields =
        ["int", "bytes", "none", "crlf", "lf", "ctl", "nonlatin", "tuple", "dict", "itemlist", "name-bytes", "name-colon", "name-space", "name-empty", "name-crlf"];

    public static IReadOnlyList<AppStepWord> All { get; } =
    [
        new("start", "STATUS REASON", "start the response, with the field and length lines that follow", "start 200 OK", static (p, t) => p.Begin("sr", Status(t))),
        new("start?", "STATUS REASON", "the same, and go on where it raises", "start? 200 OK", static (p, t) => p.Begin("sr?", Status(t))),
        new("restart", "STATUS REASON", "replace the response, with the error that is being handled", "restart 500 Oops", static (p, t) => p.Begin("srx", Status(t))),
        new("restart?", "STATUS REASON", "the same, and go on where it raises", "restart? 500 Oops", static (p, t) => p.Begin("srx?", Status(t))),
        new("restart-later", "STATUS REASON", "the same with an error that was kept, and is no longer being handled", "restart-later 500 Oops", static (p, t) => p.Begin("srl", Status(t))),
        new("bad-start", "KIND", "call start_response with an argument too few, one too many, or null for the error: few many null", "bad-start few", static (p, t) => p.Begin("sra." + OneOf(t, "few", "many", "null"), null)),
        new("field", "NAME: VALUE", "a field of the response that is being started; its value may be ${repeat N TEXT}", "field Content-Type: text/plain", Field),
        new("length", "N", "its Content-Length", "length 5", static (p, t) => p.Describe($"cl.{Number(t, int.MaxValue)}")),
        new("bad-status", "KIND", "an ill-formed status: " + string.Join(' ', _statuses), "bad-status crlf", BadStatus),
        new("bad-field", "KIND", "an ill-formed field: " + string.Join(' ', _fields), "bad-field name-colon", static (p, t) => p.Describe("hb." + OneOf(t, _fields))),
        new("change-fields", "", "change the list of fields that was given to the server: its first value, and one more field X-Late", "change-fields", static (p, _) => p.Add("lm")),
        new("write", "TEXT", "write with the write callable", "write hello", Write),
        new("write", "N octets", "write a block of that size", "write 300 octets", Write),
        new("bad-write", "text", "write what is no octets", "bad-write text", static (p, t) => p.Add("wb." + OneOf(t, "text"))),
        new("yield", "TEXT", "hand out a block; the first one ends the call", @"yield one\r\n", Yield),
        new("yield", "N octets", "hand out a block of that size", "yield 300 octets", Yield),
        new("yield", "told", "hand out what was told so far, a line each: start raised, restart raised same, write raised, read TEXT, errors returned, environ NAME KIND VALUE, tell LABEL", "yield told", Yield),
        new("yield", "", "hand out an empty block", "yield", Yield),
        new("bad-yield", "KIND", "hand out what is no block: text int none", "bad-yield int", static (p, t) => Body(p, "yb." + OneOf(t, "text", "int", "none"))),
        new("repeat", "N MS", "hand out the following block N times, MS milliseconds apart", "repeat 5 10", Repeat),
        new("read", "OPS", "read content: r a piece, l a line, L all lines, i one line of an iteration, I all; with a size, -1 among them", "read r5 l", Read),
        new("ask", "NAME", "tell a value of the environ: its kind, and the value where it is text", "ask HTTP_X_A", static (p, t) => p.Add("e.get." + Hex(Named(t)))),
        new("set", "NAME VALUE", "put a text into the environ", "set probe.mark 1", Set),
        new("drop", "NAME", "take a value out of the environ", "drop SERVER_NAME", static (p, t) => p.Add("e.del." + Hex(Named(t)))),
        new("log", "TEXT", "write a line on the error stream; ${call} in it is the name of this conversation", "log trouble", static (p, t) => p.Add("er." + Logged(t))),
        new("log-lines", "TEXT | TEXT", "write two lines on the error stream with one call", "log-lines one | two", static (p, t) => p.Add("el." + TwoLines("log-lines", t))),
        new("log-each", "TEXT | TEXT", "the same with what gives its lines one by one, and once", "log-each one | two", static (p, t) => p.Add("eg." + TwoLines("log-each", t))),
        new("log-flush", "", "flush the error stream", "log-flush", static (p, _) => p.Add("ef")),
        new("log-wide", "", "write a line that is not ASCII on the error stream", "log-wide", static (p, _) => p.Add("eu")),
        new("wrap", "KIND POSITION SIZE", "have the server wrap a file of thirty octets, 0123456789 three times, from a position, in blocks of a size or 0 for its own: mem disk noclose, or read, a file of the system whose first octets were read, short, which gives three octets at a time, broken, which fails when it is read for the second time", "wrap disk 5 4", Wrap),
        new("gate", "LABEL", "hold until the harness lets go", "gate held", static (p, t) => p.Add("g." + Label(t))),
        new("tell", "LABEL", "tell the harness", "tell here", static (p, t) => p.Add("t." + Label(t))),
        new("raise", "LABEL", "raise an error, whose text has this label", "raise app", static (p, t) => p.Add("x." + (t.Length == 0 ? "app" : Label(t)))),
        new("raise", "iter", "raise an error when the iterator is made", "raise iter", static (p, t) => p.Add("x." + OneOf(t, "iter"))),
        new("raise-as", "KIND", "raise what the application's own work may raise: connection (reset by somebody else), pipe (broken), timeout, file (not found), stop (of an iteration), lookup (of a key that is not there), memory (used up)", "raise-as connection", static (p, t) => p.Add("x.as." + OneOf(t, "connection", "pipe", "timeout", "file", "stop", "lookup", "memory"))),
        new("exit", "N", "end as the process would, with this code", "exit 3", static (p, t) => p.Add($"x.exit.{Number(t, 255)}")),
        new("return", "KIND", "what the call returns: gen, generator (the close phase is its cleanup), list, tuple, closing-list (a list of its own kind, which has a close), obj, index, lazy, shy (tells what else a server touches), none, text, bytes, wrapped, wrapped-again, or lie N for a wrong length", "return list", Return),
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
        program.Describe($"h.{Hex(text[..colon])}.{Value(text[(colon + 1)..].TrimStart(' '))}");
    }

    // A value of many octets is told in few, since the program rides in a request-line.
    private static string Value(string text)
    {
        const string Begins = "${repeat ";
        if (!text.StartsWith(Begins, StringComparison.Ordinal) || text[^1] != '}') return Hex(text);
        var words = text[Begins.Length..^1].Split(' ', 2);
        if (words.Length != 2) throw new LanguageException($"{text} repeats nothing", "such as ${repeat 5000 x}");
        return $"{Hex(words[1])}.{Number(words[0], LongestBlock)}";
    }

    private static void BadStatus(AppProgramBuilder program, string text)
    {
        var step = "sb." + OneOf(text, _statuses);
        if (program.IsStarting) program.Describe(step);
        else program.Begin("sr", step);
    }

    private static void Write(AppProgramBuilder program, string text) =>
        program.Add(SizeOf(text) is { } size ? $"wz.{Number(size, LongestBlock)}" : "w." + Hex(text));

    private static string? SizeOf(string text) => text.EndsWith(" octets", StringComparison.Ordinal) ? text[..^7] : null;

    private static void Yield(AppProgramBuilder program, string text)
    {
        var size = SizeOf(text);
        Body(program, text == "told" ? "yt" : size is null ? "y." + Hex(text) : $"yz.{Number(size, LongestBlock)}");
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
            var isSize = i > 0 && (operations[i] == '-' ? takesSize : char.IsAsciiDigit(operations[i]) && (takesSize || operations[i - 1] == '-' || char.IsAsciiDigit(operations[i - 1])));
            if (!isSize && !"rlLiI".Contains(operations[i]))
                throw new LanguageException($"{text} is no way to read", "rN r lN l LN L i I, such as read r5 l");
        }

        program.Add("rd." + (operations.Length > 0 ? operations : throw new LanguageException("read needs to know how", "such as read r5 l")));
    }

    private static string Named(string text) => text.Length > 0 && text.All(c => c is > ' ' and < '\x7F') ? text
        : throw new LanguageException($"{(text.Length == 0 ? "nothing" : text)} is no name of a variable", "such as ask HTTP_X_A");

    private static void Set(AppProgramBuilder program, string text)
    {
        var blank = text.IndexOf(' ');
        if (blank < 1) throw new LanguageException("set needs a name and a value", "such as set probe.mark 1");
        program.Add($"e.set.{Hex(Named(text[..blank]))}.{Hex(text[(blank + 1)..])}");
    }

    private static string TwoLines(string word, string text)
    {
        var parts = text.Split(" | ");
        if (parts.Length != 2) throw new LanguageException($"{word} needs two texts", $"such as {word} one | two");
        return $"{Logged(parts[0])}.{Logged(parts[1])}";
    }

    private static void Wrap(AppProgramBuilder program, string text)
    {
        var parts = text.Split(' ');
        if (parts.Length != 3) throw new LanguageException("wrap needs a kind, a position and a size", "such as wrap disk 5 4");
        program.Add($"fw.{OneOf(parts[0], "mem", "disk", "noclose", "read", "short", "broken")}.{Number(parts[1], 30)}.{Number(parts[2], 30)}");
    }

    private static void Return(AppProgramBuilder program, string text)
    {
        if (program.Phase != AppPhase.Call) throw new LanguageException("the call has returned already", "return stands before the first yield");
        program.Add("ret." + (text.StartsWith("lie ", StringComparison.Ordinal)
            ? $"lie.{Number(text[4..], 10_000)}"
            : OneOf(text, "gen", "generator", "list", "tuple", "closing-list", "obj", "index", "lazy", "shy", "none", "text", "bytes", "wrapped", "wrapped-again")));
    }
}

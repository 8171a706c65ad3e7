using System.Globalization;
using Conform.Cases.Parsing;

namespace Conform.Cases.Vocabulary;

/// <summary>A kind of fenced block.</summary>
internal sealed record BlockWord(string Name, string Summary, string Example, Action<CaseDraft, IReadOnlyList<string>, int, int> Apply) : Word(Name, Summary, Example);

/// <summary>Every kind of fenced block. The lines come with the number of the first; the fence stands one line above. Last comes how often the block counts.</summary>
internal static class BlockWords
{
    public static IReadOnlyList<BlockWord> All { get; } =
    [
        new("send", "octets to send; a line ends in CRLF unless a final \\ takes that away, and adjacent blocks are one octet string", "```send", Send),
        new("send N times", "the same octets again and again, one behind the other; N up to 1000", "```send 49 times", Send),
        new("control", "one whole request without the fault, sent on a connection of its own", "```control", Control),
        new("expect", "what may come back, one expectation a line", "```expect", Expect),
        new("app", "what the application does, one step a line", "```app", App),
    ];

    /// <summary>Finds the word of a fence, and how often its block counts.</summary>
    /// <param name="kind">What stands behind the fence.</param>
    /// <exception cref="LanguageException">It is no number of times.</exception>
    public static (BlockWord? Word, int Times) Find(string kind)
    {
        if (kind.Split(' ') is not ["send", var number, "times"]) return (All.FirstOrDefault(w => w.Name == kind), 1);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times is >= 2 and <= 1000
            ? (All.First(w => w.Name == "send N times"), times)
            : throw new LanguageException($"{number} is no number of times", "2 to 1000");
    }

    private static void Send(CaseDraft draft, IReadOnlyList<string> lines, int first, int times) =>
        draft.Steps.Add(new SendStep(Octets(draft, lines, first), draft.At(first - 1)) { Times = times });

    private static void Control(CaseDraft draft, IReadOnlyList<string> lines, int first, int times)
    {
        if (draft.Control is not null) throw new LanguageException("a second control block", "there is one request without the fault");
        draft.Control = Octets(draft, lines, first);
    }

    private static void Expect(CaseDraft draft, IReadOnlyList<string> lines, int first, int times)
    {
        var expectations = new List<Expectation>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, number) = (lines[i], first + i);
            Plain(draft, line, number);
            if (ExpectationParser.IsExpectation(line.Trim())) draft.Problems.Try(number, () => expectations.Add(Read(draft, line.Trim(), number)));
        }

        draft.Steps.Add(new ExpectStep(expectations, draft.At(first - 1)));
    }

    private static Expectation Read(CaseDraft draft, string line, int number)
    {
        try
        {
            return ExpectationParser.ParseLine(line, draft.At(number), draft.Requirements.Find);
        }
        catch (UnknownRequirementException e)
        {
            throw new LanguageException(e.Message, draft.Requirements.Hint(e.Id));
        }
    }

    private static void App(CaseDraft draft, IReadOnlyList<string> lines, int first, int times)
    {
        if (draft.Program is not null) throw new LanguageException("a second app block", "an application runs one program");
        for (var i = 0; i < lines.Count; i++) Plain(draft, lines[i], first + i);
        var found = new List<Diagnostic>();
        draft.Program = AppProgramCompiler.Compile(lines, draft.At(first), found);
        foreach (var d in found) draft.Problems.Add(d.Location.Line, d.Message, d.Hint);
    }

    private static OctetTemplate Octets(CaseDraft draft, IReadOnlyList<string> lines, int first)
    {
        var found = new List<Diagnostic>();
        var template = OctetTemplateParser.ParseBlock(lines, draft.At(first), found);
        foreach (var d in found) draft.Problems.Add(d.Location.Line, d.Message, d.Hint);
        return template;
    }

    // What cannot be seen must not decide.
    private static void Plain(CaseDraft draft, string line, int number)
    {
        if (line.AsSpan().IndexOfAnyExceptInRange(' ', '~') >= 0) draft.Problems.Add(number, "a tab, or a character that is not ASCII", "write octets as escapes, such as \\t");
        if (line.EndsWith(' ')) draft.Problems.Add(number, "a blank at the end of the line", "take it away");
    }
}

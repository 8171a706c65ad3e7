using System.Globalization;
using Conform.Cases.Parsing;

namespace Conform.Cases.Vocabulary;

/// <summary>What can be checked of what an application told the witness.</summary>
internal static class WitnessWords
{
    private const string While = "arrives while the application is held at";

    // The words of an event, how its line begins, and what may stand behind it.
    private static readonly IReadOnlyList<(string Words, string Line, string? Detail)> _events =
    [
        ("start returned nothing", "start returned nothing", null), ("restart returned nothing", "restart returned nothing", null),
        ("start returned", "start returned", null), ("start raised", "start raised", null),
        ("restart returned", "restart returned", null), ("restart raised the same", "restart raised same", null), ("restart raised", "restart raised", null),
        ("write returned", "write returned", null), ("write raised", "write raised", null),
        ("read raised", "read raised", null), ("read", "read returned", "TEXT"),
        ("end of blocks", "next end", null), ("next", "next", null),
        ("errors returned", "errors returned", null), ("errors raised", "errors raised", null), ("touched", "touched", null),
        ("logged", "logged", "TEXT"),
        ("tell", "tell", "LABEL"), ("close", "close", null),
    ];

    private static readonly string[] _kinds = [.. ClauseTable.Kinds, "none"];

    public static IReadOnlyList<Word> Checks { get; } =
    [
        new("\"TEXT\" " + While + " LABEL", "this stands in the content of a response while the application waits at the gate", "check \"first\" " + While + " held"),
        new("nothing " + While + " LABEL", "no octet of the response came yet while the application waits at the gate", "check nothing " + While + " held"),
        new("witness told EVENT", "the application told this, at least once", "check witness told restart raised the same"),
        new("witness told EVENT once|twice|N times|never", "and this often, over all its calls", "check witness told close once"),
        new("witness told every step of the program", "the application told all that the drawn program tells, in its order, and nothing else", "check witness told every step of the program"),
        new("agrees with the reference on PART, …", "the reference server does the same in the same conversation: status, fields, content, trace", "check agrees with the reference on status, content, trace"),
        new("the application came to LABEL", "it stood at this gate when await-gate waited for it, before anything else was asked for", "check the application came to closing"),
        new("calls agree with FLAG", "where calls were seen to overlap in one process, or in two, or two to follow each other in one, what ask told of this flag fits: multithread multiprocess run_once", "check calls agree with multithread"),
        new("witness told EVENT then EVENT …", "in this order, whatever else came between", "check witness told end of blocks then close"),
    ];

    /// <summary>The events, as the manual lists them.</summary>
    public static IReadOnlyList<Word> Events { get; } =
    [
        new("start returned, start raised", "what start_response did", "check witness told start raised"),
        new("start returned nothing, restart returned nothing", "and it is nothing that can be called", "check witness told start returned nothing never"),
        new("restart returned, restart raised", "what start_response with an error did", "check witness told restart raised"),
        new("restart raised the same", "and the error raised is the one that was given", "check witness told restart raised the same"),
        new("write returned, write raised", "what the write callable did", "check witness told write returned twice"),
        new("read \"TEXT\", read raised", "what reading the content gave", "check witness told read \"hello\""),
        new("next", "a block was asked for", "check witness told next never"),
        new("end of blocks", "a block was asked for behind the last", "check witness told end of blocks once"),
        new("environ NAME \"TEXT\"", "what ask found in the environ, where it is text", "check witness told environ REQUEST_METHOD \"HEAD\""),
        new("environ NAME KIND", "of which kind it is: " + string.Join(' ', _kinds), "check witness told environ wsgi.version tuple"),
        new("errors returned, errors raised", "what writing on the error stream did", "check witness told errors raised never"),
        new("touched", "the server looked at something else of what was returned than iteration, length and close", "check witness told touched never"),
        new("logged \"TEXT\"", "this stands in what the server printed, once for each time and in the order of its lines; known where conform started it", "check witness told logged \"trouble\""),
        new("tell LABEL", "the program came to this tell", "check witness told tell here"),
        new("close", "close was called", "check witness told close once"),
    ];

    /// <summary>Reads a check of this kind, if one begins here.</summary>
    public static Pattern? TryRead(Tokens tokens)
    {
        if (tokens.Take("witness told every step of the program")) return new ProgramTold();
        if (tokens.Take("witness told")) return ReadTold(tokens);
        if (tokens.Take("calls agree with")) return new CallsAgree(AppProgramBuilder.OneOf(tokens.Word("a flag"), CallsAgree.Flags));
        if (tokens.Take("agrees with the reference on")) return ReadAgrees(tokens);
        if (tokens.Take("the application came to")) return new CameToGate(AppProgramBuilder.Label(tokens.Word("a gate")));
        if (tokens.Take("nothing")) return Held(null, tokens);
        return tokens.Next.Kind == TokenKind.Text ? Held(tokens.Text("check"), tokens) : null;
    }

    public static string Describe(ToldEvent told) =>
        told.Words + (told.Detail is null ? string.Empty : told.Words == "tell" ? " " + TemplateText.Quote(told.Detail).Trim('"') : $" {TemplateText.Quote(told.Detail)}");

    public static string Times(int? count) => count switch
    {
        null => string.Empty,
        0 => " never",
        1 => " once",
        2 => " twice",
        _ => $" {count} times",
    };

    private static AgreesWithReference ReadAgrees(Tokens tokens)
    {
        var parts = new List<ComparedPart>();
        do
        {
            var word = tokens.Word("what is compared");
            parts.Add(Enum.GetValues<ComparedPart>().Cast<ComparedPart?>().FirstOrDefault(p => string.Equals(p.ToString(), word, StringComparison.OrdinalIgnoreCase))
                ?? throw new LanguageException($"{word} is nothing that is compared", "status, fields, content, trace"));
        }
        while (tokens.TakeComma());
        return new AgreesWithReference(parts);
    }

    private static ArrivesWhileHeld Held(OctetTemplate? text, Tokens tokens) => tokens.Take(While)
        ? new ArrivesWhileHeld(text, AppProgramBuilder.Label(tokens.Word("a gate")))
        : throw new LanguageException($"{tokens.Next} is not understood here", While + " LABEL");

    private static WitnessTold ReadTold(Tokens tokens)
    {
        var events = new List<ToldEvent> { ReadEvent(tokens) };
        while (tokens.Take("then")) events.Add(ReadEvent(tokens));
        var count = ReadCount(tokens);
        if (count is not null && events.Count > 1) throw new LanguageException("a count belongs to one event", "count them in lines of their own");
        return new WitnessTold(events, count);
    }

    private static ToldEvent ReadEvent(Tokens tokens)
    {
        if (tokens.Take("environ"))
        {
            var name = tokens.Word("a variable");
            if (_kinds.FirstOrDefault(tokens.Take) is { } kind) return new ToldEvent($"environ {name} {kind}", $"environ {name} {kind}", null);
            return new ToldEvent("environ " + name, $"environ {name} string", tokens.Text("environ " + name));
        }

        foreach (var (words, line, detail) in _events)
        {
            if (!tokens.Take(words)) continue;
            return new ToldEvent(words, line, detail switch
            {
                "LABEL" => OctetTemplateParser.ParseText(AppProgramBuilder.Label(tokens.Word("a label")), tokens.Location),
                "TEXT" => tokens.Text(words),
                _ => null,
            });
        }

        throw new LanguageException($"{tokens.Next} is nothing that a witness is told", NearestWord.HintOrAll(tokens.Next.Value, [.. _events.Select(e => e.Words)]));
    }

    private static int? ReadCount(Tokens tokens)
    {
        if (tokens.Take("never")) return 0;
        if (tokens.Take("once")) return 1;
        if (tokens.Take("twice")) return 2;
        if (tokens.Next.Kind != TokenKind.Word || !int.TryParse(tokens.Next.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        tokens.Take();
        return tokens.Take("times") ? count : throw new LanguageException($"{count} of what", "such as 3 times");
    }
}

using System.Globalization;
using Conform.Cases.Parsing;
using Conform.Http;

namespace Conform.Cases.Vocabulary;

/// <summary>A clause: the words it begins with, and how the rest is read.</summary>
internal sealed record ClauseWord(string Begins, string Rest, string Summary, string Example, Func<Tokens, Clause> Read)
    : Word($"{Begins} {Rest}".TrimEnd(), Summary, Example);

/// <summary>Every clause that can stand behind <c>with</c>.</summary>
internal static class ClauseTable
{
    /// <summary>Words for the framings, both ways.</summary>
    public static readonly IReadOnlyList<(ContentFraming Framing, string Word)> Framings =
    [
        (ContentFraming.ContentLength, "content-length"), (ContentFraming.Chunked, "chunked"), (ContentFraming.UntilClose, "until-close"), (ContentFraming.None, "none"), (ContentFraming.Tunnel, "tunnel"),
    ];

    /// <summary>Words for what holds of an environ as a whole.</summary>
    public static readonly IReadOnlyList<(EnvironTrait Trait, string Words, string Summary)> Traits =
    [
        (EnvironTrait.PlainAsText, "understood plain variables as text", "every value whose key has no dot is text"),
        (EnvironTrait.OctetsAlone, "understood octets alone", "no text in the environ has a character above U+00FF"),
        (EnvironTrait.PortOfDigits, "understood a port of digits", "SERVER_PORT is text, and all of it decimal digits"),
        (EnvironTrait.ClientAddress, "understood a client's address alone", "REMOTE_ADDR is an IP address and nothing else; or it is empty or missing, as over a Unix socket"),
        (EnvironTrait.TidyNames, "understood tidy names", "keys that have lower-case letters are of these, digits, dots and underscores alone, and have a prefix"),
    ];

    /// <summary>The kinds of a value of the environ, as adapters tell them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["string", "bytes", "bool", "int", "tuple", "stream", "callable", "other"];

    public static IReadOnlyList<ClauseWord> All { get; } =
    [
        new("no content", "", "the response has no octet of content", "no content", static _ => new NoContent()),
        new("content containing", "\"TEXT\"", "this stands somewhere in the content", "content containing \"root:x:0\"", static t => new ContentHas(t.Text("content containing"))),
        new("head containing", "\"TEXT\"", "this stands in the reason phrase, or in a field, be it one of a trailer", "head containing \"root:x:0\"", static t => new HeadHas(t.Text("head containing"))),
        new("content", "\"TEXT\"", "the content is exactly this", "content \"hello\"", static t => new ContentIs(t.Text("content"))),
        new("no field", "NAME", "the response has no such field", "no field Transfer-Encoding", static t => new FieldPresence(Name(t), Present: false)),
        new("field", "NAME", "the response has such a field", "field Allow", Field),
        new("field", "NAME: \"TEXT\"", "one of its field lines has this value", "field Content-Type: \"text/plain\"", Field),
        new("one field", "NAME: \"TEXT\"", "there is one field line of this name, and this is its value", "one field X-Once: \"1\"", OnlyField),
        new("no option", "MEMBER in FIELD", "there is no such member, or no such field", "no option close in Connection", static t => Option(t) with { Present = false }),
        new("option", "MEMBER in FIELD", "a member of a comma list, whatever its case, which counts in Allow alone", "option close in Connection", Option),
        new("no interim", "NNN", "no such interim response came before", "no interim 100", static t => new InterimIs(Interim(t), Present: false)),
        new("interim", "NNN", "such an interim response came before", "interim 100", static t => new InterimIs(Interim(t), Present: true)),
        new("version", "VERSION", "the version of the status line", "version HTTP/1.1", Version),
        new("reason", "\"TEXT\"", "the reason phrase", "reason \"OK\"", Reason),
        new("framing", "KIND", "how the end of the content is found: content-length, chunked, until-close, none or tunnel", "framing chunked", Framing),
        new("early", "", "the target was seen to answer before it reads the content, so that its answer says nothing about the content", "early", static _ => new Early()),
        new("its content cut short", "", "the connection ended before the content did", "its content cut short", static _ => new CutShort()),
        .. PlainClauses.All,
        .. AnswerClauses.All,
        new("understood as sent", "", "the server understood what was drawn", "understood as sent", static _ => new UnderstoodAsSent()),
        new("understood no field", "NAME", "the server understood no such field", "understood no field X-Other", static t => new UnderstoodField(Name(t), null)),
        new("understood field", "NAME \"TEXT\"", "the server understood this field value", "understood field X-Probe \"one, two\"", UnderstoodValue),
        new("understood no variable", "NAME", "there is no such entry in the environ", "understood no variable REMOTE_USER", static t => new UnderstoodVariable(t.Word("a variable"), null, null)),
        new("understood variable", "NAME \"TEXT\"", "this entry of the environ has this text", "understood variable SERVER_PROTOCOL \"HTTP/1.1\"", Variable),
        new("understood kind", "KIND of NAME", "this entry of the environ is of this kind: " + string.Join(' ', Kinds), "understood kind tuple of wsgi.version", Kind),
        .. Traits.Select(t => new ClauseWord(t.Words, "", t.Summary, t.Words, _ => new UnderstoodTrait(t.Trait))),
        new("understood url", "\"TEXT\"", "the recipe of PEP 3333 makes this URL of the environ", "understood url \"http://${host}/a%20b\"", static t => new UnderstoodUrl(t.Text("understood url"))),
        .. Enum.GetValues<UnderstoodKind>().SelectMany(Understood),
    ];

    /// <summary>Reads clauses, between <c>and</c>.</summary>
    public static IReadOnlyList<Clause> ReadAll(Tokens tokens)
    {
        var clauses = new List<Clause>();
        do clauses.Add(ReadOne(tokens));
        while (tokens.Take("and"));
        return clauses;
    }

    private static Clause ReadOne(Tokens tokens)
    {
        foreach (var word in All)
        {
            if (tokens.Take(word.Begins)) return word.Read(tokens);
        }

        var wrong = tokens.Take();
        var words = wrong.Value == "understood" || wrong.Value == "no" ? $"{wrong.Value} {tokens.Next.Value}" : wrong.Value;
        throw new LanguageException(
            $"there is no clause {words}", NearestWord.Hint(words, All.Select(w => w.Begins)) ?? $"a clause begins with {string.Join(", ", All.Select(w => w.Begins).Distinct())}");
    }

    private static string Name(Tokens tokens)
    {
        var name = tokens.Word("a field name");
        return name.EndsWith(':') ? throw new LanguageException($"{name} has a colon, but no value belongs here") : name;
    }

    private static Clause Field(Tokens tokens)
    {
        var name = tokens.Word("a field name");
        if (name.EndsWith(':')) return new FieldIs(name[..^1], tokens.Text($"field {name}"));
        return tokens.Next.Kind == TokenKind.Text
            ? throw new LanguageException($"field {name} and a value need a colon between them", $"field {name}: {tokens.Next}")
            : new FieldPresence(name, Present: true);
    }

    private static FieldIs OnlyField(Tokens tokens) => Field(tokens) is FieldIs field
        ? field with { IsOnly = true }
        : throw new LanguageException("one field needs a value too", "such as one field X-Once: \"1\"");

    private static ListMember Option(Tokens tokens)
    {
        var member = tokens.Word("a member");
        if (!tokens.Take("in")) throw new LanguageException($"option {member} must say in which field", $"option {member} in Connection");
        return new ListMember(member, Name(tokens));
    }

    private static int Interim(Tokens tokens)
    {
        var text = tokens.Word("an interim status");
        return text is ['1', >= '0' and <= '9', >= '0' and <= '9'] and not "101"
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : throw new LanguageException($"{text} is no interim status", "1xx but 101");
    }

    private static VersionIs Version(Tokens tokens)
    {
        var version = tokens.Word("a version");
        return version is ['H', 'T', 'T', 'P', '/', >= '0' and <= '9', '.', >= '0' and <= '9']
            ? new VersionIs(version)
            : throw new LanguageException($"{version} is no version", "such as HTTP/1.1");
    }

    private static ReasonIs Reason(Tokens tokens) => tokens.Text("reason").Parts switch
    {
        [] => new ReasonIs(string.Empty),
        [LiteralPart literal] => new ReasonIs(System.Text.Encoding.Latin1.GetString(literal.Octets.Span)),
        _ => throw new LanguageException("a reason takes no placeholders"),
    };

    private static FramingIs Framing(Tokens tokens)
    {
        var word = tokens.Word("a framing");
        foreach (var (framing, name) in Framings)
        {
            if (name == word) return new FramingIs(framing);
        }

        throw new LanguageException($"there is no framing {word}", NearestWord.HintOrAll(word, [.. Framings.Select(f => f.Word)]));
    }

    private static UnderstoodField UnderstoodValue(Tokens tokens)
    {
        var name = Name(tokens);
        return new UnderstoodField(name, tokens.Text($"understood field {name}"));
    }

    private static UnderstoodVariable Variable(Tokens tokens)
    {
        var name = tokens.Word("a variable");
        return new UnderstoodVariable(name, tokens.Text($"understood variable {name}"), null);
    }

    private static UnderstoodVariable Kind(Tokens tokens)
    {
        var kind = AppProgramBuilder.OneOf(tokens.Word("a kind"), Kinds);
        if (!tokens.Take("of")) throw new LanguageException($"kind {kind} of what", $"understood kind {kind} of wsgi.version");
        return new UnderstoodVariable(tokens.Word("a variable"), null, kind);
    }

    private static IEnumerable<ClauseWord> Understood(UnderstoodKind kind)
    {
        var name = PatternText.Name(kind);
        var example = kind switch
        {
            UnderstoodKind.Method => "GET",
            UnderstoodKind.Path => "/a b",
            UnderstoodKind.Query => "a=b",
            _ => "hello",
        };
        yield return new($"understood no {name}", "", $"the server understood no {name}", $"understood no {name}", _ => new UnderstoodPart(kind, null));
        yield return new($"understood {name}", "\"TEXT\"", $"the server understood this {name}", $"understood {name} \"{example}\"", t => new UnderstoodPart(kind, t.Text($"understood {name}")));
    }
}

using System.Globalization;
using Conform.Cases.Parsing;

namespace Conform.Cases.Vocabulary;

/// <summary>A way to name status codes.</summary>
internal sealed record StatusWord(string Name, string Summary, string Example, Func<Tokens, StatusItem?> Read) : Word(Name, Summary, Example);

/// <summary>Every way to name status codes.</summary>
internal static class StatusWords
{
    public static readonly StatusRange AnyFinal = new(200, 599);
    public static readonly StatusRange AnyRefusal = new(400, 599);

    public static IReadOnlyList<StatusWord> All { get; } =
    [
        new("NNN", "this status", "400", Number),
        new("Nxx", "any status of this class", "4xx", Class),
        new("any final response", "any status but 1xx; 101 counts as final", "any final response", Fixed("any final response", AnyFinal)),
        new("any refusal", "any 4xx or 5xx", "any refusal", Fixed("any refusal", AnyRefusal)),
        new("the control's status", "what the request without the fault got", "the control's status", Fixed("the control's status", new ControlStatus())),
        new("the same status", "that of the response before it", "any refusal then the same status", Fixed("the same status", new SameStatus())),
        new("the baseline's status", "what a plain GET of the path got", "the baseline's status", Fixed("the baseline's status", new BaselineStatus())),
    ];

    /// <summary>Reads statuses, between commas or <c>or</c>.</summary>
    public static StatusSet ReadSet(Tokens tokens)
    {
        var items = new List<StatusItem> { ReadItem(tokens) };
        while (true)
        {
            tokens.SkipCommaBefore("then", "with", "or");
            if (tokens.Next.Kind == TokenKind.Comma) tokens.Take();
            else if (!tokens.Take("or")) return new StatusSet(items);
            items.Add(ReadItem(tokens));
        }
    }

    private static StatusItem ReadItem(Tokens tokens)
    {
        foreach (var word in All)
        {
            if (word.Read(tokens) is { } item) return item;
        }

        var phrase = tokens.Phrase("then", "with", "or");
        throw phrase.Length == 0
            ? new LanguageException($"a status is missing before {tokens.Next}", "such as 400, 4xx, any final response, the baseline's status")
            : new LanguageException($"{phrase} is no status", NearestWord.Hint(phrase, PatternWords.Phrases) ?? "such as 400, 4xx, any final response, the baseline's status");
    }

    private static Func<Tokens, StatusItem?> Fixed(string words, StatusItem item) => tokens => tokens.Take(words) ? item : null;

    private static StatusRange? Number(Tokens tokens)
    {
        if (tokens.Next is not { Kind: TokenKind.Word, Value: { Length: > 0 } text } || text.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0) return null;
        tokens.Take();
        var known = text.Length == 3 && (text[0] is >= '2' and <= '5' || text == "101");
        if (!known) throw new LanguageException($"{text} is no status of a final response", text[0] == '1' ? $"with interim {text} asks for an interim one" : "200 to 599, or 101");
        var status = int.Parse(text, CultureInfo.InvariantCulture);
        return new StatusRange(status, status);
    }

    private static StatusRange? Class(Tokens tokens)
    {
        if (tokens.Next is not { Kind: TokenKind.Word, Value: { Length: 3 } text } || !text.EndsWith("xx", StringComparison.Ordinal) || !char.IsAsciiDigit(text[0])) return null;
        tokens.Take();
        if (text[0] is < '2' or > '5') throw new LanguageException($"{text} is no class of final responses", "there are 2xx, 3xx, 4xx, 5xx");
        return new StatusRange((text[0] - '0') * 100, ((text[0] - '0') * 100) + 99);
    }
}

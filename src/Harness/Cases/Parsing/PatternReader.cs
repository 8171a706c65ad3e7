using Conform.Cases.Vocabulary;

namespace Conform.Cases.Parsing;

/// <summary>Reads the pattern of an expectation.</summary>
internal static class PatternReader
{
    public static Pattern Read(ExpectationVerb verb, Tokens tokens)
    {
        var pattern = verb is ExpectationVerb.Accept or ExpectationVerb.Tolerate ? ReadAlternative(verb, tokens) : ReadCheck(tokens);
        return tokens.Next.Kind is TokenKind.End or TokenKind.Requirement
            ? pattern
            : throw new LanguageException($"{tokens.Next} is not understood here", Rest(tokens.Next));
    }

    public static ResponsePattern ReadResponse(Tokens tokens)
    {
        var statuses = StatusWords.ReadSet(tokens);
        tokens.SkipCommaBefore("with");
        return new ResponsePattern(statuses, tokens.Take("with") ? ClauseTable.ReadAll(tokens) : []);
    }

    private static Pattern ReadAlternative(ExpectationVerb verb, Tokens tokens)
    {
        if (tokens.Take("close without an answer")) return new ConversationPattern([], Fate.Close);
        if (tokens.Take("silence")) return new ConversationPattern([], Fate.Silence);
        if (tokens.Take("what the mutation allows"))
            return verb == ExpectationVerb.Accept ? new MutationAllows() : throw new LanguageException("only accept can leave it to the mutation");
        return ReadConversation(tokens);
    }

    private static ConversationPattern ReadConversation(Tokens tokens)
    {
        var elements = ReadElements(tokens).ToList();
        while (true)
        {
            tokens.SkipCommaBefore("then");
            if (!tokens.Take("then")) return new ConversationPattern(elements, Fate.Any);
            if (tokens.Take("close")) return new ConversationPattern(elements, Fate.Close);
            if (tokens.Take("kept")) return new ConversationPattern(elements, Fate.Kept);
            elements.AddRange(ReadElements(tokens));
        }
    }

    private static IEnumerable<ConversationElement> ReadElements(Tokens tokens)
    {
        var times = tokens.TakeTimes() ?? 1;
        return Enumerable.Repeat(ReadElement(tokens), times);
    }

    private static ConversationElement ReadElement(Tokens tokens) =>
        tokens.Take("canary answered") ? new CanaryElement() : tokens.Take("what the program gives") ? new ProgramElement() : new ResponseElement(ReadResponse(tokens));

    private static Pattern ReadCheck(Tokens tokens)
    {
        if (tokens.Take("canary answered")) return new CanaryAnswered();
        if (tokens.Take("answered while waiting")) return new AnsweredWhileWaiting();
        if (tokens.Take("ended by close_notify")) return new EndedByCloseNotify();
        if (tokens.Take("reset behind an answer")) return new ResetBehindAnswer();
        if (tokens.Take("any response")) return new SomeResponse(ReadResponse(tokens));
        if (WitnessWords.TryRead(tokens) is { } witness) return witness;
        if (tokens.Take("with")) return new FirstResponseHas(ClauseTable.ReadAll(tokens));
        throw new LanguageException(
            $"{tokens.Next} begins nothing that can be checked", $"there are {string.Join(", ", PatternWords.Checks.Select(c => c.Name))}");
    }

    private static string Rest(Token token) => token.Kind == TokenKind.Word
        ? NearestWord.Hint(token.Value, ["then", "with", "and", "or"]) ?? "a pattern goes on with then, with, and"
        : "a pattern goes on with then, with, and";
}

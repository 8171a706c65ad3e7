using Conform.Cases.Parsing;
using Conform.Cases.Vocabulary;

namespace Conform.Cases;

/// <summary>Reads the lines of expect blocks.</summary>
public static class ExpectationParser
{
    /// <summary>Reads the lines that a mutator states for its draw.</summary>
    /// <param name="text">Lines of an expect block.</param>
    /// <param name="location">What they take the place of.</param>
    /// <param name="requirements">Finds requirements by id.</param>
    /// <exception cref="FormatException">A line cannot be read.</exception>
    public static IReadOnlyList<Expectation> ParseAllowed(string text, SourceLocation location, Func<string, Requirement?> requirements) =>
        [.. text.Split('\n').Select(l => l.Trim()).Where(IsExpectation).Select(l => ParseLine(l, location, requirements))];

    /// <summary>Reads one line.</summary>
    /// <param name="line">Verb, pattern, and at the end perhaps a requirement in square brackets.</param>
    /// <param name="location">Where it stands.</param>
    /// <param name="requirements">Finds requirements by id.</param>
    /// <exception cref="FormatException">It cannot be read; the message says why.</exception>
    public static Expectation ParseLine(string line, SourceLocation location, Func<string, Requirement?> requirements)
    {
        var tokens = new Tokens(line, location);
        var verb = ReadVerb(tokens);
        var begin = tokens.Next.Start;
        var pattern = PatternReader.Read(verb, tokens);
        var text = line[begin..tokens.Next.Start].TrimEnd();
        return new Expectation(verb, pattern, ReadRequirement(tokens, requirements), text, location);
    }

    /// <summary>Whether a line of an expect block is more than a comment or empty.</summary>
    internal static bool IsExpectation(string line) => line.Length > 0 && line[0] != '#';

    private static ExpectationVerb ReadVerb(Tokens tokens)
    {
        foreach (var (verb, word) in PatternWords.Verbs)
        {
            if (tokens.Take(word.Name)) return verb;
        }

        var wrong = tokens.Next.ToString();
        throw new LanguageException($"{wrong} is no verb", NearestWord.HintOrAll(wrong, [.. PatternWords.Verbs.Select(v => v.Word.Name)]));
    }

    private static Requirement? ReadRequirement(Tokens tokens, Func<string, Requirement?> requirements)
    {
        if (tokens.Next.Kind == TokenKind.End) return null;
        var id = tokens.Take().Value;
        if (tokens.Next.Kind != TokenKind.End) throw new LanguageException($"{tokens.Next} stands behind the requirement", "the requirement comes last");
        return requirements(id) ?? throw new UnknownRequirementException(id);
    }
}

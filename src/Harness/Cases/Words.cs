using Conform.Cases.Vocabulary;

namespace Conform.Cases;

/// <summary>Every word of the case language: the very tables that the parser reads by.</summary>
public static class Words
{
    /// <summary>The groups in the order of the manual.</summary>
    public static IReadOnlyList<WordGroup> All { get; } =
    [
        new("blocks", "Blocks", "Fenced blocks hold the conversation, in order.", [.. BlockWords.All.Select(Plain)]),
        new("items", "List items", "Lines between the blocks: the first words describe the case and stand before its first block, the others are steps.", [.. ItemWords.All.Select(Plain)]),
        new("placeholders", "Placeholders", "In send and control blocks, and between the quotes of an expectation. The same text has the same value everywhere in a case.",
            [.. PlaceholderWords.All.Select(Plain)]),
        new("verbs", "Verbs", "Each line of an expect block begins with one; it may end in the id of a requirement of its own in square brackets.", [.. PatternWords.Verbs.Select(v => v.Word)]),
        new("conversations", "Conversations", "What accept and tolerate look for.", PatternWords.Conversations),
        new("checks", "Checks", "What check and never look for.", PatternWords.Checks),
        new("statuses", "Statuses", "Several stand between commas.", [.. StatusWords.All.Select(Plain)]),
        new("clauses", "Clauses", "They stand behind with, and several are joined by and.", [.. ClauseTable.All.Select(Plain)]),
        new("fates", "Fates", "How the connection stands at the end of a conversation; without one any will do.", [.. PatternWords.Fates.Select(f => f.Word)]),
        new("told", "What a witness is told", "Behind witness told, in checks.", WitnessWords.Events),
        new("steps", "Steps of an application", "The lines of an app block. Text takes the octet escapes.", [.. AppStepWords.All.Select(Plain)]),
    ];

    private static Word Plain(Word word) => new(word.Name, word.Summary, word.Example);
}

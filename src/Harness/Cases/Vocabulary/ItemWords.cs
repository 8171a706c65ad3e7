using Conform.Cases.Parsing;

namespace Conform.Cases.Vocabulary;

/// <summary>Every word that can begin a list item of a case.</summary>
internal static class ItemWords
{
    public static IReadOnlyList<ItemWord> All { get; } =
    [
        new RequirementItem(), new NeedsItem(), new RepeatItem(), new MutateItem(), new GenerateItem(), new WaitsItem(), new RequiresItem(),
        new AwaitItem(), new AwaitGateItem(), new ReleaseItem(), new PauseItem(), new AwaitCloseItem(), new HalfCloseItem(), new AbortItem(), new ReconnectItem(),
        new ConnectionItem(),
    ];

    /// <summary>Reads an item without its bullet.</summary>
    /// <exception cref="LanguageException">The word is unknown, stands in the wrong place, or is given what it does not take.</exception>
    public static void Apply(CaseDraft draft, string item, int line)
    {
        var colon = item.IndexOf(':');
        var key = (colon < 0 ? item : item[..colon]).Trim();
        var value = colon < 0 ? string.Empty : item[(colon + 1)..].Trim();
        var word = All.FirstOrDefault(w => w.Key == key)
            ?? throw new LanguageException($"unknown word {key}", NearestWord.HintOrAll(key, [.. All.Select(w => w.Key)]));
        if (!word.IsStep && draft.HasBlock) throw new LanguageException($"{key} describes the case as a whole", "it stands before the first block");
        if (word.Value.Length == 0 && value.Length > 0) throw new LanguageException($"{key} takes no value");
        if (word.Value.Length > 0 && value.Length == 0) throw new LanguageException($"{key} needs a value", $"such as {word.Example}");
        word.Apply(draft, value, line);
    }
}

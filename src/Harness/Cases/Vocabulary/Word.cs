namespace Conform.Cases.Vocabulary;

/// <summary>A word of the case language, as the manual shows it.</summary>
/// <param name="Name">The word, with capital letters where something is to be put in.</param>
/// <param name="Summary">What it means, in one line.</param>
/// <param name="Example">How it looks.</param>
public record Word(string Name, string Summary, string Example);

/// <summary>Words that stand in the same place.</summary>
/// <param name="Name">A short name, such as <c>placeholders</c>.</param>
/// <param name="Title">The heading in the manual.</param>
/// <param name="Introduction">Where these words stand.</param>
/// <param name="Words">The words.</param>
public sealed record WordGroup(string Name, string Title, string Introduction, IReadOnlyList<Word> Words);

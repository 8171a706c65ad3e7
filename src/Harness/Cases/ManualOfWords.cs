using System.Text;

namespace Conform.Cases;

/// <summary>The manual of words, made of the tables that the parser reads by.</summary>
public static class ManualOfWords
{
    /// <summary>The line above the generated part of a file.</summary>
    public const string Begin = "<!-- words:begin -->";

    /// <summary>The line below it.</summary>
    public const string End = "<!-- words:end -->";

    /// <summary>The manual in Markdown.</summary>
    public static string Render()
    {
        var text = new StringBuilder();
        foreach (var group in Words.All)
        {
            text.Append($"### {group.Title}\n\n{group.Introduction}\n\n| word | meaning | example |\n|---|---|---|\n");
            foreach (var word in group.Words)
                text.Append($"| {Code(word.Name)} | {Cell(word.Summary)} | {Code(word.Example)} |\n");
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>A text as a cell of a Markdown table.</summary>
    /// <param name="text">The text.</param>
    public static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');

    private static string Code(string text) => text.Contains('`') ? $"`` {Cell(text)} ``" : $"`{Cell(text)}`";
}

using System.CommandLine;
using System.Text;
using Conform.Cases;

namespace Conform.Commands;

/// <summary>The manual of the commands in Markdown, made of what their help is made of.</summary>
internal static class ManualOfCommands
{
    /// <summary>The list of all commands, with a link to the page of each.</summary>
    /// <param name="root">The whole command line.</param>
    public static string Index(Command root)
    {
        var text = new StringBuilder("# Commands\n\nThese pages are made of the help of the program: `conform manual --write docs/commands`.\n\n| command | what it does |\n|---|---|\n");
        foreach (var command in root.Subcommands) text.Append($"| [conform {command.Name}]({command.Name}.md) | {ManualOfWords.Cell(command.Description ?? string.Empty)} |\n");
        return text.Append("\nWhat a command exits with: [exit codes](../exit-codes.md).\n").ToString();
    }

    /// <summary>The page of a command.</summary>
    /// <param name="command">The command.</param>
    public static string Page(Command command)
    {
        var text = new StringBuilder($"# conform {command.Name}\n\n{Sentence(command.Description)}\n\n    {Usage(command)}\n");
        if (command.Arguments.Count > 0) text.Append("\n| argument | |\n|---|---|\n");
        foreach (var argument in command.Arguments) text.Append($"| `{ManualOfWords.Cell(argument.Name)}` | {What(argument.Description, Default(argument))} |\n");
        if (command.Options.Count > 0) text.Append("\n| option | |\n|---|---|\n");
        foreach (var option in command.Options) text.Append($"| `{ManualOfWords.Cell(Head(option))}` | {What(option.Description, Default(option))} |\n");
        return text.ToString();
    }

    private static string Usage(Command command)
    {
        var words = command.Arguments.Select(a => (a.Arity.MinimumNumberOfValues, a.Arity.MaximumNumberOfValues > 1) switch
        {
            (0, var many) => $"[{a.Name}{(many ? "…" : string.Empty)}]",
            (_, var many) => a.Name + (many ? "…" : string.Empty),
        });
        var required = command.Options.Where(o => o.Required).Select(Head);
        return string.Join(' ', ["conform", command.Name, .. words, .. required, .. command.Options.Any(o => !o.Required) ? ["[options]"] : Array.Empty<string>()]);
    }

    private static string Head(Option option) => option.ValueType == typeof(bool) ? option.Name : $"{option.Name} {option.HelpName ?? Words(option) ?? option.Name.TrimStart('-').ToUpperInvariant()}";

    // An option that takes one word of a few has no name for it: the words themselves are shown.
    private static string? Words(Option option) =>
        option.GetCompletions(System.CommandLine.Completions.CompletionContext.Empty).Select(c => c.Label).ToList() is { Count: > 0 and < 6 } words ? string.Join('|', words) : null;

    private static string What(string? description, object? unless) =>
        ManualOfWords.Cell(description ?? string.Empty) + (unless is null or false or "" or Array ? string.Empty : $"; default `{unless}`");

    private static object? Default(Argument argument) => argument.HasDefaultValue ? argument.GetDefaultValue() : null;

    private static object? Default(Option option) => option.HasDefaultValue ? option.GetDefaultValue() : null;

    private static string Sentence(string? text) => string.IsNullOrEmpty(text) ? string.Empty : $"{char.ToUpperInvariant(text[0])}{text[1..].TrimEnd('.')}.";
}

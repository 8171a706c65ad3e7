using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Conform.Cases;

namespace Conform.Commands;

/// <summary><c>conform words</c>: the words of the case language.</summary>
internal static class WordsCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Where the words go.</param>
    public static Command Create(TextWriter output)
    {
        var format = ListFormat.Option();
        var command = new Command("words", "list the words of the case language") { format };
        command.SetAction(parse =>
        {
            output.Write(parse.GetValue(format) switch
            {
                ListFormat.Json => Json(),
                ListFormat.Markdown => ManualOfWords.Render(),
                _ => Text(),
            });
            return 0;
        });
        return command;
    }

    private static string Text()
    {
        var text = new StringBuilder();
        foreach (var group in Words.All)
        {
            text.Append($"{(text.Length > 0 ? "\n" : string.Empty)}{group.Title}\n  {group.Introduction}\n\n");
            var width = group.Words.Max(w => w.Name.Length);
            foreach (var word in group.Words) text.Append($"  {word.Name.PadRight(width)}  {word.Summary}\n  {string.Empty.PadRight(width)}  {word.Example}\n");
        }

        return text.ToString();
    }

    private static string Json() => new JsonArray([.. Words.All.Select(group => new JsonObject
    {
        ["group"] = group.Name,
        ["introduction"] = group.Introduction,
        ["words"] = new JsonArray([.. group.Words.Select(w => new JsonObject { ["word"] = w.Name, ["summary"] = w.Summary, ["example"] = w.Example })]),
    })]).ToJsonString(PrettyJson.Options) + "\n";
}

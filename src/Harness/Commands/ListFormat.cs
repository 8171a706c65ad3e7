using System.CommandLine;

namespace Conform.Commands;

/// <summary>The formats of what is listed.</summary>
internal static class ListFormat
{
    public const string Text = "text";
    public const string Markdown = "markdown";
    public const string Json = "json";

    /// <summary>The <c>--format</c> option.</summary>
    public static Option<string> Option()
    {
        var option = new Option<string>("--format") { Description = "how to write it", DefaultValueFactory = _ => Text };
        option.AcceptOnlyFromAmong(Text, Markdown, Json);
        return option;
    }
}

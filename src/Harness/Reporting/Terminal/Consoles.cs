using Spectre.Console;

namespace Conform.Reporting.Terminal;

/// <summary>Makes the console that a report is written to.</summary>
public static class Consoles
{
    /// <summary>A console on a stream. Spectre finds out what it can do; a <c>NO_COLOR</c> that is not empty in the environment takes the colours away.</summary>
    /// <param name="output">Where it writes.</param>
    /// <param name="noColor">True for <c>--no-color</c>: no escape sequence at all is written.</param>
    /// <param name="plain">True where the output is a file or a pipe.</param>
    public static IAnsiConsole Create(TextWriter output, bool noColor, bool plain)
    {
        var bare = noColor || plain;
        var colourless = bare || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = bare ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = colourless ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = bare ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (plain) console.Profile.Width = Math.Max(console.Profile.Width, 100);
        return console;
    }
}

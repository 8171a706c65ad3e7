using Conform.Observations;
using Spectre.Console;

namespace Conform.Reporting.Terminal;

/// <summary>Lines on a console that fit its width: words are wrapped under themselves, never under the margin.</summary>
/// <param name="console">Where the lines go.</param>
internal sealed class Page(IAnsiConsole console)
{
    // Lines that are longer are hard to read, however wide the terminal is.
    private const int Widest = 120;

    /// <summary>A blank at which no line is cut; written as an ordinary one.</summary>
    public const char Together = '\u00A0';

    public static readonly Style Plain = Style.Plain;
    public static readonly Style Dim = new(decoration: Decoration.Dim);
    public static readonly Style Strong = new(decoration: Decoration.Bold);
    public static readonly Style Good = new(Color.Green);
    public static readonly Style Odd = new(Color.Yellow);
    public static readonly Style Bad = new(Color.Red);
    public static readonly Style Worst = new(Color.Red, decoration: Decoration.Bold);
    public static readonly Style Sent = new(Color.Blue);

    public int Width => Math.Clamp(console.Profile.Width, 40, Widest);

    public IAnsiConsole Console => console;

    public void Blank() => console.WriteLine();

    /// <summary>One line as it is; the caller keeps it short enough.</summary>
    public void Line(string text, Style? style = null)
    {
        if (text.Length > 0) console.Write(new Text(text.Replace(Together, ' '), style ?? Plain));
        console.WriteLine();
    }

    /// <summary>A heading with a blank line before it.</summary>
    public void Heading(string text, Style? style = null)
    {
        Blank();
        Line(text, style ?? Strong);
    }

    /// <summary>A label and a text behind it; further lines of the text begin where the first did.</summary>
    public void Labelled(string label, string text, Style? labelStyle = null, Style? style = null)
    {
        var first = true;
        foreach (var line in Wrap(text, Width - label.Length))
        {
            console.Write(new Text(first ? label : new string(' ', label.Length), labelStyle ?? Plain));
            Line(line, style);
            first = false;
        }
    }

    /// <summary>Cuts a text at blanks into lines of at most <paramref name="width"/> characters; a longer word is cut where it must be.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        width = Math.Max(10, width);
        var rest = Printable(text).Trim();
        while (rest.Length > width)
        {
            var cut = rest.LastIndexOf(' ', width);
            if (cut <= 0) cut = width;
            yield return rest[..cut].TrimEnd();
            rest = rest[cut..].TrimStart();
        }

        yield return rest;
    }

    /// <summary>Makes sure that nothing a server sent can steer the terminal.</summary>
    public static string Printable(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? Octets.Escape(c) : c.ToString())) : text;
}

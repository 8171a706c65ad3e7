using Conform.Cases.Parsing;

namespace Conform.Cases;

/// <summary>Reads octets as they stand in case files: escapes, placeholders, line ends.</summary>
public static class OctetTemplateParser
{
    /// <summary>Reads the lines of a <c>send</c> or <c>control</c> block: each ends in CRLF unless a final backslash takes that away.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="location">Where the first line stands.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static OctetTemplate ParseBlock(IReadOnlyList<string> lines, SourceLocation location, ICollection<Diagnostic> diagnostics)
    {
        var builder = new TemplateBuilder(
            quoted: false, (line, message, hint) => diagnostics.Add(new Diagnostic(location with { Line = line }, message, hint)));
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, number) = (lines[i], location.Line + i);
            if (line.EndsWith(' ')) diagnostics.Add(new Diagnostic(location with { Line = number }, "a blank at the end of the line", "write it as \\x20"));
            var joined = EndsInJoin(line);
            builder.Text(joined ? line[..^1] : line, number);
            if (!joined) builder.Octets("\r\n"u8);
            builder.Cut(number);
        }

        return builder.Build(location);
    }

    /// <summary>Reads the text between two double quotes.</summary>
    /// <param name="text">Without the quotes.</param>
    /// <param name="location">Where it stands.</param>
    /// <exception cref="FormatException">It cannot be read; the message says why.</exception>
    public static OctetTemplate ParseText(string text, SourceLocation location)
    {
        var builder = new TemplateBuilder(quoted: true, static (_, message, hint) => throw new LanguageException(message, hint));
        builder.Text(text, location.Line);
        builder.Cut(location.Line);
        return builder.Build(location);
    }

    // An even number of backslashes is as many escaped ones, and takes nothing away.
    private static bool EndsInJoin(string line) => (line.Length - line.AsSpan().TrimEnd('\\').Length) % 2 == 1;
}

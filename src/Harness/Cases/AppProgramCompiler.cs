using Conform.Cases.Parsing;
using Conform.Cases.Vocabulary;

namespace Conform.Cases;

/// <summary>Makes the compact form of an application's program, which rides in the query string, out of its readable lines.</summary>
public static class AppProgramCompiler
{
    /// <summary>
    /// Servers are asked to take a request-line of 8000 octets (RFC 9112 section 3), but need not, and several stop at 4094 or 4096: what is refused for the
    /// length of its program says nothing about what the program is for.
    /// </summary>
    private const int Longest = 3000;

    /// <summary>Compiles the lines of an app block.</summary>
    /// <param name="lines">One step a line; lines beginning with <c>#</c> are comments.</param>
    /// <param name="location">Where the first line stands.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static AppProgram Compile(IReadOnlyList<string> lines, SourceLocation location, ICollection<Diagnostic> diagnostics)
    {
        var builder = new AppProgramBuilder();
        var steps = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            steps.Add(line);
            try
            {
                Apply(builder, line);
            }
            catch (LanguageException e)
            {
                diagnostics.Add(new Diagnostic(location with { Line = location.Line + i }, e.Message, e.Hint));
            }
        }

        var compact = builder.Build();
        if (steps.Count == 0) diagnostics.Add(new Diagnostic(location, "the app block is empty", "begin with start 200 OK"));
        if (compact.Length > Longest)
            diagnostics.Add(new Diagnostic(location, $"the program takes {compact.Length} octets of the request-line", $"at most {Longest}; repeat makes much of little"));
        return new AppProgram(steps, compact, location);
    }

    /// <summary>A case with the program that was drawn for it, from its lines.</summary>
    /// <param name="subject">The case.</param>
    /// <param name="lines">The lines; null where none was drawn.</param>
    public static Case WithDrawn(Case subject, IReadOnlyList<string>? lines) =>
        subject.Generates is not null && lines is not null ? subject with { Program = Compile(lines, subject.Location, []) } : subject;

    private static void Apply(AppProgramBuilder builder, string line)
    {
        var blank = line.IndexOf(' ');
        var key = blank < 0 ? line : line[..blank];
        var rest = blank < 0 ? string.Empty : line[blank..].TrimStart(' ');
        var word = AppStepWords.All.FirstOrDefault(w => w.Key == key)
            ?? throw new LanguageException($"unknown step {key}", NearestWord.HintOrAll(key, [.. AppStepWords.All.Select(w => w.Key).Distinct()]));
        if (word.Key.EndsWith(':') && rest.Length > 0) throw new LanguageException($"{key} stands alone on its line");
        word.Apply(builder, rest);
    }
}

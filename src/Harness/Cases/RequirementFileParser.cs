using Conform.Cases.Parsing;

namespace Conform.Cases;

/// <summary>A file of requirements, read.</summary>
/// <param name="Specification">Its first level-1 heading, such as <c>RFC 9112</c>; a requirement has that of the nearest one above it.</param>
/// <param name="Requirements">The requirements with their lines.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
public sealed record RequirementFile(
    string Specification, IReadOnlyList<(Requirement Requirement, SourceLocation Location)> Requirements, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Reads the pipe tables of a requirements file.</summary>
public static class RequirementFileParser
{
    private static readonly IReadOnlyList<(string Word, RequirementLevel Level)> _levels =
    [
        ("MUST", RequirementLevel.Must), ("MUST NOT", RequirementLevel.MustNot), ("SHOULD", RequirementLevel.Should), ("SHOULD NOT", RequirementLevel.ShouldNot),
        ("RECOMMENDED", RequirementLevel.Recommended), ("OUGHT", RequirementLevel.Ought), ("MAY", RequirementLevel.May), ("OPTIONAL", RequirementLevel.Optional),
        ("PROSE", RequirementLevel.Prose),
    ];

    /// <summary>The word for a level, as the tables have it.</summary>
    /// <param name="level">The level.</param>
    public static string Describe(this RequirementLevel level) => _levels.First(l => l.Level == level).Word;

    /// <summary>Reads one file.</summary>
    /// <param name="path">Where it stands, for diagnostics.</param>
    /// <param name="text">What it says.</param>
    public static RequirementFile Parse(string path, string text)
    {
        var problems = new DiagnosticSink(path);
        var source = new SourceText(text, problems);
        var specification = source.Lines.FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();
        if (specification is null) problems.Add(1, "the file names no specification", "begin with a level-1 heading, such as # RFC 9112");
        var found = new List<(Requirement, SourceLocation)>();
        var above = specification;
        for (var line = 1; line <= source.Lines.Count; line++)
        {
            var number = line;
            // A file that gathers several specifications has a heading for each.
            if (source.Line(line).StartsWith("# ", StringComparison.Ordinal)) above = source.Line(line)[2..].Trim();
            if (IsRow(source.Line(line))) problems.Try(line, () => found.Add((Row(source.Line(number), above ?? string.Empty), new SourceLocation(path, number))));
        }

        if (found.Count == 0 && problems.All.Count == 0) problems.Add(1, "there is no requirement in this file", "a table has the columns id, section, level, role, observed, requirement");
        return new RequirementFile(specification ?? string.Empty, found, problems.All);
    }

    private static bool IsRow(string line)
    {
        if (!line.StartsWith('|')) return false;
        var cells = Cells(line);
        var isRule = cells.All(c => c.Length > 0 && c.All(l => l is '-' or ':'));
        return !isRule && cells is not ["id", "section", "level", .., "requirement"];
    }

    // A pipe within a cell is written \| as Markdown has it.
    private static List<string> Cells(string line) =>
        [.. line.Trim().Trim('|').Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|').Select(c => c.Trim().Replace('\u0001', '|'))];

    // Who wants no more than to name requirements leaves role and observed out.
    private static Requirement Row(string line, string specification)
    {
        var cells = Cells(line);
        if (cells.Count is not (4 or 6))
            throw new LanguageException($"the row has {cells.Count} cells", "id, section, level, role, observed, requirement; a pipe in the text is written \\|");
        if (cells[0].Length == 0 || cells[0].Contains(' ')) throw new LanguageException("the row has no id", "a name without blanks, such as rfc9112-3.2-host-missing");
        if (cells[1].Length == 0) throw new LanguageException($"{cells[0]} has no section");
        if (cells[^1].Length == 0) throw new LanguageException($"{cells[0]} has no text", "say in one sentence what is asked");
        var level = _levels.FirstOrDefault(l => l.Word == cells[2]);
        if (level.Word is null) throw new LanguageException($"there is no level {cells[2]}", NearestWord.HintOrAll(cells[2], [.. _levels.Select(l => l.Word)]));
        var found = new Requirement(cells[0], specification, cells[1], level.Level, cells[^1]);
        return cells.Count == 4 ? found : Whole(found, cells[3], cells[4]);
    }

    private static Requirement Whole(Requirement found, string role, string observed)
    {
        if (!RequirementWords.Roles.Contains(role, StringComparer.Ordinal))
            throw new LanguageException($"there is no role {role}", NearestWord.HintOrAll(role, RequirementWords.Roles));
        if (observed.StartsWith(RequirementWords.Not, StringComparison.Ordinal))
        {
            var reason = observed[RequirementWords.Not.Length..].Trim();
            return reason.Length == 0
                ? throw new LanguageException($"{found.Id} is not observed, and nothing says why", "not: and the reason")
                : found with { Role = role, Observed = RequirementWords.Not, LeftOut = reason };
        }

        return RequirementWords.Observed.Contains(observed, StringComparer.Ordinal)
            ? found with { Role = role, Observed = observed }
            : throw new LanguageException($"there is no way to observe called {observed}", NearestWord.HintOrAll(observed, [.. RequirementWords.Observed, RequirementWords.Not]));
    }
}

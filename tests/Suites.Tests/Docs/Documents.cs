using System.Text.RegularExpressions;

namespace Conform.Suites.Tests.Docs;

/// <summary>The pages that people read, and the command lines in them.</summary>
internal static class Documents
{
    // The table of exit codes is run row by row, with what each row expects.
    private const string OfItsOwn = "docs/exit-codes.md";

    private static readonly string[] Pages = ["README.md", "suites/README.md", .. Directory.EnumerateFiles(Path.Combine(Clone.Root, "docs"), "*.md").Select(p => "docs/" + Path.GetFileName(p)).Where(p => p != OfItsOwn).Order(StringComparer.Ordinal)];

    /// <summary>Every command line, as the words behind <c>conform</c>, with the page where it stands first.</summary>
    public static IReadOnlyList<(string Page, string Words)> CommandLines { get; } = [.. Pages
        .SelectMany(page => Commands(File.ReadAllText(Path.Combine(Clone.Root, page))).Select(words => (Page: page, Words: words)))
        .DistinctBy(c => c.Words, StringComparer.Ordinal)];

    /// <summary>The text of a page.</summary>
    /// <param name="page">Such as <c>docs/install.md</c>.</param>
    public static string Read(string page) => File.ReadAllText(Path.Combine(Clone.Root, page));

    private static IEnumerable<string> Commands(string text) =>
        Regex.Matches(text, @"dotnet run --project src/Harness -- (?<words>[^`\n]+)|`conform (?<words>[a-z][^`\n]*)`|^ {4}conform (?<words>[a-z][^\n]*)$|\| conform (?<words>send [^`\n]+)$", RegexOptions.Multiline, TimeSpan.FromSeconds(5))
            .Select(m => m.Groups["words"].Value.TrimEnd()).Where(w => !w.EndsWith('\\'));
}

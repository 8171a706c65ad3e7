using Conform.Cases;
using Conform.Judging.Lint;
using Conform.Reporting;

namespace Conform.Commands;

/// <summary>The names that a list about cases may use: cases, their draws, lint rules, and globs that match one of these.</summary>
/// <param name="catalogue">The cases.</param>
internal sealed class KnownCases(Catalogue catalogue)
{
    private readonly Lazy<List<string>> _all = new(() =>
    [
        .. catalogue.Cases.SelectMany(c => c.IsDrawn ? Enumerable.Range(0, c.Repeat).Select(i => $"{c.Id}[{i}]").Prepend(c.Id) : [c.Id]),
        .. LintRules.All.Select(r => $"lint/{r.Name}"),
    ]);

    /// <summary>Whether there is one.</summary>
    /// <param name="word">An id or a glob.</param>
    public bool Has(string word) => ListedCase.IsGlob(word)
        ? _all.Value.Exists(id => ListedCase.Names(word, id))
        : catalogue.Knows(word) || LintRules.All.Any(rule => word == $"lint/{rule.Name}");

    /// <summary>What to say of lines that name none.</summary>
    /// <param name="unknown">The lines.</param>
    public static string Missing(IEnumerable<ListedCase> unknown) => string.Join('\n', unknown.Select(u => $"{u.Location}: there is no case {u.Case}"));

    /// <summary>Reads the file of such a list.</summary>
    /// <param name="option">The option that names it, for the message.</param>
    /// <param name="path">Where it is.</param>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static string ReadText(string option, string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option}: cannot read {path}: {e.Message}");
        }
    }
}

using Conform.Cases;

namespace Conform.Harness.Tests.Cases;

/// <summary>Small case files.</summary>
internal static class Samples
{
    public const string Requirements = "# RFC 9\n\n| id | section | level | requirement |\n|---|---|---|---|\n| a-rule | 1.2 | MUST | It does. |\n| another-rule | 3 | SHOULD | It should. |\n";

    /// <summary>Two sound cases that others may need.</summary>
    public const string Others = "\n## one-host\n\nWhy.\n\n- requirement: a-rule\n\n```send\nx\n```\n\n```expect\naccept 200\n```\n\n## two-hosts\n\nWhy.\n\n- requirement: a-rule\n\n```send\nx\n```\n\n```expect\naccept 200\n```\n";

    /// <summary>A file with one case: the heading stands on line 3, the fence of its send block on line 9 when there are no more items.</summary>
    public static string Case(string items = "", string send = "GET / HTTP/1.1\n\n", string expect = "accept 200\n", string more = "") =>
        $"# Title\n\n## one\n\nWhy.\n\n- requirement: a-rule\n{(items.Length > 0 ? "\n" : "")}{items}\n```send\n{send}```\n{more}\n```expect\n{expect}```\n";

    public static Catalogue Load(params (string Path, string Text)[] files) => CatalogueLoader.FromFiles([("suites/requirements/rfc9.md", Requirements), .. files]);

    public static Catalogue Load(string text) => Load(("suites/a/b.md", text));
}

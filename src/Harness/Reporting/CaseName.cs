namespace Conform.Reporting;

/// <summary>The parts of a case id: <c>rfc9112/content-length/differing-values[3]</c>.</summary>
public static class CaseName
{
    /// <summary>Folder and file, such as <c>rfc9112/content-length</c>; <c>lint</c> for a lint rule.</summary>
    /// <param name="id">The case id.</param>
    public static string File(string id)
    {
        var slash = id.LastIndexOf('/');
        return slash < 0 ? id : id[..slash];
    }

    /// <summary>The heading, with the draw's index where there is one.</summary>
    /// <param name="id">The case id.</param>
    public static string Heading(string id) => id[(id.LastIndexOf('/') + 1)..];

    /// <summary>The id without the draw's index.</summary>
    /// <param name="id">The case id.</param>
    public static string WithoutDraw(string id)
    {
        var bracket = id.LastIndexOf('[');
        return bracket > 0 && id.EndsWith(']') ? id[..bracket] : id;
    }

    /// <summary>The draw's index; -1 where there is none.</summary>
    /// <param name="id">The case id.</param>
    public static int Draw(string id) => id.Length > WithoutDraw(id).Length ? int.Parse(id[(WithoutDraw(id).Length + 1)..^1]) : -1;

    /// <summary>Whether this is the result of a lint rule and not of a case.</summary>
    /// <param name="id">The case id.</param>
    public static bool IsLint(string id) => id.StartsWith("lint/", StringComparison.Ordinal);
}

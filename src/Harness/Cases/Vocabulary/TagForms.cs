namespace Conform.Cases.Vocabulary;

/// <summary>The forms in which <c>${said N ETag FORM}</c> takes an entity tag: each is that of <c>${etag-FORM}</c>.</summary>
public static class TagForms
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["strong", "opaque", "weak", "text", "other", "case", "short"];
}

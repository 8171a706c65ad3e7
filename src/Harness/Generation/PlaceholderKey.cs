using Conform.Cases;

namespace Conform.Generation;

/// <summary>A placeholder taken apart: its name, what it is given, and the label that keeps it distinct.</summary>
/// <param name="Text">The text between the braces; equal texts have equal values within one draw.</param>
/// <param name="Name">The name.</param>
/// <param name="Arguments">What stands behind the name, without the label.</param>
internal sealed record PlaceholderKey(string Text, string Name, IReadOnlyList<string> Arguments)
{
    /// <summary>The key of a placeholder.</summary>
    /// <param name="part">The placeholder.</param>
    public static PlaceholderKey Of(PlaceholderPart part)
    {
        var labelled = part.Arguments.Count > 0 && part.Arguments[^1].StartsWith('#');
        IReadOnlyList<string> arguments = labelled ? [.. part.Arguments.SkipLast(1)] : part.Arguments;
        return new PlaceholderKey(string.Join(' ', [part.Name, .. part.Arguments]), part.Name, arguments);
    }

    /// <summary>What stands behind the name, label included: another placeholder with the same tail belongs to this one.</summary>
    public string Tail => Text[Name.Length..];

    /// <summary>The number that stands first behind the name, or null.</summary>
    public int? Number => Arguments.Count > 0 && int.TryParse(Arguments[0], out var number) ? number : null;
}

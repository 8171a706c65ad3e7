using System.Globalization;

namespace Conform.Cases.Parsing;

/// <summary>The id of one draw: <c>ID[3]</c>.</summary>
internal readonly record struct DrawnId(string Id, int Index)
{
    /// <summary>Null where the text carries no index.</summary>
    public static DrawnId? TryParse(string text)
    {
        var open = text.LastIndexOf('[');
        return open > 0 && text.EndsWith(']') && int.TryParse(text.AsSpan(open + 1, text.Length - open - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new DrawnId(text[..open], index)
            : null;
    }
}

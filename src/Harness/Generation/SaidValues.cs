using System.Globalization;
using Conform.Http;
using Conform.Observations;

namespace Conform.Generation;

/// <summary>What <c>${said N FIELD}</c> becomes, and why an answer may have nothing for it.</summary>
internal static class SaidValues
{
    /// <summary>About as long as tags are.</summary>
    public static ReadOnlyMemory<byte> StandIn { get; } = SaidOctets.Latin1("\"0123456789abcdef\"");

    /// <summary>Whether the placeholder is of this kind.</summary>
    /// <param name="key">The placeholder.</param>
    public static bool Has(PlaceholderKey key) => key.Name == "said";

    /// <summary>The key of a placeholder by its text.</summary>
    /// <param name="text">What stands between the braces.</param>
    public static PlaceholderKey Key(string text) => new(text, "said", text.Split(' ')[1..]);

    /// <summary>What it becomes.</summary>
    /// <param name="key">The placeholder.</param>
    /// <param name="answers">The final answers to the case's own requests so far.</param>
    public static Fact Of(PlaceholderKey key, IReadOnlyList<Response> answers)
    {
        var number = int.Parse(key.Arguments[0], NumberStyles.None, CultureInfo.InvariantCulture);
        var (field, form) = (key.Arguments[1], key.Arguments.Skip(2));
        if (number > answers.Count || !answers[number - 1].IsAnswer) return Fact.Lacking($"there is no answer {number}");
        var answer = answers[number - 1];
        var known = FixedRepresentation.Of(answer, $"answer {number}");
        return field.Equals("ETag", StringComparison.OrdinalIgnoreCase) ? FixedValues.Of(new PlaceholderKey(key.Text, string.Join('-', form.Prepend("etag")), []), known)
            : field.Equals("Last-Modified", StringComparison.OrdinalIgnoreCase) ? FixedValues.Of(new PlaceholderKey(key.Text, "last-modified", [.. form]), known)
            : answer.Values(field).ToList() is [var only] ? new Fact(only, null)
            : Fact.Lacking($"answer {number} has {(answer.Values(field).Any() ? "more than one" : "no")} {field}");
    }
}

using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Application;

/// <summary>Short words for rules on fields that only an application sets: they are notes, and never asked where a case brings its own application.</summary>
internal static class ApplicationRule
{
    /// <summary>A rule on the value of each line of a field.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="requirement">Its requirement.</param>
    /// <param name="field">The field.</param>
    /// <param name="summary">What the field must be, in one sentence.</param>
    /// <param name="wrong">What is wrong with a value, in one sentence, or null.</param>
    public static LintRule OnValue(string name, string requirement, string field, string summary, Func<string, string?> wrong) =>
        Of(name, requirement, summary, c =>
            from value in c.Response.Values(field)
            let fault = wrong(value)
            where fault is not null
            select $"{field} is {Shown.Text(value)}: {fault}");

    /// <summary>A rule on a field that may stand in one line only.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="requirement">Its requirement.</param>
    /// <param name="field">The field.</param>
    public static LintRule Once(string name, string requirement, string field) => Of(name, requirement, $"{field} has one line.", c =>
        c.Response.Values(field).Count() is > 1 and var count ? [$"{field} has {count} lines."] : []);

    /// <summary>Any other.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="requirement">Its requirement.</param>
    /// <param name="summary">What must hold, in one sentence.</param>
    /// <param name="check">What breaks the rule.</param>
    public static LintRule Of(string name, string requirement, string summary, Func<LintContext, IEnumerable<string>> check) =>
        new(name, requirement, summary, check) { IsOfApplication = true };

    /// <summary>A check that the value is one of some words.</summary>
    /// <param name="comparison">Whether case matters.</param>
    /// <param name="words">The words.</param>
    public static Func<string, string?> OneOf(StringComparison comparison, params string[] words) =>
        value => Array.Exists(words, w => w.Equals(value, comparison)) ? null : $"It is none of {string.Join(", ", words)}.";

    /// <summary>A check that the value is a count of seconds.</summary>
    /// <param name="value">The value.</param>
    public static string? Seconds(string value) => value.Length > 0 && value.All(char.IsAsciiDigit) ? null : "It is no number of seconds.";
}

namespace Conform.Judging.Lint.Rules;

/// <summary>One sentence, or none.</summary>
internal static class Say
{
    public static IEnumerable<string> When(bool broken, string message) => broken ? [message] : [];

    public static IEnumerable<string> When(string? message) => message is null ? [] : [message];
}

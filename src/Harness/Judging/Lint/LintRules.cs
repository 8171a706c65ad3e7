namespace Conform.Judging.Lint;

/// <summary>The table of all lint rules.</summary>
public static class LintRules
{
    /// <summary>Every rule, in the order of the specifications.</summary>
    public static IReadOnlyList<LintRule> All { get; } = [.. GrammarRules.All, .. FramingRules.All, .. FieldRules.All, .. StatusRules.All];
}

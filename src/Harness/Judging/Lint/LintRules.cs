using Conform.Judging.Lint.Application;
using Conform.Judging.Lint.Rules;

namespace Conform.Judging.Lint;

/// <summary>The table of all lint rules.</summary>
public static class LintRules
{
    /// <summary>Every rule: what binds a server first, in the order of the specifications, and then what only an application can break.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
    [
        .. GrammarRules.All, .. WhitespaceRules.All, .. FramingRules.All, .. ConnectionRules.All, .. UpgradeRules.All,
        .. FieldRules.All, .. DateRules.All, .. FieldGrammarRules.All, .. ListRules.All, .. UriRules.All, .. ChallengeRules.All, .. ContentRules.All,
        .. StatusRules.All, .. PartialRules.All, .. NotModifiedRules.All, .. ComparisonRules.All,
        .. CachingRules.All, .. CookieRules.All, .. TransportSecurityRules.All, .. CrossOriginRules.All, .. PolicyRules.All,
    ];
}

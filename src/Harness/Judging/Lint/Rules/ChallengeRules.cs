using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Rules;

/// <summary>Rules on challenges and on what an authentication says afterwards.</summary>
internal static class ChallengeRules
{
    private static readonly string[] Challenging = ["WWW-Authenticate", "Proxy-Authenticate"];
    private static readonly string[] Informing = ["Authentication-Info", "Proxy-Authentication-Info"];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        Of("www-authenticate", "rfc9110-11.6.1-www-authenticate-abnf", "WWW-Authenticate is a list of challenges.", ChallengeFault.Grammar, "WWW-Authenticate"),
        Of("proxy-authenticate", "rfc9110-11.7.1-proxy-authenticate-abnf", "Proxy-Authenticate is a list of challenges.", ChallengeFault.Grammar, "Proxy-Authenticate"),
        Of("authentication-info", "rfc9110-11.6.3-authentication-info-abnf", "Authentication-Info is a list of parameters.", ChallengeFault.Grammar, Informing),
        Of("challenge-separation", "rfc9110-11.6.1-www-authenticate-multi-challenge", "Commas separate the parameters of a challenge, and quotes are closed.",
            ChallengeFault.Separation, [.. Challenging, .. Informing]),
        Of("auth-parameter-repeated", "rfc9110-11.2-authparam-once", "A parameter stands once in a challenge.", ChallengeFault.Repeated, Challenging),
        Of("realm-quoted", "rfc9110-11.5-realm-quoted", "A realm is a quoted-string.", ChallengeFault.PlainRealm, Challenging),
        Of("bad-whitespace", "rfc9110-5.6.3-sender-no-bws", "No blank stands around the equals sign of an auth-param.", ChallengeFault.Blanks, [.. Challenging, .. Informing]),
    ];

    private static LintRule Of(string name, string requirement, string summary, ChallengeFault fault, params string[] fields) =>
        new(name, requirement, summary, c =>
            from field in c.Response.Fields.Concat(c.Response.Trailers)
            where fields.Contains(field.Name, StringComparer.OrdinalIgnoreCase)
            let all = Informing.Contains(field.Name, StringComparer.OrdinalIgnoreCase) ? Challenges.InfoFaults(field.Value) : Challenges.Faults(field.Value)
            let first = all.Where(f => f.Fault == fault).Select(f => f.Message).FirstOrDefault()
            where first is not null
            select $"{field.Name} is {Shown.Text(field.Value)}: {first}") { IsOfApplication = true };
}

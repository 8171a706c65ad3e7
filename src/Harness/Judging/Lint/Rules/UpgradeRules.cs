using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Rules;

/// <summary>Rules on changing the protocol.</summary>
internal static class UpgradeRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("upgrade-in-101", "rfc9110-7.8-upgrade-101-has-upgrade", "A 101 says which protocol follows.",
            c => Say.When(c.Response is { Status: 101, HeadEnded: true } && !c.Has("Upgrade"), "A 101 has no Upgrade.")),
        new("upgrade-offered", "rfc9110-7.8-upgrade-only-offered", "A server switches only to a protocol that the client named.", c => Say.When(NotOffered(c))),
        new("upgrade-connection", "rfc9110-7.8-upgrade-connection-option", "Where there is Upgrade, Connection says so.",
            c => Say.When(c.Has("Upgrade") && !Lists.Has(c.Response.Values("Connection"), "upgrade"), "Upgrade is not named in Connection.")),
    ];

    private static string? NotOffered(LintContext c)
    {
        if (c.Response.Status != 101 || c.Request is not { } request) return null;
        if (request.NeverSent("Upgrade")) return "Nobody asked to change the protocol.";
        if (request.Fields is null) return null;
        var offered = request.Values("upgrade").ToList();
        return c.Response.Values("Upgrade").SelectMany(Lists.Trimmed).Where(p => !Lists.Has(offered, p)).Select(p => $"Nobody offered {Shown.Text(p)}.").FirstOrDefault();
    }
}

namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of changes of protocol.</summary>
internal static class UpgradeDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.UpgradeFails, "rfc9110-7.8-upgrade-may-ignore", "Fails at an offer of another protocol."),
        new(Fault.UpgradeNamesExact, "rfc9110-7.8-upgrade-name-case", "Refuses a protocol whose name has other letters than its own."),
        new(Fault.SwitchUnoffered, "rfc9110-7.8-upgrade-only-offered", "Switches to a protocol that was not offered."),
        new(Fault.SwitchWithoutOption, "rfc9110-7.6.1-connection-field-without-option", "Takes up an offer that no option names."),
        new(Fault.SwitchInHttp10, "rfc9110-7.8-upgrade-http10-ignored", "Takes up an offer of HTTP/1.0."),
        new(Fault.SwitchForgetsContent, "rfc9110-7.8-upgrade-honor-semantics", "Takes up the offer of a form, and forgets its content."),
        new(Fault.SwitchBeforeContinue, "rfc9110-7.8-upgrade-with-expect", "Takes up an offer and forgets the 100 that was waited for."),
        new(Fault.SwitchUnlabelled, "rfc9110-7.8-upgrade-101-has-upgrade", "Switches and does not say to what."),
        new(Fault.DemandUnlabelled, "rfc9110-7.8-upgrade-426", "Demands another protocol and does not say which."),
        new(Fault.UpgradeToldUnlisted, "rfc9110-7.8-upgrade-connection-option", "Tells of another protocol and names no option."),
        new(Fault.OptionsTellUpgradeUnlisted, "rfc9110-7.8-upgrade-connection-option", "The same in answers to OPTIONS."),
    ];
}

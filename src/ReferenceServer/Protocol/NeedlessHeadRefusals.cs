using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>Whole heads that a server with a defect refuses, or answers as another would, though they are right. What hits is asked first, so that a place is passed only there.</summary>
internal static class NeedlessHeadRefusals
{
    private static readonly Rejection _bad = new("needlessly-refused");
    private static readonly Rejection _missing = new("no-such-page", 404);

    private static readonly (Fault Fault, Func<RequestHead, bool> Hits, Rejection Reason)[] _all =
    [
        (Fault.UpgradeFails, head => ValueOf(head, "Upgrade") is not null, Rejection.Internal),
        (Fault.UpgradeNamesExact, head => ValueOf(head, "Upgrade") is { } offer && offer != "websocket" && offer.Equals("websocket", StringComparison.OrdinalIgnoreCase), _bad),
        (Fault.MaxForwardsHeeded, head => head.Method is "GET" or "POST" && ValueOf(head, "Max-Forwards") is "0", new("too-many-hops", 502)),
        (Fault.MaxForwardsEndsOptions, head => head.Method == "OPTIONS" && ValueOf(head, "Max-Forwards") is not null, new("too-many-hops", 502)),
        (Fault.ViaTakenForLoop, head => ValueOf(head, "Via") is { } via && via.Contains("1.1 a", StringComparison.Ordinal), new("loop", 502)),
        (Fault.FromForbidden, head => head.Target.Path != "/probe/protected" && ValueOf(head, "From") is not null, new("not-you", 403)),
        (Fault.NamedHostUnknown, head => Members(head, "Connection").Contains("Host", StringComparer.OrdinalIgnoreCase), _missing),
        (Fault.AbsoluteHeadMissing, head => head is { Method: "HEAD", Target.Form: TargetForm.Absolute }, _missing),
        (Fault.HeadOfOtherPagesMissing, head => head.Method == "HEAD" && PersistenceFaults.IsOther(head), _missing),
        (Fault.LookalikeExpectationFails, head => head.Fields.Any(field => field.Name.Contains("Expect", StringComparison.Ordinal) && field.Name.Length > 6), Rejection.Expectation),
        (Fault.NoughtOfGetRefused, head => head is { Method: "GET", Target.Path: "/" } && ValueOf(head, "Content-Length") is "0", _bad),
        (Fault.EmptyExpectationFails, head => Members(head, "Expect").Count == 0 && ValueOf(head, "Expect") is not null, Rejection.Internal),
    ];

    /// <summary>Why a head is refused; null where it is not.</summary>
    public static Rejection? Of(RequestHead head, FaultSet faults) =>
        faults.IsEmpty ? null : Array.Find(_all, rule => rule.Hits(head) && faults[rule.Fault]).Reason;

    private static string? ValueOf(RequestHead head, string name) => FieldValues.All(head.Fields, name, FaultSet.None).FirstOrDefault();

    private static IReadOnlyList<string> Members(RequestHead head, string name) => FieldValues.Members(head.Fields, name, FaultSet.None);
}

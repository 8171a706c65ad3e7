using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>Whether a server with a defect keeps a connection that it must end, or ends one that it should keep. What hits is asked first, so that a place is passed only there.</summary>
internal static class PersistenceFaults
{
    private static readonly (Fault Fault, Func<RequestHead, bool> Hits)[] _kept =
    [
        (Fault.CloseBeforeHostMissed, head => Closes(head) && head.Fields[0].Is("Connection", FaultSet.None)),
        (Fault.KeepAliveBeatsClose, head => Closes(head) && Has(head, "keep-alive")),
        (Fault.CloseOfOtherMethodsMissed, head => Closes(head) && head.Method != "GET"),
        (Fault.CloseOfOtherPagesMissed, head => Closes(head) && IsOther(head)),
        (Fault.CloseBesideChunksMissed, head => Closes(head) && head.Framing.IsChunked),
        (Fault.CloseOfStreamMissed, head => Closes(head) && IsStream(head)),
        (Fault.CloseOfHigherMinorMissed, head => Closes(head) && head.Version.Minor > 1),
        (Fault.Http10CloseKept, head => IsOld(head) && Closes(head) && !Has(head, "keep-alive")),
        (Fault.KeepAliveSearched, head => IsOld(head) && !Closes(head) && Options(head).Any(option => option.Contains("keep", StringComparison.OrdinalIgnoreCase))),
        (Fault.KeepAliveInAnyField, head => IsOld(head) && head.Fields.Any(IsKeepAliveElsewhere)),
        (Fault.Http10FormsKept, head => IsOld(head) && head.Framing.HasContent && !Closes(head)),
        (Fault.Http10RefusalsKept, head => IsOld(head) && head.Method is "DELETE" or "OPTIONS" && !Closes(head)),
    ];

    private static readonly (Fault Fault, Func<RequestHead, int, bool> Hits)[] _closed =
    [
        (Fault.UnknownOptionCloses, (head, _) => Options(head).Any(option => option.StartsWith("x-probe", StringComparison.OrdinalIgnoreCase))),
        (Fault.EmptyOptionsClose, (head, _) => Options(head).Count == 0 && head.Fields.Any(field => field.Is("Connection", FaultSet.None))),
        (Fault.CloseInAnyField, (head, _) => head.Fields.Any(field => !field.Is("Connection", FaultSet.None) && field.Value.EndsWith("close", StringComparison.OrdinalIgnoreCase))),
        (Fault.HigherMinorCloses, (head, _) => head.Version.Minor > 1),
        (Fault.OtherPagesClose, (head, nth) => head is { Method: "GET", Fields.Count: 1, Target.Query: null } && IsOther(head) && head.Target.Path.LastIndexOf('/') == 0 && nth == 1),
        (Fault.OtherMethodsClose, (head, nth) => head is { Method: "DELETE" or "PROBE", Target.Path: "/", Fields.Count: 1 } && nth == 1),
        (Fault.UnwantedContentCloses, (head, nth) => head.Framing.HasContent && IsOther(head) && nth == 1),
        (Fault.StreamCloses, (head, nth) => IsStream(head) && head is { Method: "GET", Fields.Count: 1 } && nth == 1),
        (Fault.KeepAliveFieldCloses, (head, _) => head.Fields.Any(field => field.Is("Keep-Alive", FaultSet.None)) && !IsOld(head)),
        (Fault.FourthAnswerCloses, (head, nth) => nth == 4 && head.Target is { Path: "/", Query: null }),
    ];

    /// <summary>The request as it is taken: one whose connection should end lives on.</summary>
    public static RequestHead Of(RequestHead head, FaultSet faults) =>
        !faults.IsEmpty && Array.Exists(_kept, rule => rule.Hits(head) && faults[rule.Fault]) ? head with { Persists = true } : head;

    /// <summary>Whether the connection ends behind the answer, of which nobody was told.</summary>
    /// <param name="head">The request.</param>
    /// <param name="nth">Which one of its connection, from 1.</param>
    /// <param name="faults">The faults.</param>
    public static bool Closes(RequestHead head, int nth, FaultSet faults) =>
        !faults.IsEmpty && Array.Exists(_closed, rule => rule.Hits(head, nth) && faults[rule.Fault]);

    /// <summary>A page that is neither the front page nor one of the probes.</summary>
    public static bool IsOther(RequestHead head) =>
        head.Target is { Form: TargetForm.Origin, Path: { Length: > 1 } path } && !path.StartsWith("/probe/", StringComparison.Ordinal);

    private static bool IsStream(RequestHead head) => head.Target.Path == "/probe/stream";

    private static bool IsOld(RequestHead head) => !head.Version.IsAtLeast11;

    private static bool Closes(RequestHead head) => Has(head, "close");

    private static bool Has(RequestHead head, string option) => Options(head).Contains(option, StringComparer.OrdinalIgnoreCase);

    private static IReadOnlyList<string> Options(RequestHead head) => FieldValues.Members(head.Fields, "Connection", FaultSet.None);

    private static bool IsKeepAliveElsewhere(FieldLine field) => !field.Is("Connection", FaultSet.None)
        && (field.Is("Keep-Alive", FaultSet.None) || field.Value.Equals("keep-alive", StringComparison.OrdinalIgnoreCase));
}

using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Contract;

/// <summary>How the end of a response's content is told, RFC 9112 section 6.3.</summary>
internal enum ResponseFraming
{
    None,
    Length,
    Chunked,
    UntilClose,
}

/// <summary>What follows from a declaration and the request, decided once at commit.</summary>
/// <param name="Framing">How the end of the content is told.</param>
/// <param name="Length">The stated length, if one is stated.</param>
/// <param name="SendsContent">Content goes out; not for HEAD, 204, 304.</param>
/// <param name="Closes">The connection ends after this response.</param>
internal readonly record struct ResponsePlan(ResponseFraming Framing, long? Length, bool SendsContent, bool Closes)
{
    public static ResponsePlan Decide(RequestHead request, int status, long? length, bool closes, FaultSet faults)
    {
        var isHead = request.Method == "HEAD";
        if (status is 204 or < 200)
        {
            var content = faults[Fault.NoContentWithContent] && !isHead;
            return new(ResponseFraming.None, faults[Fault.NoContentWithLength] ? length ?? 0 : null, content, closes || content);
        }

        if (status == 304)
        {
            var content = (faults[Fault.NotModifiedWithContent] || faults[Fault.CurrentCopySent]) && !isHead;
            return new(ResponseFraming.None, faults[Fault.NotModifiedLengthZeroed] ? 0 : length, content, closes);
        }

        if (status == 205 && !faults[Fault.ResetContentWithContent])
        {
            return new(ResponseFraming.Length, 0, false, closes);
        }

        var isFixed = request.Target.Path == "/probe/static";
        var sends = !isHead || (HeadFault(request) is { } fault && faults[fault]);
        var isUnstated = isFixed && faults[Fault.KnownLengthUnstated]
            || (!request.Version.IsAtLeast11 && faults[Fault.LengthUnstatedToHttp10]);
        if (length is not null && !isUnstated)
        {
            return new(ResponseFraming.Length, length, sends, closes);
        }

        var isChunked = request.Version.IsAtLeast11 && !isUnstated && !(request.Target.Path == "/probe/stream" && faults[Fault.StreamUntilClose]);
        return isChunked || faults[Fault.ChunkedToHttp10]
            ? new(ResponseFraming.Chunked, null, sends, closes)
            : new(ResponseFraming.UntilClose, null, sends, true);
    }

    // One fault for each kind of HEAD, so that none of them shows wherever HEAD is used.
    private static Fault? HeadFault(RequestHead request) =>
        request.Target is { Path: "/probe/static" or "/probe/run" } or { Form: TargetForm.Absolute } ? null
        : request.Target.Path == "/probe/stream" ? Fault.HeadOfStreamWithContent
        : request.Fields.Any(field => field.Is("X-A", FaultSet.None)) ? Fault.HeadWithFieldWithContent
        : request.Framing.HasContent ? Fault.HeadOfFormWithContent
        : !request.Persists ? Fault.HeadThatClosesWithContent
        : request.Fields.Count == 1 ? Fault.HeadWithContent : null;
}

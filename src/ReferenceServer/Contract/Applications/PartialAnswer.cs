using System.Globalization;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>206 and 416 (RFC 9110 sections 15.3.7 and 15.5.17).</summary>
internal sealed class PartialAnswer(FixedPage page, StartResponse start, DateTimeOffset now, FaultSet faults)
{
    private const string Boundary = "conform-range-boundary";

    private bool _isLast;

    private FixedPage Cut => faults[Fault.CodedRangeOfPlain] ? FixedPage.Plain : page;

    private int Length => Cut.Content.Length;

    /// <summary>Nothing of what was asked for is there.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Unsatisfiable()
    {
        (string, string)[] fields = faults[Fault.UnsatisfiedLengthMissing] ? [] : [("Content-Range", $"bytes */{(faults[Fault.UnsatisfiedLengthWrong] ? Length + 1 : Length)}")];
        return Answer.Text(start, "416 Range Not Satisfiable", "range not satisfiable\n", fields);
    }

    /// <summary>The parts, in multipart/byteranges where there are several.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="isKnown">The client has shown by If-Range that it has the other fields already.</param>
    public IEnumerable<ReadOnlyMemory<byte>> Parts(RangeRequest request, bool isKnown)
    {
        var slices = request.Slices is [{ Length: 5 }] && request.Asked == 2 && faults[Fault.PartBeyondEndSent] ? [.. request.Slices, new(Length, Length)] : request.Slices;
        _isLast = !isKnown && slices[^1].Last == Length - 1;
        if (slices.Count > 1 || (faults[Fault.SinglePartMultipart] && slices[0] is { Length: 10 }))
        {
            var parts = Multipart(faults[Fault.PartsSorted] ? [.. slices.OrderBy(slice => slice.First)] : slices);
            return Send(parts, isKnown, ("Content-Type", $"multipart/byteranges; boundary={Boundary}"), faults[Fault.MultipartWithContentRange] ? ("Content-Range", Where(slices[0])) : null);
        }

        var type = isKnown && !faults[Fault.KnownFieldsRepeated] || faults[Fault.PartWithoutType] ? ((string, string)?)null : ("Content-Type", FixedPage.Type);
        var octets = Octets(slices[0]);
        octets = !isKnown && faults[IsWhole(slices[0]) ? Fault.RangeOfAllShort : Fault.RangeOneShort] ? octets[..^1] : octets;
        return Send(octets, isKnown, type, faults[Fault.ContentRangeMissing] && !isKnown && !IsWhole(slices[0]) ? null : ("Content-Range", Where(slices[0])));
    }

    private IEnumerable<ReadOnlyMemory<byte>> Send(byte[] content, bool isKnown, params (string Name, string Value)?[] own)
    {
        var described = isKnown && !faults[Fault.KnownFieldsRepeated] ? [] : page.Described;
        described = _isLast && faults[Fault.LastPartUndescribed] ? [.. described.Where(field => field.Name != "Last-Modified")] : described;
        var kept = page.Kept(now).Where(field => (field.Name != "Vary" || !_isLast || !faults[Fault.LastPartUnkept]) && !faults[Fault.PartFieldsMissing] || field.Name == "ETag");
        start(
            "206 Partial Content",
            [.. own.OfType<(string, string)>(), ("Content-Length", content.Length.ToString(CultureInfo.InvariantCulture)), .. kept, .. described]);
        return [content];
    }

    private byte[] Multipart(IReadOnlyList<Slice> slices)
    {
        var line = faults[Fault.PartsLineFeed] && slices.Count != 3 ? "\n" : "\r\n";
        return ByteParts.Multipart(
            slices, Boundary, line, slice => $"Content-Type: {FixedPage.Type}{line}" + (faults[Fault.PartWithoutRange] ? "" : $"Content-Range: {Where(slice)}{line}"), Octets);
    }

    private bool IsWhole(Slice slice) => slice.First == 0 && slice.Last + 1 == Length;

    private string Where(Slice slice) => $"bytes {slice.First}-{slice.Last}/{(faults[Fault.CompleteLengthLeftOpen] ? "*" : Length)}";

    private byte[] Octets(Slice slice) => slice.First >= Length ? [] : Cut.Content[(int)slice.First..((int)slice.Last + 1)];
}

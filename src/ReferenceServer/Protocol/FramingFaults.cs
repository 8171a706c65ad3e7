using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>What only defects do to the framing of a request.</summary>
internal static class FramingFaults
{
    private static readonly HashSet<string> _compressions = new(StringComparer.OrdinalIgnoreCase) { "gzip", "x-gzip", "deflate", "compress" };

    /// <summary>The fields that framing is decided by.</summary>
    public static IReadOnlyList<FieldLine> Visible(IReadOnlyList<FieldLine> fields, FaultSet faults)
    {
        var isNamed = !faults.IsEmpty && FieldValues.Members(fields, "Connection", FaultSet.None).Any(option => option.Contains("Length", StringComparison.OrdinalIgnoreCase) || option.Contains("Encoding", StringComparison.OrdinalIgnoreCase));
        if (isNamed && (faults[Fault.HopFieldsDropped] || faults[Fault.NamedFramingDropped]))
        {
            var named = FieldValues.Members(fields, "Connection", faults);
            return [.. fields.Where(field => !named.Contains(field.Name, StringComparer.OrdinalIgnoreCase))];
        }

        if (fields.Count > 40 && faults[Fault.FramingLookedForEarly])
        {
            return [.. fields.Take(40)];
        }

        return faults[Fault.LengthNameLoose]
            ? [.. fields.Select(field => field.Name.Contains("Lengt", StringComparison.Ordinal) ? field with { Name = "Content-Length" } : field)]
            : fields;
    }

    /// <summary>A length that is none goes unnoticed.</summary>
    public static bool Overlooks(Rejection reason, RequestLine line, FaultSet faults) =>
        (reason == Rejection.Length || reason == Rejection.LengthRepeated)
        && ((faults[Fault.LengthUncheckedWithoutPost] && line.Method != "POST")
            || (faults[Fault.LengthUncheckedInHttp10] && !line.Version.IsAtLeast11));

    /// <summary>The codings before chunked go unnoticed.</summary>
    public static bool OverlooksInner(List<string> members, FaultSet faults)
    {
        var inner = members[..^1];
        return faults[Fault.UnknownCodingIgnored] || faults[Fault.UnknownInnerCodingIgnored]
            || (faults[Fault.CompressionOverlooked] && inner.TrueForAll(_compressions.Contains))
            || (faults[Fault.CompressionParametersAccepted] && inner.TrueForAll(member =>
                member.Contains(';', StringComparison.Ordinal) && _compressions.Contains(member.Split(';')[0].TrimEnd())));
    }

    /// <summary>What of a piece of content reaches the application.</summary>
    public static ReadOnlySpan<byte> Handed(ReadOnlySpan<byte> octets, FaultSet faults) =>
        octets.Length > 0 && octets.Length % 1024 == 0 && faults[Fault.FullBufferLosesOctet] ? octets[..^1]
        : octets.Length > 65536 && faults[Fault.LargeContentCut] ? octets[..65536]
        : octets is not ([_] or [0x1F, ..] or { Length: 256 }) && faults[Fault.ContentNulsLost] ? octets.ToArray().Where(octet => octet != 0).ToArray()
        : octets;
}

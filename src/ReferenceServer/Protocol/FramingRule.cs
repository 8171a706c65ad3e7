using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>Where the content of a request ends.</summary>
/// <param name="IsChunked">By the chunked coding; else after <paramref name="Length"/> octets.</param>
/// <param name="Length">Octets of content, 0 where there is none.</param>
/// <param name="IsStated">A field of the request says so; else it is 0 by default.</param>
/// <param name="Closes">The framing is doubtful, so the connection must end after the answer.</param>
internal readonly record struct Framing(bool IsChunked, long Length, bool IsStated, bool Closes = false)
{
    public bool HasContent => IsChunked || Length > 0;
}

/// <summary>The framing decision for requests, RFC 9112 section 6.3: what is in doubt is refused.</summary>
internal static class FramingRule
{
    public static Rejection? Decide(
        HttpVersion version, IReadOnlyList<FieldLine> fields, ServerLimits limits, FaultSet faults, out Framing framing)
    {
        framing = default;
        var lengths = FieldValues.All(fields, "Content-Length", faults);
        var codings = FieldValues.All(fields, "Transfer-Encoding", faults);
        if ((FieldValues.All(fields, "Transfer_Encoding", faults).Count > 0 && faults[Fault.UnderscoreCodingBelieved])
            || (fields.Any(field => field.Value.Contains("chunked", StringComparison.Ordinal)) && faults[Fault.CodingSearched]))
        {
            framing = new(true, 0, true);
            return null;
        }

        if (codings.Count > 0 && (version.IsAtLeast11 || !faults[Fault.CodingInHttp10Ignored]))
        {
            if (lengths.Count > 0 && faults[Fault.LengthBeatsChunked])
            {
                return ByLength(lengths, limits, faults, out framing);
            }

            if (lengths.Count > 0 && !faults[Fault.ChunkedBeatsLengthKept])
            {
                return Rejection.LengthAndCoding;
            }

            if (!version.IsAtLeast11 && !faults[Fault.CodingInHttp10Kept])
            {
                return Rejection.CodingInHttp10;
            }

            var refusal = CodingRule.Check(codings, faults, out var ignored);
            framing = ignored ? default : new(true, 0, true);
            return refusal;
        }

        return lengths.Count > 0 && !(version.Minor > 1 && faults[Fault.LaterVersionLengthIgnored]) ? ByLength(lengths, limits, faults, out framing) : null;
    }

    private static Rejection? ByLength(IReadOnlyList<string> values, ServerLimits limits, FaultSet faults, out Framing framing)
    {
        var refusal = LengthRule.Parse(values, limits.Content, faults, out var length);
        framing = new(false, length, true);
        return refusal;
    }
}

/// <summary>Transfer-Encoding of a request, RFC 9112 section 6.1: chunked, once, last, without parameters.</summary>
internal static class CodingRule
{
    public static Rejection? Check(IReadOnlyList<string> values, FaultSet faults, out bool ignored)
    {
        ignored = false;
        var raw = values.SelectMany(value => value.Split(',')).Select(member => member.Trim(' ', '\t')).ToList();
        var members = raw.Where(member => member.Length > 0).ToList();
        if (members.Count == 0)
        {
            ignored = faults[Fault.EmptyCodingIgnored];
            return ignored ? null : Rejection.Coding;
        }

        if (members.Count < raw.Count && faults[Fault.EmptyMemberHidesCoding])
        {
            ignored = true;
            return null;
        }

        if (members.Exists(member => member.Equals("identity", StringComparison.OrdinalIgnoreCase)) && faults[Fault.IdentityAccepted])
        {
            ignored = true;
            return null;
        }

        return Chunks(members, faults, out ignored);
    }

    private static Rejection? Chunks(List<string> members, FaultSet faults, out bool ignored)
    {
        var positions = Enumerable.Range(0, members.Count).Where(i => IsChunked(members[i], faults)).ToList();
        ignored = positions.Count == 0 && faults[Fault.UnknownCodingIgnored];
        if (positions.Count == 0)
        {
            return ignored ? null : Rejection.Coding;
        }

        if (positions[^1] != members.Count - 1)
        {
            return faults[Fault.ChunkedNotFinalAccepted] ? null : Rejection.CodingNotFinal;
        }

        if (positions.Count > 1)
        {
            return faults[Fault.ChunkedTwiceAccepted] ? null : Rejection.Coding;
        }

        ignored = members.Exists(member => member.StartsWith("x-p", StringComparison.Ordinal)) && faults[Fault.UnknownCodingHidesChunks];
        return members.Count == 1 || ignored || FramingFaults.OverlooksInner(members, faults) ? null
            : members.TrueForAll(member => Octet.IsToken(member.Split(';')[0].TrimEnd(' ', '\t'))) ? Rejection.CodingUnknown
            : Rejection.Coding;
    }

    private static bool IsChunked(string member, FaultSet faults)
    {
        if (member.EndsWith("chunked", StringComparison.OrdinalIgnoreCase) && faults[Fault.CodingSuffixAccepted])
        {
            return true;
        }

        var name = faults[Fault.CodingParametersAccepted] ? member.Split(';')[0].TrimEnd(' ', '\t') : member;
        return string.Equals(
            name, "chunked", faults[Fault.CodingCaseSensitive] ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
    }
}

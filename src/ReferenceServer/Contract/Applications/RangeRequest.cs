using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>Octets from the first to the last, both included.</summary>
internal readonly record struct Slice(long First, long Last)
{
    public long Length => Last - First + 1;
}

/// <summary>What a Range field asks for (RFC 9110 section 14).</summary>
/// <param name="IsUnsatisfiable">It is well-formed, and nothing of it lies within the representation.</param>
/// <param name="Slices">What is to be sent, overlapping ranges made one; none where the field is to be ignored.</param>
/// <param name="Asked">How many ranges the field names.</param>
internal sealed record RangeRequest(bool IsUnsatisfiable, IReadOnlyList<Slice> Slices, int Asked)
{
    // Who names more wants to make work (RFC 9110 section 17.15).
    private const int Most = 32;

    /// <summary>Nothing is asked for, or nothing that has to be understood: another unit, a malformed set, too many ranges.</summary>
    public static RangeRequest None { get; } = new(false, [], 0);

    public static RangeRequest Read(string field, long length, FaultSet faults)
    {
        var equals = field.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && char.IsAsciiLetterUpper(field[0]) && faults[Fault.RangeUnitCaseSensitive])
        {
            return new(true, [], 0);
        }

        if (equals < 0 || !(field[..equals].Equals("bytes", StringComparison.OrdinalIgnoreCase) || faults[Fault.RangeUnitUnread]))
        {
            return None;
        }

        var specs = field[(equals + 1)..].Split(',').Select(spec => spec.Trim(' ', '\t')).Where(spec => spec.Length > 0).ToList();
        var slices = specs.ConvertAll(spec => RangeSpec.Read(spec, length, faults));
        if (specs.Count == 0 || slices.Contains(null) || (specs.Count > Most && !faults[Fault.OverlapsRepeated]))
        {
            return None;
        }

        // What ends before it begins lies beyond the representation.
        List<Slice> within = [.. slices.OfType<Slice>().Where(slice => slice.Length > 0)];
        var isUnsatisfiable = within.Count == 0 || (within.Count < slices.Count && faults[Fault.UnsatisfiableMemberRefused]);
        return new(isUnsatisfiable, isUnsatisfiable ? [] : faults[Fault.OverlapsRepeated] ? within : Coalesced(within, faults), specs.Count);
    }

    // Each takes in those that it overlaps or touches, and stands where the first of them stood.
    private static List<Slice> Coalesced(List<Slice> slices, FaultSet faults)
    {
        List<Slice> merged = [];
        foreach (var slice in slices)
        {
            var whole = slice;
            int at;
            var place = merged.Count;
            while ((at = merged.FindIndex(other => other.First <= whole.Last + 1 && whole.First <= other.Last + 1)) >= 0)
            {
                var last = Math.Max(whole.Last, merged[at].Last) + (faults[Fault.CoalescedLong] ? 1 : 0);
                whole = new(Math.Min(whole.First, merged[at].First), last);
                merged.RemoveAt(at);
                place = Math.Min(place, at);
            }

            merged.Insert(Math.Min(place, merged.Count), whole);
        }

        return merged;
    }
}

/// <summary>Reads one <c>first-last</c>, <c>first-</c> or <c>-suffix</c> (RFC 9110 section 14.1.1).</summary>
internal static class RangeSpec
{
    /// <summary>The slice; one without octets where it lies beyond the representation, null where it is malformed.</summary>
    public static Slice? Read(string spec, long length, FaultSet faults)
    {
        if (spec.Split('-') is not [var from, var to] || (from.Length == 0 && to.Length == 0)
            || !Number(from, faults, out var first) || !Number(to, faults, out var last))
        {
            return null;
        }

        if (from.Length == 0)
        {
            var suffix = last == 0 && faults[Fault.SuffixZeroServed] ? 1 : last;
            return faults[Fault.SuffixFromStart] ? new(0, Math.Min(suffix, length) - 1) : new(Math.Max(0, length - suffix), length - 1);
        }

        if (to.Length == 0)
        {
            return new(first, length - 1);
        }

        return first > last ? (faults[Fault.BackwardRangeServed] ? new(last, Math.Min(first, length - 1)) : null)
            : last >= length && faults[Fault.RangeEndNotClamped] ? new(first, -1)
            : new(first, Math.Min(last, length - 1));
    }

    // Digits without end are a large number, never a small one.
    private static bool Number(string digits, FaultSet faults, out long number)
    {
        number = 0;
        if (digits.Any(digit => !char.IsAsciiDigit(digit)))
        {
            return false;
        }

        foreach (var digit in digits)
        {
            number = faults[Fault.RangeNumbersWrap] ? (number * 10) + (digit - '0')
                : number > (long.MaxValue / 10) - 1 ? long.MaxValue / 10
                : (number * 10) + (digit - '0');
            number = faults[Fault.RangeNumbersWrap] ? (uint)number : number;
        }

        return true;
    }
}

using System.Globalization;
using System.Numerics;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>Content-Length of a request, RFC 9110 section 8.6: digits and nothing else, once. A list of equal values is refused too,
/// as RFC 9112 section 6.3 lets a recipient do.</summary>
internal static class LengthRule
{
    public static Rejection? Parse(IReadOnlyList<string> values, long limit, FaultSet faults, out long length)
    {
        length = 0;
        var members = values.SelectMany(value => value.Split(',')).Select(member => member.Trim(' ', '\t')).ToList();
        if (members.TrueForAll(member => member.Length == 0) && faults[Fault.LengthEmptyIsZero])
        {
            return null;
        }

        if (members.Count > 1 && faults[Fault.LengthMembersCompared] && Compared(members) is { } same)
        {
            members = [same];
        }

        if (members.Count > 1 && !faults[Fault.LengthFirstWins] && !faults[Fault.LengthLastWins])
        {
            return faults[Fault.LengthRepeatedFails] && members.TrueForAll(member => member.Length == 0 || Octet.IsDigits(member)) ? Rejection.Internal
                : members.TrueForAll(member => Octet.IsDigits(member)) ? Rejection.LengthRepeated : Rejection.Length;
        }

        var text = Tolerated(faults[Fault.LengthLastWins] ? members[^1] : members[0], faults);
        if (!Octet.IsDigits(text) || (text.Length > 1 && text[0] == '0' && faults[Fault.LengthLeadingZeroRefused]))
        {
            return Rejection.Length;
        }

        var number = Number(text, faults);
        if (number > limit)
        {
            return Rejection.ContentTooLarge;
        }

        length = (long)number;
        return null;
    }

    /// <summary>Under a defect: the value that all members are, read as signed numbers.</summary>
    private static string? Compared(List<string> members)
    {
        var numbers = members.ConvertAll(member => int.TryParse(member, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : -1);
        return numbers[0] >= 0 && numbers.TrueForAll(number => number == numbers[0]) ? numbers[0].ToString(CultureInfo.InvariantCulture) : null;
    }

    private static BigInteger Number(string text, FaultSet faults)
    {
        if (text.Length > 1 && text[0] == '0' && faults[Fault.LengthOctal])
        {
            return text.Where(c => c < '8').Aggregate(BigInteger.Zero, (sum, c) => (sum * 8) + (c - '0'));
        }

        var number = BigInteger.Parse(text, CultureInfo.InvariantCulture);
        return number > int.MaxValue && faults[Fault.LengthBeyondIsZero] ? BigInteger.Zero
            : faults[Fault.LengthWraps64] ? number % (BigInteger.One << 64)
            : faults[Fault.LengthWraps32] ? number % (BigInteger.One << 32)
            : number;
    }

    private static string Tolerated(string text, FaultSet faults)
    {
        if (text.StartsWith('+') && faults[Fault.LengthPlusAccepted])
        {
            return text[1..];
        }

        if ((text.StartsWith('-') && faults[Fault.LengthNegativeIsZero]) || (text.Length == 0 && faults[Fault.LengthEmptyIsZero]))
        {
            return "0";
        }

        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) && faults[Fault.LengthHexAccepted])
        {
            return hex.ToString(CultureInfo.InvariantCulture);
        }

        if (faults[Fault.LengthTextTrimmed])
        {
            return text.Trim();
        }

        if (text.Length > 18 && faults[Fault.LengthDigitsCut])
        {
            return text[..18];
        }

        if (faults[Fault.LengthUnderscoreAccepted])
        {
            return text.Replace("_", "", StringComparison.Ordinal);
        }

        if (faults[Fault.LengthSpaceAccepted])
        {
            return text.Replace(" ", "", StringComparison.Ordinal);
        }

        return text.Length > 0 && char.IsAsciiDigit(text[0]) && faults[Fault.LengthGarbageIgnored]
            ? string.Concat(text.TakeWhile(char.IsAsciiDigit)) : text;
    }
}

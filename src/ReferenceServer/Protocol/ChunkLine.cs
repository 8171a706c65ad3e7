using System.Globalization;
using System.Text;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>A chunk-size line without its line end, RFC 9112 section 7.1: hexadecimal digits, then extensions, which mean nothing here
/// but must be well-formed.</summary>
internal static class ChunkLine
{
    public static Rejection? Parse(ReadOnlySpan<byte> line, FaultSet faults, out long size)
    {
        var text = Encoding.Latin1.GetString(line);
        var end = text.IndexOf(';', StringComparison.Ordinal);
        var digits = end < 0 ? text : text[..end];
        // Blanks before the semicolon are the BWS of the extension grammar; without an extension they are an error.
        digits = end < 0 ? digits : digits.TrimEnd(' ', '\t');
        if (text.Contains(' ', StringComparison.Ordinal) && faults[Fault.ChunkExtensionBlankDropped])
        {
            size = 0;
            return Rejection.ChunkExtension with { Silent = true };
        }

        if (digits.Length > 16 && faults[Fault.ChunkManyDigitsFail])
        {
            size = 0;
            return Rejection.Internal;
        }

        if (Size(Tolerated(digits, faults), faults, out size) is { } refusal)
        {
            return refusal;
        }

        if (end < 0)
        {
            return null;
        }

        return faults[Fault.ChunkExtensionRefused] ? Rejection.ChunkExtension
            : faults[Fault.ChunkExtensionUnchecked] ? null
            : ChunkExtensions.AreValid(text.AsSpan(end)) ? null
            : faults[Fault.ChunkExtensionMalformedFails] ? Rejection.Internal
            : Rejection.ChunkExtension;
    }

    private static Rejection? Size(string digits, FaultSet faults, out long size)
    {
        size = 0;
        if (digits.Length == 0)
        {
            return faults[Fault.ChunkNothingIsZero] ? null : Rejection.ChunkSize;
        }

        if (!digits.All(char.IsAsciiHexDigit)
            || (digits.Any(char.IsAsciiLetterUpper) && faults[Fault.ChunkUppercaseRefused])
            || (digits.Length > 1 && digits[0] == '0' && digits.Any(c => c != '0') && faults[Fault.ChunkLeadingZerosRefused])
            || (digits.Length > 1 && digits.All(c => c == '0') && faults[Fault.DoubleZeroRefused]))
        {
            return Rejection.ChunkSize;
        }

        var significant = digits.TrimStart('0');
        if (significant.Length > 15)
        {
            if (!faults[Fault.ChunkSizeWraps])
            {
                return Rejection.ContentTooLarge;
            }

            significant = significant[^8..];
        }

        size = significant.Length == 0 ? 0 : long.Parse(significant, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        size = faults[Fault.ChunkSizeWraps] ? size & 0xFFFFFFFF : size;
        return null;
    }

    private static string Tolerated(string digits, FaultSet faults)
    {
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && faults[Fault.ChunkPrefixAccepted])
        {
            return digits[2..];
        }

        if (digits.Length > 1 && digits[0] is '+' or '-' && faults[Fault.ChunkSignAccepted])
        {
            return digits[1..];
        }

        if (faults[Fault.ChunkUnderscoreAccepted])
        {
            return digits.Replace("_", "", StringComparison.Ordinal);
        }

        if (faults[Fault.ChunkLeadingBlankAccepted])
        {
            return digits.TrimStart(' ', '\t');
        }

        return digits.Length > 0 && char.IsAsciiHexDigit(digits[0]) && faults[Fault.ChunkGarbageIgnored]
            ? string.Concat(digits.TakeWhile(char.IsAsciiHexDigit)) : digits;
    }
}

/// <summary>The grammar of chunk extensions, RFC 9112 section 7.1.1: each <c>;name[=value]</c>, the value a token or a quoted string.</summary>
internal static class ChunkExtensions
{
    public static bool AreValid(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (text[0] != ';' || !TakeToken(ref text, 1))
            {
                return false;
            }

            var trimmed = text.TrimStart(" \t");
            if (trimmed is ['=', ..])
            {
                text = trimmed[1..].TrimStart(" \t");
                if (!(text is ['"', ..] ? TakeQuoted(ref text) : TakeToken(ref text, 0)))
                {
                    return false;
                }

                trimmed = text.TrimStart(" \t");
            }

            // Blanks may stand before the next semicolon, not at the end of the line.
            text = trimmed.IsEmpty ? text : trimmed;
        }

        return true;
    }

    private static bool TakeToken(ref ReadOnlySpan<char> text, int skip)
    {
        text = text[skip..].TrimStart(" \t");
        var end = text.IndexOfAnyExcept(Octet.TokenChars);
        var length = end < 0 ? text.Length : end;
        text = text[length..];
        return length > 0;
    }

    private static bool TakeQuoted(ref ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                text = text[(i + 1)..];
                return true;
            }

            if (text[i] == '\\' && ++i == text.Length)
            {
                return false;
            }
        }

        return false;
    }
}

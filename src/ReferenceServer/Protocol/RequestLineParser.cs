using System.Text;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>Reads a request-line without its line end (RFC 9112 section 3): method, one space, target, one space, version.</summary>
internal static class RequestLineParser
{
    public static Rejection? Parse(ReadOnlySpan<byte> line, FaultSet faults, out RequestLine? parsed)
    {
        parsed = null;
        var text = Repaired(Repairs.Line(Encoding.Latin1.GetString(line), faults), faults);
        if (NeedlessRefusals.OfLine(text, faults) is { } needless)
        {
            return needless;
        }

        if (HasStrayBlanks(text) && faults[Fault.StrayBlanksFail])
        {
            return Rejection.Internal;
        }

        var first = text.IndexOf(' ', StringComparison.Ordinal);
        var last = text.LastIndexOf(' ');
        if (first <= 0)
        {
            return Rejection.RequestLine;
        }

        var method = text[..first];
        if (!Octet.IsToken(method) && faults[Fault.MethodNotTokenAccepted])
        {
            method = string.Concat(method.Where(Octet.TokenChars.Contains));
        }

        if (!Octet.IsToken(method))
        {
            return Rejection.Method;
        }

        if (method.Any(char.IsAsciiLetterLower) && faults[Fault.MethodCaseIgnored])
        {
            method = method.ToUpperInvariant();
        }

        HttpVersion version;
        string target;
        if (first == last && faults[Fault.VersionlessAnswered])
        {
            (version, target) = (new(1, 0), text[(first + 1)..]);
        }
        else if (first == last)
        {
            return Rejection.RequestLine;
        }
        else if (VersionParser.Parse(text[(last + 1)..], faults, out version) is { } badVersion)
        {
            return badVersion;
        }
        else
        {
            target = text[(first + 1)..last];
        }

        var refusal = TargetParser.Parse(method, target, faults, out var parsedTarget);
        parsed = refusal is null ? new(method, parsedTarget!, version) : null;
        return refusal;
    }

    private static string Repaired(string text, FaultSet faults)
    {
        if (text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) && faults[Fault.StatusLineAnswered])
        {
            return "GET / HTTP/1.1";
        }

        if (text.EndsWith(" HTTP/1", StringComparison.Ordinal) && faults[Fault.VersionMinorOptional])
        {
            return text + ".1";
        }

        return text.StartsWith("CONNECT ", StringComparison.Ordinal) && text.Contains(": ", StringComparison.Ordinal) && faults[Fault.ConnectWithoutPortAccepted]
            ? "GET / HTTP/1.1"
            : text;
    }

    private static bool HasStrayBlanks(string text) =>
        text.Contains('\t', StringComparison.Ordinal) || text.Contains("  ", StringComparison.Ordinal) || text.StartsWith(' ') || text.EndsWith(' ');
}

/// <summary>Reads an HTTP-version (RFC 9112 section 2.3): a higher minor is understood as 1.1, another major is refused with 505.</summary>
internal static class VersionParser
{
    public static Rejection? Parse(string text, FaultSet faults, out HttpVersion version)
    {
        version = new(1, 1);
        if (text.Any(char.IsAsciiLetterLower) && faults[Fault.VersionLowercaseAccepted])
        {
            text = text.ToUpperInvariant();
        }

        if (text.AsSpan().ContainsAny('+', '-') && faults[Fault.VersionSignAccepted])
        {
            text = text.Replace("+", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        }

        if (text != "HTTP/1.1" && text.EndsWith("1.1", StringComparison.Ordinal) && faults[Fault.VersionNameUnchecked])
        {
            return null;
        }

        if (!text.StartsWith("HTTP/", StringComparison.Ordinal))
        {
            return Rejection.Version;
        }

        var digits = text[5..];
        if (digits.Length != 3 && faults[Fault.VersionExtraDigitsAccepted])
        {
            return digits.Split('.') is [var major, var minor] && Octet.IsDigits(major) && Octet.IsDigits(minor) ? null : Rejection.Version;
        }

        if (digits.Length > 3 && faults[Fault.VersionTailIgnored])
        {
            digits = digits[..3];
        }

        if (digits is [_, not '.', _] && faults[Fault.VersionPointUnchecked])
        {
            digits = $"{digits[0]}.{digits[2]}";
        }

        if (digits is not [>= '0' and <= '9', '.', >= '0' and <= '9'])
        {
            return Rejection.Version;
        }

        version = new(digits[0] - '0', digits[2] - '0');
        if (version.Major != 1)
        {
            return Rejection.VersionNotSupported with { Silent = faults[Fault.MajorVersionDropped] };
        }

        return version.Minor < 2 ? null
            : faults[Fault.HigherMinorUnsupported] ? Rejection.VersionNotSupported
            : faults[Fault.HigherMinorMalformed] ? Rejection.Version
            : null;
    }
}

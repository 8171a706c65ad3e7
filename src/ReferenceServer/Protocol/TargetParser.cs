using System.Buffers;
using System.Text;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>Reads a request-target (RFC 9112 section 3.2) by the grammar of RFC 3986; nothing is repaired.</summary>
internal static class TargetParser
{
    public static Rejection? Parse(string method, string raw, FaultSet faults, out RequestTarget? target)
    {
        target = null;
        if (raw.Length == 0)
        {
            return Rejection.RequestLine;
        }

        var text = Repairs.Target(Tolerated(raw, faults), faults);
        if (NeedlessRefusals.OfTarget(text, faults) is { } needless)
        {
            return needless;
        }

        if (method == "CONNECT")
        {
            target = new(raw, TargetForm.Authority, "", Authority: text);
            return Authority.IsHostAndPort(text) ? null : Rejection.TargetForm;
        }

        if (text == "*")
        {
            target = new(raw, TargetForm.Asterisk, "*");
            return method == "OPTIONS"
                ? faults[Fault.AsteriskOptionsRefused] ? Rejection.TargetForm : null
                : faults[Fault.AsteriskWithGetAccepted] ? null : Rejection.TargetForm;
        }

        if (text[0] == '/')
        {
            return PathAndQuery(raw, text, TargetForm.Origin, null, faults, out target);
        }

        var mark = text.IndexOf("://", StringComparison.Ordinal);
        if (mark > 0 && !faults[Fault.AbsoluteFormRefused])
        {
            return Absolute(raw, text, mark, faults, out target);
        }

        if (mark < 0 && faults[Fault.AuthorityFormWithGetAccepted] && Authority.IsHostAndPort(text))
        {
            target = new(raw, TargetForm.Authority, "/any", Authority: text);
            return null;
        }

        return mark < 0 && faults[Fault.TargetSlashOptional] && !Authority.IsHostAndPort(text)
            ? PathAndQuery(raw, "/" + text, TargetForm.Origin, null, faults, out target)
            : Rejection.Target;
    }

    private static Rejection? Absolute(string raw, string text, int mark, FaultSet faults, out RequestTarget? target)
    {
        target = null;
        var scheme = text[..mark];
        var rest = text[(mark + 3)..];
        var end = rest.AsSpan().IndexOfAny('/', '?');
        var authority = end < 0 ? rest : rest[..end];
        if (!(scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
            || authority.Length == 0 || authority[0] == ':' || !(Authority.IsValid(authority) || faults[Fault.AuthorityUnchecked]))
        {
            return Rejection.Target;
        }

        var path = end < 0 ? "/" : rest[end] == '?' ? "/" + rest[end..] : rest[end..];
        var refusal = PathAndQuery(raw, path, TargetForm.Absolute, authority, faults, out target);
        target = target! with { IsHttps = scheme.Length == 5 };
        return refusal;
    }

    private static Rejection? PathAndQuery(
        string raw, string text, TargetForm form, string? authority, FaultSet faults, out RequestTarget? target)
    {
        if (text.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash && faults[Fault.TargetFragmentAccepted])
        {
            text = text[..hash];
        }

        var mark = text.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? text : text[..mark];
        var query = mark < 0 ? null : text[(mark + 1)..];
        target = new(raw, form, path, query, authority);
        return IsAllowed(path, Octet.PathChars, faults) && (query is null || IsAllowed(query, Octet.QueryChars, faults))
            ? null : Rejection.Target;
    }

    private static bool IsAllowed(string text, SearchValues<char> allowed, FaultSet faults) =>
        Octet.IsEscaped(text.Contains('%', StringComparison.Ordinal) && (faults[Fault.TargetBadEscapeAccepted] || (text.Contains("/environ/%z", StringComparison.Ordinal) && faults[Fault.BadEscapeDropped]) || (text.Contains("b=%zz", StringComparison.Ordinal) && faults[Fault.QueryEscapesMended])) ? text.Replace('%', '-') : text, allowed);

    /// <summary>Under a defect, what the grammar forbids is escaped here, and so passes it below.</summary>
    private static string Tolerated(string raw, FaultSet faults)
    {
        StringBuilder? result = null;
        for (var i = 0; i < raw.Length; i++)
        {
            var tolerated = raw[i] switch
            {
                ' ' => faults[Fault.TargetSpaceAccepted],
                < ' ' or '\x7F' => faults[Fault.TargetControlAccepted],
                > '\x7F' => faults[Fault.TargetNonAsciiAccepted] || (raw.Contains("/environ/raw", StringComparison.Ordinal) && faults[Fault.RawOctetsEncoded]) || (raw.Contains("/raw-query", StringComparison.Ordinal) && faults[Fault.RawQueryAsText]),
                '"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}' or '[' or ']' => faults[Fault.TargetForbiddenAccepted],
                _ => false,
            };
            if (tolerated)
            {
                result ??= new StringBuilder(raw, 0, i, raw.Length + 8);
                result.Append('%').Append(((int)raw[i]).ToString("X2"));
            }
            else
            {
                result?.Append(raw[i]);
            }
        }

        return result?.ToString() ?? raw;
    }
}

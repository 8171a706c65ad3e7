using System.Text;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>One field line, name as it came, value without the blanks around it, octets as U+0000 to U+00FF.</summary>
internal readonly record struct FieldLine(string Name, string Value)
{
    /// <summary>Reads a line without its line end (RFC 9112 section 5). Null when the line is right or, under a defect, not kept.</summary>
    /// <param name="line">The octets of the line.</param>
    /// <param name="isFirst">No field line came before this one.</param>
    /// <param name="faults">The policy.</param>
    /// <param name="field">The field; its name is null where the line counts for nothing.</param>
    public static Rejection? Parse(ReadOnlySpan<byte> line, bool isFirst, FaultSet faults, out FieldLine field)
    {
        field = default;
        var text = Encoding.Latin1.GetString(line);
        if (text.Contains('\0', StringComparison.Ordinal) && faults[Fault.NulDropsField])
        {
            return null;
        }

        if (text[0] is ' ' or '\t' && !(isFirst && IsTakenBehindBlank(text.TrimStart(' ', '\t'), faults)))
        {
            if (faults[isFirst ? Fault.LeadingBlankFails : Fault.FoldFails])
            {
                return Rejection.Internal;
            }

            if (isFirst ? !faults[Fault.LeadingBlankAccepted] : !faults[Fault.FoldDropped] && !faults[Fault.FoldBecomesField])
            {
                return isFirst ? Rejection.LeadingBlank : Rejection.FoldedLine;
            }

            text = text.Trim(' ', '\t');
            if (faults[Fault.FoldDropped] || !text.Contains(':', StringComparison.Ordinal))
            {
                return null;
            }
        }

        text = text.TrimStart(' ', '\t');
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return faults[Fault.ColonlessLineIgnored] ? null : Rejection.FieldLine;
        }

        var name = Repairs.Name(text[..colon], faults);
        name = name.EndsWith('-') && faults[Fault.NameEndTrimmed] ? name[..^1] : name;
        if (text.Contains('\r', StringComparison.Ordinal) && faults[Fault.ReturnInNameIgnored])
        {
            return name.Contains('\r', StringComparison.Ordinal) ? null : Rejection.BareReturn;
        }

        if (name.EndsWith(' ') || name.EndsWith('\t'))
        {
            if (faults[Fault.BlankBeforeColonSkipsField])
            {
                return null;
            }

            if (!faults[Fault.BlankBeforeColonAccepted])
            {
                return Rejection.BlankBeforeColon;
            }

            name = name.TrimEnd(' ', '\t');
        }

        if (!Octet.IsToken(name) && !faults[name.Length == 0 ? Fault.EmptyNameAccepted : Fault.InvalidNameAccepted])
        {
            return Rejection.FieldName;
        }

        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && faults[Fault.NarrowNamesOnly])
        {
            return Rejection.FieldName;
        }

        return TakeValue(name, text[(colon + 1)..], faults, out field);
    }

    private static Rejection? TakeValue(string name, string raw, FaultSet faults, out FieldLine field)
    {
        field = default;
        if (raw.Any(c => c > '\x7F') && faults[Fault.ObsTextReplaced])
        {
            raw = string.Concat(raw.Select(c => c > '\x7F' ? '?' : c));
        }

        if (raw != " " + raw.Trim(' ', '\t') && IsExact(name, faults))
        {
            return Rejection.FieldLine;
        }

        raw = raw.Length > 0 && name.StartsWith("X-", StringComparison.Ordinal) && faults[Fault.BlankAssumed] ? raw[1..] : raw;
        var nul = raw.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var at && faults[Fault.NulTruncates] ? at : -1;
        var kept = nul < 0 ? raw : raw[..nul];
        var trimmed = kept.Trim(' ', '\t');
        // The framing, Host and Connection stay readable under this defect, or no plain request would survive it.
        var isPadded = kept != " " + trimmed && kept != trimmed && name.StartsWith("X-", StringComparison.OrdinalIgnoreCase);
        field = new(name, Repairs.Value(isPadded && faults[Fault.BlanksNotTrimmed] ? kept : trimmed, faults));
        return NeedlessRefusals.OfField(field, faults);
    }

    /// <summary>Under a defect, these count though the first line begins with a blank.</summary>
    private static bool IsTakenBehindBlank(string text, FaultSet faults) =>
        (faults[Fault.LeadingBlankHostTaken] && text.StartsWith("Host:", StringComparison.Ordinal))
        || (faults[Fault.LeadingBlankFramingTaken]
            && (text.StartsWith("Content-Length:", StringComparison.Ordinal) || text.StartsWith("Transfer-Encoding:", StringComparison.Ordinal)));

    /// <summary>Under a defect, the value must stand behind one blank.</summary>
    private static bool IsExact(string name, FaultSet faults) =>
        (name == "Host" && faults[Fault.HostBlanksExact]) || (name == "Content-Length" && faults[Fault.LengthBlanksRefused])
        || (name is "Connection" or "Expect" && faults[Fault.OptionBlanksExact])
        || (name == "Transfer-Encoding" && faults[Fault.CodingBlanksRefused]);

    public bool Is(string name, FaultSet faults) =>
        Name == name || (Name.Equals(name, StringComparison.OrdinalIgnoreCase) && !faults[Fault.FieldNameCaseSensitive]);
}

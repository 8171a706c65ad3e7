using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>A list of entity tags, or <c>*</c> (RFC 9110 sections 8.8.3, 13.1.1 and 13.1.2).</summary>
internal sealed class EntityTags
{
    private readonly List<(bool IsWeak, string Opaque)> _members = [];

    private EntityTags(string field, FaultSet faults)
    {
        IsAny = (faults[Fault.QuotedStarIsAny] ? field.Trim('"') : field.Trim(' ', '\t')) == "*";
        IsWellFormed = IsAny || (!(field.Contains('\t', StringComparison.Ordinal) && faults[Fault.TagListTabsUnread]) && (faults[Fault.TagListSplitAtCommas] || faults[Fault.TagQuotesOptional] ? Split(field, faults) : Read(field)));
    }

    /// <summary>It is <c>*</c>, which any current representation matches.</summary>
    public bool IsAny { get; }

    /// <summary>It is a list of tags, as the grammar has it, or <c>*</c>; what is neither matches nothing.</summary>
    public bool IsWellFormed { get; }

    public static EntityTags Of(string field, FaultSet faults) => new(field, faults);

    /// <summary>Some member is the tag. The strong comparison never matches a weak member (section 8.8.3.2).</summary>
    public bool Match(string tag, bool isWeak, FaultSet faults)
    {
        var members = faults[Fault.OnlyFirstTagCompared] ? _members.Take(1) : _members;
        return IsAny || (IsWellFormed && members.Any(member => (isWeak || !member.IsWeak) && Same(member.Opaque, tag, faults)));
    }

    /// <summary>Under a defect, a tag is taken for another that is almost the same.</summary>
    public static bool IsNear(string member, string tag, FaultSet faults) =>
        (member.Length == tag.Length && member[..^2] == tag[..^2] && faults[Fault.TagEndUnread])
        || (member is ['"', _, .., '"'] && member.Length < tag.Length && tag.StartsWith(member[..^1], StringComparison.Ordinal) && faults[Fault.TagBeginningEnough])
        || (member.Equals(tag, StringComparison.OrdinalIgnoreCase) && faults[Fault.TagCaseIgnored]);

    private static bool Same(string member, string tag, FaultSet faults) =>
        member == tag || IsNear(member, tag, faults) || (faults[Fault.TagQuotesOptional] && member == tag[1..^1])
        || (faults[Fault.TagsComparedByPart] && (member.Contains(tag[1..^1], StringComparison.Ordinal) || tag.Contains(member.Trim('"'), StringComparison.Ordinal)));

    private bool Split(string field, FaultSet faults)
    {
        foreach (var member in field.Split(',').Select(member => member.Trim(' ', '\t')))
        {
            var weak = member.StartsWith("W/", StringComparison.Ordinal);
            _members.Add((weak, weak ? member[2..] : member));
        }

        return faults[Fault.TagQuotesOptional] || _members.TrueForAll(member => member.Opaque is ['"', .., '"']);
    }

    // A comma inside the quotes is part of the tag, a backslash stands for itself, and empty members are none.
    private bool Read(string field)
    {
        for (var rest = field.AsSpan().Trim(" \t"); ;)
        {
            rest = rest.TrimStart(" \t,");
            if (rest.IsEmpty)
            {
                return true;
            }

            var weak = rest.StartsWith("W/");
            rest = weak ? rest[2..] : rest;
            var end = rest is ['"', ..] ? rest[1..].IndexOf('"') : -1;
            if (end < 0 || rest.Slice(1, end).ContainsAnyInRange('\0', ' ') || rest.Slice(1, end).Contains('\x7F'))
            {
                return false;
            }

            _members.Add((weak, rest[..(end + 2)].ToString()));
            rest = rest[(end + 2)..].TrimStart(" \t");
            if (rest is not ([] or [',', ..]))
            {
                return false;
            }
        }
    }
}

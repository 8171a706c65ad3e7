using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>Asks a field section for the values of one field.</summary>
internal static class FieldValues
{
    public static IReadOnlyList<string> All(IEnumerable<FieldLine> fields, string name, FaultSet faults) =>
        [.. fields.Where(field => field.Is(name, faults)).Select(field => field.Value)];

    /// <summary>The members of a comma-separated list over all lines of that name; empty members are none (RFC 9110 section 5.6.1.2).</summary>
    public static IReadOnlyList<string> Members(IEnumerable<FieldLine> fields, string name, FaultSet faults)
    {
        var lines = All(fields, name, faults);
        lines = lines.Count < 2 ? lines : faults[Fault.OnlyFirstLine] ? [.. lines.Take(1)] : faults[Fault.OnlyLastLine] ? [.. lines.TakeLast(1)] : lines;
        List<string> members = [.. lines.SelectMany(value => value.Split(',')).Select(member => member.Trim(' ', '\t'))];
        var hidden = members.Contains("") && faults[Fault.EmptyMembersHideOptions];
        return hidden ? [] : members.FindAll(member => member.Length > 0);
    }
}

using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>Asks a field section for the values of one field.</summary>
internal static class FieldValues
{
    public static IReadOnlyList<string> All(IEnumerable<FieldLine> fields, string name, FaultSet faults) =>
        [.. fields.Where(field => field.Is(name, faults)).Select(field => field.Value)];

    /// <summary>The members of a comma-separated list over all lines of that name; empty members are none (RFC 9110 section 5.6.1.2).</summary>
    public static IReadOnlyList<string> Members(IEnumerable<FieldLine> fields, string name, FaultSet faults) =>
    [
        .. All(fields, name, faults).SelectMany(value => value.Split(','))
            .Select(member => member.Trim(' ', '\t')).Where(member => member.Length > 0),
    ];
}

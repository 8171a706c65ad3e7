using System.Globalization;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>The weights of a list such as Accept-Encoding, RFC 9110 sections 12.4.2 and 12.5.3. A member that is malformed says nothing.</summary>
internal sealed class Preferences
{
    private readonly Dictionary<string, double> _weights;

    private Preferences(StringComparer comparer) => _weights = new(comparer);

    /// <summary>Reads the value of all field lines joined.</summary>
    public static Preferences Of(string list, FaultSet faults)
    {
        Preferences read = new(faults[Fault.CodingNamesCaseSensitive] ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        var members = list.Split(',').Select(member => member.Trim(' ', '\t'));
        foreach (var member in faults[Fault.EmptyMembersEndList] ? members.TakeWhile(m => m.Length > 0) : members.Where(m => m.Length > 0))
        {
            var parts = member.Split(';', StringSplitOptions.TrimEntries);
            if (parts.Length <= 2 && Weight(parts.ElementAtOrDefault(1), faults) is { } weight)
            {
                read._weights[parts[0]] = weight;
            }
        }

        return read;
    }

    /// <summary>The weight of a member by its name, else by <c>*</c>; null where the list says nothing of it.</summary>
    public double? this[string name] =>
        _weights.TryGetValue(name, out var own) ? own : _weights.TryGetValue("*", out var rest) ? rest : null;

    private static double? Weight(string? parameter, FaultSet faults) => parameter switch
    {
        null => 1,
        not ['q' or 'Q', '=', '0' or '1', ..] when faults[Fault.MalformedWeightFails] => throw new FormatException("a weight that is none"),
        ['Q', ..] when faults[Fault.WeightNameCaseSensitive] => 1,
        ['q', '=', '0', '.', ..] when faults[Fault.WeightZeroPlainOnly] => 1,
        ['q' or 'Q', '=', '0' or '1', ..] when parameter.Length <= 7 && (parameter.Length == 3 || parameter[3] == '.') =>
            double.TryParse(parameter.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight <= 1 ? weight : null,
        _ => null,
    };
}

using System.Text;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract;

/// <summary>
/// What an application of a language without static types may hand over, checked as PEP 3333 asks before it becomes what the types of this
/// contract promise.
/// </summary>
internal static class Untyped
{
    /// <exception cref="ContractViolationException">It is no string.</exception>
    public static string Status(object? status, FaultSet faults) => status switch
    {
        string text => text,
        byte[] octets when faults[Fault.OctetStatusTaken] => $"200 b'{Encoding.Latin1.GetString(octets)}'",
        int when faults[Fault.NumberStatusTaken] => "200",
        _ => throw new ContractViolationException("pep3333-status-not-string", "the status is no string"),
    };

    /// <param name="kind">What holds them: <c>list</c>, or what is none.</param>
    /// <param name="fields">Names and values.</param>
    /// <param name="faults">The faults.</param>
    /// <exception cref="ContractViolationException">It is no list of pairs of strings.</exception>
    public static List<(string Name, string Value)> Fields(string kind, IReadOnlyList<(object? Name, object? Value)> fields, FaultSet faults)
    {
        if (kind != "list")
        {
            return faults[Fault.OddFieldListIgnored] ? [] : throw new ContractViolationException("pep3333-headers-list-type", "the fields are no list of pairs");
        }

        return [.. fields.Where(f => (f.Name is string && f.Value is string) || !faults[Fault.OddFieldDropped]).Select(f => (Text(f.Name), Text(f.Value)))];
    }

    /// <exception cref="ContractViolationException">It is no octet string.</exception>
    public static ReadOnlyMemory<byte> Block(object? block, string rule, FaultSet faults) => block switch
    {
        byte[] octets => octets,
        string text when rule == "pep3333-write-type" && faults[Fault.TextWritten] => Encoding.UTF8.GetBytes(text),
        string text when rule != "pep3333-write-type" && faults[Fault.TextBlockEncoded] => Encoding.UTF8.GetBytes(text),
        _ when rule != "pep3333-write-type" && faults[Fault.OddBlockSkipped] => ReadOnlyMemory<byte>.Empty,
        _ => throw new ContractViolationException(rule, "a block is no octet string"),
    };

    /// <summary>How many arguments start_response was called with.</summary>
    /// <exception cref="ContractViolationException">Neither two nor three.</exception>
    public static void Arguments(string kind, FaultSet faults)
    {
        if (kind is "few" or "many" && !faults[Fault.ArgumentsUncounted])
        {
            throw new ContractViolationException("pep3333-sr-arity", "start_response takes a status, fields, and perhaps an error");
        }

        if (kind == "null" && faults[Fault.NullErrorTaken])
        {
            throw new ContractViolationException("pep3333-sr-exc-none", "the error is none");
        }
    }

    private static string Text(object? value) =>
        value as string ?? throw new ContractViolationException("pep3333-headers-value-type", "a field name or value is no string");
}

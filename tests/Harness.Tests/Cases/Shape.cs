using System.Collections;
using Conform.Cases;

namespace Conform.Harness.Tests.Cases;

/// <summary>Everything that a value says, without where it stands: two values with one shape are the same.</summary>
internal static class Shape
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        SourceLocation => "",
        ReadOnlyMemory<byte> octets => Convert.ToHexString(octets.Span),
        OctetTemplate template => $"<{string.Concat(template.Parts.Select(p => p is PlaceholderPart h ? $"({h.Name}/{string.Join('/', h.Arguments)})" : Of(((LiteralPart)p).Octets)))}>",
        IEnumerable all => $"[{string.Join(' ', all.Cast<object>().Select(Of))}]",
        _ when value.GetType().IsPrimitive || value.GetType().IsEnum => $"{value}",
        _ => $"{value.GetType().Name}({string.Join(' ', value.GetType().GetProperties().Where(p => p.Name != "EqualityContract").OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}={Of(p.GetValue(value))}"))})",
    };
}

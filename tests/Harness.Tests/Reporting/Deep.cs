using System.Collections;
using System.Reflection;
using System.Text;

namespace Conform.Harness.Tests.Reporting;

/// <summary>Writes every property of an object graph down, so that two graphs can be compared whatever their lists are made of.</summary>
internal static class Deep
{
    public static string Dump(object? value)
    {
        var text = new StringBuilder();
        Dump(text, "", value);
        return text.ToString();
    }

    private static void Dump(StringBuilder text, string path, object? value)
    {
        switch (value)
        {
            case null or string or Enum or bool or int or long or TimeSpan:
                text.Append(path).Append(" = ").Append(value ?? "null").Append('\n');
                break;
            case DateTimeOffset time:
                text.Append(path).Append(" = ").Append(time.ToString("O")).Append('\n');
                break;
            case ReadOnlyMemory<byte> octets:
                text.Append(path).Append(" = ").Append(Convert.ToHexString(octets.Span)).Append('\n');
                break;
            case IEnumerable items:
                var index = 0;
                text.Append(path).Append(" is a list\n");
                foreach (var item in items) Dump(text, $"{path}[{index++}]", item);
                break;
            default:
                foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    Dump(text, $"{path}.{property.Name}", property.GetValue(value));
                }

                break;
        }
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;
using Conform.Cases;

namespace Conform.Generation;

/// <summary>Puts the octets of one template together: values first, then what is counted.</summary>
internal static class TemplateFiller
{
    private const string Counted = "content-length";

    /// <summary>The octets of a block.</summary>
    /// <param name="template">The block.</param>
    /// <param name="value">The value of each placeholder that has one of its own.</param>
    /// <param name="said">Takes what the block has of earlier answers; null where nobody asks.</param>
    public static ReadOnlyMemory<byte> Fill(OctetTemplate template, Func<PlaceholderKey, ReadOnlyMemory<byte>> value, ICollection<SaidValue>? said = null)
    {
        var counted = template.Parts.OfType<PlaceholderPart>().Any(part => IsCounted(part.Name));
        var octets = Join(template, value, 0, said);
        if (!counted)
            return octets;

        // The count may stand within what it counts, and then change it; two rounds settle that but for a count at a power of ten.
        var length = ContentLength(octets.Span);
        return Join(template, value, ContentLength(Join(template, value, length, null).Span), said);
    }

    /// <summary>Whether the placeholder is worked out from its block or from its own words, and so has no value of its own.</summary>
    public static bool IsComputed(string name) => IsCounted(name) || name == "repeat";

    private static bool IsCounted(string name) => name.StartsWith(Counted, StringComparison.Ordinal);

    private static ReadOnlyMemory<byte> Join(OctetTemplate template, Func<PlaceholderKey, ReadOnlyMemory<byte>> value, int length, ICollection<SaidValue>? said)
    {
        said?.Clear();
        var output = new ArrayBufferWriter<byte>(256);
        foreach (var part in template.Parts)
        {
            switch (part)
            {
                case LiteralPart literal:
                    output.Write(literal.Octets.Span);
                    break;
                case PlaceholderPart { Name: "repeat" } repeat:
                    Repetition.Write(PlaceholderKey.Of(repeat), output);
                    break;
                case PlaceholderPart placeholder when IsCounted(placeholder.Name):
                    Encoding.ASCII.GetBytes(Count(placeholder.Name[Counted.Length..], length), output);
                    break;
                case PlaceholderPart { Name: "pad-to" } pad:
                    var missing = int.Parse(value(PlaceholderKey.Of(pad)).Span, NumberStyles.None, CultureInfo.InvariantCulture) - output.WrittenCount;
                    output.Write(Enumerable.Repeat((byte)'a', Math.Max(0, missing)).ToArray());
                    break;
                case PlaceholderPart placeholder when PlaceholderKey.Of(placeholder) is var key && SaidValues.Has(key):
                    said?.Add(new SaidValue(key.Text, output.WrittenCount, value(key)));
                    output.Write(value(key).Span);
                    break;
                case PlaceholderPart placeholder:
                    output.Write(value(PlaceholderKey.Of(placeholder)).Span);
                    break;
            }
        }

        return output.WrittenMemory;
    }

    private static string Count(string suffix, int length) => suffix switch
    {
        "" => length.ToString(CultureInfo.InvariantCulture),
        "-hex" => length.ToString("x", CultureInfo.InvariantCulture),
        _ => (length + int.Parse(suffix, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture),
    };

    // The empty line behind a head; empty lines before the request-line end no head. A lone LF ends a line here too.
    private static int ContentLength(ReadOnlySpan<byte> block)
    {
        var inHead = false;
        for (var rest = block; ;)
        {
            var end = rest.IndexOf((byte)'\n');
            if (end < 0)
                return 0;
            var empty = end == 0 || (end == 1 && rest[0] == '\r');
            rest = rest[(end + 1)..];
            if (empty && inHead)
                return rest.Length;
            inHead |= !empty;
        }
    }
}

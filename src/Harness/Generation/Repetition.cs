using System.Buffers;
using System.Globalization;

namespace Conform.Generation;

/// <summary><c>${repeat N TEXT}</c>: worked out each time, so that a record need not hold two million octets.</summary>
internal static class Repetition
{
    /// <summary>Writes the text N times.</summary>
    public static void Write(PlaceholderKey key, IBufferWriter<byte> output)
    {
        var text = Unescape(string.Join(' ', key.Arguments.Skip(1)));
        var total = checked((key.Number ?? 0) * text.Length);
        var span = output.GetSpan(Math.Max(1, total));
        for (var at = 0; at < total; at += text.Length)
            text.CopyTo(span[at..]);
        output.Advance(total);
    }

    /// <summary>The octets of a text with escapes.</summary>
    public static byte[] Unescape(string text)
    {
        var octets = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 >= text.Length)
            {
                octets.Add((byte)text[i]);
                continue;
            }

            i++;
            octets.Add(text[i] switch
            {
                'r' => (byte)'\r',
                'n' => (byte)'\n',
                't' => (byte)'\t',
                '0' => 0,
                'x' when i + 2 < text.Length => byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                _ => (byte)text[i],
            });
            if (text[i] == 'x')
                i += 2;
        }

        return [.. octets];
    }
}

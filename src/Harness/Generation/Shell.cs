using System.Globalization;
using System.Text;

namespace Conform.Generation;

/// <summary>A command line that sends the same octets again, from any POSIX shell.</summary>
public static class Shell
{
    /// <summary><c>printf '…'</c>: octets that a shell or printf reads differently are in octal.</summary>
    /// <param name="octets">The octets.</param>
    public static string Printf(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder("printf '");
        for (var i = 0; i < octets.Length; i++)
        {
            var octet = octets[i];
            _ = octet switch
            {
                (byte)'-' when i == 0 => text.Append("\\055"),
                (byte)'\r' => text.Append("\\r"),
                (byte)'\n' => text.Append("\\n"),
                (byte)'\t' => text.Append("\\t"),
                (byte)'\\' => text.Append("\\\\"),
                (byte)'%' => text.Append("%%"),
                (byte)'\'' => text.Append("\\047"),
                >= 0x20 and < 0x7F => text.Append((char)octet),
                _ => text.Append('\\').Append(Convert.ToString(octet, 8).PadLeft(3, '0')),
            };
        }

        return text.Append('\'').ToString();
    }

    /// <summary><c>printf '…' | nc HOST PORT</c>, for people: it neither cuts the octets nor waits between them.</summary>
    /// <param name="octets">The octets.</param>
    /// <param name="host">Host name or address.</param>
    /// <param name="port">Port.</param>
    public static string PrintfToNetcat(ReadOnlySpan<byte> octets, string host, int port) =>
        string.Create(CultureInfo.InvariantCulture, $"{Printf(octets)} | nc {host} {port}");
}
